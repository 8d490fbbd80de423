//! What has to be there before something else can be tried: people, encounters, bookings
//! and the rest, as the window would have sent them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

mod booking;
pub mod events;
mod people;
mod proof;
mod reception;

use crate::desk::TestDesk;
pub use booking::*;
pub use people::*;
pub use proof::{Before, Plain, Proof, Screen, Stage};
pub use reception::*;
use serde_json::{Value, json};

/// The subjects that bring their own proofs along.
pub const PROOFS: &[Proof] = &[
    events::PROOF, //
];

/// The id of what was made.
#[track_caller]
pub fn id(value: &Value) -> i64 {
    value["id"]
        .as_i64()
        .unwrap_or_else(|| panic!("no id in {value}"))
}

/// The row of a list that has this code.
#[track_caller]
pub fn with_code(list: &Value, code: &str) -> Value {
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["code"] == code);
    row.unwrap_or_else(|| panic!("nothing has the code {code}"))
        .clone()
}

/// These fields of a row.
fn only(row: &Value, keys: &[&str]) -> Value {
    let fields = keys
        .iter()
        .map(|key| ((*key).to_owned(), row[*key].clone()));
    Value::Object(fields.collect())
}

/// A complaint of somebody known.
#[track_caller]
pub fn feedback(desk: &TestDesk) -> Value {
    json!({ "kind": "complaint", "encounterId": null, "visitorId": visitor(desk), "name": "", "phone": "", "happenedOn": null,
        "about": "", "what": "等了很久", "points": ["等了很久"] })
}

/// A complaint that has come as far as before a step.
#[track_caller]
pub fn feedback_up_to(desk: &TestDesk, step: &str) -> i64 {
    let id = desk.call("feedback.receive", feedback(desk))["line"]["id"]
        .as_i64()
        .unwrap();
    let telling = json!({ "how": "in_person", "reply": "好", "adoption": null, "why": "", "apology": "抱歉", "measure": "加人", "result": "已改" });
    for (name, input) in [
        ("take", json!({ "id": id, "note": "" })),
        (
            "handle",
            json!({ "id": id, "done": ["已核实"], "note": "" }),
        ),
        ("tell", json!({ "id": id, "telling": telling })),
        (
            "rate",
            json!({ "id": id, "asked": "rated", "rating": 5, "note": "" }),
        ),
    ] {
        if name == step {
            break;
        }
        desk.call(&format!("feedback.{name}"), input);
    }
    id
}

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

/// What a person needs, as long as little is known.
pub fn needs() -> Value {
    json!({ "relation": "", "sex": "female", "age": 60, "goal": "", "concerns": [], "conditions": [], "allergies": [],
        "deniedConditions": [], "deniedAllergies": [], "done": [], "budget": null, "minutes": null, "days": "", "asked": [] })
}

/// The house as it is sent back when it is edited.
#[track_caller]
pub fn institution(desk: &TestDesk) -> Value {
    let now = desk.call("institution.read", json!({}));
    json!({ "name": now["name"], "address": now["address"], "phone": now["phone"], "hours": now["hours"], "idleSeconds": 300 })
}

/// An encounter and a proposal in it.
#[track_caller]
pub fn proposed(desk: &TestDesk) -> (i64, i64) {
    let encounter = encounter(desk);
    let mut needs = needs();
    needs["concerns"] = json!(["bone", "cardiovascular"]);
    let made = desk.call(
        "proposals.make",
        json!({ "encounterId": encounter, "needs": needs }),
    );
    (encounter, id(&made["proposals"][0]))
}
