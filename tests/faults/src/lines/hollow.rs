//! A database file that is there and holds nothing, or nearly nothing: no byte, one, a
//! few, a page; with its log or without. Whoever signs in is told that the store is
//! damaged, a set-up is not offered, nothing is written, the log stays; and a backup
//! brings everything back. The control is the file as it was: it must open.

use super::power::{Recording, record};
use super::{Line, Stage};
use crate::base::{Base, gateway};
use crate::checker::PATIENCE;
use crate::crew::{Tally, alone, broken};
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use crate::talk::{ask, enter};
use proofs::desk::{PASSWORD, wizard};
use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _, SeedableRng as _};
use serde_json::json;
use std::path::Path;

pub const LINE: Line = Line {
    name: "empty database",
    short: 14,
    long: 500,
    run,
};

const DATABASE: &str = "desk.db";
const LOG: &str = "desk.db-wal";
const PAGE: usize = 4096;
const NAME: &str = "own.backup";

/// What the database is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hollow {
    /// As it was: the control.
    Whole,
    Nothing,
    OneByte,
    SomeBytes,
    /// A page of zeros.
    EmptyPage,
    /// A page of nothing but chance.
    AnyPage,
    /// Its own first page.
    FirstPage,
}

const ALL: [Hollow; 7] = [
    Hollow::Whole,
    Hollow::Nothing,
    Hollow::OneByte,
    Hollow::SomeBytes,
    Hollow::EmptyPage,
    Hollow::AnyPage,
    Hollow::FirstPage,
];

impl Hollow {
    fn make(self, bytes: &mut Vec<u8>, dice: &mut StdRng) {
        let mut chance = |length: usize| {
            let mut bytes = vec![0; length];
            dice.fill_bytes(&mut bytes);
            bytes
        };
        match self {
            Self::Whole => {}
            Self::Nothing => bytes.clear(),
            Self::OneByte => *bytes = chance(1),
            Self::SomeBytes => {
                let length = dice.random_range(2..PAGE);
                bytes.truncate(length);
                dice.fill_bytes(bytes);
            }
            Self::EmptyPage => *bytes = vec![0; PAGE],
            Self::AnyPage => *bytes = chance(PAGE),
            Self::FirstPage => bytes.truncate(PAGE),
        }
    }
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let made = backup(&stage.base).and_then(|bytes| Ok((bytes, record(&stage.base, 1)?)));
    let (backup, recording) = match made {
        Ok(made) => made,
        Err(words) => return vec![(LINE.name.to_owned(), broken(&words))],
    };
    alone(LINE.name, runs, stage.seed, |part| {
        let mut dice = StdRng::seed_from_u64(part.seed);
        let mut tally = Tally::default();
        for number in part.first..part.first + part.runs {
            let hollow = ALL[usize::try_from(number).unwrap_or(0) % ALL.len()];
            let mut files = left(&recording, number % 2 == 0);
            files.0.insert(format!("backups/{NAME}"), backup.clone());
            if let Some(bytes) = files.0.get_mut(DATABASE) {
                hollow.make(bytes, &mut dice);
            }
            one(&stage.base, hollow, &files, &mut tally)?;
        }
        Ok(vec![tally])
    })
}

/// The folder of a desk that was killed, its log not folded back, or of one that was closed.
fn left(recording: &Recording, with_log: bool) -> Files {
    let timeline = &recording.timeline;
    let last = timeline
        .events
        .iter()
        .rposition(|event| matches!(event, crate::disk::Event::Acknowledged(_)));
    timeline.whole(match last {
        Some(last) if with_log => last + 1,
        _ => timeline.events.len(),
    })
}

fn backup(base: &Base) -> Result<Vec<u8>, String> {
    let folder = base.folder("hollow-before")?;
    let words = |error: std::io::Error| error.to_string();
    base.files.lay_out(&folder).map_err(words)?;
    let desk = gateway(&folder);
    enter(&desk, "1001", PASSWORD)?;
    let made = ask(&desk, "backups.make", json!({}))?;
    desk.close();
    let name = made["name"].as_str().unwrap_or_default().to_owned();
    std::fs::read(folder.join("backups").join(name)).map_err(words)
}

