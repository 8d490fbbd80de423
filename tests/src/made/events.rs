//! Lectures and events, and who comes.

use super::Do::Press;
use super::{Before, Person, Proof, Screen, Stage, id, visitor};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A lecture on Tuesday afternoon with so many seats, to be saved.
pub fn lecture(seats: i64) -> Value {
    json!({ "id": null, "kind": "lecture", "titleZh": "高血压日常管理", "titleEn": "Living with high blood pressure",
        "speaker": "陈主任", "day": super::TUESDAY, "starts": "14:00", "ends": "15:30",
        "placeZh": "三楼会议室", "placeEn": "", "seats": seats, "note": "带上近期的血压记录" })
}

/// A lecture with so many seats; who is signed in stays so.
#[track_caller]
pub fn event(desk: &TestDesk, seats: i64) -> i64 {
    let state = desk.call("session.state", json!({}));
    desk.as_staff("1004");
    let made = id(&desk.call("events.save", lecture(seats))["event"]);
    desk.as_staff(state["staff"]["no"].as_str().unwrap_or("1001"));
    made
}

/// A seat of somebody new: the event and the sign-up.
#[track_caller]
pub fn seat(desk: &TestDesk) -> (i64, i64) {
    let event = event(desk, 20);
    let input = json!({ "id": event, "visitorId": visitor(desk) });
    let signed = desk.call("events.sign_up", input);
    (event, id(&signed["guests"][0]))
}

/// Two lectures today: one called off, one with a seat taken and one given back.
fn play(stage: &mut dyn Stage, visitor: i64) {
    let mut today = lecture(20);
    (today["day"], today["ends"]) = (json!(stage.today()), json!("23:59"));
    let it = id(&stage.play("events.save", today.clone())["event"]);
    stage.watch("events.list", json!({ "from": stage.today() }));
    stage.watch("events.read", json!({ "id": it }));
    let other = Person::named("仇静").phone("15400002222").input();
    let other = id(&stage.play("visitors.register", other));
    let mut guests = json!([]);
    for who in [visitor, other] {
        let seat = json!({ "id": it, "visitorId": who });
        guests = stage.play("events.sign_up", seat)["guests"].clone();
    }
    stage.play(
        "events.mark",
        json!({ "id": guests[0]["id"], "state": "came" }),
    );
    stage.play("events.withdraw", json!({ "id": guests[1]["id"] }));
    stage.play("events.print", json!({ "id": it, "language": "zh" }));
    let mut second = today;
    (second["kind"], second["titleZh"]) = (json!("activity"), json!("清晨太极"));
    second["titleEn"] = json!("Tai chi in the morning");
    let second = id(&stage.play("events.save", second)["event"]);
    let off = json!({ "id": second, "reason": "教练请假" });
    stage.play("events.call_off", off);
}

/// What proves them.
pub const PROOF: Proof = Proof {
    play,
    in_full: &[(
        "events.read",
        "whoever holds the door calls people in by name; the phone stays masked",
    )],
    before: &[
        Before(
            "events.list",
            r#"{"from":"2026-11-01"}"#,
            Ok(r#"{"rows":[]}"#),
        ),
        Before("events.read", r#"{"id":1}"#, Err("not_found")),
    ],
    screens: &[
        Screen("events", "/events", &[]),
        Screen("event-add", "/events", &[Press("N")]),
        Screen("event-edit", "/events", &[Press("E")]),
    ],
};
