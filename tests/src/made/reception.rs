//! From greeting to the window.

use super::people::visitor;
use super::{id, with_code};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Begins an encounter with a visitor, or with somebody who gives no name.
#[track_caller]
pub fn start(desk: &TestDesk, channel: &str, visitor: impl Into<Value>) -> Value {
    let visitor: Value = visitor.into();
    desk.call(
        "encounters.start",
        json!({ "channel": channel, "visitorId": visitor }),
    )
}

/// Somebody who came in and gave no name.
#[track_caller]
pub fn anonymous(desk: &TestDesk) -> i64 {
    id(&start(desk, "walk_in", Value::Null))
}

/// Somebody known who came in.
#[track_caller]
pub fn encounter(desk: &TestDesk) -> i64 {
    id(&start(desk, "walk_in", visitor(desk)))
}

/// How an encounter is closed.
pub fn closing(id: &Value, outcome: &str) -> Value {
    json!({ "id": id, "outcome": outcome, "note": "", "rating": null })
}

/// An encounter that was answered and closed.
#[track_caller]
pub fn closed(desk: &TestDesk) -> i64 {
    let id = encounter(desk);
    desk.call("encounters.close", closing(&json!(id), "answered"));
    id
}

/// A class of matters.
#[track_caller]
pub fn leaf(desk: &TestDesk, code: &str) -> Value {
    with_code(&desk.call("categories.list", json!({})), code)
}

/// A service point.
#[track_caller]
pub fn point_with(desk: &TestDesk, code: &str) -> i64 {
    id(&with_code(&desk.call("points.list", json!({})), code))
}

/// What a matter of a class is described as; what the class says is taken over.
pub fn matter(encounter: i64, class: &Value) -> Value {
    json!({ "id": encounter, "matter": class["nameZh"], "onBehalf": "", "categoryId": class["id"],
        "urgency": class["urgency"], "complexity": class["complexity"], "handoff": "" })
}

/// Somebody known with a matter that is about to be described.
#[track_caller]
pub fn described(desk: &TestDesk) -> Value {
    let mut matter = matter(encounter(desk), &leaf(desk, "report_reading"));
    matter["matter"] = json!("看报告");
    matter
}

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

/// Something that was promised.
#[track_caller]
pub fn promise(desk: &TestDesk) -> i64 {
    let made = desk.call(
        "encounters.promise",
        json!({ "id": encounter(desk), "what": "回电", "dueAt": desk.machine().at() + 3_600_000 }),
    );
    id(&made["promises"][0])
}

/// A service point as it is sent back when it is edited.
#[track_caller]
pub fn point(desk: &TestDesk) -> Value {
    let row = desk.call("points.list", json!({}))["rows"][0].clone();
    point_sheet(&row)
}

/// What of a row of points is sent back when it is edited.
pub fn point_sheet(row: &Value) -> Value {
    let keys = [
        "nameZh",
        "nameEn",
        "placeZh",
        "placeEn",
        "audience",
        "languages",
        "categories",
    ];
    super::only(row, &keys)
}

/// A class of matters as it is sent back when it is edited.
#[track_caller]
pub fn category(desk: &TestDesk) -> Value {
    let class = leaf(desk, "feedback");
    let keys = [
        "nameZh",
        "nameEn",
        "prefix",
        "urgency",
        "complexity",
        "pointCode",
        "anonymous",
        "words",
    ];
    let mut category = super::only(&class, &keys);
    category["words"] = json!(["反映"]);
    json!({ "id": class["id"], "category": category })
}
