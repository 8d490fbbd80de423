//! What people are told about their data.

use super::Do::{Press, Row};
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("notices.list", "{}", Ok("v2")),
        Before("notices.minors", r#"{"year":2026}"#, Ok("2026")),
    ],
    screens: &[
        Screen("notices", "/notices", &[Row(0)]),
        Screen("notice-write", "/notices", &[Press("n")]),
    ],
    ..Proof::NOTHING
};
