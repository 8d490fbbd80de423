//! Fills a training folder with made-up visitors and days. It is filled apart, and put in
//! place once it is whole: a run that is cut off leaves the folder as it was.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use crate::machine::Exports;
use api::Demo;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// Flags with a value.
pub const FLAGS: &[&str] = &["visitors", "days", "seed", "staff-password-file"];

/// Where it is filled, below the folder.
const APART: &str = "demo.part";
/// Lies in what is filled apart, and in nothing else: whatever does not hold it is not removed.
const MARK: &str = "demo.begun";
/// What a desk consists of, the database first: a head that is behind it is made up for by
/// the next start, one that is ahead is an alarm.
const FILES: &[&str] = &[
    "desk.db",
    "desk.db-wal",
    "keys.json",
    "keys.prev.json",
    "keys.next.json",
    "attempts.json",
    "head.json",
];
/// Logs beside the database.
const LOGS: &[&str] = &["desk.db-wal", "desk.db-shm"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let staff_password = args
        .maybe("staff-password-file")
        .map(|path| files::password(Path::new(path)))
        .transpose()?;
    let demo = Demo {
        visitors: args.number("visitors")?,
        days: args.number("days")?,
        seed: args.number("seed")?,
        staff_password: staff_password.as_ref().map(|p| p.as_str()),
    };
    let data = args.path("data")?;
    // It owns the folder until everything is in place; the desk in it is closed meanwhile.
    let door = Door::open(args)?;
    door.gateway().may_demo(&demo)?;
    door.run("session.lock", json!({}))?;
    let apart = Apart::copy_of(&data)?;
    let filling = Door::open_at(args, apart.0.clone(), Exports::Folder(".".into()))?;
    let done = filling.gateway().demo(&demo)?;
    drop(filling);
    apart.put_in_place(&data)?;
    crate::lines::say(&json!(done));
    Ok(())
}

/// What is filled apart; it goes when it is not put in place.
struct Apart(PathBuf);

impl Apart {
    fn copy_of(data: &Path) -> Result<Self, Failure> {
        let place = data.join(APART);
        let failed = |error: std::io::Error| Failure::file("file_failed", &place, &error);
        if place.exists() {
            // A run that was cut off left it.
            if !place.join(MARK).exists() {
                return Err(Failure::file("file_exists", &place, &MARK));
            }
            fs::remove_dir_all(&place).map_err(failed)?;
        }
        let made = Self(place.clone());
        let copied = (|| {
            fs::create_dir(&place)?;
            fs::write(place.join(MARK), b"")?;
            for name in FILES {
                let from = data.join(name);
                if from.exists() {
                    fs::copy(from, place.join(name))?;
                }
            }
            Ok(())
        })();
        copied.map_err(failed)?;
        Ok(made)
    }

    /// The desk that was filled takes the place of the one it is a copy of.
    fn put_in_place(self, data: &Path) -> Result<(), Failure> {
        let failed = |error: std::io::Error| Failure::file("file_failed", data, &error);
        let placed = (|| {
            for name in LOGS {
                let old = data.join(name);
                if old.exists() {
                    fs::remove_file(old)?;
                }
            }
            for name in FILES {
                let new = self.0.join(name);
                if new.exists() {
                    fs::rename(new, data.join(name))?;
                }
            }
            Ok(())
        })();
        placed.map_err(failed)
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        if self.0.join(MARK).exists() {
            let _ = fs::remove_dir_all(&self.0);
        }
    }
}
