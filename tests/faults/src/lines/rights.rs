//! Every command as every role and as nobody, compared with the written table.

use super::{Line, Stage};
use crate::crew::{Tally, alone};
use proofs::rights::compared;

pub const LINE: Line = Line {
    name: "roles × commands, every cell",
    short: 1,
    long: 1,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |_| {
        let (cells, wrong) = compared();
        let mut tally = Tally {
            runs: cells as u64,
            damaged: wrong.len() as u64,
            ..Tally::default()
        };
        wrong.into_iter().for_each(|words| tally.accuse(words));
        Ok(vec![tally])
    })
}
