//! Where every run begins: a desk that was set up and has worked one round, closed.

use crate::interpose::gate::{At, Fork, keyed};
use crate::interpose::layer;
use crate::interpose::process::{End, Pipe};
use crate::look::{Found, look};
use crate::scene::Files;
use crate::work::{self, Place};
use api::{Call, Gateway, Problem};
use desk::MIGRATIONS;
use proofs::desk::{FixedMachine, MONDAY_NINE, PASSWORD, TestDesk, fonts};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use vault::{Folder, Vault};

/// Who does the work.
pub const ACCOUNT: &str = "1001";
/// The longest a child may take before it counts as hanging.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The folder all runs are copies of.
#[derive(Clone)]
pub struct Base {
    /// Its files.
    pub files: Files,
    /// What the steps need to know of it.
    pub place: Place,
    /// Where runs have their folders.
    pub scratch: PathBuf,
}

impl Base {
    /// Sets a desk up and works the first round, so that what happens only once has happened.
    ///
    /// # Errors
    /// What went wrong, as words.
    pub fn make(scratch: PathBuf) -> Result<Self, String> {
        let desk = TestDesk::training();
        let place = Place::of(desk.gateway())?;
        let mut answers = Vec::new();
        for step in 0..work::STEPS.len() {
            match work::run(desk.gateway(), &place, step, &mut answers) {
                Some(Ok(_)) => {}
                other => return Err(format!("the first round, step {step}: {other:?}")),
            }
        }
        desk.gateway().close();
        let files = Files::read(&desk.data()).map_err(|error| error.to_string())?;
        Ok(Self {
            files,
            place,
            scratch,
        })
    }

    /// A folder of this process for one purpose; made if it is not there.
    ///
    /// # Errors
    /// What the file system says.
    pub fn folder(&self, purpose: &str) -> Result<PathBuf, String> {
        let own = std::process::id();
        let folder = self.scratch.join(format!("{own}-{purpose}"));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        Ok(folder)
    }
}

/// A gateway on a folder, with a clock that stands and seeded dice.
pub fn gateway(folder: &Path) -> Gateway {
    let machine = FixedMachine::new(folder.join("exports"), MONDAY_NINE, 11);
    Gateway::new(folder.to_owned(), fonts(), Arc::new(machine))
}

/// Signs the administrator in.
///
/// # Errors
/// The problem.
pub fn sign_in(gateway: &Gateway) -> Result<(), Problem> {
    let call = Call {
        command: "session.sign_in".to_owned(),
        input: json!({ "no": ACCOUNT, "password": PASSWORD }),
        op_id: None,
        at: None,
    };
    gateway.call(call).map(drop)
}

/// Unlocks a folder without a gateway.
pub fn unlock(folder: &Path) -> vault::Result<Vault> {
    let own = Arc::new(Folder::own(folder)?);
    Vault::unlock(&own, ACCOUNT, PASSWORD, MIGRATIONS, MONDAY_NINE)
}

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
    Counted(crate::interpose::plan::Counts),
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

/// Opens folders whose key was derived once, and looks at them.
pub struct Checker<'a> {
    fork: &'a Fork<()>,
    folder: PathBuf,
}

/// Gives `drive` a checker.
///
/// # Errors
/// What went wrong in the harness.
pub fn with_checker<R>(
    base: &Base,
    drive: impl FnOnce(&Checker<'_>) -> Option<R>,
) -> Result<R, String> {
    let folder = base.folder("looked-at")?;
    base.files
        .lay_out(&folder)
        .map_err(|error| error.to_string())?;
    keyed(
        At::Open(folder.join("desk.db")),
        || unlock(&folder),
        |opened, (), pipe: &mut Pipe| pipe.say(&look(opened)),
        |fork| {
            drive(&Checker {
                fork,
                folder: folder.clone(),
            })
        },
    )
}

impl Checker<'_> {
    /// Opens these files in a process of their own, as after a restart.
    /// `None` in that process.
    pub fn look(&self, files: &Files) -> Option<Found> {
        if let Err(error) = files.lay_out(&self.folder) {
            return Some(broken(&format!("the copy: {error}")));
        }
        let (lines, end) = self.fork.run(())?.hear(PATIENCE);
        let found = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        Some(match (found, end) {
            (Some(found), End::Code(0)) => found,
            (_, end) => broken(&format!("the program ended with {end:?}")),
        })
    }
}

/// The program itself fell over: worse than any refusal.
pub const FELL: &str = "FELL OVER";

fn broken(words: &str) -> Found {
    Found {
        refused: format!("{FELL}: {words}"),
        ..Found::default()
    }
}
