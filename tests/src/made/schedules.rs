//! Where and when services are done.

use super::Do::{Press, Row};
use super::{Before, Proof, Screen, id, with_code};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// The schedule with a code and the first service done there.
#[track_caller]
pub fn place(desk: &TestDesk, code: &str) -> (i64, i64) {
    let row = with_code(&desk.call("schedules.list", json!({})), code);
    (id(&row), id(&row["services"][0]))
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

pub(super) const PROOF: Proof = Proof {
    before: &[Before("schedules.list", "{}", Ok("blood-drawing"))],
    screens: &[
        Screen("schedules", "/schedules", &[Row(0)]),
        Screen("schedule-edit", "/schedules", &[Row(0), Press("e")]),
    ],
    ..Proof::NOTHING
};
