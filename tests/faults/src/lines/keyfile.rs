//! The process is killed while it writes the key file: afterwards the old password
//! opens it or the new one does, and the new one if the change was answered. The key of
//! the new slot is derived once; every child writes the very same file.

use super::rekey::ENTRY;
use super::{Line, Stage};
use crate::base::ACCOUNT;
use crate::checker::{PATIENCE, unlock};
use crate::crew::{Part, Tally, alone};
use crate::interpose::gate::{At, Fork, keyed};
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Kind, Plan};
use crate::interpose::process::{End, Pipe};
use crate::scene::Files;
use desk::MIGRATIONS;
use proofs::desk::{FixedMachine, MONDAY_NINE, PASSWORD};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use vault::{Administrator, Entropy, Folder, KeyFile, Vault};

pub const LINE: Line = Line {
    name: "kill -9 during key-file update",
    short: 300,
    long: 10_000,
    run,
};

const NEW_PASSWORD: &str = "plover-chalk-3358-inlet";
/// So many runs are also opened with the passwords themselves.
const OPENED: u64 = 100;

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
    let vault = unlock(&folder, PASSWORD).map_err(|error| error.to_string())?;
    let files = Files::read(&folder).map_err(words)?;
    let dice = Dice(FixedMachine::new(PathBuf::new(), MONDAY_NINE, part.seed));
    layer::watch(&folder);
    let tally = keyed(
        At::NewFile(folder.clone()),
        || {
            vault.write(|w| {
                vault.put_account(w, ACCOUNT, Administrator::Yes, NEW_PASSWORD, &dice)?;
                w.note(&ENTRY)
            })
        },
        |changed, (), pipe: &mut Pipe| pipe.say(&changed.is_ok()),
        |fork| {
            let mut writer = Writer {
                folder: &folder,
                files,
                fork,
                dice: StdRng::seed_from_u64(part.seed),
                tally: Tally::default(),
            };
            writer.all(part.runs)?;
            Some(writer.tally)
        },
    );
    layer::leave();
    Ok(vec![tally?])
}

struct Writer<'a> {
    folder: &'a Path,
    files: Files,
    fork: &'a Fork<()>,
    dice: StdRng,
    tally: Tally,
}

impl Writer<'_> {
    fn all(&mut self, runs: u64) -> Option<()> {
        let old = text(self.folder);
        let started = Instant::now();
        let (_, end) = self.fork.run(())?.hear(PATIENCE);
        let time = started.elapsed();
        let new = text(self.folder);
        if end != End::Code(0) || old == new || !opens(self.folder, NEW_PASSWORD) {
            self.tally
                .accuse("harness broken: the change itself failed".to_owned());
            return Some(());
        }
        for number in 0..runs {
            if let Err(error) = self.files.lay_out(self.folder) {
                self.tally.accuse(format!("harness broken: {error}"));
            }
            let answered = self.kill(number, time)?;
            let is = text(self.folder);
            self.tally.runs += 1;
            if answered && is != new {
                self.tally.lost += 1;
                self.tally
                    .accuse(format!("run {number}: an answered change is gone"));
            } else if is != old && is != new {
                self.tally.unreadable += 1;
                self.tally
                    .accuse(format!("run {number}: neither the old nor the new: {is}"));
            } else if number % OPENED == 0 {
                let password = if is == new { NEW_PASSWORD } else { PASSWORD };
                if !opens(self.folder, password) {
                    self.tally.unreadable += 1;
                    self.tally
                        .accuse(format!("run {number}: the password does not open"));
                }
            }
        }
        Some(())
    }

    /// Kills by the clock or in the nth change; answers whether the change was answered.
    fn kill(&mut self, number: u64, time: Duration) -> Option<bool> {
        let patience = if number.is_multiple_of(2) {
            time.mul_f64(self.dice.random_range(0.0..1.0))
        } else {
            layer::plan(Some(Plan {
                kind: Kind::Change,
                nth: self.dice.random_range(0..10),
                answer: Answer::HalfAndDie,
                for_good: false,
                file: "",
            }));
            PATIENCE
        };
        let child = self.fork.run(())?;
        layer::plan(None);
        let (lines, _) = child.hear(patience);
        Some(lines.first().is_some_and(|line| line == "true"))
    }
}

/// What would be read as the key file, or why nothing is.
fn text(folder: &Path) -> String {
    match KeyFile::read(folder) {
        Ok(file) => serde_json::to_string(&file).unwrap_or_default(),
        Err(error) => format!("({error})"),
    }
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
