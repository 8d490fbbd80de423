//! The process is killed while it changes the key file: afterwards the old password opens
//! the desk or the new one does, never both, and the new one if the change was answered.
//! The key of the new slot is derived once; every child writes the very same file.

use super::rekey::ENTRY;
use super::{Line, Stage};
use crate::base::ACCOUNT;
use crate::checker::{PATIENCE, unlock};
use crate::crew::{Part, Tally, alone};
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Kind, Plan};
use crate::interpose::process::{leave, spawn};
use crate::scene::Files;
use desk::MIGRATIONS;
use proofs::desk::{FixedMachine, MONDAY_NINE, PASSWORD};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use vault::{Administrator, Entropy, Folder, Vault};

pub const LINE: Line = Line {
    name: "kill -9 during key-file update",
    short: 300,
    long: 10_000,
    run,
};

const NEW_PASSWORD: &str = "plover-chalk-3358-inlet";

/// Seeded dice for the vault.
pub struct Dice(pub FixedMachine);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        api::Machine::fill(&self.0, bytes);
    }
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| worker(stage, part))
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let folder = stage.base.folder("keys")?;
    let words = |error: std::io::Error| error.to_string();
    stage.base.files.lay_out(&folder).map_err(words)?;
    let files = Files::read(&folder).map_err(words)?;
    let mut writer = Writer {
        folder: &folder,
        files,
        seed: part.seed,
        dice: StdRng::seed_from_u64(part.seed),
        tally: Tally::default(),
    };
    writer.all(part.runs);
    Ok(vec![writer.tally])
}

struct Writer<'a> {
    folder: &'a Path,
    files: Files,
    seed: u64,
    dice: StdRng,
    tally: Tally,
}

impl Writer<'_> {
    fn all(&mut self, runs: u64) {
        // Once here, so that every child finds the key of the new slot derived.
        let (changed, changes, time) = self.change();
        if !changed || !opens(self.folder, NEW_PASSWORD) || opens(self.folder, PASSWORD) {
            let words = "harness broken: the change itself failed".to_owned();
            return self.tally.accuse(words);
        }
        for number in 0..runs {
            if let Err(error) = self.files.lay_out(self.folder) {
                self.tally.accuse(format!("harness broken: {error}"));
            }
            let answered = self.kill(number, changes, time);
            self.tally.runs += 1;
            let (old, new) = (
                opens(self.folder, PASSWORD),
                opens(self.folder, NEW_PASSWORD),
            );
            if answered && !new {
                self.tally.lost += 1;
                self.tally
                    .accuse(format!("run {number}: an answered change is gone"));
            } else if old == new {
                self.tally.unreadable += 1;
                self.tally.accuse(format!(
                    "run {number}: of both passwords open: {old}, {new}"
                ));
            }
        }
    }

    /// The change in this process: whether it was answered, how many file calls it made, and
    /// how long it took.
    fn change(&self) -> (bool, u64, Duration) {
        layer::watch(self.folder);
        let started = Instant::now();
        let changed = change(self.folder, self.seed);
        let (time, counts) = (started.elapsed(), layer::counts());
        layer::leave();
        (changed, counts.changes, time)
    }

    /// Kills by the clock or in the nth change; answers whether the change was answered.
    fn kill(&mut self, number: u64, changes: u64, time: Duration) -> bool {
        let (patience, plan) = if number.is_multiple_of(2) {
            (time.mul_f64(self.dice.random_range(0.0..1.0)), None)
        } else {
            let plan = Plan {
                kind: Kind::Change,
                nth: self.dice.random_range(0..changes.max(1)),
                answer: Answer::HalfAndDie,
                for_good: false,
                file: "",
            };
            (PATIENCE, Some(plan))
        };
        let child = spawn(|pipe| {
            layer::watch(self.folder);
            layer::plan(plan);
            pipe.say(&change(self.folder, self.seed));
            leave(0);
        });
        let (lines, _) = child.hear(patience);
        lines.first().is_some_and(|line| line == "true")
    }
}

/// Opens the desk and gives its administrator the new password.
fn change(folder: &Path, seed: u64) -> bool {
    let dice = Dice(FixedMachine::new(PathBuf::new(), MONDAY_NINE, seed));
    unlock(folder, PASSWORD).is_ok_and(|vault| {
        let changed = vault.write(|w| {
            vault.put_account(w, ACCOUNT, Administrator::Yes, NEW_PASSWORD, &dice)?;
            w.note(&ENTRY)
        });
        changed.is_ok()
    })
}

/// Whether a password opens a copy of the folder.
fn opens(folder: &Path, password: &str) -> bool {
    let copy = folder.with_extension("opened");
    let laid = Files::read(folder).and_then(|files| files.lay_out(&copy));
    laid.is_ok()
        && Folder::own(&copy).is_ok_and(|own| {
            Vault::unlock(&Arc::new(own), ACCOUNT, password, &MIGRATIONS, MONDAY_NINE).is_ok()
        })
}
