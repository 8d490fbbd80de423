//! The journal.

use super::Do::{Press, Row};
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "journal.list",
            r#"{"before":null,"actor":"","object":"","objectId":null,"day":"2026-11-28"}"#,
            Ok("categories.add"),
        ),
        Before("journal.objects", "{}", Ok("destruction")),
    ],
    screens: &[
        Screen("journal", "/journal", &[Row(0)]),
        Screen("journal-paper", "/journal", &[Press("c")]),
    ],
    ..Proof::NOTHING
};
