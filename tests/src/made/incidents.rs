//! Reports of incidents.

use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "incidents.draft",
            r#"{"from":"2026-11-27","to":"2026-11-28","staffNo":"","object":""}"#,
            Ok("visitors.reveal"),
        ),
        Before("incidents.list", "{}", Ok("2026-11-27")),
        Before("incidents.read", r#"{"id":1,"version":1}"#, Ok("账号外借")),
    ],
    screens: &[Screen("incidents", "/incidents", &[])],
    ..Proof::NOTHING
};
