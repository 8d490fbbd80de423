//! The disk answers every flush with yes and does nothing; then the power fails. No
//! program can keep what such a disk lost, but it can say so: by the head file outside
//! the database, by a page that does not check, by refusing to open. New names are there,
//! their content need not be; a disk that loses the names too is a whole older folder,
//! which only the line on paper finds.

use super::power::{Cutter, record};
use super::{Line, Stage};
use crate::checker::Checker;
use crate::crew::{Part, Tally, share};
use crate::disk::Flushes;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

pub const LINE: Line = Line {
    name: "disk that lies about fsync",
    short: 100,
    long: 1_000,
    run,
};

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    let tallies = share(runs, stage.seed, |part| worker(stage, part));
    let mut sum = tallies.into_iter().next().unwrap_or_default();
    if sum.lost + sum.unreadable == 0 {
        sum.accuse("harness broken: a disk that keeps nothing lost nothing".to_owned());
    }
    vec![(LINE.name.to_owned(), sum)]
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let mut dice = StdRng::seed_from_u64(part.seed);
    let recording = record(&stage.base, dice.random_range(4..=6))?;
    let checker = Checker::new(&stage.base)?;
    let mut tally = Tally::default();
    let mut cutter = Cutter {
        stage,
        recording: &recording,
        checker: &checker,
        dice: &mut dice,
    };
    for _ in 0..part.runs {
        let (verdict, reported, place) = cutter.fall(Flushes::Lies);
        tally.count(&verdict);
        tally.reported += u64::from(reported);
        if !verdict.is_clean() && !reported {
            tally.accuse(format!("{place}, and nothing said: {}", verdict.words()));
        }
    }
    Ok(vec![tally])
}
