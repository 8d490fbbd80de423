//! The process is killed while it makes a backup, restores one, or brings the schema up
//! to date: afterwards the old state is there or the new one, whole, and what is listed
//! as a backup can be restored.

mod job;

use super::power::record;
use super::{Line, Stage};
use crate::checker::Checker;
use crate::crew::{Part, Tally, share};
use crate::cutoff::measure;
use crate::interpose::layer;
use crate::look::Found;
use crate::scene::Files;
use job::{JOBS, Job, Seen};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use std::path::PathBuf;

pub const LINE: Line = Line {
    name: "kill -9 during backup, restore, migration",
    short: 100,
    long: 2_000,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let tallies = share(runs, stage.seed, |part| worker(stage, part));
    let sum = tallies.into_iter().next().unwrap_or_default();
    vec![(LINE.name.to_owned(), sum)]
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let recording = record(&stage.base, 2)?;
    let worked = recording.timeline.whole(recording.timeline.events.len());
    let mut tally = Tally::default();
    for (job, place) in JOBS.iter().zip(0..) {
        let all = JOBS.len() as u64;
        let mut cutter = Cutter {
            job: *job,
            checker: Checker::new(&stage.base)?,
            folder: stage.base.folder(job.name())?,
            dice: StdRng::seed_from_u64(part.seed + place),
            tally: Tally::default(),
        };
        let files = job.prepare(&cutter.folder, &stage.base.files, &worked, &cutter.checker)?;
        cutter.all(&files, (part.runs + all - 1 - place) / all)?;
        tally.add(cutter.tally);
    }
    Ok(vec![tally])
}

struct Cutter {
    job: Job,
    checker: Checker,
    folder: PathBuf,
    dice: StdRng,
    tally: Tally,
}

impl Cutter {
    fn all(&mut self, files: &Files, runs: u64) -> Result<(), String> {
        let words = |error: std::io::Error| error.to_string();
        files.lay_out(&self.folder).map_err(words)?;
        let old = self.look(true)?;
        let (job, folder) = (self.job, self.folder.clone());
        let keys = self.checker.unsealed().clone();
        files.lay_out(&folder).map_err(words)?;
        let measure = measure(&folder, |pipe| job.run(&folder, &keys, pipe))?;
        let new = self.look(false)?;
        if old.found == new.found && old.backups == new.backups {
            return Err(format!("{job:?} changes nothing"));
        }
        for number in 0..runs {
            files.lay_out(&folder).map_err(words)?;
            let struck = measure.strike(number, &mut self.dice, |pipe| {
                job.run(&folder, &keys, pipe);
            });
            self.tally.runs += 1;
            let seen = self.look(!struck.answered)?;
            self.judge(number, struck.answered, &seen, (&old, &new));
        }
        layer::leave();
        Ok(())
    }

    /// Opens what is there; `old` also tries as the program before did.
    fn look(&self, old: bool) -> Result<Seen, String> {
        let left = Files::read(&self.folder).map_err(|error| error.to_string())?;
        self.job.look(&left, &self.checker, old)
    }

    fn judge(&mut self, number: u64, answered: bool, seen: &Seen, known: (&Seen, &Seen)) {
        let (old, new) = known;
        let is = |other: &Found| seen.found.same_content(other);
        let mut accuse = |words: &str| {
            let Found {
                refused,
                faults,
                alarm,
                ..
            } = &seen.found;
            let bad = &seen.bad_backups;
            self.tally.accuse(format!(
                "{:?} {number}: {words}: {refused} {faults:?} {alarm:?} {bad:?}",
                self.job
            ));
        };
        if !seen.found.refused.is_empty() {
            accuse("it does not open");
            self.tally.unreadable += 1;
        } else if !(is(&old.found) || is(&new.found)) || seen.found.alarm.is_some() {
            accuse("neither the old nor the new");
            self.tally.damaged += 1;
        } else if !seen.bad_backups.is_empty() || !seen.rests.is_empty() {
            accuse("something is listed that is no backup, or rests lie about");
            self.tally.damaged += 1;
        } else if answered && (!is(&new.found) || seen.backups < new.backups) {
            accuse("what was answered is not there");
            self.tally.lost += 1;
        }
    }
}
