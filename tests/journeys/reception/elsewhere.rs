//! What was said in an encounter is open to the specialists it came to (R 10.3).

use proofs::desk::TestDesk;
use proofs::made::{anonymous, point_with, waiting};
use serde_json::{Value, json};

const CLASS: &str = "symptom_question";

/// A ticket that waits, and the specialist; nobody sits where it waits.
fn desk() -> (TestDesk, Value, i64) {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    let ticket = waiting(&desk, CLASS);
    desk.call("points.close", json!({}));
    desk.as_staff("1003");
    (desk, ticket, room)
}

fn read(ticket: &Value) -> Value {
    json!({ "id": ticket["encounterId"] })
}

#[track_caller]
fn closed(desk: &TestDesk, ticket: &Value) {
    desk.refuses("encounters.read", read(ticket), "encounter_elsewhere", None);
}

#[test]
fn a_specialist_reads_nothing_of_an_encounter_that_did_not_come_to_them() {
    let (desk, ticket, _) = desk();
    closed(&desk, &ticket);
    let id = &ticket["encounterId"];
    // Nor do they get in by writing to it, or by what hangs on it.
    for (command, input) in [
        (
            "encounters.answer",
            json!({ "id": id, "question": "几点", "nature": "other", "analysis": "", "answer": "八点" }),
        ),
        (
            "encounters.promise",
            json!({ "id": id, "what": "回电", "dueAt": desk.machine().at() + 3_600_000 }),
        ),
        (
            "encounters.close",
            json!({ "id": id, "outcome": "answered", "note": "", "rating": null }),
        ),
        ("assessments.read", json!({ "encounterId": id })),
        ("proposals.list", json!({ "encounterId": id })),
        ("proposals.accepted", json!({ "encounterId": id })),
        ("proposals.reach", json!({ "encounterId": id })),
        ("bookings.of_encounter", json!({ "id": id })),
        ("feedback.of_encounter", json!({ "id": id })),
    ] {
        desk.refuses(command, input, "encounter_elsewhere", None);
    }
    for no in ["1001", "1002", "1004"] {
        desk.as_staff(no);
        desk.call("encounters.read", read(&ticket));
    }
}

#[test]
fn what_waits_where_they_sit_and_what_they_called_is_theirs() {
    let (desk, ticket, room) = desk();
    desk.call("points.open", json!({ "id": room }));
    desk.call("encounters.read", read(&ticket));
    desk.call("tickets.call_next", json!({}));
    desk.call("tickets.start", json!({ "id": ticket["id"] }));
    desk.call("tickets.finish", json!({ "id": ticket["id"] }));
    desk.call("points.close", json!({}));
    desk.call("encounters.read", read(&ticket));
}

#[test]
fn going_along_shows_nothing_of_what_was_said() {
    let desk = TestDesk::training();
    let encounter = anonymous(&desk);
    let matter = json!({ "id": encounter, "matter": "问膝盖", "onBehalf": "母亲", "categoryId": null,
        "urgency": "routine", "complexity": "on_the_spot", "handoff": "听力不好" });
    desk.call("encounters.describe", matter);
    desk.call("encounters.ask_escort", json!({ "id": encounter }));
    desk.as_staff("1003");
    let page = desk.call("encounters.finish_escort", json!({ "id": encounter }));
    assert!(page["escortDoneAt"].is_i64(), "{page}");
    for said in ["问膝盖", "母亲", "听力不好"] {
        assert!(!page.to_string().contains(said), "{page}");
    }
}
