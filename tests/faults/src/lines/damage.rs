//! Files that are not what they were: flipped bits, cut ends, pages swapped, emptied or
//! put back, whole files exchanged or gone. Whoever opens such a folder is told, or
//! finds every acknowledged row; never something else in silence.

use super::power::{Recording, record};
use super::{Line, Stage};
use crate::base::{Checker, with_checker};
use crate::crew::{Part, Tally, share};
use crate::judge::refused_in_words;
use crate::look::Found;
use crate::scene::Files;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

pub const LINE: Line = Line {
    name: "flipped, cut, swapped, replayed, older, missing",
    short: 200,
    long: 5_000,
    run,
};

const DATABASE: &str = "desk.db";
const PAGE: usize = 4096;
/// Rounds of work in the folder that is damaged.
const ROUNDS: usize = 3;

/// What is done to a folder.
#[derive(Debug, Clone, Copy)]
enum Harm {
    /// One bit of the database.
    Flip,
    /// The database ends early, inside a page or between two.
    Cut,
    /// A page holds nothing but zeros.
    Empty,
    /// Two pages stand in each other's place.
    Swap,
    /// The database is of another vault.
    Foreign,
}

const HARMS: [Harm; 5] = [
    Harm::Flip,
    Harm::Cut,
    Harm::Empty,
    Harm::Swap,
    Harm::Foreign,
];

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let tallies = share(runs, stage.seed, |part| worker(stage, part));
    let sum = tallies.into_iter().next().unwrap_or_default();
    vec![(LINE.name.to_owned(), sum)]
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let recording = record(&stage.base, ROUNDS)?;
    let left = left_by_a_kill(&recording);
    let tally = with_checker(&stage.base, |checker| {
        let whole = checker.look(&left)?;
        let mut vandal = Vandal {
            left: &left,
            whole,
            checker,
            dice: StdRng::seed_from_u64(part.seed),
            tally: Tally::default(),
        };
        for number in part.first..part.first + part.runs {
            vandal.one(HARMS[usize::try_from(number).unwrap_or(0) % HARMS.len()])?;
        }
        Some(vandal.tally)
    })?;
    Ok(vec![tally])
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
    left: &'a Files,
    whole: Found,
    checker: &'a Checker<'a>,
    dice: StdRng,
    tally: Tally,
}

impl Vandal<'_> {
    fn one(&mut self, harm: Harm) -> Option<()> {
        let mut files = self.left.clone();
        self.damage(&mut files, harm);
        let found = self.checker.look(&files)?;
        self.tally.runs += 1;
        let told = refused_in_words(&found) || !found.faults.is_empty();
        if told {
            self.tally.reported += 1;
        } else if found != self.whole {
            self.tally.damaged += 1;
            self.tally.accuse(format!(
                "{harm:?}: something else, and nothing said: {}",
                found.refused
            ));
        }
        Some(())
    }

    fn damage(&mut self, files: &mut Files, harm: Harm) {
        let Some(bytes) = files.0.get_mut(DATABASE) else {
            return;
        };
        let pages = bytes.len() / PAGE;
        let dice = &mut self.dice;
        let range = |page: usize| page * PAGE..(page + 1) * PAGE;
        match harm {
            Harm::Flip => {
                let at = dice.random_range(0..bytes.len());
                bytes[at] ^= 1 << dice.random_range(0..8);
            }
            Harm::Cut => bytes.truncate(dice.random_range(0..bytes.len())),
            Harm::Empty => bytes[range(dice.random_range(0..pages))].fill(0),
            Harm::Swap => {
                let (a, b) = (dice.random_range(0..pages), dice.random_range(0..pages));
                let (first, second) = (bytes[range(a)].to_vec(), bytes[range(b)].to_vec());
                bytes[range(a)].copy_from_slice(&second);
                bytes[range(b)].copy_from_slice(&first);
            }
            Harm::Foreign => dice.fill(bytes.as_mut_slice()),
        }
    }
}
