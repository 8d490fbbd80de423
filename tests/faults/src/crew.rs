//! Runs shared out over the machine's cores, and what they add up to.

use crate::interpose::process::{fork, leave};
use crate::judge::Verdict;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Counts of a line of the table.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Runs that were made.
    pub runs: u64,
    /// Runs in which something acknowledged was lost.
    pub lost: u64,
    /// Runs after which something was there in part, twice or wrong.
    pub damaged: u64,
    /// Runs after which nothing opened.
    pub unreadable: u64,
    /// Runs in which the program said what was wrong.
    pub reported: u64,
    /// What must not be, in words: any of them fails the line.
    pub wrong: Vec<String>,
}

/// More of the same does not help.
const WORDS: usize = 8;

impl Tally {
    /// Notes something that must not be.
    pub fn accuse(&mut self, words: String) {
        if self.wrong.len() < WORDS {
            self.wrong.push(words);
        }
    }

    /// Counts how a run ended.
    pub fn count(&mut self, verdict: &Verdict) {
        self.runs += 1;
        self.lost += u64::from(!verdict.lost.is_empty());
        self.damaged += u64::from(!verdict.damaged.is_empty());
        self.unreadable += u64::from(verdict.unreadable.is_some());
    }

    /// Adds another's counts.
    pub fn add(&mut self, other: Self) {
        self.runs += other.runs;
        self.lost += other.lost;
        self.damaged += other.damaged;
        self.unreadable += other.unreadable;
        self.reported += other.reported;
        for words in other.wrong {
            self.accuse(words);
        }
    }
}

/// A worker's part: how many runs, and the seed of its dice.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// How many runs.
    pub runs: u64,
    /// Seed of its dice.
    pub seed: u64,
    /// Number of its first run, so that sweeps can be shared out.
    pub first: u64,
}

/// How many workers there are.
pub fn cores() -> u64 {
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    u64::try_from(cores).unwrap_or(2)
}

/// Shares runs out over the cores; each worker is a process of its own.
pub fn share(
    runs: u64,
    seed: u64,
    work: impl Fn(Part) -> Result<Vec<Tally>, String>,
) -> Vec<Tally> {
    let workers = cores().min(runs).max(1);
    let mut crew = Vec::new();
    let mut first = 0;
    for worker in 0..workers {
        let share = (runs - first) / (workers - worker);
        let part = Part {
            runs: share,
            seed: seed.wrapping_add(worker),
            first,
        };
        first += share;
        match fork() {
            Ok(child) => crew.push(child),
            Err(mut pipe) => {
                // What the parent holds of the others is not this child's to end.
                crew.into_iter().for_each(std::mem::forget);
                let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(part)));
                let answer = done.unwrap_or_else(|_| Err("the harness panicked".to_owned()));
                pipe.say(&answer);
                leave(0)
            }
        }
    }
    let mut sum: Vec<Tally> = Vec::new();
    for child in crew {
        let (lines, end) = child.hear(Duration::from_secs(6 * 3600));
        let said: Option<Result<Vec<Tally>, String>> = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        let part = match said {
            Some(Ok(part)) => part,
            Some(Err(words)) => vec![broken(&words)],
            None => vec![broken(&format!("a worker ended with {end:?}"))],
        };
        sum.resize(sum.len().max(part.len()), Tally::default());
        for (all, one) in sum.iter_mut().zip(part) {
            all.add(one);
        }
    }
    sum
}

/// Shares out the runs of a line that has no control beside it.
pub fn alone(
    name: &str,
    runs: u64,
    seed: u64,
    work: impl Fn(Part) -> Result<Vec<Tally>, String>,
) -> Vec<(String, Tally)> {
    let tallies = share(runs, seed, work);
    let sum = tallies.into_iter().next().unwrap_or_default();
    vec![(name.to_owned(), sum)]
}

/// The harness itself did not work.
pub fn broken(words: &str) -> Tally {
    let words = format!("harness broken: {words}");
    Tally {
        wrong: vec![words],
        ..Tally::default()
    }
}
