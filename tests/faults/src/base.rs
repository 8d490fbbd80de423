//! Where every run begins: a desk that was set up and has worked one round, closed.

use crate::scene::Files;
use crate::work::{self, Place};
use api::{Call, Gateway, Problem};
use proofs::desk::{FixedMachine, MONDAY_NINE, PASSWORD, TestDesk, fonts};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Who does the work.
pub const ACCOUNT: &str = "1001";

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
    gateway_with(folder, 11)
}

/// The same with other dice.
pub fn gateway_with(folder: &Path, seed: u64) -> Gateway {
    let machine = FixedMachine::new(folder.join("exports"), MONDAY_NINE, seed);
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
