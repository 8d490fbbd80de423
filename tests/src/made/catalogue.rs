//! Services and packages.

use super::Do::{Press, Row};
use super::{Before, Proof, Screen};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A service as it is sent back when it is edited.
#[track_caller]
pub fn service(desk: &TestDesk) -> Value {
    let view = desk.call("catalogue.service", json!({ "id": 1 }));
    json!({ "id": 1, "sheet": view["sheet"] })
}

/// A package as it is sent back when it is edited.
#[track_caller]
pub fn package(desk: &TestDesk) -> Value {
    let view = desk.call("catalogue.package", json!({ "id": 1 }));
    json!({ "id": 1, "sheet": view["sheet"] })
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "catalogue.list",
            r#"{"text":""}"#,
            Ok("general-measurements"),
        ),
        Before("catalogue.package", r#"{"id":1}"#, Ok("血常规")),
        Before("catalogue.service", r#"{"id":1}"#, Ok("1500")),
        Before("catalogue.vocabulary", "{}", Ok("phlebotomy")),
    ],
    screens: &[
        Screen("catalogue", "/catalogue", &[Row(0)]),
        Screen("catalogue-edit", "/catalogue", &[Row(0), Press("e")]),
    ],
    ..Proof::NOTHING
};
