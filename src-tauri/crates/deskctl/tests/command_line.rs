//! The built program, as a script uses it: files in and out, lines, exit codes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

const PASSWORD: &str = "heron-lamp-4471-quay";

/// A folder for one proof; it goes when the proof is over.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("shouwen-deskctl-{}-{n}", std::process::id()));
        std::fs::create_dir_all(root.join("data")).unwrap();
        let place = Self(root);
        place.put("password", &format!("{PASSWORD}\n"));
        place
    }

    /// With a desk set up.
    fn with_desk(switches: &[&str]) -> Self {
        let place = Self::new();
        let done = place.init(switches, "codes");
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        place
    }

    fn init(&self, switches: &[&str], codes: &str) -> Output {
        let (codes, password) = (self.file(codes), self.file("password"));
        let mut args = vec!["init", "--institution", "青禾体检中心", "--admin", "1001"];
        args.extend(["--recovery-out", &codes, "--password-file", &password]);
        args.extend(switches);
        self.run(&args, "")
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
            .unwrap();
    }

    fn run(&self, args: &[&str], input: &str) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_deskctl"))
            .args(args)
            .args(["--data", &self.file("data")])
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // A program that refused its arguments has stopped listening.
        let _ = pipe.write_all(input.as_bytes());
        drop(pipe);
        child.wait_with_output().unwrap()
    }

    /// Signed in as the administrator.
    fn ask(&self, verb: &str, args: &[&str], input: &str) -> Output {
        let password = self.file("password");
        let mut all = vec![verb, "--as", "1001", "--password-file", &password];
        all.extend(args);
        self.run(&all, input)
    }

    fn session(&self, lines: &[&str]) -> Vec<Value> {
        let done = self.ask("session", &[], &(lines.join("\n") + "\n"));
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        let said = String::from_utf8(done.stdout).unwrap();
        said.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn code(done: &Output) -> i32 {
    done.status.code().unwrap()
}

fn words(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

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
    let done = place.ask("call", &["visitors.read", r#"{"id":77}"#], "");
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
    let visitor = json!({ "name": "单丹", "phone": "", "phone2": "", "idKind": "none", "idNumber": "", "sex": null, "bornOn": null,
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
    assert_eq!(said[0]["touched"], json!(["visitors"]));
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
fn a_training_day_can_be_replayed_and_taken_home() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let nine = 1_770_253_200_000_i64;
    let said = place.session(&[
        &json!({ "id": 1, "command": "encounters.start", "input": { "channel": "phone", "visitorId": null }, "at": nine }).to_string(),
        &json!({ "id": 2, "command": "encounters.close", "input": { "id": 1, "outcome": "answered", "note": "", "rating": 5 }, "at": nine + 240_000 }).to_string(),
    ]);
    assert_eq!(said[0]["value"]["startedAt"], nine);
    assert_eq!(said[1]["value"]["endedAt"], nine + 240_000);

    let out = place.file("ledger.csv");
    let ask = [
        "--from",
        "2026-02-05",
        "--to",
        "2026-02-05",
        "--format",
        "csv",
        "--out",
        &out,
    ];
    let done = place.ask("ledger", &ask, "");
    assert_eq!(code(&done), 0, "{done:?}");
    let csv = std::fs::read(&out).unwrap();
    assert!(
        csv.starts_with(&[0xEF, 0xBB, 0xBF])
            && String::from_utf8_lossy(&csv).contains("20260205-0001")
    );
    assert!(
        code(&place.ask("ledger", &ask, "")) == 1,
        "what is there is not overwritten"
    );
    let full = place.file("full.csv");
    let done = place.ask(
        "ledger",
        &[
            "--from",
            "2026-02-05",
            "--to",
            "2026-02-05",
            "--format",
            "csv",
            "--out",
            &full,
            "--full",
        ],
        "",
    );
    assert!(
        code(&done) == 1
            && words(&done).starts_with("reason_needed: ")
            && !Path::new(&full).exists(),
        "{done:?}"
    );
    let done = place.ask(
        "ledger",
        &[
            "--from", "x", "--to", "y", "--format", "doc", "--out", &full,
        ],
        "",
    );
    assert_eq!(code(&done), 2);
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

/// The paper crate's small faces under the names of the real ones.
fn fonts(place: &Place) -> String {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../paper/fixtures");
    for (small, real) in [
        ("Sheet-Regular.ttf", "NotoSansSC_400Regular.ttf"),
        ("Sheet-Bold.ttf", "NotoSansSC_700Bold.ttf"),
    ] {
        std::fs::copy(from.join(small), place.0.join(real)).unwrap();
    }
    place.0.display().to_string()
}

#[test]
fn a_voucher_is_written_on_every_paper_and_each_time_counts_as_a_print() {
    let place = Place::with_desk(&["--training", "--starter"]);
    let at = 1_770_253_200_000_i64;
    let line = |command: &str, input: Value| {
        json!({ "command": command, "input": input, "at": at }).to_string()
    };
    let visitor = json!({ "name": "单丹", "phone": "15400001111", "phone2": "", "idKind": "none", "idNumber": "", "sex": "female",
        "bornOn": "1980-01-01", "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] });
    let said = place.session(&[
        &line(
            "visitors.register",
            json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null }),
        ),
        &line("schedules.list", json!({})),
    ]);
    let rows = said[1]["value"]["rows"].as_array().unwrap();
    let room = rows.iter().find(|row| row["code"] == "ecg").unwrap();
    let service = room["services"][0]["id"].clone();
    let ask = json!({ "visitorId": null, "packageId": null, "serviceIds": [service], "from": "2026-02-06", "days": 1, "movingId": null });
    let free = place.session(&[&line("bookings.slots", ask)]);
    let start = &free[0]["value"]["days"][0]["offers"][0]["start"];
    let item = json!({ "serviceId": service, "scheduleId": room["id"], "day": "2026-02-06", "start": start });
    let wanted = json!({ "visitorId": said[0]["value"]["id"], "encounterId": null, "packageId": null, "items": [item], "readBack": true, "needs": "", "note": "" });
    let booked = place.session(&[&line("bookings.book", wanted)]);
    let number = booked[0]["value"]["line"]["voucherNo"].as_str().unwrap();

    let fonts = fonts(&place);
    for (n, paper) in ["a4", "a5", "80mm"].into_iter().enumerate() {
        let out = place.file(&format!("{paper}.pdf"));
        let args = [
            "--number", number, "--paper", paper, "--out", &out, "--fonts", &fonts,
        ];
        let done = place.ask("voucher", &args, "");
        assert_eq!(code(&done), 0, "{done:?}");
        let told: Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!((&told["place"], &told["n"]), (&json!(out), &json!(n + 1)));
        assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
        assert!(words(&place.ask("voucher", &args, "")).starts_with("file_exists: "));
    }
    let out = place.file("none.pdf");
    let done = place.ask(
        "voucher",
        &[
            "--number",
            "2026020600018",
            "--paper",
            "a5",
            "--out",
            &out,
            "--fonts",
            &fonts,
        ],
        "",
    );
    assert!(
        code(&done) == 1 && words(&done).starts_with("voucher_") && !Path::new(&out).exists(),
        "{done:?}"
    );
}
