//! What people come with, sorted.

use super::Do::{Press, Row};
use super::{Before, Proof, Screen, only, with_code};
use crate::desk::TestDesk;
use serde_json::{Value, json};

/// A class of matters.
#[track_caller]
pub fn leaf(desk: &TestDesk, code: &str) -> Value {
    with_code(&desk.call("categories.list", json!({})), code)
}

/// A class of matters as it is sent back when it is edited.
#[track_caller]
pub fn category(desk: &TestDesk) -> Value {
    let class = leaf(desk, "feedback");
    let keys = [
        "nameZh",
        "nameEn",
        "prefix",
        "urgency",
        "complexity",
        "pointCode",
        "anonymous",
        "words",
    ];
    let mut category = only(&class, &keys);
    category["words"] = json!(["反映"]);
    json!({ "id": class["id"], "category": category })
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before("categories.list", "{}", Ok("失物")),
        Before("categories.suggest", r#"{"text":"丢了东西"}"#, Ok("65")),
    ],
    screens: &[
        Screen("categories", "/categories", &[Row(0)]),
        Screen("category-change", "/categories", &[Row(0), Press("e")]),
    ],
    ..Proof::NOTHING
};
