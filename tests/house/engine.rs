//! The room of the engine, and what statements may not say so that another can take its
//! place: what only SQLite knows, and what others understand differently.

use proofs::sources::{files, literals, running, stores};
use std::collections::BTreeSet;

#[test]
fn only_the_room_of_sqlite_names_its_library() {
    let room = "src-tauri/crates/vault/src/engine/sqlite/";
    let mut inside = 0;
    for (name, text) in files(&["src-tauri"], &[".rs"]) {
        let named = running(&text).any(|(_, code)| code.contains("rusqlite"));
        assert!(!named || name.starts_with(room), "{name} names rusqlite");
        inside += usize::from(named);
    }
    assert!(inside > 0, "nobody names it: {room} has moved");
}

#[test]
fn statements_say_nothing_that_one_engine_alone_understands() {
    let flags = flags();
    let mut faults = Vec::new();
    for (name, text) in stores() {
        for (line, literal) in literals(&text) {
            faults.extend(fault(&literal, &flags).map(|why| format!("{name}:{line}: {why}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_one_engine_alone_understands_is_found() {
    let flags = BTreeSet::from(["active".to_owned()]);
    for alone in [
        "SELECT rowid FROM notes",
        "SELECT last_insert_rowid()",
        "SELECT date(at / 1000, 'unixepoch') FROM notes",
        "SELECT group_concat(name, '; ') FROM notes",
        "SELECT id FROM notes WHERE instr(body, ?1) > 0",
        "SELECT SUM(state = 'done') FROM notes",
        "SELECT SUM(EXISTS (SELECT 1 FROM others)) FROM notes",
        "SELECT COUNT(*) AS n FROM notes GROUP BY day HAVING n > ?1",
        "SELECT id FROM (SELECT id FROM notes)",
        "SELECT id FROM ({}) WHERE hold = ''",
        "INSERT OR IGNORE INTO notes (id) VALUES (?1)",
        "REPLACE INTO notes (id) VALUES (?1)",
        "SELECT max(opened, closed) FROM notes",
        "SELECT ifnull(name, '') FROM notes",
        "SELECT id FROM notes WHERE name IS 'x'",
        "SELECT id FROM notes WHERE name IS NOT ?1",
        "SELECT id FROM notes WHERE name LIKE ?1",
        "SELECT id FROM notes WHERE active",
        "SELECT id FROM notes n WHERE n.day = ?1 AND NOT n.active",
        "SELECT json_extract(body, '$.a') FROM notes",
        "SELECT id FROM notes WHERE name = \"x\"",
    ] {
        assert!(fault(alone, &flags).is_some(), "{alone}");
    }
    for shared in [
        "SELECT id FROM notes WHERE active = 1 AND name_key LIKE ?1 ESCAPE '\\'",
        "SELECT MAX(at) AS at, SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) AS n FROM notes",
        "SELECT COUNT(*) AS n FROM notes GROUP BY day HAVING COUNT(*) > ?1",
        "SELECT x.id FROM (SELECT id FROM notes) x WHERE x.id IS NOT NULL",
        "SELECT id FROM notes WHERE name IS NOT DISTINCT FROM ?1",
        "INSERT INTO notes (id) VALUES (?1) ON CONFLICT (id) DO NOTHING",
    ] {
        assert_eq!(fault(shared, &flags), None, "{shared}");
    }
}

/// Functions and words of SQLite's own.
const OWN: &[&str] = &[
    "rowid",
    "last_insert_rowid",
    "changes",
    "strftime",
    "datetime",
    "julianday",
    "unixepoch",
    "date",
    "time",
    "group_concat",
    "instr",
    "ifnull",
    "iif",
    "json_extract",
    "printf",
    "typeof",
    "total",
    "glob",
    "pragma",
];

/// Columns that hold codes, or digits, and are compared with codes and digits only:
/// SQLite's LIKE takes ASCII capitals for small letters, others do not.
const EXACT: &[&str] = &["action", "detail", "code", "no", "id_number"];

/// Columns that are 0 or 1: not a truth elsewhere.
fn flags() -> BTreeSet<String> {
    let flag = |line: &str| {
        let (column, rest) = line.split_once("CHECK (")?.1.split_once(' ')?;
        rest.starts_with("IN (0, 1))").then(|| column.to_owned())
    };
    let steps = files(&["src-tauri/crates/desk/migrations"], &[".sql"]);
    let found: BTreeSet<String> = steps
        .iter()
        .flat_map(|(_, text)| text.lines().filter_map(flag))
        .collect();
    assert!(found.contains("active"), "{found:?}");
    found
}

/// Words, numbers and signs of a statement; a text in quotes is one `'`.
fn tokens(sql: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\'' {
            while rest.next().is_some_and(|c| c != '\'') {}
            found.push("'".to_owned());
        } else if c.is_alphanumeric() || c == '_' {
            let mut word = String::from(c);
            while let Some(c) = rest.next_if(|c| c.is_alphanumeric() || *c == '_') {
                word.push(c);
            }
            found.push(word);
        } else if !c.is_whitespace() {
            found.push(c.to_string());
        }
    }
    found
}

/// What stands in the parentheses that open at `at`, and where they close.
fn inside(tokens: &[String], at: usize) -> (&[String], usize) {
    let mut depth = 0;
    for (n, token) in tokens.iter().enumerate().skip(at) {
        match token.as_str() {
            "(" => depth += 1,
            ")" if depth == 1 => return (&tokens[at + 1..n], n),
            ")" => depth -= 1,
            _ => {}
        }
    }
    (&tokens[at + 1..], tokens.len())
}

/// What is wrong with a literal, when it is one of SQL: those are written in capitals.
fn fault(literal: &str, flags: &BTreeSet<String>) -> Option<String> {
    let all = tokens(literal);
    let sql = [
        "SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "WITH", "WHERE", "AND", "OR", "LIKE",
        "FROM", "ORDER", "HAVING", "CASE", "WHEN", "SUM", "COUNT", "EXISTS",
    ];
    if !all.iter().any(|token| sql.contains(&token.as_str())) {
        return None;
    }
    if literal.contains('"') {
        return Some("double quotes".to_owned());
    }
    (0..all.len()).find_map(|n| fault_at(&all, n, flags))
}

fn fault_at(all: &[String], n: usize, flags: &BTreeSet<String>) -> Option<String> {
    let token = |n: usize| all.get(n).map_or("", String::as_str);
    let (this, next) = (token(n), token(n + 1));
    let said = |why: &str| {
        Some(format!(
            "{why} at {}",
            all[n..all.len().min(n + 6)].join(" ")
        ))
    };
    let own = OWN.contains(&this.to_ascii_lowercase().as_str());
    if own && (next == "(" || matches!(this, "rowid" | "GLOB" | "PRAGMA")) {
        return said("SQLite's own");
    }
    match (this.to_ascii_uppercase().as_str(), next) {
        ("INSERT" | "UPDATE", "OR") | ("REPLACE", "INTO") => said("SQLite's conflicts"),
        ("SUM" | "AVG", "(") => {
            let (summed, _) = inside(all, n + 1);
            let truth = ["=", "<", ">", "EXISTS", "IN", "IS", "NOT", "LIKE"];
            let is_truth = summed.iter().any(|token| truth.contains(&token.as_str()));
            let is_case = summed.first().is_some_and(|token| token == "CASE");
            (is_truth && !is_case).then(|| said("a sum of truths"))?
        }
        ("MAX" | "MIN", "(") => {
            let (of, _) = inside(all, n + 1);
            let several = (0..of.len()).any(|at| {
                let open = of[..at].iter().filter(|t| *t == "(").count();
                of[at] == "," && open == of[..at].iter().filter(|t| *t == ")").count()
            });
            several.then(|| said("the larger of two"))?
        }
        ("FROM" | "JOIN", "(") => {
            let (_, end) = inside(all, n + 1);
            let named = token(end + 1).starts_with(|c: char| c.is_ascii_lowercase())
                || token(end + 1) == "AS";
            (!named).then(|| said("a subquery without a name"))?
        }
        ("IS", next) => {
            let after = token(n + 2);
            let right = matches!(
                (next, after),
                ("NULL" | "DISTINCT", _) | ("NOT", "NULL" | "DISTINCT")
            );
            (!right).then(|| said("IS with a value"))?
        }
        ("LIKE", _) => {
            let before = if token(n - 1) == "NOT" { n - 2 } else { n - 1 };
            let column = token(before);
            let folded = column.ends_with("_key") || EXACT.contains(&column);
            (!folded).then(|| said("LIKE on what is not folded"))?
        }
        ("HAVING", _) => {
            let ends = ["ORDER", "LIMIT", ")"];
            let clause = all[n + 1..]
                .iter()
                .take_while(|t| !ends.contains(&t.as_str()));
            let named: BTreeSet<&String> = all
                .windows(2)
                .filter(|w| w[0] == "AS")
                .map(|w| &w[1])
                .collect();
            clause
                .clone()
                .any(|t| named.contains(t))
                .then(|| said("a name in HAVING"))?
        }
        ("WHERE" | "AND" | "OR" | "NOT" | "WHEN" | "ON", _) => {
            let column = if token(n + 2) == "." { n + 3 } else { n + 1 };
            let compared = ["=", "<", ">", "IS", "IN", "BETWEEN", "!"].contains(&token(column + 1));
            (flags.contains(token(column)) && !compared).then(|| said("a number as a truth"))?
        }
        _ => None,
    }
}
