//! The three long steps, and how to look at what they leave.

use crate::checker::{Checker, PATIENCE, open};
use crate::cutoff::ANSWERED;
use crate::interpose::process::{Pipe, spawn};
use crate::look::Found;
use crate::scene::Files;
use desk::MIGRATIONS;
use proofs::desk::MONDAY_NINE;
use std::path::Path;
use std::sync::Arc;
use vault::{Archive, Error, Folder, Migration, RestoreNote, Unsealed, Vault, list, restore};

/// A long step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Makes and verifies a backup.
    BackUp,
    /// Puts an older state back from a backup.
    Restore,
    /// Brings the schema up to a later program's.
    Migrate,
}

/// All of them.
pub const JOBS: &[Job] = &[Job::BackUp, Job::Restore, Job::Migrate];

/// What is found after a step.
#[derive(Debug, Clone)]
pub struct Seen {
    /// In the store.
    pub found: Found,
    /// Backups that are listed.
    pub backups: usize,
    /// Those among them that do not verify.
    pub bad_backups: Vec<String>,
    /// What should have been cleared away.
    pub rests: Vec<String>,
    /// Everything that lies in the folder.
    all: Files,
}

impl Seen {
    /// Whether what a restore replaced lies in a folder of its own, whole.
    pub fn put_aside(&self, replaced: &Files) -> bool {
        let mut aside = self.all.0.iter().filter_map(|(name, bytes)| {
            let (_, file) = name.strip_prefix("before-restore-")?.split_once('/')?;
            Some((file, bytes))
        });
        let database = replaced.0.get("desk.db");
        aside.any(|(file, bytes)| file == "desk.db" && Some(bytes) == database)
    }
}

const STEM: &str = "shouwen-20261123-090000";
const NOTE: RestoreNote<'static> = RestoreNote {
    at: MONDAY_NINE,
    actor: 1,
    role: "administrator",
    reason: "the disk was damaged",
    over: "own",
    by: "",
};

/// A step that a later program would bring: a table, its rows, a column.
const LATER: &str = "CREATE TABLE later (id INTEGER PRIMARY KEY, address TEXT NOT NULL) STRICT;
    INSERT INTO later SELECT id, address FROM visitors;
    ALTER TABLE visitors ADD COLUMN later TEXT NOT NULL DEFAULT '';";

fn later_steps() -> Vec<Migration> {
    let mut steps = MIGRATIONS.to_vec();
    let last = steps.last().map_or(0, |step| step.number);
    steps.push(Migration {
        number: last + 1,
        name: "later",
        sql: LATER,
    });
    steps
}

impl Job {
    /// A word for the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::BackUp => "backed-up",
            Self::Restore => "restored",
            Self::Migrate => "migrated",
        }
    }

    /// The files a step begins with. For restoring: the worked desk, and a backup of
    /// the base.
    ///
    /// # Errors
    /// What went wrong in the harness.
    pub fn prepare(
        self,
        folder: &Path,
        base: &Files,
        worked: &Files,
        checker: &Checker,
    ) -> Result<Files, String> {
        if self != Self::Restore {
            return Ok(worked.clone());
        }
        let words = |error: std::io::Error| error.to_string();
        base.lay_out(folder).map_err(words)?;
        let made = open(folder, checker.unsealed())
            .and_then(|vault| vault.back_up(STEM, MONDAY_NINE, &|_, _, _| {}))
            .map_err(|error| error.to_string())?;
        let bytes = std::fs::read(&made.path).map_err(words)?;
        let mut files = worked.clone();
        // Beside the folder's own backups: one of these would say what the vault should hold.
        files.0.insert(format!("usb/{STEM}.backup"), bytes);
        Ok(files)
    }

    /// Does it in this process.
    ///
    /// # Errors
    /// Of the vault.
    pub fn run(self, folder: &Path, keys: &Unsealed) -> vault::Result<()> {
        match self {
            Self::BackUp => open(folder, keys)?
                .back_up(STEM, MONDAY_NINE, &|_, _, _| {})
                .map(drop),
            Self::Restore => {
                let own = Folder::own(folder)?;
                let archive = Archive::read(&folder.join(format!("usb/{STEM}.backup")))?;
                restore(&own, &archive, keys, Some(keys), &NOTE, &|_, _, _| {}).map(drop)
            }
            Self::Migrate => open_later(folder, keys).map(drop),
        }
    }

    /// Does it and says how it ended.
    pub fn run_aloud(self, folder: &Path, keys: &Unsealed, pipe: &mut Pipe) {
        match self.run(folder, keys) {
            Ok(()) => pipe.say(&ANSWERED),
            Err(error) => pipe.say(&error.to_string()),
        }
    }

    /// Opens what is left, twice, and verifies every backup that is listed.
    ///
    /// # Errors
    /// What went wrong in the harness.
    pub fn look(self, left: &Files, checker: &Checker, old: bool) -> Result<Seen, String> {
        let keys = checker.unsealed();
        let found = match self {
            Self::Migrate if !old => checker.look_by(left, |folder| open_later(folder, keys)),
            Self::Migrate => {
                let found = checker.look_by(left, |folder| open(folder, keys));
                // The old program is refused in words as soon as the step is done.
                if found.refused == Error::Newer.to_string() {
                    checker.look_by(left, |folder| open_later(folder, keys))
                } else {
                    found
                }
            }
            _ => checker.look(left),
        };
        let folder = checker.folder();
        let child = spawn(|pipe| pipe.say(&verified(folder, keys)));
        let (lines, _) = child.hear(PATIENCE);
        let said: Option<(usize, Vec<String>)> = lines
            .first()
            .and_then(|line| serde_json::from_str(line).ok());
        let (backups, bad_backups) = said.ok_or("the backups could not be looked at")?;
        let rests = ["restoring", "restoring.go"].into_iter();
        let rests = rests.filter(|name| folder.join(name).exists());
        Ok(Seen {
            found,
            backups,
            bad_backups,
            rests: rests.map(str::to_owned).collect(),
            all: Files::read(folder).map_err(|error| error.to_string())?,
        })
    }
}

fn open_later(folder: &Path, keys: &Unsealed) -> vault::Result<Vault> {
    let own = Arc::new(Folder::own(folder)?);
    Vault::open(&own, keys, &later_steps(), MONDAY_NINE)
}

/// How many backups are listed, and what is wrong with them.
fn verified(folder: &Path, keys: &Unsealed) -> (usize, Vec<String>) {
    let listed = list(&folder.join("backups"));
    let Ok(own) = Folder::own(folder) else {
        return (listed.len(), vec!["the folder is not free".to_owned()]);
    };
    let bad = listed.iter().filter_map(|listed| {
        let archive = Archive::read(&listed.path);
        let done = archive.and_then(|archive| archive.verify(keys, &own, &|_, _, _| {}));
        done.err().map(|error| error.to_string())
    });
    (listed.len(), bad.collect())
}
