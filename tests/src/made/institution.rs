//! The house: its name, its hours, its calendar and its keys.

use super::Do::Tap;
use super::{Before, Proof, Screen};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// The house as it is sent back when it is edited.
#[track_caller]
pub fn institution(desk: &TestDesk) -> Value {
    let now = desk.call("institution.read", json!({}));
    json!({ "name": now["name"], "address": now["address"], "phone": now["phone"], "hours": now["hours"], "idleSeconds": 300 })
}

pub(super) const PROOF: Proof = Proof {
    before: &[Before("institution.read", "{}", Ok("青禾体检中心"))],
    screens: &[
        Screen("institution", "/institution", &[]),
        Screen(
            "institution-renew",
            "/institution",
            &[Tap("[data-test=renew-codes]")],
        ),
        Screen(
            "computer-lost",
            "/institution",
            &[Tap("[data-test=computer-lost]")],
        ),
    ],
    ..Proof::NOTHING
};
