//! Killing a process in the middle of one long step: by the clock anywhere, or by itself
//! in its nth change of a file.

use crate::checker::PATIENCE;
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Counts, Kind, Plan};
use crate::interpose::process::{Child, End, Pipe, spawn};
use rand::RngExt as _;
use rand::rngs::StdRng;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long the untouched step takes, and how many calls it makes.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    time: Duration,
    counts: Counts,
}

/// How a child that was to be killed ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Struck {
    /// The step had answered before.
    pub answered: bool,
    /// It was killed before its end.
    pub cut: bool,
}

/// What a child says when its step has come to its end.
pub const ANSWERED: &str = "answered";

/// Runs a step without a kill. The folder is watched from now on.
///
/// # Errors
/// When the step itself fails.
pub fn measure(folder: &Path, step: impl FnOnce(&mut Pipe)) -> Result<Measure, String> {
    layer::watch(folder);
    let started = Instant::now();
    let child = spawn(|pipe| {
        step(pipe);
        pipe.say(&layer::counts());
    });
    let (lines, end) = child.hear(PATIENCE);
    let time = started.elapsed();
    let said = lines.first().is_some_and(|line| line.contains(ANSWERED));
    let counts = lines
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    match counts {
        Some(counts) if said && end == End::Code(0) => Ok(Measure { time, counts }),
        _ => Err(format!(
            "the step without a kill ended with {end:?}: {lines:?}"
        )),
    }
}

impl Measure {
    /// Runs a step and kills it somewhere.
    pub fn strike(&self, number: u64, dice: &mut StdRng, step: impl FnOnce(&mut Pipe)) -> Struck {
        self.strike_child(number, dice, || Some(spawn(step)))
            .unwrap_or(Struck {
                answered: false,
                cut: false,
            })
    }

    /// As `strike`, with a child started some other way; `None` in that child.
    pub fn strike_child(
        &self,
        number: u64,
        dice: &mut StdRng,
        start: impl FnOnce() -> Option<Child>,
    ) -> Option<Struck> {
        let patience = if number.is_multiple_of(2) {
            self.time.mul_f64(dice.random_range(0.0..1.0))
        } else {
            layer::plan(Some(Plan {
                kind: Kind::Change,
                nth: dice.random_range(0..self.counts.changes.max(1)),
                answer: Answer::HalfAndDie,
                for_good: false,
                file: "",
            }));
            PATIENCE
        };
        let child = start()?;
        layer::plan(None);
        let (lines, end) = child.hear(patience);
        Some(Struck {
            answered: lines.iter().any(|line| line.contains(ANSWERED)),
            cut: matches!(end, End::Signal(_)),
        })
    }

    /// A measure taken elsewhere.
    pub fn new(time: Duration, counts: Counts) -> Self {
        Self { time, counts }
    }

    /// How many calls of each kind the untouched step makes.
    pub fn counts(&self) -> Counts {
        self.counts
    }
}
