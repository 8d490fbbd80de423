//! A backup is made, one is restored, the schema is brought up to date, and in the middle
//! of it the process is killed, the power fails, or a call on a file does. Afterwards the
//! old state is there or the new one, whole, and what is listed as a backup can be restored.

mod job;

use super::nth::fault;
use super::power::record;
use super::{Line, Stage};
use crate::checker::{Checker, PATIENCE};
use crate::crew::{Part, Tally, alone};
use crate::cutoff::{ANSWERED, Measure, measure};
use crate::disk::{Flushes, Loss, Timeline};
use crate::interpose::layer;
use crate::interpose::process::{End, spawn};
use crate::look::Found;
use crate::scene::Files;
use job::{JOBS, Job, Seen};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::path::PathBuf;

pub const KILLED: Line = Line {
    name: "kill -9 during backup, restore, migration",
    short: 100,
    long: 2_000,
    run: |stage, runs| run(stage, runs, Blow::Kill, KILLED.name),
};
pub const UNPLUGGED: Line = Line {
    name: "power cut during backup, restore, migration",
    short: 100,
    long: 2_000,
    run: unplugged,
};
pub const FAILED: Line = Line {
    name: "nth call fails during backup, restore, migration",
    short: 150,
    long: 1_500,
    run: |stage, runs| run(stage, runs, Blow::Failure, FAILED.name),
};

/// What comes between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blow {
    Kill,
    Power,
    /// The control: no flush of a folder counts.
    PowerWithoutFolders,
    Failure,
}

fn run(stage: &Stage, runs: u64, blow: Blow, name: &str) -> Vec<(String, Tally)> {
    alone(name, runs, stage.seed, |part| worker(stage, part, blow))
}

/// The control must find what a missing flush of a folder does.
fn unplugged(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let mut rows = run(stage, runs, Blow::Power, UNPLUGGED.name);
    let name = "… control: without flushes of folders it must lose";
    for (name, mut control) in run(stage, runs.div_ceil(10), Blow::PowerWithoutFolders, name) {
        let harness = |words: &String| words.starts_with("harness");
        if !control.wrong.iter().any(harness) {
            control.wrong.clear();
        }
        if control.lost + control.damaged + control.unreadable == 0 {
            control.accuse("harness broken: nothing was lost".to_owned());
        }
        rows.push((name, control));
    }
    rows
}

fn worker(stage: &Stage, part: Part, blow: Blow) -> Result<Vec<Tally>, String> {
    let recording = record(&stage.base, 2)?;
    let worked = recording.timeline.whole(recording.timeline.events.len());
    let mut tally = Tally::default();
    let all = JOBS.len() as u64;
    for (job, place) in JOBS.iter().zip(0..) {
        let mut blows = Blows {
            job: *job,
            checker: Checker::new(&stage.base)?,
            folder: stage.base.folder(job.name())?,
            dice: StdRng::seed_from_u64(part.seed + place),
            files: Files::default(),
            tally: Tally::default(),
        };
        blows.files = job.prepare(&blows.folder, &stage.base.files, &worked, &blows.checker)?;
        blows.all(blow, (part.runs + all - 1 - place) / all)?;
        tally.add(blows.tally);
    }
    Ok(vec![tally])
}

struct Blows {
    job: Job,
    checker: Checker,
    folder: PathBuf,
    dice: StdRng,
    files: Files,
    tally: Tally,
}

impl Blows {
    fn all(&mut self, blow: Blow, runs: u64) -> Result<(), String> {
        self.lay_out()?;
        let old = self.look(&self.left()?, true)?;
        self.lay_out()?;
        let (job, folder) = (self.job, self.folder.clone());
        let keys = self.checker.unsealed().clone();
        let measure = measure(&folder, |pipe| job.run_aloud(&folder, &keys, pipe))?;
        let new = self.look(&self.left()?, false)?;
        if old.found == new.found && old.backups == new.backups {
            return Err(format!("{job:?} changes nothing"));
        }
        let timeline = self.record()?;
        for number in 0..runs {
            let (answered, left) = match blow {
                Blow::Kill => self.kill(number, &measure)?,
                Blow::Power => self.unplug(&timeline, Flushes::Real),
                Blow::PowerWithoutFolders => self.unplug(&timeline, Flushes::NoFolders),
                Blow::Failure => self.fail(number, runs, &measure)?,
            };
            self.tally.runs += 1;
            let seen = self.look(&left, !answered)?;
            self.judge(number, answered, &seen, (&old, &new));
        }
        layer::leave();
        Ok(())
    }