/// What a person is told: at the door, of the state, at a set-up; and after a restore.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Told {
    door: String,
    phase: String,
    set_up: String,
}

fn one(base: &Base, hollow: Hollow, files: &Files, tally: &mut Tally) -> Result<(), String> {
    let folder = base.folder("hollow")?;
    let words = |error: std::io::Error| error.to_string();
    files.lay_out(&folder).map_err(words)?;
    let child = spawn(|pipe| pipe.say(&tell(&folder)));
    let (lines, end) = child.hear(PATIENCE);
    let told: Option<Told> = lines
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    let after = Files::read(&folder).map_err(words)?;
    tally.runs += 1;
    let log = if files.0.contains_key(LOG) {
        "with"
    } else {
        "without"
    };
    let mut accuse = |what: &str| tally.accuse(format!("{hollow:?} {log} log: {what}"));
    let Some(told) = told.filter(|_| end == End::Code(0)) else {
        accuse(&format!("the program ended with {end:?}"));
        return Ok(());
    };
    if hollow == Hollow::Whole {
        if told.door != "in" {
            accuse(&format!("harness broken: {told:?}"));
        }
        return Ok(());
    }
    let damaged = told.door.starts_with("store_");
    tally.reported += u64::from(damaged);
    let mut wrong = Vec::new();
    if !damaged {
        wrong.push(format!("whoever signs in is told {}", told.door));
    }
    if told.phase.contains("empty") || !told.set_up.contains("already") {
        wrong.push(format!("a set-up: {}, {}", told.phase, told.set_up));
    }
    let but = |files: &Files| {
        let mut files = files.clone();
        files.0.retain(|name, _| !name.starts_with("attempts"));
        files
    };
    if let Some(name) = but(&after).differs(&but(files)) {
        wrong.push(format!("{name} was written"));
    }
    let child = spawn(|pipe| pipe.say(&restored(&folder)));
    let (lines, _) = child.hear(PATIENCE);
    if lines.last().is_none_or(|line| line != "\"back\"") {
        wrong.push(format!("a restore: {lines:?}"));
    }
    // The set that was replaced is evidence: its log is the only trace of what was done last.
    let aside = Files::read(&folder).map_err(words)?;
    let log_kept = aside
        .0
        .iter()
        .any(|(name, bytes)| name.ends_with(&format!("/{LOG}")) && Some(bytes) == files.0.get(LOG));
    if files.0.contains_key(LOG) && !log_kept {
        wrong.push("the log is not aside after the restore".to_owned());
    }
    if !wrong.is_empty() {
        tally.damaged += 1;
        tally.accuse(format!("{hollow:?} {log} log: {}", wrong.join("; ")));
    }
    Ok(())
}

fn tell(folder: &Path) -> Told {
    let desk = gateway(folder);
    let door = enter(&desk, "1001", PASSWORD);
    let phase = ask(&desk, "session.state", json!({}));
    let set_up = ask(&desk, "setup.create", wizard("empty", false));
    Told {
        door: door.map_or_else(|code| code, |_| "in".to_owned()),
        phase: phase.map_or_else(|code| code, |state| state["phase"].to_string()),
        set_up: set_up.map_or_else(|code| code, |_| "made".to_owned()),
    }
}

fn restored(folder: &Path) -> String {
    let desk = gateway(folder);
    let order = json!({ "name": NAME, "place": "own", "no": "1001", "password": PASSWORD,
        "reason": "数据文件空了" });
    let done = ask(&desk, "backups.restore", order)
        .and_then(|_| enter(&desk, "1001", PASSWORD))
        .and_then(|_| ask(&desk, "session.verify_journal", json!({})));
    match done {
        Ok(verdict) if verdict["brokenAt"].is_null() => "back".to_owned(),
        other => format!("{other:?}"),
    }
}
