//! Walks the journal's whole chain, and compares a line typed from a signed ledger.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use api::Problem;
use serde_json::{Value, json};

/// Flags with a value.
pub const FLAGS: &[&str] = &["line"];

/// Runs it; what does not fit is a failure after the finding was printed.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let input = match args.maybe("line") {
        Some(line) => json!({ "line": line }),
        None => json!({}),
    };
    let found = Door::open(args)?.run("session.verify_journal", input)?;
    crate::lines::say(&found);
    let fact = |pointer: &str| found.pointer(pointer).cloned().unwrap_or(Value::Null);
    let problem = |code: &str, name: &str, value: Value| {
        Err(Failure::Problem(Problem {
            code: code.to_owned(),
            params: [(name.to_owned(), value)].into_iter().collect(),
            field: None,
            also: Vec::new(),
        }))
    };
    match (fact("/brokenAt"), fact("/paper/outcome").as_str()) {
        (Value::Null, Some("differs")) => problem("paper_differs", "seq", fact("/paper/seq")),
        (Value::Null, Some("newer")) => problem("paper_newer", "missing", fact("/paper/missing")),
        (Value::Null, _) => Ok(()),
        (seq, _) => problem("journal_broken", "seq", seq),
    }
}
