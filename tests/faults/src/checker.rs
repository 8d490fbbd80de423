//! Opening what a fault left, in a process of its own, as after a restart. The key was
//! derived from the password once; all copies of the base open with it.

use crate::base::{ACCOUNT, Base};
use crate::interpose::process::{End, Pipe, spawn};
use crate::look::{Found, look};
use crate::scene::Files;
use desk::MIGRATIONS;
use proofs::desk::{MONDAY_NINE, PASSWORD};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use vault::{Folder, Unsealed, Vault};

/// The longest a child may take before it counts as hanging.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// The program itself fell over: worse than any refusal.
pub const FELL: &str = "FELL OVER";

/// Opens folders and looks at them.
pub struct Checker {
    folder: PathBuf,
    unsealed: Unsealed,
}

impl Checker {
    /// Derives the base's key.
    ///
    /// # Errors
    /// What went wrong in the harness.
    pub fn new(base: &Base) -> Result<Self, String> {
        let folder = base.folder("looked-at")?;
        base.files
            .lay_out(&folder)
            .map_err(|error| error.to_string())?;
        let unsealed = Folder::own(&folder)
            .and_then(|own| Vault::unseal(&own, ACCOUNT, PASSWORD))
            .map_err(|error| error.to_string())?;
        Ok(Self { folder, unsealed })
    }

    /// The base's keys.
    pub fn unsealed(&self) -> &Unsealed {
        &self.unsealed
    }

    /// Where it lays the files out; they lie there until the next are looked at.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens these files with the key at hand.
    pub fn look(&self, files: &Files) -> Found {
        self.look_by(files, |folder| open(folder, &self.unsealed))
    }

    /// Opens these files with the password, as a person does.
    pub fn look_as_person(&self, files: &Files) -> Found {
        self.look_by(files, |folder| unlock(folder, PASSWORD))
    }

    /// Opens these files some other way.
    pub fn look_by(
        &self,
        files: &Files,
        open: impl FnOnce(&Path) -> vault::Result<Vault>,
    ) -> Found {
        if let Err(error) = files.lay_out(&self.folder) {
            return broken(&format!("the copy: {error}"));
        }
        let child = spawn(|pipe: &mut Pipe| pipe.say(&look(open(&self.folder))));
        let (lines, end) = child.hear(PATIENCE);
        let found = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        match (found, end) {
            (Some(found), End::Code(0)) => found,
            (_, end) => broken(&format!("the program ended with {end:?}")),
        }
    }
}

/// Opens a folder with a key at hand.
pub fn open(folder: &Path, unsealed: &Unsealed) -> vault::Result<Vault> {
    Vault::open(
        &Arc::new(Folder::own(folder)?),
        unsealed,
        &MIGRATIONS,
        MONDAY_NINE,
    )
}

/// Unlocks a folder with the administrator's password.
pub fn unlock(folder: &Path, password: &str) -> vault::Result<Vault> {
    let own = Arc::new(Folder::own(folder)?);
    Vault::unlock(&own, ACCOUNT, password, &MIGRATIONS, MONDAY_NINE)
}

fn broken(words: &str) -> Found {
    Found {
        refused: format!("{FELL}: {words}"),
        ..Found::default()
    }
}
