//! No refusal, no code of the gate and no command is left out: each is named in a proof, and
//! a desk has really answered so while the proofs ran.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use proofs::answers::answered;
use proofs::shapes::Shapes;
use proofs::sources::{files, literals, root};
use std::collections::BTreeSet;

/// What no desk of the proofs can be brought to answer, the file that proves it, and by which words.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    // Needs a drive of another computer.
    (
        "folder_on_network",
        "src-tauri/crates/vault/src/place/tests.rs",
        "on_network(",
    ),
    // Needs a disk that takes nothing more, or a file that another program holds.
    (
        "space_short",
        "tests/faults/src/lines/full.rs",
        "\"space_short\"",
    ),
    (
        "restore_unfinished",
        "src-tauri/crates/vault/src/backup/swap/tests.rs",
        "Error::RestoreUnfinished",
    ),
    (
        "keys_changed",
        "src-tauri/crates/vault/tests/promises/together.rs",
        "Error::KeysChanged",
    ),
    (
        "folder_read_only",
        "src-tauri/crates/deskctl/tests/command_line/read_only.rs",
        "folder_read_only",
    ),
    (
        "keys_unsure",
        "tests/faults/src/lines/secrets.rs",
        "keys_unsure",
    ),
    // Needs a disk that is full.
    (
        "store_full",
        "tests/faults/src/lines/full.rs",
        "\"store_full\"",
    ),
];

/// Where a test says what it expects.
const PROOFS: &[&str] = &["tests/journeys", "tests/house"];
/// The same, and what subjects bring along to be played and asked.
const PLAYED: &[&str] = &["tests/journeys", "tests/house", "tests/src/made"];

/// Every text in quotes in the proofs.
fn named(below: &[&str]) -> BTreeSet<String> {
    files(below, &[".rs"])
        .iter()
        .flat_map(|(_, text)| literals(text))
        .map(|(_, literal)| literal)
        .collect()
}

fn missing<'a>(
    below: &[&str],
    wanted: impl Iterator<Item = &'a str>,
    heard: &BTreeSet<String>,
) -> Vec<(&'a str, &'static str)> {
    let named = named(below);
    wanted
        .filter_map(|word| match (named.contains(word), heard.contains(word)) {
            (true, true) => None,
            (false, _) => Some((word, "is named nowhere")),
            (true, false) => Some((word, "was never answered")),
        })
        .collect()
}

#[test]
fn every_refusal_is_met_by_its_name() {
    let shapes = Shapes::of_the_table();
    let heard = answered().into_iter().filter_map(|(_, code)| code);
    let wanted = shapes
        .codes()
        .filter(|code| ELSEWHERE.iter().all(|(apart, ..)| apart != code));
    let missing = missing(PROOFS, wanted, &heard.collect());
    assert!(missing.is_empty(), "{}: {missing:#?}", missing.len());
}

#[test]
fn every_command_is_run_by_its_name() {
    let lines = api::command_lines();
    let heard = answered().into_iter().filter(|(_, code)| code.is_none());
    let heard = heard.map(|(command, _)| command).collect();
    let missing = missing(PLAYED, lines.iter().map(|line| line.name), &heard);
    assert!(missing.is_empty(), "{}: {missing:#?}", missing.len());
}

#[test]
fn what_no_desk_here_can_answer_is_proven_where_it_says() {
    let shapes = Shapes::of_the_table();
    for (code, file, words) in ELSEWHERE {
        assert!(shapes.knows(code), "{code} is no code");
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        assert!(text.contains(words), "{file} does not prove {code}");
    }
}
