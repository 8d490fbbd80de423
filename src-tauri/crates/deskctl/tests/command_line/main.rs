//! The built program, as a script uses it: files in and out, lines, exit codes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "tests"
)]

mod backups;
#[cfg(target_os = "linux")]
mod guards;
mod keys;
mod missing;
mod papers;
mod place;
#[cfg(unix)]
mod read_only;
mod visit;

use place::{Place, code, words};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn init_leaves_both_codes_for_their_owner_only_and_never_overwrites() {
    let place = Place::with_desk(&["--training"]);
    let sheet = std::fs::read_to_string(place.file("codes")).unwrap();
    let codes: Vec<&str> = sheet
        .lines()
        .filter_map(|line| line.split("  ").nth(1))
        .collect();
    assert_eq!(codes.len(), 2, "{sheet}");
    assert!(
        codes
            .iter()
            .all(|code| code.split('-').filter(|group| group.len() == 5).count() == 7),
        "{sheet}"
    );
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(
            &std::fs::metadata(place.file("codes"))
                .unwrap()
                .permissions(),
        );
        assert_eq!(mode & 0o777, 0o600);
    }
    let state = place.session(&[r#"{"command":"session.state"}"#]);
    assert_eq!(
        (&state[0]["value"]["phase"], &state[0]["value"]["training"]),
        (&json!("open"), &json!(true))
    );

    let again = place.init(&[], "codes");
    assert_eq!(
        (code(&again), words(&again).starts_with("file_exists: ")),
        (1, true),
        "{again:?}"
    );
    assert_eq!(std::fs::read_to_string(place.file("codes")).unwrap(), sheet);
    let again = place.init(&[], "other");
    assert!(
        code(&again) == 1 && words(&again).starts_with("set_up_already: "),
        "{again:?}"
    );
    assert!(
        !Path::new(&place.file("other")).exists(),
        "no empty file is left where codes are looked for"
    );
}

#[test]
fn a_weak_password_sets_nothing_up() {
    let place = Place::new();
    place.put("password", "12345678\r\n");
    let done = place.init(&[], "codes");
    assert!(
        code(&done) == 1
            && words(&done).contains("password_weak")
            && words(&done).contains("[admin.password]"),
        "{done:?}"
    );
    assert!(!Path::new(&place.file("codes")).exists() && !place.0.join("data/keys.json").exists());
}

#[test]
fn exit_codes_tell_scripts_what_happened() {
    let place = Place::with_desk(&[]);
    for line in [
        vec!["init"],
        vec!["fly"],
        vec!["call", "--wings", "2"],
        vec!["call"],
    ] {
        let done = place.run(&line, "");
        assert!(
            code(&done) == 2 && words(&done).starts_with("usage: ") && done.stdout.is_empty(),
            "{line:?} {done:?}"
        );
    }
    let done = place.ask(
        "call",
        &[
            "visitors.read",
            r#"{"id":77,"purpose":"here","number":null}"#,
        ],
        "",
    );
    assert!(
        code(&done) == 1 && words(&done).starts_with("not_found: ") && done.stdout.is_empty(),
        "{done:?}"
    );
    let done = place.ask("call", &["visitors.read", r#"{"id":"x"}"#], "");
    assert!(
        code(&done) == 1 && words(&done).contains("input_shape") && words(&done).contains("[id]"),
        "{done:?}"
    );
    let done = place.ask("call", &["visitors.read", "{"], "");
    assert_eq!(code(&done), 2);
    place.put("password", "wrong\n");
    let done = place.ask("call", &["session.state"], "");
    assert!(
        code(&done) == 1 && words(&done).starts_with("sign_in_failed: "),
        "{done:?}"
    );

    std::fs::write(place.0.join("data/keys.json"), "{").unwrap();
    let _ = std::fs::remove_file(place.0.join("data/keys.prev.json"));
    assert_eq!(code(&place.ask("call", &["session.state"], "")), 3);
    let empty = Place::new();
    let done = empty.ask("call", &["session.state"], "");
    assert!(
        code(&done) == 1 && words(&done).starts_with("not_set_up: "),
        "{done:?}"
    );
}

#[test]
fn who_has_read_enough_ends_it_quietly() {
    for arguments in [&["commands"][..], &["--help"], &["--version"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_deskctl"))
            .args(arguments)
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // The reader goes before anything is written.
        drop(child.stdout.take());
        let done = child.wait_with_output().unwrap();
        assert_eq!(
            (code(&done), words(&done)),
            (0, String::new()),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_moment_outside_of_every_calendar_is_refused_and_the_session_goes_on() {
    let place = Place::with_desk(&["--training"]);
    let line = |at: i64| {
        format!("{{\"id\":1,\"command\":\"session.state\",\"input\":{{}},\"at\":{at}}}\n")
    };
    let outside = [
        i64::MAX,
        i64::MIN,
        -1,
        9_007_199_254_740_991,
        253_402_300_800_000,
    ];
    let mut input: String = outside.iter().map(|at| line(*at)).collect();
    input.push_str(&line(1_800_000_000_000));
    let done = place.ask("session", &[], &input);
    let answers: Vec<Value> = String::from_utf8_lossy(&done.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), outside.len() + 1);
    for answer in &answers[..outside.len()] {
        assert_eq!(answer["error"]["code"], "no_such_time");
        assert_eq!(answer["error"]["field"], "at");
    }
    assert_eq!(answers[outside.len()]["value"]["phase"], "open");
}

#[test]
fn a_folder_that_is_open_elsewhere_is_left_alone() {
    let place = Place::with_desk(&[]);
    let mut first = Command::new(env!("CARGO_BIN_EXE_deskctl"))
        .args([
            "session",
            "--as",
            "1001",
            "--password-file",
            &place.file("password"),
            "--data",
            &place.file("data"),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = first.stdin.take().unwrap();
    pipe.write_all(b"{\"id\":1,\"command\":\"session.state\"}\n")
        .unwrap();
    let mut line = String::new();
    let mut said = std::io::BufReader::new(first.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut said, &mut line).unwrap();
    assert!(line.contains("\"phase\":\"open\""), "{line}");

    let second = place.ask("call", &["session.state"], "");
    assert!(
        code(&second) == 4 && words(&second).starts_with("folder_in_use: "),
        "{second:?}"
    );
    drop(pipe);
    assert!(first.wait().unwrap().success());
    assert_eq!(code(&place.ask("call", &["session.state"], "")), 0);
}

#[test]
fn a_session_answers_every_line_in_order_and_survives_bad_ones() {
    let place = Place::with_desk(&[]);
    let visitor = json!({ "name": "单丹", "phone": "", "noPhone": "none", "phone2": "", "idKind": "none", "idNumber": "", "sex": null, "bornOn": null,
        "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] });
    let register = json!({ "id": "a", "command": "visitors.register", "input": { "visitor": visitor, "consent": "spoken", "healthConsent": null },
        "opId": "0192f0c1-2345-7abc-8def-0123456789ab" });
    let said = place.session(&[
        &register.to_string(),
        "{ this is no line",
        "[1,2]",
        r#"{"id":{"n":4},"command":7}"#,
        r#"{"id":5,"command":"visitors.find","input":{"text":"shandan"},"when":1}"#,
        "",
        r#"{"id":6,"command":"no.such"}"#,
        r#"{"id":7,"command":"visitors.find","input":{"text":"shandan"}}"#,
        &register.to_string(),
        r#"{"id":9,"command":"visitors.find","input":{"text":"x"},"at":1770000000000}"#,
    ]);
    assert_eq!(said.len(), 9, "an empty line asks nothing");
    assert_eq!(said[0]["touched"], json!(["visitors", "journal"]));
    let codes: Vec<&Value> = said.iter().map(|line| &line["error"]["code"]).collect();
    assert_eq!(codes[1..5], [&json!("bad_line"); 4]);
    assert_eq!(
        said[3]["id"],
        json!({ "n": 4 }),
        "ids come back as they were"
    );
    assert_eq!(
        (codes[5], &said[5]["error"]["params"]["command"]),
        (&json!("unknown_command"), &json!("no.such"))
    );
    assert_eq!(said[6]["value"]["rows"][0]["id"], said[0]["value"]["id"]);
    assert_eq!(
        said[7]["value"]["id"], said[0]["value"]["id"],
        "the same operation is done once"
    );
    assert_eq!(codes[8], &json!("time_not_yours"));
}

#[test]
fn demo_fills_a_training_folder_once_and_a_real_one_never() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let demo = ["--visitors", "40", "--days", "3", "--seed", "7"];
    let done = place.ask("demo", &demo, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let counts: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(counts["visitors"], 40);
    let done = place.ask("demo", &demo, "");
    assert!(
        code(&done) == 1 && words(&done).starts_with("not_empty: "),
        "{done:?}"
    );
    let real = Place::with_desk(&[]);
    let done = real.ask("demo", &demo, "");
    assert!(
        code(&done) == 1 && words(&done).starts_with("training_only: "),
        "{done:?}"
    );
}

#[test]
fn the_table_lists_every_command_with_its_input() {
    let place = Place::new();
    let done = Command::new(env!("CARGO_BIN_EXE_deskctl"))
        .args(["commands", "--json"])
        .output()
        .unwrap();
    let table: Value = serde_json::from_slice(&done.stdout).unwrap();
    let find = table
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["name"] == "visitors.find")
        .unwrap();
    assert_eq!(
        (&find["right"], &find["input"], &find["kind"]),
        (&json!("receive"), &json!("FindVisitors"), &json!("read"))
    );
    drop(place);
}

#[test]
#[cfg(unix)]
fn a_password_file_that_others_read_is_warned_of() {
    let place = Place::with_desk(&[]);
    let path = place.0.join("password");
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let done = place.ask("call", &["session.state"], "");
    assert!(
        code(&done) == 0 && words(&done).starts_with("warning: "),
        "{done:?}"
    );
}
