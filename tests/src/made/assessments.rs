//! What somebody needs.

use super::{Before, Proof};
use serde_json::{Value, json};

/// What a person needs, as long as little is known.
pub fn needs() -> Value {
    json!({ "relation": "", "sex": "female", "age": 67, "goal": "", "concerns": [], "conditions": [], "allergies": [],
        "deniedConditions": [], "deniedAllergies": [], "done": [], "budget": null, "minutes": null, "days": "", "asked": [] })
}

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "assessments.next_question",
            r#"{"needs":{"relation":"","sex":"female","age":70,"goal":"","concerns":["bone"],"conditions":[],"allergies":[],"deniedConditions":[],"deniedAllergies":[],"done":[],"budget":null,"minutes":null,"days":"","asked":[]}}"#,
            Ok("question"),
        ),
        Before("assessments.read", r#"{"encounterId":22}"#, Ok("查查心脏")),
        Before(
            "assessments.read_line",
            r#"{"text":"妈妈 骨质疏松 800"}"#,
            Ok("bone"),
        ),
    ],
    ..Proof::NOTHING
};
