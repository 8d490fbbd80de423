//! A session under clocks that are set by hand.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::serve;
use crate::args::Args;
use crate::door::Door;
use crate::lines::Line;
use crate::verbs::init;
use api::{Fonts, Gateway, KeepFault, Machine, PrintJob, SpoolFault};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::time::{Duration, Instant};

/// Thursday 2026-02-05, nine o'clock in China.
const NINE: i64 = 1_770_253_200_000;
const SECOND: i64 = 1000;
const PASSWORD: &str = "heron-lamp-4471-quay";
const READ: &str = r#"{"command":"visitors.find","input":{"text":"x"}}"#;

/// A machine whose clocks stand still until they are moved.
#[derive(Default)]
struct Held {
    passed: AtomicI64,
    drawn: AtomicU8,
}

impl Held {
    fn wait(&self, ms: i64) {
        self.passed.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Machine for Held {
    fn now(&self) -> i64 {
        NINE + self.ticks()
    }

    fn ticks(&self) -> i64 {
        self.passed.load(Ordering::SeqCst)
    }

    fn fill(&self, bytes: &mut [u8]) {
        for slot in bytes {
            *slot = self.drawn.fetch_add(89, Ordering::SeqCst);
        }
    }

    fn spool(&self, _: &PrintJob<'_>) -> Result<String, SpoolFault> {
        Err(SpoolFault::NotSupported)
    }

    fn keep_file(&self, _: &str, _: &[u8]) -> Result<String, KeepFault> {
        Err(KeepFault::Other)
    }
}

/// A desk whose administrator has just signed in; idle for five minutes at most.
struct Scene {
    machine: Arc<Held>,
    door: Option<Door>,
    folder: PathBuf,
}

impl Scene {
    fn set(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("shouwen-session-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let machine = Arc::new(Held::default());
        let gateway = Gateway::new(folder.clone(), Fonts::none(), machine.clone());
        let door = Door::of(gateway);
        let words = ["--institution", "x", "--admin", "1001"].map(str::to_owned);
        let args = Args::read(&words, init::FLAGS, init::SWITCHES).unwrap();
        let created = init::set_up(&door, init::wizard(&args).unwrap(), PASSWORD).unwrap();
        door.run("setup.confirm", init::typed_back(&created))
            .unwrap();
        Self {
            machine,
            door: Some(door),
            folder,
        }
    }

    /// Says each line after so many milliseconds; answers the codes of refusal.
    fn say(&self, lines: Vec<(i64, &str)>) -> Vec<Option<String>> {
        let mut out = Vec::new();
        let lines = lines.into_iter().map(|(wait, line)| {
            self.machine.wait(wait);
            Ok(Line::new(line.as_bytes().to_vec()))
        });
        serve(self.door.as_ref().unwrap(), lines, &mut out).unwrap();
        String::from_utf8(out)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap())
            .map(|line| line["error"]["code"].as_str().map(str::to_owned))
            .collect()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        self.door = None;
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn locked() -> Option<String> {
    Some("locked".to_owned())
}

#[test]
fn a_line_after_the_idle_time_is_answered_locked() {
    let scene = Scene::set("idle");
    let (near, over) = (299 * SECOND, 300 * SECOND);
    let said = scene.say(vec![(near, READ), (near, READ), (over, READ), (0, READ)]);
    assert_eq!(said, [None, None, locked(), locked()]);
}

#[test]
fn what_the_window_asks_by_itself_holds_no_session_open() {
    let scene = Scene::set("poll");
    let poll = r#"{"command":"backups.progress"}"#;
    let said = scene.say(vec![(200 * SECOND, poll), (100 * SECOND, READ)]);
    assert_eq!(said, [None, locked()]);
}

#[test]
fn a_session_ends_after_twelve_hours_however_busy_it_is() {
    let scene = Scene::set("twelve");
    let every = 240 * SECOND;
    let many = 12 * 3600 * SECOND / every;
    let said = scene.say((0..many + 1).map(|_| (every, READ)).collect());
    let open = said.iter().take_while(|code| code.is_none()).count();
    assert_eq!(i64::try_from(open).unwrap(), many - 1, "{said:?}");
    assert!(said.iter().skip(open).all(|code| *code == locked()));
    let back =
        json!({ "command": "session.sign_in", "input": { "no": "1001", "password": PASSWORD } });
    assert_eq!(
        scene.say(vec![(0, &back.to_string()), (0, READ)]),
        [None, None],
        "who knows the password comes in again"
    );
}

#[test]
fn the_store_is_closed_while_nobody_says_anything() {
    let scene = Scene::set("silent");
    let door = scene.door.as_ref().unwrap();
    let mut closed = false;
    let lines = std::iter::from_fn(|| {
        scene.machine.wait(301 * SECOND);
        let began = Instant::now();
        while !closed && began.elapsed() < Duration::from_secs(10) {
            closed = door.gateway().lock_news();
            std::thread::sleep(Duration::from_millis(50));
        }
        None
    });
    serve(door, lines, Vec::new()).unwrap();
    assert!(closed, "nobody looked at the clock");
}
