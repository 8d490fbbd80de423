//! A visit before the visit.

use super::Do::{Press, Row, Tap};
use super::proposals::ASSESSED;
use super::{Before, ENCOUNTER, Proof, Screen, id, place, visitor, visitor_named};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Every test's clock starts on the Monday before.
pub const TUESDAY: &str = "2026-11-24";

/// What is sent to book one service at one time.
pub fn visit(
    visitor: impl Into<Value>,
    service: i64,
    schedule: i64,
    day: &str,
    start: &str,
) -> Value {
    let visitor: Value = visitor.into();
    json!({
        "visitorId": visitor, "encounterId": null, "packageId": null,
        "items": [{ "serviceId": service, "scheduleId": schedule, "day": day, "start": start }],
        "readBack": true, "needs": "", "note": "",
    })
}

/// Books for somebody new; answers the booking.
#[track_caller]
pub fn book(desk: &TestDesk, name: &str, code: &str, day: &str, start: &str) -> Value {
    let (schedule, service) = place(desk, code);
    let who = visitor_named(desk, name);
    desk.call("bookings.book", visit(who, service, schedule, day, start))
}

/// A visit of somebody known on Tuesday.
#[track_caller]
pub fn slot(desk: &TestDesk, start: &str) -> Value {
    let (schedule, service) = place(desk, "ecg");
    visit(visitor(desk), service, schedule, TUESDAY, start)
}

/// The same at a time that is free.
#[track_caller]
pub fn free(desk: &TestDesk) -> Value {
    let rows = desk.call("bookings.day", json!({ "day": TUESDAY }));
    let taken = rows["rows"].as_array().unwrap().len();
    let start = format!("{:02}:{:02}", 8 + taken / 12, taken % 12 / 2 * 10);
    slot(desk, &start)
}

/// A booking of somebody known.
#[track_caller]
pub fn booking(desk: &TestDesk) -> i64 {
    id(&desk.call("bookings.book", free(desk))["line"])
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("bookings.day", r#"{"day":"2026-11-30"}"#, Ok("韩*婷")),
        Before("bookings.of_encounter", r#"{"id":22}"#, Ok("2026112800020")),
        Before("bookings.of_visitor", r#"{"id":19}"#, Ok("no_show")),
        Before("bookings.read", r#"{"id":4}"#, Ok("对碘过敏")),
        Before(
            "bookings.slots",
            r#"{"visitorId":19,"packageId":null,"serviceIds":[33],"from":"2027-01-13","days":7,"movingId":null}"#,
            Ok("09:00"),
        ),
        Before("bookings.today", "{}", Ok("2027-01-12")),
    ],
    screens: &[
        Screen("bookings", "/bookings", &[Row(0)]),
        Screen(
            "encounter-book",
            ENCOUNTER,
            &[Press("F5"), ASSESSED, Tap("[data-test=choose-1]")],
        ),
    ],
    ..Proof::NOTHING
};
