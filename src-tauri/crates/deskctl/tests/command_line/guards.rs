//! What the running program keeps to itself, looked at from outside. Linux only: the
//! other systems show no memory of a process as a file.

use super::place::{NOBODY, Place, hand_over, is_root};
use serde_json::json;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A session that is alive.
struct Alive {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Alive {
    fn start(place: &Place, dress: impl FnOnce(&mut Command)) -> Self {
        let (password, data) = (place.file("password"), place.file("data"));
        let mut command = Command::new(place.program());
        command
            .args(["session", "--as", "1001", "--data", &data])
            .args(["--password-file", &password])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        dress(&mut command);
        let mut process = command.spawn().unwrap();
        let to = process.stdin.take().unwrap();
        let from = BufReader::new(process.stdout.take().unwrap());
        let mut alive = Self { process, to, from };
        alive.say(r#"{"command":"session.state"}"#);
        alive
    }

    fn say(&mut self, line: &str) -> String {
        writeln!(self.to, "{line}").unwrap();
        let mut said = String::new();
        self.from.read_line(&mut said).unwrap();
        said
    }

    fn file(&self, name: &str) -> String {
        format!("/proc/{}/{name}", self.process.id())
    }

    /// Which of these lie in its memory. Nothing where the system does not show it.
    fn holds(&self, wanted: &[&str]) -> Option<Vec<String>> {
        let memory = File::open(self.file("mem")).ok()?;
        let maps = std::fs::read_to_string(self.file("maps")).ok()?;
        let mut found = Vec::new();
        for line in maps.lines().filter(|line| line.contains(" rw")) {
            let (from, rest) = line.split_once('-').unwrap();
            let (to, _) = rest.split_once(' ').unwrap();
            let from = u64::from_str_radix(from, 16).unwrap();
            let size = u64::from_str_radix(to, 16).unwrap() - from;
            let mut bytes = vec![0; usize::try_from(size).unwrap()];
            if memory.read_exact_at(&mut bytes, from).is_err() {
                continue;
            }
            for text in wanted {
                let there = bytes
                    .windows(text.len())
                    .any(|part| part == text.as_bytes());
                if there {
                    found.push((*text).to_owned());
                }
            }
        }
        Some(found)
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_crash_writes_no_memory_to_disk() {
    let place = Place::with_desk(&[]);
    let alive = Alive::start(&place, |_| ());
    let limits = std::fs::read_to_string(alive.file("limits")).unwrap();
    let core = limits
        .lines()
        .find(|line| line.contains("core file"))
        .unwrap();
    let values: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert_eq!(values, ["0", "0"], "{core}");
}

#[test]
fn another_program_of_the_same_person_may_not_look_into_it() {
    let place = Place::with_desk(&[]);
    let root = is_root();
    if root {
        hand_over(&place.0, NOBODY);
    }
    let dress = |command: &mut Command| {
        if root {
            command.uid(NOBODY).gid(NOBODY);
        }
    };
    let alive = Alive::start(&place, dress);
    let looks = |pid: u32| {
        let mut look = Command::new("cat");
        look.arg(format!("/proc/{pid}/maps")).stdout(Stdio::null());
        dress(&mut look);
        look.stderr(Stdio::null()).status().unwrap().success()
    };
    let mut idle = Command::new("sleep");
    dress(&mut idle);
    let mut idle = idle.arg("60").spawn().unwrap();
    let sees_ordinary = looks(idle.id());
    let _ = idle.kill();
    let _ = idle.wait();
    assert!(sees_ordinary, "the look itself works");
    assert!(!looks(alive.process.id()));
    let owner = std::fs::metadata(alive.file("maps")).unwrap().uid();
    assert_eq!(owner, 0, "the system keeps its memory from its own user");
}

#[test]
fn a_locked_session_has_forgotten_what_was_said_and_answered() {
    let place = Place::with_desk(&[]);
    let mut alive = Alive::start(&place, |_| ());
    let (name, phone, word) = ("欧阳静澜", "13855550197", "vault-gull-9913-lime");
    let visitor = json!({ "name": name, "phone": phone, "phone2": "", "idKind": "none", "idNumber": "", "sex": null, "bornOn": null,
        "address": "", "note": "", "groups": [], "conditions": [], "allergies": [] });
    let register = json!({ "command": "visitors.register",
        "input": { "visitor": visitor, "consent": "spoken", "healthConsent": null } });
    let said = alive.say(&register.to_string());
    assert!(said.contains("\"touched\""), "{said}");
    alive.say(&json!({ "command": "visitors.find", "input": { "text": phone } }).to_string());
    let wrong = json!({ "no": "1001", "password": word });
    alive.say(&json!({ "command": "session.lock", "input": {} }).to_string());
    let refused = alive.say(&json!({ "command": "session.sign_in", "input": wrong }).to_string());
    assert!(refused.contains("sign_in_failed"), "{refused}");
    let wanted = [name, phone, word, "heron-lamp-4471-quay"];
    // An argument of the program shows that the search is not blind.
    let control = place.file("password");
    match alive.holds(&[&control]) {
        None => assert!(!is_root(), "root may look"),
        Some(found) => {
            assert!(!found.is_empty(), "the search is blind");
            assert_eq!(alive.holds(&wanted), Some(Vec::new()));
        }
    }
}