    fn lay_out(&self) -> Result<(), String> {
        let done = self.files.lay_out(&self.folder);
        done.map_err(|error| error.to_string())
    }

    fn left(&self) -> Result<Files, String> {
        Files::read(&self.folder).map_err(|error| error.to_string())
    }

    fn kill(&mut self, number: u64, measure: &Measure) -> Result<(bool, Files), String> {
        self.lay_out()?;
        let (job, folder, keys) = (self.job, &self.folder, self.checker.unsealed());
        let struck = measure.strike(number, &mut self.dice, |pipe| {
            job.run_aloud(folder, keys, pipe);
        });
        Ok((struck.answered, self.left()?))
    }

    /// The step once, written down.
    fn record(&self) -> Result<Timeline, String> {
        self.lay_out()?;
        layer::record(&self.folder, Timeline::new(self.files.clone()));
        let done = self.job.run(&self.folder, self.checker.unsealed());
        done.map_err(|error| error.to_string())?;
        layer::acknowledge(0);
        let timeline = layer::leave().ok_or("nothing was recorded")?;
        match timeline.whole(timeline.events.len()).differs(&self.left()?) {
            Some(name) => Err(format!("the recorder missed a change of {name}")),
            None => {
                layer::watch(&self.folder);
                Ok(timeline)
            }
        }
    }

    fn unplug(&mut self, timeline: &Timeline, flushes: Flushes) -> (bool, Files) {
        let cut = match flushes {
            // What was answered is there to be lost.
            Flushes::NoFolders => timeline.events.len(),
            _ => timeline.somewhere(0, &mut self.dice),
        };
        let losses = [Loss::Drop, Loss::Some, Loss::Tear];
        let loss = losses[self.dice.random_range(0..losses.len())];
        let files = timeline.after(cut, loss, flushes, &mut self.dice);
        (timeline.acknowledged(cut).is_some(), files)
    }

    fn fail(&mut self, number: u64, runs: u64, measure: &Measure) -> Result<(bool, Files), String> {
        self.lay_out()?;
        let plan = fault(number, runs, measure.counts());
        let (job, folder, keys) = (self.job, &self.folder, self.checker.unsealed());
        let child = spawn(|pipe| {
            layer::plan(Some(plan));
            job.run_aloud(folder, keys, pipe);
        });
        let (lines, end) = child.hear(PATIENCE);
        let answered = lines.iter().any(|line| line.contains(ANSWERED));
        self.tally.reported += u64::from(!answered && !lines.is_empty());
        if end != End::Code(0) || lines.is_empty() {
            self.tally
                .accuse(format!("{job:?} {plan:?}: the program ended with {end:?}"));
        }
        Ok((answered, self.left()?))
    }

    /// Opens what is there; `old` also tries as the program before did.
    fn look(&self, left: &Files, old: bool) -> Result<Seen, String> {
        self.job.look(left, &self.checker, old)
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
            let Seen {
                bad_backups, rests, ..
            } = seen;
            self.tally.accuse(format!(
                "{:?} {number}: {words}: {refused} {faults:?} {alarm:?} {bad_backups:?} {rests:?}",
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
        } else if self.job == Job::Restore && is(&new.found) && !seen.put_aside(&self.files) {
            accuse("the set that was replaced is not aside");
            self.tally.damaged += 1;
        } else if answered && (!is(&new.found) || seen.backups < new.backups) {
            accuse("what was answered is not there");
            self.tally.lost += 1;
        }
    }
}
