//! Which statements ran: every distinct one, with the types of what was bound.
#![allow(clippy::expect_used, reason = "what tests are built of")]

use crate::left::{Leaving, left};
use api::{Bound, overhear};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A statement as it ran.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// Its text, every run of white space a single space.
    pub sql: String,
    /// `bigint`, `text`, `bytea` or, of an absent value, `unknown`.
    pub types: Vec<String>,
}

const KIND: &str = "statements";

static LEAVING: LazyLock<Leaving<Statement>> = LazyLock::new(|| Leaving::of(KIND));

/// Keeps every statement from now on, when somebody wants them.
pub fn keep() {
    if LEAVING.is_wanted() {
        overhear(heard);
    }
}

fn heard(sql: &str, values: &[Bound]) {
    let name = |value: &Bound| match value {
        Bound::Null => "unknown",
        Bound::Int(_) => "bigint",
        Bound::Text(_) => "text",
        Bound::Blob(_) => "bytea",
    };
    let statement = Statement {
        sql: one_line(sql),
        types: values.iter().map(|v| name(v).to_owned()).collect(),
    };
    LEAVING.leave(
        statement,
        |Statement { sql, types }| json!({ "sql": sql, "types": types }),
    );
}

/// A text with every run of white space a single space.
pub fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What every process of the run before has kept.
pub fn kept() -> BTreeSet<Statement> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let statement = |line: &Value| Statement {
        sql: text(&line["sql"]),
        types: line["types"]
            .as_array()
            .expect("types")
            .iter()
            .map(text)
            .collect(),
    };
    left(KIND).map(statement).collect()
}
