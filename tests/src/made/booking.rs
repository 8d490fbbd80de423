//! A visit before the visit.

use super::people::{visitor, visitor_named};
use super::{id, with_code};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// Every test's clock starts on the Monday before.
pub const TUESDAY: &str = "2026-11-24";

/// The schedule with a code and the first service done there.
#[track_caller]
pub fn place(desk: &TestDesk, code: &str) -> (i64, i64) {
    let row = with_code(&desk.call("schedules.list", json!({})), code);
    (id(&row), id(&row["services"][0]))
}

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

/// A schedule as it is sent back when it is edited.
#[track_caller]
pub fn schedule(desk: &TestDesk) -> Value {
    let mut row = desk.call("schedules.list", json!({}))["rows"][0].clone();
    let services = row["services"].as_array().unwrap().iter();
    row["serviceIds"] = services.map(|s| s["id"].clone()).collect();
    row.as_object_mut().unwrap().remove("services");
    row
}
