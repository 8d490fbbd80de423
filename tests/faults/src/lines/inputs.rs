//! Random input to every command, as everybody and as nobody: no panic, no effect that
//! was not allowed, no answer without a known code.

use super::{Line, Stage};
use crate::crew::{Tally, alone};
use proofs::inputs::pelt;

pub const LINE: Line = Line {
    name: "random inputs as every role",
    short: 100_000,
    long: 100_000,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        let pelted = pelt(part.runs, part.seed);
        let mut tally = Tally {
            runs: pelted.sent,
            reported: pelted.barred + pelted.refused,
            damaged: pelted.faults.len() as u64,
            ..Tally::default()
        };
        pelted
            .faults
            .into_iter()
            .for_each(|words| tally.accuse(words));
        Ok(vec![tally])
    })
}
