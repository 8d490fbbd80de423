//! The process is killed while the master key is replaced: in the key file, while the
//! database is encrypted anew, while the journal is written, at the last key file. The
//! administrator's password opens whatever is there, all of it under one key.

use super::keyfile::Dice;
use super::{Line, Stage};
use crate::base::ACCOUNT;
use crate::checker::{Checker, PATIENCE, unlock};
use crate::crew::{Part, Tally, alone};
use crate::cutoff::{ANSWERED, Measure};
use crate::interpose::gate::{At, Fork, keyed};
use crate::interpose::layer;
use crate::interpose::plan::Counts;
use crate::interpose::process::Pipe;
use crate::look::Found;
use crate::scene::{Files, InPlace};
use proofs::desk::{FixedMachine, MONDAY_NINE, PASSWORD};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use std::path::{Path, PathBuf};
use std::time::Instant;
use vault::{Administrator, Entry, NewSlot};

pub const LINE: Line = Line {
    name: "kill -9 during rekey steps",
    short: 100,
    long: 3_000,
    run,
};

pub const ENTRY: Entry<'static> = Entry {
    at: MONDAY_NINE,
    actor: 1,
    role: "administrator",
    action: "keys.rotate",
    object: "vault",
    object_id: 0,
    detail: "",
    reason: "a computer was lost",
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| worker(stage, part))
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let folder = stage.base.folder("rekeyed")?;
    let words = |error: std::io::Error| error.to_string();
    stage.base.files.lay_out(&folder).map_err(words)?;
    let checker = Checker::new(&stage.base)?;
    let dice = Dice(FixedMachine::new(PathBuf::new(), MONDAY_NINE, part.seed));
    layer::watch(&folder);
    let vault = unlock(&folder, PASSWORD).map_err(|error| error.to_string())?;
    let slots = [NewSlot {
        account: ACCOUNT,
        administrator: Administrator::Yes,
        secret: PASSWORD,
    }];
    // All secrets are stretched before the first file is touched: the process waits there.
    let tally = keyed(
        At::NewFile(folder.clone()),
        || vault.rotate(&slots, &dice, |w| w.note(&ENTRY)),
        |rotated, (), pipe: &mut Pipe| match rotated {
            Ok(_) => {
                pipe.say(&ANSWERED);
                pipe.say(&layer::counts());
            }
            Err(error) => pipe.say(&error.to_string()),
        },
        |fork| {
            let mut rotation = Rotation {
                checker: &checker,
                folder: &folder,
                before: InPlace::read(&folder).ok()?,
                fork,
                dice: StdRng::seed_from_u64(part.seed),
                tally: Tally::default(),
            };
            rotation.all(part.runs)?;
            Some(rotation.tally)
        },
    );
    layer::leave();
    Ok(vec![tally?])
}

struct Rotation<'a> {
    checker: &'a Checker,
    folder: &'a Path,
    before: InPlace,
    fork: &'a Fork<()>,
    dice: StdRng,
    tally: Tally,
}

impl Rotation<'_> {
    fn all(&mut self, runs: u64) -> Option<()> {
        let old = self.look();
        let started = Instant::now();
        let begun = layer::counts();
        let (lines, _) = self.fork.run(())?.hear(PATIENCE);
        let time = started.elapsed();
        let counts: Option<Counts> = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        let new = self.look();
        let Some(counts) = counts.filter(|_| new.refused.is_empty()) else {
            self.tally
                .accuse(format!("harness broken: {lines:?} {}", new.refused));
            return Some(());
        };
        let measure = Measure::new(time, counts.since(begun));
        for number in 0..runs {
            if let Err(error) = self.before.lay_out(self.folder) {
                self.tally.accuse(format!("harness broken: {error}"));
            }
            let fork = self.fork;
            let struck = measure.strike_child(number, &mut self.dice, || fork.run(()))?;
            let found = self.look();
            self.judge(number, struck.answered, &found, (&old, &new));
        }
        Some(())
    }

    fn look(&self) -> Found {
        let left = Files::read(self.folder).unwrap_or_default();
        self.checker.look_as_person(&left)
    }

    fn judge(&mut self, number: u64, answered: bool, found: &Found, known: (&Found, &Found)) {
        let (old, new) = known;
        self.tally.runs += 1;
        let mut accuse = |words: &str| {
            let (refused, faults, alarm) = (&found.refused, &found.faults, &found.alarm);
            self.tally.accuse(format!(
                "run {number}: {words}: {refused} {faults:?} {alarm:?}"
            ));
        };
        if !found.refused.is_empty() {
            accuse("the password does not open it");
            self.tally.unreadable += 1;
        } else if !found.faults.is_empty() || found.alarm.is_some() || !work_is_same(found, old) {
            accuse("not as it was");
            self.tally.damaged += 1;
        } else if answered && !found.same_content(new) {
            accuse("an answered replacement is not there");
            self.tally.lost += 1;
        }
    }
}

/// Everything but the vault's own records of the replacement.
fn work_is_same(found: &Found, old: &Found) -> bool {
    let own = |table: &str| matches!(table, "journal" | "epochs" | "key_file");
    let rows = |found: &Found| {
        let rows = found.rows.clone().into_iter();
        rows.filter(|(table, _)| !own(table)).collect::<Vec<_>>()
    };
    rows(found) == rows(old)
        && found.operations == old.operations
        && found.effects == old.effects
        && (old.journal..=old.journal + 1).contains(&found.journal)
}
