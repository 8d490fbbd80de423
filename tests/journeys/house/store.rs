//! What journeys about the store do and look at.

use proofs::desk::TestDesk;
use serde_json::{Value, json};
use std::path::PathBuf;

pub(super) fn change(desk: &TestDesk, label: &str) {
    let hours: Value = desk.call("institution.read", json!({}))["hours"].clone();
    let input = json!({ "name": label, "address": "和平路 18 号", "phone": "010-00006666",
        "hours": hours, "idleSeconds": 300 });
    desk.call("institution.set", input);
}

pub(super) fn backups(desk: &TestDesk) -> Vec<Value> {
    desk.call("backups.list", json!({}))["rows"]
        .as_array()
        .unwrap()
        .clone()
}

pub(super) fn actions(desk: &TestDesk) -> Vec<String> {
    desk.call("journal.list", json!({}))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["action"].as_str().unwrap().to_owned())
        .collect()
}

pub(super) fn database(desk: &TestDesk) -> PathBuf {
    desk.data().join("desk.db")
}
