//! Files that are not what they were: flipped bits, cut ends, pages swapped, emptied or
//! put back, whole files exchanged or gone. Whoever opens such a folder is told, or
//! finds every acknowledged row; never something else in silence. Each folder is opened
//! twice: by the vault, to compare, and by signing in, to hear what a person is told.

mod backup;
mod harm;

use super::power::{Recording, record};
use super::{Line, Stage};
use crate::aloud::with_desk;
use crate::checker::{Checker, FELL, PATIENCE};
use crate::crew::{Part, Tally, share};
use crate::interpose::gate::Fork;
use crate::interpose::process::{End, Pipe};
use crate::judge::is_reported;
use crate::look::Found;
use crate::scene::Files;
use crate::work::read;
use api::Gateway;
use backup::Backup;
use harm::{HARMS, Harm, Old};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde_json::json;
use std::path::Path;

pub const LINE: Line = Line {
    name: "flipped, cut, swapped, replayed, older, missing",
    short: 168,
    long: 5_000,
    run,
};

/// Rounds of work in the folder that is damaged.
const ROUNDS: usize = 3;

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let tallies = share(runs, stage.seed, |part| worker(stage, part));
    let mut tallies = tallies.into_iter();
    let (sum, others) = (tallies.next(), tallies.next());
    vec![
        (LINE.name.to_owned(), sum.unwrap_or_default()),
        (
            "… old pages without journal rows: not promised".to_owned(),
            others.unwrap_or_default(),
        ),
    ]
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let recording = record(&stage.base, ROUNDS)?;
    let checker = Checker::new(&stage.base)?;
    let left = left_by_a_kill(&recording);
    let events = recording.timeline.events.len();
    let closed = recording.timeline.whole(events);
    let journal_pages = checker.look(&closed).journal_pages;
    let folder = stage.base.folder("at-the-door")?;
    let mut vandal = Vandal {
        folder: &folder,
        backup: Backup::make(&folder, &stage.base.files, &checker)?,
        whole: checker.look(&left),
        left,
        old: Old {
            before: stage.base.files.clone(),
            closed,
            journal_pages,
        },
        checker: &checker,
        dice: StdRng::seed_from_u64(part.seed),
        tally: Tally::default(),
        others: Tally::default(),
    };
    with_desk(&stage.base, &folder, told_at_the_door, |desk| {
        for number in part.first..part.first + part.runs {
            let harm = HARMS[usize::try_from(number).unwrap_or(0) % HARMS.len()];
            vandal.one(harm, desk)?;
        }
        Some(vec![vandal.tally, vandal.others])
    })
}

/// Signed in: says how the desk stands.
fn told_at_the_door(gateway: &Gateway, (): (), pipe: &mut Pipe) {
    let state = read(gateway, "session.state", json!({}));
    pipe.say(&state.map(|state| state["phase"].clone()));
}

/// The folder after the last answer, the log not folded back.
fn left_by_a_kill(recording: &Recording) -> Files {
    let events = &recording.timeline.events;
    let last = events
        .iter()
        .rposition(|event| matches!(event, crate::disk::Event::Acknowledged(_)));
    recording.timeline.whole(last.map_or(0, |last| last + 1))
}

struct Vandal<'a> {
    folder: &'a Path,
    backup: Backup,
    left: Files,
    whole: Found,
    old: Old,
    checker: &'a Checker,
    dice: StdRng,
    tally: Tally,
    others: Tally,
}

impl Vandal<'_> {
    fn one(&mut self, harm: Harm, desk: &Fork<()>) -> Option<()> {
        if harm.is_of_backup() {
            self.backup
                .one(harm, self.checker, &mut self.dice, &mut self.tally);
            return Some(());
        }
        let mut files = if harm.wants_closed() {
            self.old.closed.clone()
        } else {
            self.left.clone()
        };
        let what = harm.inflict(&mut files, &self.old, &mut self.dice);
        let found = if harm.is_of_keys() {
            self.checker.look_as_person(&files)
        } else {
            self.checker.look(&files)
        };
        if harm.is_not_promised() {
            self.others.runs += 1;
            self.others.reported += u64::from(is_reported(&found));
            self.others.damaged +=
                u64::from(!is_reported(&found) && !found.same_content(&self.whole));
            return Some(());
        }
        self.tally.runs += 1;
        let same = found.same_content(&self.whole);
        let told = is_reported(&found);
        self.tally.reported += u64::from(told);
        if harm.is_harmless() && !(same && found.alarm.is_none()) {
            self.tally.unreadable += 1;
            let words = format!("{} {:?} {:?}", found.refused, found.alarm, found.faults);
            self.tally
                .accuse(format!("{harm:?} {what} should have done no harm: {words}"));
        } else if !told && !same {
            self.tally.damaged += 1;
            self.tally.accuse(format!(
                "{harm:?} {what}: something else is there, and nothing said"
            ));
        } else if harm.must_be_told() && !told {
            self.tally.damaged += 1;
            self.tally.accuse(format!("{harm:?} {what}: nothing said"));
        }
        if found.refused.starts_with(FELL) {
            self.tally
                .accuse(format!("{harm:?} {what}: {}", found.refused));
        }
        if harm.is_seen_at_the_door() {
            let said = self.sign_in(&files, desk)?;
            let alarm = found.alarm.is_some();
            self.compare(&found.refused, alarm, &said, &format!("{harm:?} {what}"));
        }
        Some(())
    }

    /// What a person is told who signs in to the same files.
    fn sign_in(&mut self, files: &Files, desk: &Fork<()>) -> Option<(String, End)> {
        if let Err(error) = files.lay_out(self.folder) {
            self.tally.accuse(format!("harness broken: {error}"));
        }
        let (lines, end) = desk.run(())?.hear(PATIENCE);
        Some((lines.last().cloned().unwrap_or_default(), end))
    }

    fn compare(&mut self, refused: &str, alarm: bool, (said, end): &(String, End), what: &str) {
        let fits = match (refused.is_empty(), alarm) {
            (false, _) => said.contains("NotIn") && said.contains("store_"),
            (true, true) => said.contains("Ok") && said.contains("alarm"),
            (true, false) => said.contains("Ok") && said.contains("open"),
        };
        if *end != End::Code(0) || !fits {
            self.tally.accuse(format!(
                "{what}: the vault says “{refused}”, alarm {alarm}; signing in says {said} {end:?}"
            ));
        }
    }
}
