//! A seat is where somebody sits: not where somebody sat.

use proofs::desk::TestDesk;
use proofs::made::{point_with, waiting};
use serde_json::{Value, json};

const CLASS: &str = "symptom_question";

/// A desk where the specialist sits where these matters are done.
fn seated() -> (TestDesk, i64) {
    let desk = TestDesk::training();
    let room = point_with(&desk, "consultation");
    desk.as_staff("1003");
    desk.call("points.open", json!({ "id": room }));
    (desk, room)
}

/// Staff numbers of who sits at a point.
fn sits(desk: &TestDesk, room: i64) -> Value {
    let points = desk.call("points.list", json!({}));
    let mut rows = points["rows"].as_array().unwrap().iter();
    rows.find(|row| row["id"] == room).unwrap()["staff"].clone()
}

/// What the journal says of points and tickets, the latest first.
fn said(desk: &TestDesk, object: &str) -> Vec<(String, String)> {
    desk.as_staff("1004");
    let page = desk.call(
        "journal.list",
        json!({ "object": object, "objectId": null }),
    );
    let rows = page["rows"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.map(|row| (text(&row["action"]), text(&row["by"])))
        .collect()
}

#[test]
fn who_signs_out_stands_up() {
    let (desk, room) = seated();
    desk.call("session.sign_out", json!({}));
    desk.as_staff("1002");
    assert_eq!(sits(&desk, room), json!([]));
    assert_eq!(said(&desk, "point")[0].0, "points.close");
}

#[test]
fn a_locked_desk_keeps_the_seat_for_a_quarter_of_an_hour() {
    let (desk, room) = seated();
    desk.as_staff("1002");
    assert_eq!(sits(&desk, room), json!(["1003"]));
    desk.pass_minutes(14).as_staff("1002");
    assert_eq!(sits(&desk, room), json!(["1003"]));
    desk.pass_minutes(2).as_staff("1002");
    assert_eq!(sits(&desk, room), json!([]));
    // Whoever comes back too late has to sit down again.
    desk.as_staff("1003");
    desk.refuses("tickets.call_next", json!({}), "not_at_point", None);
    desk.call("points.open", json!({ "id": room }));
    assert_eq!(sits(&desk, room), json!(["1003"]));
}

#[test]
fn whoever_comes_back_in_time_sits_as_before() {
    let (desk, room) = seated();
    desk.as_staff("1002");
    desk.pass_minutes(10).as_staff("1003");
    desk.pass_minutes(10).as_staff("1002");
    assert_eq!(
        sits(&desk, room),
        json!(["1003"]),
        "the quarter begins anew"
    );
}

#[test]
fn whoever_talks_with_somebody_keeps_the_seat_for_an_hour() {
    let (desk, room) = seated();
    desk.as_staff("1002");
    waiting(&desk, CLASS);
    desk.as_staff("1003");
    let called = desk.call("tickets.call_next", json!({}));
    desk.call("tickets.start", json!({ "id": called["id"] }));
    desk.as_staff("1002");
    desk.pass_minutes(59).as_staff("1002");
    assert_eq!(sits(&desk, room), json!(["1003"]));
    desk.pass_minutes(2).as_staff("1002");
    assert_eq!(sits(&desk, room), json!([]));
    // The conversation stays theirs.
    desk.as_staff("1003");
    desk.call("tickets.finish", json!({ "id": called["id"] }));
}

#[test]
fn a_seat_ends_with_its_day() {
    let (desk, room) = seated();
    let opened = json!({ "id": room });
    desk.pass_minutes(24 * 60).as_staff("1003");
    assert_eq!(sits(&desk, room), json!([]));
    desk.refuses("points.close", json!({}), "not_at_point", None);
    desk.call("points.open", opened);
    assert_eq!(sits(&desk, room), json!(["1003"]));
}

#[test]
fn who_was_called_by_somebody_who_went_waits_again() {
    for signs_out in [true, false] {
        let (desk, room) = seated();
        desk.as_staff("1002");
        let ticket = waiting(&desk, CLASS);
        desk.as_staff("1003");
        desk.call("tickets.call_next", json!({}));
        if signs_out {
            desk.call("session.sign_out", json!({}));
        }
        desk.as_staff("1002");
        if !signs_out {
            desk.pass_minutes(16).as_staff("1002");
        }
        let board = desk.call("tickets.board", json!({ "pointId": null }));
        assert_eq!(board["rows"][0]["no"], ticket["no"], "{board}");
        assert_eq!(board["inHand"], json!([]));
        desk.call("points.open", json!({ "id": room }));
        let called = desk.call("tickets.call_next", json!({}));
        assert_eq!(called["no"], ticket["no"]);
        let acts: Vec<String> = said(&desk, "ticket").into_iter().map(|s| s.0).collect();
        assert_eq!(
            acts[..3],
            ["tickets.called", "tickets.give_back", "tickets.called"]
        );
    }
}
