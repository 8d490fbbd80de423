//! The queue.

use super::Do::Press;
use super::{Before, Proof, Screen, anonymous, described, id, leaf, matter};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Draws a number for an encounter.
#[track_caller]
pub fn issue(desk: &TestDesk, encounter: &Value) -> Value {
    desk.call(
        "tickets.issue",
        json!({ "encounterId": encounter, "pointId": null, "language": "zh" }),
    )
}

/// Somebody without a name who waits with a matter of this class: what was issued.
#[track_caller]
pub fn waiting(desk: &TestDesk, class: &str) -> Value {
    let encounter = anonymous(desk);
    desk.call("encounters.describe", matter(encounter, &leaf(desk, class)));
    issue(desk, &json!(encounter))["ticket"].clone()
}

fn issued(desk: &TestDesk) -> Value {
    let matter = described(desk);
    desk.call("encounters.describe", matter.clone());
    issue(desk, &matter["id"])["ticket"].clone()
}

/// The number of somebody known who waits.
#[track_caller]
pub fn ticket(desk: &TestDesk) -> i64 {
    id(&issued(desk))
}

/// A ticket, and an open point where it is not.
#[track_caller]
pub fn elsewhere(desk: &TestDesk) -> (i64, i64) {
    let ticket = issued(desk);
    let points = desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap();
    let other = rows.iter().find(|row| row["id"] != ticket["pointId"]);
    let other = id(other.unwrap());
    // Whoever sits there already need not sit down again.
    let _ = desk.answer("points.open", json!({ "id": other }));
    (id(&ticket), other)
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("tickets.board", r#"{"pointId":null}"#, Ok("today")),
        Before("tickets.of_encounter", r#"{"encounterId":22}"#, Ok("C001")),
        Before("tickets.why", r#"{"id":5}"#, Ok("等得不舒服")),
    ],
    screens: &[
        Screen("queue", "/queue", &[]),
        Screen("queue-transfer", "/queue", &[Press("t")]),
        Screen("queue-move", "/queue", &[Press("m")]),
    ],
    ..Proof::NOTHING
};
