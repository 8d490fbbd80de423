//! How long records are kept, and what was destroyed.

use super::Do::{Press, Row, Tap};
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "retention.preview",
            r#"{"kinds":["encounters"]}"#,
            Ok("encounters"),
        ),
        Before("retention.record", r#"{"id":1}"#, Ok("D20270112-001")),
        Before("retention.records", "{}", Ok("到期清理")),
        Before("retention.rules", "{}", Ok("半月一清")),
    ],
    screens: &[
        Screen("retention", "/retention", &[Row(0)]),
        Screen(
            "retention-records",
            "/retention",
            &[Tap(".panel-head .choice:nth-child(2) input")],
        ),
        Screen("retention-change", "/retention", &[Row(0), Press("e")]),
    ],
    ..Proof::NOTHING
};
