//! What the test desks answered: every command with every code, and whether it was refused.

use crate::left::{Leaving, left};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A command and what became of it: the code of the refusal, or nothing.
pub type Answered = (String, Option<String>);

const KIND: &str = "answers";

static LEAVING: LazyLock<Leaving<Answered>> = LazyLock::new(|| Leaving::of(KIND));

/// Leaves an answer for the proofs that come after.
pub fn note(command: &str, code: Option<&str>) {
    if LEAVING.is_wanted() {
        let answered = (command.to_owned(), code.map(str::to_owned));
        LEAVING.leave(answered, |(command, code)| json!([command, code]));
    }
}

/// What every desk of the run before has answered.
pub fn answered() -> BTreeSet<Answered> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    left(KIND)
        .filter_map(|line| Some((text(&line[0])?, text(&line[1]))))
        .collect()
}
