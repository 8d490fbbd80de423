//! A backup made on one folder and restored on another, as on a new machine.
#![allow(clippy::needless_pass_by_value, reason = "json! is written in place")]

use super::place::{Place, code, words};
use serde_json::{Value, json};
use std::path::Path;

/// A desk with two visitors; answers the backup that was copied out of it.
fn backed_up(place: &Place) -> (Value, String) {
    for (n, name) in ["单丹", "曾强"].iter().enumerate() {
        let visitor = json!({ "name": name, "phone": "", "noPhone": "none", "phone2": "", "idKind": "none", "idNumber": "", "sex": null, "bornOn": null,
            "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] });
        let input = register(visitor);
        let line = json!({ "id": n, "command": "visitors.register", "input": input });
        let said = place.session(&[&line.to_string()]);
        assert!(said[0]["value"]["id"].is_i64(), "{said:?}");
    }
    let out = place.file("stick");
    std::fs::create_dir_all(&out).unwrap();
    let done = place.ask("backup", &["--out", &out], "");
    assert_eq!(code(&done), 0, "{done:?}");
    let made: Value = serde_json::from_slice(&done.stdout).unwrap();
    let path = made["path"].as_str().unwrap().to_owned();
    assert!(path.starts_with(&out) && Path::new(&path).is_file());
    (made, path)
}

fn register(visitor: Value) -> Value {
    json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null, "basis": null, "basisReason": "" })
}

fn printed_code(place: &Place) -> String {
    let sheet = std::fs::read_to_string(place.file("codes")).unwrap();
    sheet
        .lines()
        .find_map(|line| line.split("  ").nth(1).map(str::to_owned))
        .unwrap()
}

fn visitors(place: &Place) -> u64 {
    let done = place.ask("call", &["visitors.find", r#"{"text":"d"}"#], "");
    assert_eq!(code(&done), 0, "{done:?}");
    let state = place.session(&[r#"{"command":"session.state"}"#]);
    assert_eq!(state[0]["value"]["phase"], "open");
    let made = place.ask("backup", &[], "");
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();
    made["visitors"].as_u64().unwrap()
}

#[test]
fn a_new_machine_goes_on_with_a_backup_and_a_printed_code() {
    let old = Place::with_desk(&[]);
    let (made, path) = backed_up(&old);
    assert_eq!(made["visitors"], 2);
    let new = Place::new();
    new.put("code", &printed_code(&old).to_lowercase());
    let code_file = new.file("code");
    let args = ["restore", "--backup", &path, "--code-file", &code_file];
    let mut args = args.to_vec();
    args.extend(["--reason", "新电脑"]);
    let done = new.run(&args, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let restored: Value = serde_json::from_slice(&done.stdout).unwrap();
    for fact in ["visitors", "bookings", "journal"] {
        assert_eq!(restored[fact], made[fact], "{fact}");
    }
    assert_eq!(restored["aside"], Value::Null, "the folder was empty");
    assert!(words(&done).contains('%'), "{done:?}");
    assert_eq!(visitors(&new), 2, "the old password opens the new machine");
}

#[test]
fn what_is_there_is_put_aside_when_a_backup_is_restored_over_it() {
    let place = Place::with_desk(&[]);
    let (made, path) = backed_up(&place);
    let args = ["--backup", &path, "--reason", "误操作"];
    let done = place.ask("restore", &args, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let restored: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(restored["journal"], made["journal"]);
    let aside = place
        .0
        .join("data")
        .join(restored["aside"].as_str().unwrap());
    assert!(aside.join("desk.db").is_file(), "{}", aside.display());
    assert_eq!(visitors(&place), 2);
}

#[test]
fn one_flipped_byte_is_told_and_nothing_is_restored() {
    let place = Place::with_desk(&[]);
    let (_, path) = backed_up(&place);
    place.put("code", &printed_code(&place));
    let code_file = place.file("code");
    let whole = place.run(
        &["verify", "--backup", &path, "--code-file", &code_file],
        "",
    );
    assert_eq!(code(&whole), 0, "{whole:?}");
    let by_desk = place.ask("verify", &["--backup", &path], "");
    assert_eq!(code(&by_desk), 0, "{by_desk:?}");

    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() - 5000;
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let before = std::fs::read(place.0.join("data/keys.json")).unwrap();
    for verb in ["verify", "restore"] {
        let mut args = vec![verb, "--backup", &path, "--code-file", &code_file];
        if verb == "restore" {
            args.extend(["--reason", "试一试"]);
        }
        let done = place.run(&args, "");
        assert!(
            code(&done) == 1 && words(&done).contains("backup_refused: 不是完整的备份"),
            "{verb} {done:?}"
        );
    }
    let done = place.ask("verify", &["--backup", &path], "");
    assert!(
        code(&done) == 1 && words(&done).contains("backup_refused"),
        "{done:?}"
    );
    assert_eq!(
        std::fs::read(place.0.join("data/keys.json")).unwrap(),
        before
    );
    assert_eq!(visitors(&place), 2);
    let done = place.run(
        &["verify", "--backup", "nowhere", "--code-file", &code_file],
        "",
    );
    assert!(
        code(&done) == 1 && words(&done).starts_with("file_unreadable"),
        "{done:?}"
    );
}
