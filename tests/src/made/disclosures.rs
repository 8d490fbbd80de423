//! The register of what left the desk.

use super::Do::Row;
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[Before(
        "disclosures.list",
        r#"{"from":"2026-11-27","to":"2026-11-28","kind":null,"before":null}"#,
        Ok("市卫生健康委员会"),
    )],
    screens: &[Screen("disclosures", "/disclosures", &[Row(0)])],
    ..Proof::NOTHING
};
