//! The documented schema is true: it makes what the migrations make, every part says what
//! it is for and stands under the subject that keeps it, and its closed sets are the code's.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod sources;
mod written;

use desk::MIGRATIONS;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use vault::{Entropy, Error, Folder, Migration, NewVault, Vault, args};
use written::things;

struct Dice(AtomicU64);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(1, Ordering::Relaxed);
            *byte = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u8;
        }
    }
}

/// The text of every table, index and trigger of a new file, by kind and name.
fn made_by(name: &str, steps: &[Migration]) -> BTreeMap<String, String> {
    let path = std::env::temp_dir().join(format!("schema-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    let folder = Arc::new(Folder::own(&path).unwrap());
    let new = NewVault {
        label: "青禾",
        training: false,
        account: "1001",
        password: "heron-lamp-4471-quay",
        cost: vault::Cost::FLOOR,
    };
    let (vault, _) = Vault::create(&folder, &new, steps, 5, &Dice(AtomicU64::new(7))).unwrap();
    let found: Vec<(String, String)> = vault
        .read::<_, Error>(|tx| {
            tx.all(
                "SELECT type || ' ' || name AS name, coalesce(sql, '') AS text FROM sqlite_master",
                args![],
                |row| Ok((row.get("name")?, row.get("text")?)),
            )
        })
        .unwrap();
    drop(vault);
    std::fs::remove_dir_all(path).unwrap();
    found
        .into_iter()
        .map(|(name, text)| (name, plain(&text)))
        .collect()
}

/// A statement without its comments, its white space and the quotes that renaming puts
/// around a name, so that a column which was added later reads as if it had always stood there.
fn plain(sql: &str) -> String {
    let code = sql.lines().map(|line| line.split("--").next().unwrap());
    let code = code.collect::<Vec<_>>().join(" ").replace('"', "");
    let mut plain = String::new();
    for word in code.split_whitespace() {
        let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        if touches(plain.chars().next_back()) && touches(word.chars().next()) {
            plain.push(' ');
        }
        plain += word;
    }
    plain
}

#[test]
fn the_document_makes_the_schema_of_the_migrations() {
    let texts: Vec<String> = written::files().into_iter().map(|(_, text)| text).collect();
    // The vault has laid its own tables before the first step runs, and keeps its key in one.
    let sql = format!(
        "CREATE TEMP TABLE kept AS SELECT * FROM epochs;
         DROP TABLE journal; DROP TABLE epochs; DROP TABLE migrations;
         {}
         INSERT INTO epochs SELECT * FROM kept; DROP TABLE kept;",
        texts.join("\n")
    );
    let document = Migration {
        number: 1,
        name: "document",
        sql: Box::leak(sql.into_boxed_str()),
    };
    let documented = made_by("document", &[document]);
    let migrated = made_by("migrations", &MIGRATIONS);
    assert!(migrated.contains_key("table visitors") && migrated.contains_key("table journal"));
    for (name, text) in &migrated {
        assert_eq!(documented.get(name), Some(text), "{name}");
    }
    let names = |made: BTreeMap<String, String>| made.into_keys().collect::<Vec<_>>();
    assert_eq!(names(documented), names(migrated));
}

#[test]
fn a_column_that_was_added_reads_as_if_it_had_always_stood_there() {
    let added = "CREATE TABLE \"t\" (\n    a INTEGER NOT NULL -- first\n, b TEXT CHECK (b IN ('x', 'y'))) STRICT";
    let whole = "CREATE TABLE t (\n    a INTEGER NOT NULL,\n    b TEXT\n        CHECK (b IN ('x','y')) -- second\n) STRICT";
    assert_eq!(plain(added), plain(whole));
    assert_ne!(plain(added), plain(&whole.replace("'y'", "'z'")));
    assert_ne!(plain(added), plain(&whole.replace("NOT NULL", "")));
}

#[test]
fn every_table_index_and_trigger_says_what_it_is_for() {
    let all = things();
    for kind in ["TABLE", "INDEX", "TRIGGER"] {
        assert!(all.iter().any(|thing| thing.kind == kind), "no {kind}");
    }
    for thing in &all {
        assert!(
            thing.says.len() > 10 && thing.says.contains(['.', ':']),
            "{} says: {:?}",
            thing.name,
            thing.says
        );
    }
}

#[test]
fn every_table_stands_under_the_subject_that_keeps_it() {
    let sources = sources::all();
    for table in things().iter().filter(|thing| thing.kind == "TABLE") {
        let name = &table.name;
        let keeps = |text: &str| {
            let verbs = ["FROM ", "INTO ", "JOIN ", "UPDATE ", "CREATE TABLE "];
            verbs
                .iter()
                .any(|verb| text.contains(&format!("{verb}{name} ")))
        };
        let own: Vec<_> = sources
            .iter()
            .filter(|source| source.is_of(&table.place))
            .collect();
        assert!(!own.is_empty(), "{name}: there is no {}", table.place);
        assert!(
            own.iter().any(|source| keeps(&source.text)),
            "{name} is not kept by {}",
            table.place
        );
    }
}

#[test]
fn every_closed_set_is_the_one_of_its_type() {
    let types = sources::closed_sets();
    let mut compared = 0;
    for table in things() {
        for column in table.columns.iter().filter(|column| column.is_text()) {
            let place = format!("{}.{}", table.name, column.name);
            let named = column.says.split_once("codes: ").map(|(_, rest)| {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
                rest[..end.unwrap_or(rest.len())].trim_end_matches(':')
            });
            let Some(named) = named else {
                let own = column.codes().is_none() || column.says.starts_with("codes ");
                assert!(own, "{place} does not name the type of its codes");
                continue;
            };
            let (subject, name) = named.split_once("::").unwrap();
            let of: Vec<&BTreeSet<String>> = types
                .iter()
                .filter(|set| set.name == name && set.source.is_below(subject))
                .map(|set| &set.codes)
                .collect();
            assert_eq!(of.len(), 1, "{place}: types called {named}");
            if let Some(codes) = column.codes() {
                assert_eq!(of[0], &codes.into_iter().collect(), "{place} of {named}");
                compared += 1;
            }
        }
    }
    assert!(compared > 40, "only {compared}");
}

#[test]
fn every_text_says_whose_it_is() {
    for table in things() {
        for column in table.columns.iter().filter(|column| column.is_text()) {
            assert!(
                column.is_plain() || column.whose(&table).is_some(),
                "{}.{} says: {:?}",
                table.name,
                column.name,
                column.says
            );
        }
    }
}
