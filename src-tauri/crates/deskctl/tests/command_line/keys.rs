//! Coming in with a printed code, and the journal against paper.

use super::place::{Place, code, words};
use serde_json::Value;

fn codes(place: &Place, name: &str) -> Vec<String> {
    let sheet = std::fs::read_to_string(place.file(name)).unwrap();
    sheet
        .lines()
        .filter_map(|line| line.split("  ").nth(1).map(str::to_owned))
        .collect()
}

#[test]
fn a_printed_code_sets_a_new_password_and_leaves_new_codes() {
    let place = Place::with_desk(&[]);
    let old = codes(&place, "codes");
    place.put("code", &old[1].to_lowercase().replace('-', " "));
    place.put("password", "neuer 7 Kiefer Turm\n");
    let (code_file, out) = (place.file("code"), place.file("new-codes"));
    let args = ["--code-file", &code_file, "--recovery-out", &out];
    let done = place.ask("recover", &args, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let new = codes(&place, "new-codes");
    assert!(new.len() == 2 && new.iter().all(|c| !old.contains(c)));
    let state = place.session(&[r#"{"command":"session.state"}"#]);
    assert_eq!(
        state[0]["value"]["phase"], "open",
        "signed in with the new password"
    );
    let out = place.file("third");
    let args = ["--code-file", &code_file, "--recovery-out", &out];
    let again = place.ask("recover", &args, "");
    assert!(
        code(&again) == 1 && words(&again).starts_with("recovery_wrong: "),
        "{again:?}"
    );
    assert!(
        !std::path::Path::new(&out).exists(),
        "no sheet without codes"
    );
}

#[test]
fn the_line_of_an_export_is_found_again_and_another_one_is_not() {
    let place = Place::with_desk(&["--training"]);
    let out = place.file("ledger.csv");
    let export = [
        "--from",
        "2026-01-01",
        "--to",
        "2026-01-02",
        "--format",
        "csv",
        "--out",
        &out,
    ];
    assert_eq!(code(&place.ask("ledger", &export, "")), 0);
    let text = std::fs::read_to_string(&out).unwrap();
    let last = text.lines().last().unwrap();
    let line = last.split("\",\"").nth(3).unwrap();
    let check = |line: &str| {
        let done = place.ask("verify-journal", &["--line", line], "");
        let found: Value = serde_json::from_slice(&done.stdout).unwrap();
        (code(&done), found, words(&done))
    };
    let (exit, found, _) = check(line);
    assert_eq!(
        (exit, &found["paper"]["outcome"]),
        (0, &"matches".into()),
        "{line}"
    );
    let parts: Vec<&str> = line.split(" | ").collect();
    let (exit, _, said) = check(&format!(
        "{} {}",
        parts[1],
        parts[2].replace(&parts[2][..4], "0000")
    ));
    assert!(exit == 1 && said.starts_with("paper_differs: "), "{said}");
    let (exit, found, said) = check(&format!("100000 {}", parts[2]));
    assert!(exit == 1 && said.starts_with("paper_newer: "), "{said}");
    assert!(found["paper"]["missing"].as_i64().unwrap() > 99_000);
    assert_eq!(code(&place.ask("verify-journal", &[], "")), 0);
}
