//! The power fails while the desk works. What was not flushed is gone, there by
//! chance, or torn. One control makes SQLite's flushes those of `synchronous=NORMAL`
//! over the very same work and cuts, another leaves out those of folders: each must lose
//! something, or nothing was proven.

use super::{Line, Stage};
use crate::base::{gateway, sign_in};
use crate::checker::Checker;
use crate::crew::{Part, Tally, share};
use crate::disk::{Flushes, Loss, Timeline};
use crate::interpose::layer;
use crate::judge::{Ack, Verdict, is_reported};
use crate::scene::Files;
use crate::work::{self, STEPS};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

pub const LINE: Line = Line {
    name: "power cut",
    short: 200,
    long: 5_000,
    run,
};

/// Cuts of one piece of work; then another is done.
const CUTS: u64 = 250;
/// One cut in so many is also made with a control's flushes: first the one's, then the
/// other's.
const CONTROL: u64 = 3;

/// Work that was written down.
pub struct Recording {
    /// Everything that was done to the files.
    pub timeline: Timeline,
    /// Prints of the answers, by step; the base's own are not among them.
    pub acks: Vec<Ack>,
}

/// Signs in and works some rounds in this process, all of it written down.
///
/// # Errors
/// A command that failed, or a recorder that missed something.
pub fn record(stage: &crate::base::Base, rounds: usize) -> Result<Recording, String> {
    let folder = stage.folder("recorded")?;
    let words = |error: std::io::Error| error.to_string();
    stage.files.lay_out(&folder).map_err(words)?;
    layer::record(&folder, Timeline::new(stage.files.clone()));
    let gateway = gateway(&folder);
    sign_in(&gateway).map_err(|problem| format!("sign-in: {}", problem.code))?;
    layer::acknowledge(0);
    let (mut answers, mut acks) = (Vec::new(), Vec::new());
    for step in STEPS.len()..STEPS.len() * (rounds + 1) {
        match work::run(&gateway, &stage.place, step, &mut answers) {
            Some(Ok(answer)) => {
                layer::acknowledge(step);
                acks.push((step, work::print(&answer)));
            }
            other => return Err(format!("step {step} without any fault: {other:?}")),
        }
    }
    gateway.close();
    let timeline = layer::leave().ok_or("nothing was recorded")?;
    let real = Files::read(&folder).map_err(words)?;
    if let Some(name) = timeline.whole(timeline.events.len()).differs(&real) {
        return Err(format!("the recorder missed a change of {name}"));
    }
    Ok(Recording { timeline, acks })
}

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let tallies = share(runs, stage.seed, |part| worker(stage, part));
    let mut tallies = tallies.into_iter();
    let real = tallies.next().unwrap_or_default();
    let mut rows = vec![(LINE.name.to_owned(), real)];
    for name in ["NORMAL", "without flushes of folders it"] {
        let mut control = tallies.next().unwrap_or_default();
        if control.lost + control.unreadable == 0 {
            control.accuse("harness broken: nothing was lost".to_owned());
        }
        rows.push((format!("… control: {name} must lose"), control));
    }
    rows
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let mut dice = StdRng::seed_from_u64(part.seed);
    let mut real = Tally::default();
    let (mut normal, mut entries) = (Tally::default(), Tally::default());
    let checker = Checker::new(&stage.base)?;
    let mut left = part.runs;
    while left > 0 {
        let recording = record(&stage.base, dice.random_range(4..=6))?;
        let cuts = left.min(CUTS);
        left -= cuts;
        for number in 0..cuts {
            let mut cutter = Cutter {
                stage,
                recording: &recording,
                checker: &checker,
                dice: &mut dice,
            };
            cutter.cut(&mut real);
            if number % (2 * CONTROL) == 0 {
                cutter.control(&mut normal);
            } else if number % CONTROL == 0 {
                cutter.forget_entries(&mut entries);
            }
        }
    }
    Ok(vec![real, normal, entries])
}

/// Cuts the power over one recording.
pub struct Cutter<'a> {
    /// What must be found.
    pub stage: &'a Stage,
    /// The work.
    pub recording: &'a Recording,
    /// Who looks.
    pub checker: &'a Checker,
    /// Where, and what is lost.
    pub dice: &'a mut StdRng,
}

impl Cutter<'_> {
    /// Cuts the power somewhere; answers what is wrong, whether the program says so,
    /// and where it was.
    pub fn fall(&mut self, flushes: Flushes) -> (Verdict, bool, String) {
        let timeline = &self.recording.timeline;
        let cut = self.dice.random_range(0..=timeline.events.len());
        let losses = [Loss::Drop, Loss::Some, Loss::Tear];
        let loss = losses[self.dice.random_range(0..losses.len())];
        let files = timeline.after(cut, loss, flushes, self.dice);
        let found = self.checker.look(&files);
        let last = timeline.acknowledged(cut).unwrap_or(0);
        let acks = self.recording.acks.iter().copied();
        let acked: Vec<Ack> = acks.filter(|(step, _)| *step <= last).collect();
        let verdict = self.stage.model.judge_beginning(&found, &acked);
        (
            verdict,
            is_reported(&found),
            format!("{loss:?} before event {cut}"),
        )
    }

    fn cut(&mut self, tally: &mut Tally) {
        let (verdict, _, place) = self.fall(Flushes::Real);
        tally.count(&verdict);
        if !verdict.is_clean() {
            tally.accuse(format!("{place}: {}", verdict.words()));
        }
    }

    /// With NORMAL answers are lost, but nothing is damaged.
    fn control(&mut self, tally: &mut Tally) {
        let (verdict, reported, place) = self.fall(Flushes::Normal);
        tally.count(&verdict);
        tally.reported += u64::from(reported);
        if !verdict.damaged.is_empty() || verdict.unreadable.is_some() {
            tally.accuse(format!("{place}: {}", verdict.words()));
        }
    }

    /// Without flushes of folders whole logs are lost, or the head that tells of them.
    fn forget_entries(&mut self, tally: &mut Tally) {
        let (verdict, reported, _) = self.fall(Flushes::NoFolders);
        tally.count(&verdict);
        tally.reported += u64::from(reported);
    }
}
