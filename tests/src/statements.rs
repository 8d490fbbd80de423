//! Which statements ran: every distinct one of this process, with the types of what was
//! bound, in a file of a folder that whoever runs the proofs names.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what tests are built of"
)]

use api::{Bound, overhear};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// Names the folder; without it nothing is kept.
pub const FOLDER: &str = "SHOUWEN_STATEMENTS";

/// A statement as it ran.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    /// Its text, every run of white space a single space.
    pub sql: String,
    /// `bigint`, `text`, `bytea` or, of an absent value, `unknown`.
    pub types: Vec<String>,
}

struct Kept {
    file: File,
    seen: BTreeSet<Statement>,
}

static KEPT: LazyLock<Option<Mutex<Kept>>> = LazyLock::new(|| {
    let folder = PathBuf::from(std::env::var_os(FOLDER)?);
    std::fs::create_dir_all(&folder).expect("a folder for the statements");
    let name = format!("{}.jsonl", std::process::id());
    Some(Mutex::new(Kept {
        file: File::create(folder.join(name)).expect("a file for the statements"),
        seen: BTreeSet::new(),
    }))
});

/// Keeps every statement from now on, when somebody wants them.
pub fn keep() {
    if KEPT.is_some() {
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
    let Some(kept) = KEPT.as_ref() else { return };
    let mut kept = kept.lock().unwrap();
    if !kept.seen.contains(&statement) {
        let line = json!({ "sql": statement.sql, "types": statement.types });
        writeln!(kept.file, "{line}").expect("a line");
        kept.seen.insert(statement);
    }
}

/// A text with every run of white space a single space.
pub fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What every process has kept in a folder.
pub fn kept(folder: &Path) -> BTreeSet<Statement> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let statement = |line: &str| {
        let line: Value = serde_json::from_str(line).expect("a line of ours");
        Statement {
            sql: text(&line["sql"]),
            types: line["types"]
                .as_array()
                .expect("types")
                .iter()
                .map(text)
                .collect(),
        }
    };
    let files = std::fs::read_dir(folder).expect("a folder of statements");
    files
        .flat_map(|file| {
            let text = std::fs::read_to_string(file.expect("a file").path()).expect("text");
            text.lines().map(statement).collect::<Vec<_>>()
        })
        .collect()
}
