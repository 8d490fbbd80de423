//! A damaged backup: whoever verifies or restores it is told, and the vault stays.

use super::harm::Harm;
use crate::checker::{Checker, PATIENCE, open};
use crate::crew::Tally;
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use proofs::desk::MONDAY_NINE;
use rand::rngs::StdRng;
use std::path::Path;
use vault::{Archive, Folder, RestoreNote, Unsealed, restore};

/// Where it lies while it is looked at.
pub const FILE: &str = "usb/harmed.backup";

/// A whole backup, to be damaged, and the folder it would be restored to.
pub struct Backup {
    bytes: Vec<u8>,
    files: Files,
}

impl Backup {
    /// Makes one of the base.
    ///
    /// # Errors
    /// What went wrong in the harness.
    pub fn make(folder: &Path, base: &Files, checker: &Checker) -> Result<Self, String> {
        let words = |error: std::io::Error| error.to_string();
        base.lay_out(folder).map_err(words)?;
        let made = open(folder, checker.unsealed())
            .and_then(|vault| vault.back_up("whole", MONDAY_NINE, &|_, _, _| {}))
            .map_err(|error| error.to_string())?;
        Ok(Self {
            bytes: std::fs::read(&made.path).map_err(words)?,
            files: base.clone(),
        })
    }

    /// Damages it, verifies and restores it in a process of its own.
    pub fn one(&self, harm: Harm, checker: &Checker, dice: &mut StdRng, tally: &mut Tally) {
        let mut files = self.files.clone();
        files.0.insert(FILE.to_owned(), self.bytes.clone());
        let what = harm.inflict_alone(&mut files, dice);
        let folder = checker.folder();
        tally.runs += 1;
        if let Err(error) = files.lay_out(folder) {
            return tally.accuse(format!("harness broken: {error}"));
        }
        let child = spawn(|pipe| pipe.say(&tried(folder, checker.unsealed())));
        let (lines, end) = child.hear(PATIENCE);
        let said: Option<[String; 2]> = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        let told = said
            .as_ref()
            .is_some_and(|said| said.iter().all(|words| !words.is_empty()));
        let stayed = Files::read(folder).is_ok_and(|left| left.differs(&files).is_none());
        tally.reported += u64::from(told);
        if end != End::Code(0) || !told || !stayed {
            tally.damaged += 1;
            tally.accuse(format!(
                "{harm:?} {what}: {said:?} {end:?}, the vault stayed: {stayed}"
            ));
        }
    }
}

/// What verifying and restoring say; empty where they say nothing.
fn tried(folder: &Path, keys: &Unsealed) -> [String; 2] {
    let note = RestoreNote {
        at: MONDAY_NINE,
        actor: 1,
        role: "administrator",
        reason: "the disk was damaged",
        over: "own",
        by: "",
    };
    let path = folder.join(FILE);
    let words = |done: vault::Result<()>| done.err().map(|e| e.to_string()).unwrap_or_default();
    match Folder::own(folder) {
        Ok(own) => {
            [
                words(Archive::read(&path).and_then(|a| a.verify(keys, &own, &|_, _, _| {}))),
                words(Archive::read(&path).and_then(|a| {
                    restore(&own, &a, keys, Some(keys), &note, &|_, _, _| {}).map(drop)
                })),
            ]
        }
        Err(_) => [String::new(), String::new()],
    }
}
