//! People's requests about their own data.

use super::Do::{Press, Row, Tap};
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("requests.list", "{}", Ok("Q20261128-004")),
        Before("requests.plan", r#"{"id":4}"#, Ok("open_promise")),
        Before("requests.read", r#"{"id":1}"#, Ok("已复制")),
        Before("requests.waiting", "{}", Ok("1")),
    ],
    screens: &[
        Screen("requests", "/requests", &[Row(0)]),
        Screen(
            "request-erase",
            "/requests",
            &[Row(0), Tap("[data-test=request-erase]")],
        ),
        Screen(
            "request-seen",
            "/requests",
            &[Row(0), Tap("[data-test=request-see]")],
        ),
        Screen("request-record", "/requests", &[Press("n")]),
    ],
    ..Proof::NOTHING
};
