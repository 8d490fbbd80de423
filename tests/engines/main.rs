//! PostgreSQL understands the statements of the stores. They are heard while the journeys
//! run, with what was bound to them, and none of those in the sources may go unheard.
#![cfg(all(target_os = "linux", debug_assertions))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod postgres;
mod schema;

use postgres::Server;
use proofs::sources::{literals, stores};
use proofs::statements::{Statement, kept, one_line};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What the run before has left, or one of our own.
static HEARD: LazyLock<BTreeSet<Statement>> = LazyLock::new(kept);

/// What a literal says outside of its placeholders; nothing when it is no SQL.
fn pieces(literal: &str) -> Vec<String> {
    const WORDS: &[&str] = &[
        "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "FROM", "JOIN", "WHERE", "AND", "OR",
        "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "CASE", "WHEN", "EXISTS", "SET", "VALUES",
    ];
    let is_word = |word: &str| WORDS.contains(&word);
    let is_sql = literal
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(is_word)
        || literal
            .split('?')
            .skip(1)
            .any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    if !is_sql {
        return Vec::new();
    }
    let outside = literal.split('{').enumerate().map(|(n, part)| match n {
        0 => part,
        _ => part.split_once('}').map_or(part, |(_, after)| after),
    });
    outside
        .map(one_line)
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn holds(sql: &str, pieces: &[String]) -> bool {
    let mut rest = sql;
    pieces
        .iter()
        .all(|piece| match rest.split_once(piece.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
}

#[test]
fn no_statement_of_the_stores_went_unheard() {
    let mut unheard = Vec::new();
    for (name, text) in stores() {
        for (line, literal) in literals(&text) {
            let pieces = pieces(&literal);
            if !HEARD.iter().any(|heard| holds(&heard.sql, &pieces)) {
                unheard.push(format!("{name}:{line}: {}", one_line(&literal)));
            }
        }
    }
    assert!(
        unheard.is_empty(),
        "{} of the stores' statements ran in no journey:\n{}",
        unheard.len(),
        unheard.join("\n")
    );
}

#[test]
fn every_statement_is_understood_by_postgresql() {
    let Some(server) = Server::start() else {
        println!("PostgreSQL is not installed here: nothing was prepared on it");
        return;
    };
    server.lay(&schema::translated());
    let refused = server.refused(&HEARD);
    assert!(
        refused.is_empty(),
        "{} of {} statements are not PostgreSQL's:\n{}",
        refused.len(),
        HEARD.len(),
        refused.join("\n")
    );
}
