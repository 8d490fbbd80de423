//! The process is killed while the desk works: by the clock anywhere, or by itself in
//! the middle of its nth change of a file. One run in four is killed again while it
//! opens what the first kill left.

use super::{Line, Stage};
use crate::aloud::{Said, acks, heard, with_desk, work_aloud};
use crate::checker::{Checker, PATIENCE};
use crate::crew::{Part, Tally, alone};
use crate::interpose::gate::Fork;
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Counts, Kind, Plan};
use crate::judge::Ack;
use crate::scene::Files;
use crate::work::STEPS;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use std::path::Path;
use std::time::{Duration, Instant};

pub const LINE: Line = Line {
    name: "kill -9 during writes",
    short: 200,
    long: 10_000,
    run,
};

/// Rounds a child works unless it is killed.
const ROUNDS: usize = 3;

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| worker(stage, part))
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let folder = stage.base.folder("killed")?;
    let work = |gateway: &api::Gateway, (), pipe: &mut crate::interpose::process::Pipe| {
        work_aloud(gateway, &stage.base.place, ROUNDS, pipe);
        pipe.say(&Said::Counted(layer::counts()));
    };
    let checker = Checker::new(&stage.base)?;
    let done = with_desk(&stage.base, &folder, work, |desk| {
        let mut killer = Killer {
            stage,
            folder: &folder,
            desk,
            checker: &checker,
            dice: StdRng::seed_from_u64(part.seed),
            tally: Tally::default(),
        };
        killer.all(part.runs)?;
        Some(killer.tally)
    })?;
    Ok(vec![done])
}

/// How long untouched work takes, and how often it changes a file.
struct Measure {
    time: Duration,
    changes: u64,
}

struct Killer<'a> {
    stage: &'a Stage,
    folder: &'a Path,
    desk: &'a Fork<()>,
    checker: &'a Checker,
    dice: StdRng,
    tally: Tally,
}

impl Killer<'_> {
    fn all(&mut self, runs: u64) -> Option<()> {
        let measure = self.measure()?;
        let mut cut_short = 0;
        for number in 0..runs {
            if let Err(error) = self.stage.base.files.lay_out(self.folder) {
                self.tally.accuse(format!("harness broken: {error}"));
                return Some(());
            }
            let acked = self.kill(number, &measure)?;
            if number % 4 == 3 {
                let nth = self.dice.random_range(0..12);
                self.kill_at(nth)?;
            }
            cut_short += u64::from(acked.len() < STEPS.len() * ROUNDS);
            self.judge(number, &acked);
        }
        if cut_short * 3 < runs {
            self.tally.accuse(format!(
                "harness broken: only {cut_short} of {runs} were cut short"
            ));
        }
        Some(())
    }

    fn measure(&mut self) -> Option<Measure> {
        let started = Instant::now();
        let (lines, _) = self.desk.run(())?.hear(PATIENCE);
        let counts = heard(&lines).into_iter().find_map(|said| match said {
            Said::Counted(counts) => Some(counts),
            _ => None,
        });
        if counts.is_none() {
            let last = lines.last().cloned().unwrap_or_default();
            self.tally
                .accuse(format!("harness broken: work without kill ended at {last}"));
        }
        Some(Measure {
            time: started.elapsed(),
            changes: counts.map_or(1, |Counts { changes, .. }| changes),
        })
    }

    fn kill(&mut self, number: u64, measure: &Measure) -> Option<Vec<Ack>> {
        if number.is_multiple_of(2) {
            let fraction = self.dice.random_range(0.0..1.0);
            let (lines, _) = self.desk.run(())?.hear(measure.time.mul_f64(fraction));
            Some(acks(&heard(&lines)))
        } else {
            let nth = self.dice.random_range(0..measure.changes);
            self.kill_at(nth)
        }
    }

    /// Lets the child end itself in its nth change of a file.
    fn kill_at(&mut self, nth: u64) -> Option<Vec<Ack>> {
        layer::plan(Some(Plan {
            kind: Kind::Change,
            nth,
            answer: Answer::HalfAndDie,
            for_good: false,
            file: "",
        }));
        let child = self.desk.run(())?;
        layer::plan(None);
        Some(acks(&heard(&child.hear(PATIENCE).0)))
    }

    fn judge(&mut self, number: u64, acked: &[Ack]) {
        let left = Files::read(self.folder).unwrap_or_default();
        let found = self.checker.look(&left);
        let verdict = self.stage.model.judge_beginning(&found, acked);
        self.tally.count(&verdict);
        if !verdict.is_clean() {
            self.tally
                .accuse(format!("run {number}: {}", verdict.words()));
        }
    }
}
