//! A place that was mistyped is said and stays as it was; a demo that was cut off leaves
//! nothing behind that would be in the way of the next.

use super::place::{Place, code, words};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A verb that needs a desk, with all that it asks for.
fn verbs(place: &Place) -> Vec<Vec<String>> {
    let (code_file, out) = (place.file("password"), place.file("out"));
    let lines: [&[&str]; 9] = [
        &["call", "session.state"],
        &["session"],
        &["backup"],
        &["verify-journal"],
        &["verify", "--backup", &out],
        &["demo", "--visitors", "3", "--days", "1", "--seed", "1"],
        &["voucher", "--number", "1", "--paper", "a4", "--out", &out],
        &[
            "ledger",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-02",
            "--format",
            "csv",
            "--out",
            &out,
        ],
        &["recover", "--code-file", &code_file, "--recovery-out", &out],
    ];
    let owned = |line: &&[&str]| line.iter().map(|word| (*word).to_owned()).collect();
    lines.iter().map(owned).collect()
}

fn asked(place: &Place, line: &[String]) -> std::process::Output {
    let words: Vec<&str> = line.iter().map(String::as_str).collect();
    place.ask(words[0], &words[1..], "")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_mistyped_folder_is_said_by_every_verb_that_needs_one_and_nothing_is_made() {
    let place = Place::new();
    fs::remove_dir(place.0.join("data")).unwrap();
    let before = names(&place.0);
    for line in verbs(&place) {
        let done = asked(&place, &line);
        assert_eq!(code(&done), 1, "{line:?} {done:?}");
        let said = words(&done);
        assert!(said.contains("folder_missing: "), "{line:?} {said}");
        assert!(said.contains(&place.file("data")), "{line:?} {said}");
        assert_eq!(names(&place.0), before, "{line:?}");
    }
}

#[test]
fn a_folder_that_is_no_desk_is_left_as_it_is() {
    let place = Place::new();
    let data = place.0.join("data");
    fs::write(data.join("letter.txt"), "x").unwrap();
    for line in verbs(&place).iter().filter(|line| line[0] != "recover") {
        let done = asked(&place, line);
        let said = words(&done);
        assert!(
            code(&done) == 1 && said.contains("not_set_up: "),
            "{line:?} {said}"
        );
        assert_eq!(names(&data), ["letter.txt"], "{line:?}");
    }
}

#[test]
fn a_new_desk_keeps_room_for_the_day_on_which_the_disk_is_full() {
    let place = Place::with_desk(&[]);
    let kept = fs::metadata(place.0.join("data/reserve.bin")).unwrap();
    assert!(kept.len() >= 1 << 20);
}

#[test]
fn a_period_that_ends_before_it_begins_is_said() {
    let place = Place::with_desk(&[]);
    let out = place.file("ledger.csv");
    let period = ["--from", "2026-02-02", "--to", "2026-02-01"];
    let mut args = vec!["--format", "csv", "--out", &out];
    args.extend(period);
    let done = place.ask("ledger", &args, "");
    let said = words(&done);
    assert!(
        code(&done) == 1 && said.contains("period_reversed: "),
        "{said}"
    );
    assert!(said.contains("--from") && said.contains("[to]"), "{said}");
    assert!(!Path::new(&out).exists());
}

const SMALL: [&str; 6] = ["--visitors", "20", "--days", "2", "--seed", "7"];

#[test]
fn a_demo_that_is_cut_off_leaves_the_folder_as_it_was_and_is_run_again() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let data = place.0.join("data");
    let mut cut = Command::new(env!("CARGO_BIN_EXE_deskctl"))
        .args([
            "demo",
            "--as",
            "1001",
            "--visitors",
            "20000",
            "--days",
            "400",
            "--seed",
            "7",
        ])
        .args([
            "--password-file",
            &place.file("password"),
            "--data",
            &place.file("data"),
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while !data.join("demo.part/desk.db-wal").exists() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never began");
        assert!(cut.try_wait().unwrap().is_none(), "it ended by itself");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(300));
    cut.kill().unwrap();
    cut.wait().unwrap();

    let read = json!({ "id": 1, "command": "bookings.today" }).to_string();
    let said = place.session(&[&read]);
    assert_eq!(
        said[0]["value"]["total"], 0,
        "nobody is there yet: {said:?}"
    );
    let done = place.ask("demo", &SMALL, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let counts: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(counts["visitors"], 20);
    assert!(!data.join("demo.part").exists());
    // Whole, signed in to as before, and its journal holds together.
    let journal = place.ask("verify-journal", &[], "");
    assert_eq!(code(&journal), 0, "{journal:?}");
    let again = place.ask("demo", &SMALL, "");
    assert!(words(&again).starts_with("not_empty: "), "{again:?}");
}

#[test]
fn what_lies_in_the_way_of_a_demo_and_is_none_is_not_removed() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let theirs = place.0.join("data/demo.part");
    fs::create_dir(&theirs).unwrap();
    fs::write(theirs.join("letter.txt"), "x").unwrap();
    let done = place.ask("demo", &SMALL, "");
    assert!(
        code(&done) == 1 && words(&done).starts_with("file_exists: "),
        "{done:?}"
    );
    assert_eq!(names(&theirs), ["letter.txt"]);
}
