//! What people say about the house.

use super::Do::{Press, Row, Tap};
use super::{Before, ENCOUNTER, Proof, Screen, visitor};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A complaint of somebody known.
#[track_caller]
pub fn feedback(desk: &TestDesk) -> Value {
    json!({ "kind": "complaint", "encounterId": null, "visitorId": visitor(desk), "name": "", "phone": "", "happenedOn": null,
        "about": "", "what": "等了很久", "points": ["等了很久"] })
}

/// A complaint that has come as far as before a step.
#[track_caller]
pub fn feedback_up_to(desk: &TestDesk, step: &str) -> i64 {
    let id = desk.call("feedback.receive", feedback(desk))["line"]["id"]
        .as_i64()
        .unwrap();
    let telling = json!({ "how": "in_person", "reply": "好", "adoption": null, "why": "", "apology": "抱歉", "measure": "加人", "result": "已改" });
    for (name, input) in [
        ("take", json!({ "id": id, "note": "" })),
        (
            "handle",
            json!({ "id": id, "done": ["已核实"], "note": "" }),
        ),
        ("tell", json!({ "id": id, "telling": telling })),
        (
            "rate",
            json!({ "id": id, "asked": "rated", "rating": 5, "note": "" }),
        ),
    ] {
        if name == step {
            break;
        }
        desk.call(&format!("feedback.{name}"), input);
    }
    id
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "feedback.list",
            r#"{"filter":"all","kind":null}"#,
            Ok("走廊加几把椅子"),
        ),
        Before("feedback.of_encounter", r#"{"id":22}"#, Ok("F20261128-002")),
        Before("feedback.read", r#"{"id":4}"#, Ok("加派一人")),
        Before("feedback.waiting", "{}", Ok("5")),
    ],
    screens: &[
        Screen("feedback", "/feedback", &[Row(0)]),
        Screen("feedback-receive", "/feedback", &[Press("n")]),
        Screen("feedback-complaint", "/feedback", &[Press("n"), Press("3")]),
        Screen(
            "encounter-feedback",
            ENCOUNTER,
            &[Press("F8"), Tap(".take-feedback .app-button")],
        ),
    ],
    ..Proof::NOTHING
};
