//! What is offered to somebody.

use super::Do::{Focus, Press, Tap, Type, Unless};
use super::{Before, Do, ENCOUNTER, Proof, Screen, encounter, id, needs};
use crate::desk::TestDesk;
use serde_json::json;

/// An encounter and a proposal in it.
#[track_caller]
pub fn proposed(desk: &TestDesk) -> (i64, i64) {
    let encounter = encounter(desk);
    let mut needs = needs();
    needs["concerns"] = json!(["bone", "cardiovascular"]);
    let made = desk.call(
        "proposals.make",
        json!({ "encounterId": encounter, "needs": needs }),
    );
    (encounter, id(&made["proposals"][0]))
}

/// What was told is typed once; it stays with the encounter.
pub(super) const ASSESSED: Do = Unless(
    "proposal-1",
    &[
        Focus("add-need"),
        Type("心脑血管 骨密度 预算800 周六"),
        Press("Enter"),
    ],
);

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("proposals.accepted", r#"{"encounterId":22}"#, Ok("骨密度")),
        Before("proposals.list", r#"{"encounterId":22}"#, Ok("双能")),
        Before("proposals.reach", r#"{"encounterId":22}"#, Ok("once")),
    ],
    screens: &[
        Screen("encounter-assess", ENCOUNTER, &[Press("F5"), ASSESSED]),
        Screen(
            "encounter-compare",
            ENCOUNTER,
            &[Press("F5"), ASSESSED, Tap("[data-test=compare-open]")],
        ),
        Screen(
            "encounter-decline",
            ENCOUNTER,
            &[Press("F5"), ASSESSED, Tap("[data-test=decline-2]")],
        ),
    ],
    ..Proof::NOTHING
};
