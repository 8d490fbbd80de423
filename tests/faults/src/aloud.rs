//! A desk that works in a child process and says what came of each step.

use crate::base::{Base, gateway, sign_in};
use crate::interpose::gate::{At, Fork, keyed};
use crate::interpose::layer;
use crate::interpose::plan::Counts;
use crate::interpose::process::Pipe;
use crate::work::{self, Place};
use api::Gateway;
use std::path::Path;

/// What a working child says of a step: its number, and the print of the answer or the code.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub enum Said {
    /// The step was done; the print of its answer.
    Done(usize, u64),
    /// The step was refused with this code.
    Refused(usize, String),
    /// The step was not tried: what it builds on has no answer.
    Skipped(usize),
    /// Signing in was refused with this code.
    NotIn(String),
    /// How many calls of each kind there were.
    Counted(Counts),
    /// How often the planned fault struck.
    Struck(u64),
}

/// What was told of each step, in order.
pub fn heard(lines: &[String]) -> Vec<Said> {
    let said = lines.iter().map(|line| serde_json::from_str(line));
    said.filter_map(Result::ok).collect()
}

/// The steps that were done, with the prints of their answers.
pub fn acks(said: &[Said]) -> Vec<(usize, u64)> {
    let done = said.iter().map(|said| match said {
        Said::Done(step, print) => Some((*step, *print)),
        _ => None,
    });
    done.flatten().collect()
}

/// Works the rounds after the first and says of each step what came of it.
pub fn work_aloud(gateway: &Gateway, place: &Place, rounds: usize, pipe: &mut Pipe) {
    let mut answers = Vec::new();
    for step in work::STEPS.len()..work::STEPS.len() * (rounds + 1) {
        pipe.say(&match work::run(gateway, place, step, &mut answers) {
            Some(Ok(answer)) => Said::Done(step, work::print(&answer)),
            Some(Err(problem)) => Said::Refused(step, problem.code),
            None => Said::Skipped(step),
        });
    }
}

/// Gives `drive` a desk that is about to open its folder; the folder is watched. Each
/// child signs in to the end, and then does `work`.
///
/// # Errors
/// What went wrong in the harness.
pub fn with_desk<J, R>(
    base: &Base,
    folder: &Path,
    work: impl FnOnce(&Gateway, J, &mut Pipe),
    drive: impl FnOnce(&Fork<J>) -> Option<R>,
) -> Result<R, String> {
    base.files
        .lay_out(folder)
        .map_err(|error| error.to_string())?;
    layer::watch(folder);
    let gateway = gateway(folder);
    let done = keyed(
        At::Open(folder.join("desk.db")),
        || sign_in(&gateway),
        |signed_in, job, pipe: &mut Pipe| match signed_in {
            Ok(()) => work(&gateway, job, pipe),
            Err(problem) => pipe.say(&Said::NotIn(problem.code)),
        },
        drive,
    );
    layer::leave();
    done
}
