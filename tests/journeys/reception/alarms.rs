//! Nobody waits where nobody comes.

use proofs::desk::TestDesk;
use proofs::made::{anonymous, issue, leaf, matter, point_with, waiting};
use serde_json::{Value, json};

/// A matter that only the consulting room does.
const CLASS: &str = "symptom_question";

fn urgent(desk: &TestDesk, urgency: &str) -> Value {
    let id = anonymous(desk);
    let mut told = matter(id, &leaf(desk, CLASS));
    told["urgency"] = json!(urgency);
    desk.call("encounters.describe", told);
    issue(desk, &json!(id))["ticket"].clone()
}

fn board(desk: &TestDesk) -> Value {
    desk.call("tickets.board", json!({ "pointId": null }))
}

fn alarms(desk: &TestDesk) -> Vec<(Value, Value)> {
    let board = board(desk);
    let rows = board["alarms"].as_array().unwrap().iter();
    rows.map(|row| (row["ticket"]["no"].clone(), row["takenBy"].clone()))
        .collect()
}

fn of(ticket: &Value) -> Value {
    json!({ "id": ticket["id"] })
}

/// An open point that cannot do the matter.
fn other(desk: &TestDesk) -> i64 {
    let class = leaf(desk, CLASS);
    let points = desk.call("points.list", json!({}));
    let does = |row: &&Value| {
        let can = row["categories"].as_array().unwrap();
        can.contains(&class["id"]) || can.contains(&class["parentId"])
    };
    let mut rows = points["rows"].as_array().unwrap().iter();
    rows.find(|row| !does(row)).unwrap()["id"].as_i64().unwrap()
}

#[test]
fn somebody_in_danger_is_called_by_any_open_point_and_is_an_alarm() {
    let desk = TestDesk::training();
    desk.call("points.open", json!({ "id": other(&desk) }));
    let routine = waiting(&desk, CLASS);
    let chest_pain = urgent(&desk, "immediate");
    assert_eq!(
        alarms(&desk),
        [
            (chest_pain["no"].clone(), Value::Null),
            (routine["no"].clone(), Value::Null)
        ]
    );
    let called = desk.call("tickets.call_next", json!({}));
    assert_eq!(called["no"], chest_pain["no"]);
    assert_eq!(alarms(&desk).len(), 1, "what is called is no alarm");
    desk.call("tickets.start", of(&called));
    desk.call("tickets.finish", of(&called));
    desk.refuses("tickets.call_next", json!({}), "nobody_waiting", None);
}

#[test]
fn a_point_that_closes_with_somebody_waiting_raises_an_alarm_until_one_opens() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    let ticket = waiting(&desk, CLASS);
    assert!(alarms(&desk).is_empty());
    desk.call("points.close", json!({}));
    assert_eq!(alarms(&desk), [(ticket["no"].clone(), Value::Null)]);
    assert_eq!(desk.call("ledger.today", json!({}))["unattended"], 1);
    desk.as_staff("1003");
    desk.call("points.open", json!({ "id": room }));
    assert!(alarms(&desk).is_empty());
    assert_eq!(desk.call("ledger.today", json!({}))["unattended"], 0);
}

#[test]
fn an_alarm_is_taken_by_one_person_and_stands_again_when_nothing_came_of_it() {
    let desk = TestDesk::training();
    let ticket = waiting(&desk, CLASS);
    desk.as_staff("1002");
    desk.call("tickets.take_alarm", of(&ticket));
    let taken = [(ticket["no"].clone(), json!("1002"))];
    assert_eq!(alarms(&desk), taken);
    desk.as_staff("1004");
    let facts = desk.refuses("tickets.take_alarm", of(&ticket), "alarm_taken", None);
    assert_eq!(facts["no"], "1002");
    desk.pass_minutes(9).as_staff("1004");
    assert_eq!(alarms(&desk), taken);
    desk.pass_minutes(1).as_staff("1004");
    assert_eq!(alarms(&desk), [(ticket["no"].clone(), Value::Null)]);
    desk.call("tickets.take_alarm", of(&ticket));
    let page = desk.call(
        "journal.list",
        json!({ "object": "ticket", "objectId": ticket["id"] }),
    );
    assert_eq!(page["rows"][0]["action"], "tickets.take_alarm");
}

#[test]
fn what_somebody_comes_to_is_no_alarm() {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.call("points.open", json!({ "id": room }));
    let ticket = waiting(&desk, CLASS);
    desk.refuses("tickets.take_alarm", of(&ticket), "wrong_state", None);
    desk.call("tickets.call_next", json!({}));
    desk.refuses("tickets.take_alarm", of(&ticket), "wrong_state", None);
}

#[test]
fn a_ticket_of_a_closed_point_is_called_where_it_can_be_done_whatever_is_spoken_there() {
    let desk = TestDesk::training();
    let class = leaf(&desk, CLASS);
    let points = desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap();
    let able: Vec<&Value> = rows
        .iter()
        .filter(|row| {
            let can = row["categories"].as_array().unwrap();
            can.contains(&class["id"]) || can.contains(&class["parentId"])
        })
        .collect();
    let [here, there] = [able[0], able[1]];
    let foreign = |row: &Value| !row["languages"].as_array().unwrap().contains(&json!("ko"));
    assert!(foreign(there), "nobody speaks it there: {there}");
    desk.call("points.open", json!({ "id": here["id"] }));
    let talk = anonymous(&desk);
    desk.call("encounters.describe", matter(talk, &class));
    let wish = json!({ "encounterId": talk, "pointId": here["id"], "language": "ko" });
    let ticket = desk.call("tickets.issue", wish)["ticket"].clone();
    desk.call("points.open", json!({ "id": there["id"] }));
    let line = board(&desk)["rows"][0].clone();
    assert_eq!(
        (&line["no"], &line["callsZh"]),
        (&ticket["no"], &there["nameZh"])
    );
    assert!(alarms(&desk).is_empty());
    assert_eq!(
        desk.call("tickets.call_next", json!({}))["no"],
        ticket["no"]
    );
}

#[test]
fn nobody_is_sent_to_a_closed_point_while_another_can_do_it() {
    let desk = TestDesk::training();
    let class = leaf(&desk, CLASS);
    let points = desk.call("points.list", json!({}));
    let rows = points["rows"].as_array().unwrap().iter();
    let able: Vec<&Value> = rows
        .filter(|row| {
            let can = row["categories"].as_array().unwrap();
            can.contains(&class["id"]) || can.contains(&class["parentId"])
        })
        .collect();
    let talk = anonymous(&desk);
    desk.call("encounters.describe", matter(talk, &class));
    let to = |row: &Value| json!({ "encounterId": talk, "pointId": row["id"], "language": "zh" });
    desk.call("points.open", json!({ "id": able[0]["id"] }));
    desk.refuses(
        "tickets.issue",
        to(able[1]),
        "point_closed",
        Some("pointId"),
    );
    desk.call("points.close", json!({}));
    desk.call("tickets.issue", to(able[1]));
}
