//! The nth write, flush or read fails: for want of space, with an error of the disk, or
//! half-way; once or for good. Every command must answer, and a command that answered
//! with a value must be there after a restart; then everything is tried again under the
//! same operation ids, which must complete the work and double nothing.

use super::{Line, Stage};
use crate::aloud::{Said, acks, heard, with_desk, work_aloud};
use crate::checker::{Checker, PATIENCE};
use crate::crew::{Part, Tally, alone};
use crate::interpose::gate::Fork;
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Counts, Kind, Plan};
use crate::interpose::process::{End, Pipe};
use crate::judge::Ack;
use crate::scene::Files;
use crate::work::STEPS;
use std::path::Path;

pub const LINE: Line = Line {
    name: "nth write, fsync or read fails",
    short: 160,
    long: 1_500,
    run,
};

/// Rounds a child works.
const ROUNDS: usize = 2;

/// The five faults; each is done once and for good.
const FAULTS: [(Kind, Answer); 5] = [
    (Kind::Write, Answer::Fail(libc::ENOSPC)),
    (Kind::Write, Answer::Fail(libc::EIO)),
    (Kind::Write, Answer::Half(libc::EIO)),
    (Kind::Sync, Answer::Fail(libc::EIO)),
    (Kind::Read, Answer::Fail(libc::EIO)),
];

/// What a child is to do.
#[derive(Debug, Clone, Copy)]
struct Job {
    plan: Option<Plan>,
    /// Tries everything again in the same process once the disk is mended.
    again: bool,
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        worker(stage, part, runs)
    })
}

fn worker(stage: &Stage, part: Part, all: u64) -> Result<Vec<Tally>, String> {
    let folder = stage.base.folder("failing")?;
    let place = &stage.base.place;
    let work = |gateway: &api::Gateway, job: Job, pipe: &mut Pipe| {
        let before = layer::counts();
        layer::plan(job.plan);
        work_aloud(gateway, place, ROUNDS, pipe);
        pipe.say(&Said::Struck(layer::hits()));
        pipe.say(&Said::Counted(layer::counts().since(before)));
        layer::plan(None);
        if job.again {
            work_aloud(gateway, place, ROUNDS, pipe);
        }
    };
    let checker = Checker::new(&stage.base)?;
    let tally = with_desk(&stage.base, &folder, work, |desk| {
        let mut sweep = Sweep {
            stage,
            folder: &folder,
            desk,
            checker: &checker,
            tally: Tally::default(),
        };
        sweep.all(part, all)?;
        Some(sweep.tally)
    })?;
    Ok(vec![tally])
}

struct Sweep<'a> {
    stage: &'a Stage,
    folder: &'a Path,
    desk: &'a Fork<Job>,
    checker: &'a Checker,
    tally: Tally,
}

impl Sweep<'_> {
    fn all(&mut self, part: Part, all: u64) -> Option<()> {
        let (said, _) = self.work(Job {
            plan: None,
            again: false,
        })?;
        let counted = said.iter().find_map(|said| match said {
            Said::Counted(counts) => Some(*counts),
            _ => None,
        });
        let counts = counted.unwrap_or_default();
        for number in part.first..part.first + part.runs {
            self.lay_out();
            self.one(fault(number, all, counts), number)?;
        }
        Some(())
    }

    fn lay_out(&mut self) {
        if let Err(error) = self.stage.base.files.lay_out(self.folder) {
            self.tally.accuse(format!("harness broken: {error}"));
        }
    }

    fn work(&self, job: Job) -> Option<(Vec<Said>, End)> {
        let (lines, end) = self.desk.run(job)?.hear(PATIENCE);
        Some((heard(&lines), end))
    }

    fn one(&mut self, plan: Plan, number: u64) -> Option<()> {
        let again = number % 2 == 1;
        let (said, end) = self.work(Job {
            plan: Some(plan),
            again,
        })?;
        let blame = |words: &str| {
            let Plan {
                kind,
                nth,
                answer,
                for_good,
                ..
            } = plan;
            let often = if for_good { "for good" } else { "once" };
            format!("{kind:?} {nth} {answer:?} {often}: {words}")
        };
        self.tally.runs += 1;
        if end != End::Code(0) {
            self.tally
                .accuse(blame(&format!("the program ended with {end:?}")));
        }
        let struck = said
            .iter()
            .any(|said| matches!(said, Said::Struck(n) if *n > 0));
        if !struck {
            self.tally
                .accuse(blame("harness broken: the fault never came"));
        }
        let codes = said.iter().filter_map(|said| match said {
            Said::Refused(_, code) => Some(code.as_str()),
            _ => None,
        });
        let codes: Vec<&str> = codes.collect();
        self.tally.reported += u64::from(!codes.is_empty());
        if let Some(other) = codes.iter().find(|code| !code.starts_with("store_")) {
            self.tally
                .accuse(blame(&format!("a failing disk was called {other}")));
        }
        // After a restart, with the disk mended.
        self.judge(&acks(&said), &blame);
        let (said, _) = self.work(Job {
            plan: None,
            again: false,
        })?;
        let done = acks(&said);
        if done.len() != STEPS.len() * ROUNDS {
            self.tally.accuse(blame(&format!(
                "not all could be tried again: {:?}",
                said.last()
            )));
        }
        self.judge(&done, &blame);
        Some(())
    }

    fn judge(&mut self, acked: &[Ack], blame: &dyn Fn(&str) -> String) {
        let left = Files::read(self.folder).unwrap_or_default();
        let found = self.checker.look(&left);
        let verdict = self.stage.model.judge(&found, acked);
        self.tally.lost += u64::from(!verdict.lost.is_empty());
        self.tally.damaged += u64::from(!verdict.damaged.is_empty());
        self.tally.unreadable += u64::from(verdict.unreadable.is_some());
        if !verdict.is_clean() {
            self.tally.accuse(blame(&verdict.words()));
        }
    }
}

/// The faults in turn, each at calls spread evenly over the work.
pub fn fault(number: u64, all: u64, counts: Counts) -> Plan {
    let kinds = 2 * FAULTS.len() as u64;
    let (fault, turn) = (number % kinds, number / kinds);
    let (kind, answer) = FAULTS[usize::try_from(fault / 2).unwrap_or(0)];
    let calls = match kind {
        Kind::Write => counts.writes,
        Kind::Sync => counts.syncs,
        Kind::Read => counts.reads,
        Kind::Change => counts.changes,
    };
    Plan {
        kind,
        nth: turn * calls / all.div_ceil(kinds).max(1),
        answer,
        for_good: fault % 2 == 1,
        file: "",
    }
}
