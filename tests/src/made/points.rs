//! Service points.

use super::Do::Row;
use super::{Before, Proof, Screen, id, only, with_code};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A service point.
#[track_caller]
pub fn point_with(desk: &TestDesk, code: &str) -> i64 {
    id(&with_code(&desk.call("points.list", json!({})), code))
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
    only(row, &keys)
}

pub(super) const PROOF: Proof = Proof {
    before: &[Before("points.list", "{}", Ok("综合服务台"))],
    screens: &[Screen("points", "/points", &[Row(0)])],
    ..Proof::NOTHING
};
