//! The memory of a desk that was locked, searched from outside.

use super::{Line, Stage};
use crate::crew::{Tally, alone};
use proofs::memory::after_locking;

pub const LINE: Line = Line {
    name: "memory after locking",
    short: 1,
    long: 1,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        let mut tally = Tally::default();
        for _ in 0..part.runs {
            tally.runs += 1;
            if let Err(words) = after_locking() {
                tally.damaged += 1;
                tally.accuse(words);
            }
        }
        Ok(vec![tally])
    })
}
