//! From greeting to goodbye.

use super::Do::{Fill, Open, OpenNameless, Press, Tap, Unless};
use super::{Before, Do, ENCOUNTER, Proof, Screen, id, leaf, visitor};
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
    let id = answered(desk);
    desk.call("encounters.close", closing(&json!(id), "answered"));
    id
}

/// Somebody known who was told something.
#[track_caller]
pub fn answered(desk: &TestDesk) -> i64 {
    let id = encounter(desk);
    let said = json!({ "id": id, "question": "几时出报告", "nature": "other", "analysis": "", "answer": "三天" });
    desk.call("encounters.answer", said);
    id
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

/// Something that was promised.
#[track_caller]
pub fn promise(desk: &TestDesk) -> i64 {
    let made = desk.call(
        "encounters.promise",
        json!({ "id": encounter(desk), "what": "回电", "dueAt": desk.machine().at() + 3_600_000 }),
    );
    id(&made["promises"][0])
}

/// Past a registration that was broken off.
const LOOKING: Do = Unless(
    "find-visitor",
    &[Tap(".register-foot .app-button:not(.primary)")],
);

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("encounters.escorts", "{}", Ok("[]")),
        Before("encounters.of_visitor", r#"{"id":19}"#, Ok("血压偏高")),
        Before("encounters.open", "{}", Ok("20261128-0008")),
        Before("encounters.promises", "{}", Ok("回告上次结果")),
        Before("encounters.promise_times", "{}", Ok("half_hour")),
        Before("encounters.suggested_outcome", r#"{"id":22}"#, Ok("booked")),
        Before(
            "encounters.read",
            r#"{"id":22}"#,
            Ok("前一晚十点后不吃东西"),
        ),
    ],
    screens: &[
        Screen("reception", "/reception", &[]),
        Screen(
            "new-encounter",
            "/reception/new",
            &[Open("/reception/new?channel=walk_in"), LOOKING],
        ),
        Screen(
            "new-encounter-found",
            "/reception/new",
            &[
                Open("/reception/new?channel=phone"),
                LOOKING,
                Fill("find-visitor", "王"),
            ],
        ),
        Screen(
            "encounter-matter",
            ENCOUNTER,
            &[Tap(".step-line:first-child .step-head")],
        ),
        Screen("encounter-answer", ENCOUNTER, &[Press("F7")]),
        Screen("encounter-close", ENCOUNTER, &[Press("F8")]),
        Screen("encounter-anonymous", ENCOUNTER, &[OpenNameless]),
    ],
    ..Proof::NOTHING
};
