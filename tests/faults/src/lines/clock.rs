//! Somebody moves the computer's clock, back and forward, over midnights, months and a
//! 29 February: random days, each judged by the proofs' own model.

use super::{Line, Stage};
use crate::crew::{Part, Tally, alone};
use proofs::clock::walk;

pub const LINE: Line = Line {
    name: "clock back and forward",
    short: 16,
    long: 1_000,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        Ok(worker(stage.seed, part))
    })
}

fn worker(seed: u64, part: Part) -> Vec<Tally> {
    let mut tally = Tally::default();
    for number in part.first..part.first + part.runs {
        tally.runs += 1;
        if let Err(words) = walk(seed.wrapping_add(number)) {
            tally.damaged += 1;
            tally.accuse(words);
        }
    }
    vec![tally]
}
