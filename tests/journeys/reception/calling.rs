//! Whom one may call, and who is in whose hands.

use proofs::desk::TestDesk;
use proofs::made::{anonymous, issue, leaf, matter, point_with, waiting};
use serde_json::{Value, json};

const CLASS: &str = "symptom_question";

/// A desk where `1001` sits where these matters are done, and so many wait for it.
fn room(count: usize) -> (TestDesk, Vec<Value>) {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    let tickets = (0..count).map(|_| waiting(&desk, CLASS)).collect();
    (desk, tickets)
}

fn of(ticket: &Value) -> Value {
    json!({ "id": ticket["id"] })
}

#[track_caller]
fn number(facts: &serde_json::Map<String, Value>, ticket: &Value) {
    assert_eq!(facts["number"], ticket["no"]);
}

#[test]
fn nobody_calls_who_sits_nowhere() {
    let desk = TestDesk::training();
    let ticket = waiting(&desk, CLASS);
    desk.refuses("tickets.call_next", json!({}), "not_at_point", None);
    desk.refuses("tickets.call", of(&ticket), "not_at_point", None);
    desk.refuses("points.close", json!({}), "not_at_point", None);
}

#[test]
fn one_person_at_a_time_and_nobody_leaves_with_somebody_called() {
    let (desk, tickets) = room(2);
    desk.call("tickets.call_next", json!({}));
    let points = desk.call("points.list", json!({}));
    let mut rows = points["rows"].as_array().unwrap().iter();
    let other = &rows.find(|row| row["code"] != "consultation").unwrap()["id"];
    for (command, input) in [
        ("tickets.call_next", json!({})),
        ("tickets.call", of(&tickets[1])),
        ("points.close", json!({})),
        ("points.open", json!({ "id": other })),
    ] {
        let facts = desk.refuses(command, input, "ticket_in_hand", None);
        number(&facts, &tickets[0]);
    }
}

#[test]
fn out_of_turn_nobody_is_called_and_it_is_said_who_is_next() {
    let (desk, tickets) = room(2);
    let facts = desk.refuses("tickets.call", of(&tickets[1]), "not_next", None);
    number(&facts, &tickets[0]);
}

#[test]
fn a_colleague_s_ticket_stays_in_their_hands() {
    let (desk, tickets) = room(1);
    desk.call("tickets.call_next", json!({}));
    desk.as_staff("1002");
    for command in ["tickets.call", "tickets.start", "tickets.no_show"] {
        let facts = desk.refuses(command, of(&tickets[0]), "not_your_ticket", None);
        number(&facts, &tickets[0]);
    }
}

#[test]
fn an_encounter_waits_once() {
    let desk = TestDesk::training();
    let talk = anonymous(&desk);
    desk.call("encounters.describe", matter(talk, &leaf(&desk, CLASS)));
    let again = json!({ "encounterId": talk, "pointId": null, "language": "zh" });
    let first = issue(&desk, &json!(talk));
    let facts = desk.refuses("tickets.issue", again, "ticket_live", None);
    number(&facts, &first["ticket"]);
}

#[test]
fn who_did_nothing_takes_nothing_back() {
    let (desk, tickets) = room(1);
    desk.refuses("tickets.undo", json!({}), "nothing_to_undo", None);
    desk.call("tickets.call_next", json!({}));
    desk.call("tickets.undo", json!({}));
    // A number that was given out, and a step that was taken back, stay.
    desk.refuses("tickets.undo", json!({}), "nothing_to_undo", None);
    assert_eq!(tickets[0]["state"], "waiting");
}

#[test]
fn a_ticket_goes_only_where_its_matter_can_be_done_and_somebody_sits() {
    let desk = TestDesk::training();
    let class = leaf(&desk, CLASS);
    let talk = anonymous(&desk);
    desk.call("encounters.describe", matter(talk, &class));
    let points = desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap();
    let does = |row: &&Value| {
        let can = row["categories"].as_array().unwrap();
        can.contains(&class["id"]) || can.contains(&class["parentId"])
    };
    let at = Some("pointId");
    let to = |point: &Value| json!({ "encounterId": talk, "pointId": point, "language": "zh" });
    let cannot = rows.iter().find(|row| !does(row)).unwrap();
    desk.refuses("tickets.issue", to(&cannot["id"]), "point_cannot", at);
    let issued = issue(&desk, &json!(talk))["ticket"].clone();
    let away = json!({ "id": issued["id"], "pointId": cannot["id"], "note": "" });
    desk.refuses("tickets.transfer", away, "point_closed", at);
    desk.call("tickets.leave", json!({ "id": issued["id"], "reason": "" }));
    for row in rows.iter().filter(does) {
        let gone = json!({ "id": row["id"], "reason": "装修" });
        desk.call("points.retire", gone);
    }
    desk.refuses("tickets.issue", to(&Value::Null), "no_point_can", at);
}

#[test]
fn what_a_colleague_serves_stays_theirs_unless_who_may_says_why() {
    let (desk, tickets) = room(1);
    let ticket = &tickets[0];
    desk.call("tickets.call_next", json!({}));
    desk.call("tickets.start", of(ticket));
    let other = point_with(&desk, "general");
    desk.as_staff("1002");
    desk.call("points.open", json!({ "id": other }));
    let to = |note: &str| json!({ "id": ticket["id"], "pointId": other, "note": note });
    let facts = desk.refuses("tickets.transfer", to("快一点"), "not_your_ticket", None);
    number(&facts, ticket);
    let left = json!({ "id": ticket["id"], "reason": "走了" });
    desk.refuses("tickets.leave", left, "not_your_ticket", None);
    let end =
        json!({ "id": ticket["encounterId"], "outcome": "left", "note": "走了", "rating": null });
    desk.refuses("encounters.close", end, "not_your_ticket", None);
    desk.as_staff("1004");
    desk.refuses("tickets.transfer", to(""), "not_your_ticket", None);
    desk.call("tickets.transfer", to("同事离岗"));
}

#[test]
fn a_transfer_does_not_make_the_conversation_before_it_a_wait() {
    let (desk, tickets) = room(1);
    let ticket = &tickets[0];
    desk.pass_minutes(10);
    desk.as_staff("1001");
    desk.call("tickets.call_next", json!({}));
    desk.call("tickets.start", of(ticket));
    desk.pass_minutes(60);
    desk.as_staff("1004");
    let other = point_with(&desk, "general");
    desk.call("points.open", json!({ "id": other }));
    let to = json!({ "id": ticket["id"], "pointId": other, "note": "同事离岗" });
    desk.call("tickets.transfer", to);
    desk.pass_minutes(5);
    desk.as_staff("1004");
    desk.call("tickets.call_next", json!({}));
    let day = json!({ "from": "2026-11-23", "to": "2026-11-23", "page": 0 });
    let totals = desk.call("ledger.read", day)["totals"].clone();
    assert_eq!(totals["medianWait"], 15, "ten minutes and five: {totals}");
}
