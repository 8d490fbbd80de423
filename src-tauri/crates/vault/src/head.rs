//! `head.json`: where the journal stood at the last commit, kept outside the
//! database. A database that falls behind it has lost committed operations: by a
//! damaged log, an older file put back, a disk that lied about writing.

use crate::branches::{self, Branches, Noted};
use crate::engine::Tx;
use crate::error::{Error, Result};
use crate::journal::{self, Head};
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::keys::{same, seal};
use crate::replace::replace_soon;
use crate::slots::{hex, unhex_vec};
use serde::{Deserialize, Serialize};
use std::path::Path;

pub(crate) const NAME: &str = "head.json";
const FORMAT: u32 = 2;

/// What does not fit between the database and what was noted outside of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// That many committed operations are not in the database.
    Missing {
        /// How many.
        operations: i64,
        /// Number of the last entry that is there.
        last: i64,
    },
    /// The database holds another history than the one noted.
    Different {
        /// Number of the entry that differs.
        at: i64,
    },
    /// The head file is gone or unreadable, so nothing can be compared.
    NoHead,
}

/// The head file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct HeadFile {
    format: u32,
    vault_id: String,
    epoch: u32,
    /// Number of the last journal entry.
    seq: i64,
    /// Its seal, hex.
    mac: String,
    /// When its entry was made, UTC ms.
    at: i64,
    /// Written by versions before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<i64>,
    /// The history it belongs to; empty: the first.
    #[serde(default)]
    branch: String,
    /// Histories that were left and of which nothing is there.
    #[serde(default)]
    pub left: Vec<String>,
    /// Number of the key file in force.
    #[serde(default)]
    keys: u64,
    /// HMAC over all of the above, hex.
    seal: String,
}

impl HeadFile {
    pub(crate) fn new(
        (vault_id, keys): (&str, &Keyring),
        (head, at): (&Head, i64),
        branches: &Branches,
        key_file: u64,
    ) -> Result<Self> {
        let mut file = Self {
            format: FORMAT,
            vault_id: vault_id.to_owned(),
            epoch: keys.epoch(),
            seq: head.seq,
            mac: hex(&head.mac),
            at,
            since: None,
            branch: branches.current.clone(),
            left: branches.left(),
            keys: key_file,
            seal: String::new(),
        };
        file.seal = hex(&file.sealed(keys)?);
        Ok(file)
    }

    /// Writes it; a crash leaves the head before, which the database is never behind.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let text = serde_json::to_vec(self).map_err(|_| Error::Damaged("head file"))?;
        replace_soon(&folder.join(NAME), &text)
    }

    /// Notes which key file is in force, and leaves everything else as it is: what it says
    /// of the journal is evidence while an alarm stands. Without a head file nothing is noted.
    pub(crate) fn note_keys(folder: &Path, in_force: &KeyFile, keys: &Keyring) -> Result<()> {
        let Some(mut file) = Self::read(folder, &in_force.vault_id, keys) else {
            return Ok(());
        };
        if file.format < FORMAT {
            return Ok(());
        }
        file.keys = in_force.seq;
        file.seal = hex(&file.sealed(keys)?);
        file.write(folder)
    }

    /// Reads it and checks its seal; `None` when it is gone, unreadable, not ours.
    pub(crate) fn read(folder: &Path, vault_id: &str, keys: &Keyring) -> Option<Self> {
        let text = std::fs::read(folder.join(NAME)).ok()?;
        let file: Self = serde_json::from_slice(&text).ok()?;
        let right = file.sealed(keys).ok()?;
        let stored = unhex_vec(&file.seal).ok()?;
        ((1..=FORMAT).contains(&file.format) && file.vault_id == vault_id && same(&right, &stored))
            .then_some(file)
    }

    /// Vault and epoch that the file names. Nobody's word: its seal needs the keys.
    pub(crate) fn names(folder: &Path) -> Option<(String, u32)> {
        let text = std::fs::read(folder.join(NAME)).ok()?;
        let file: Self = serde_json::from_slice(&text).ok()?;
        Some((file.vault_id, file.epoch))
    }

    fn sealed(&self, keys: &Keyring) -> Result<[u8; 32]> {
        let key = &keys.at(self.epoch)?.head;
        if let Some(since) = self.since.filter(|_| self.format == 1) {
            return seal(
                key,
                &[
                    &self.format.to_le_bytes(),
                    self.vault_id.as_bytes(),
                    &self.epoch.to_le_bytes(),
                    &self.seq.to_le_bytes(),
                    self.mac.as_bytes(),
                    &self.at.to_le_bytes(),
                    &since.to_le_bytes(),
                ],
            );
        }
        let unsealed = Self {
            seal: String::new(),
            ..self.clone()
        };
        let text = serde_json::to_vec(&unsealed).map_err(|_| Error::Damaged("head file"))?;
        seal(key, &[b"head", &text])
    }

    /// What was noted.
    pub(crate) fn noted(&self) -> Result<Noted> {
        Ok(Noted {
            seq: self.seq,
            mac: unhex_vec(&self.mac)?,
            branch: self.branch.clone(),
        })
    }

    /// Number of the key file in force when it was written; 0: not noted.
    pub(crate) fn keys(&self) -> u64 {
        self.keys
    }

    /// What it says of an open journal: it has to be of the history that goes on, or else
    /// somebody put it back. A crash between an entry that begins a history and the head
    /// file leaves the head before it.
    pub(crate) fn compare(&self, tx: &Tx<'_>, branches: &Branches) -> Result<Option<Alarm>> {
        let noted = self.noted()?;
        let own = self.format == 1 || noted.branch == branches.current;
        if own || !branches.holds(&noted.branch) {
            let first = Noted {
                branch: branches.current.clone(),
                ..noted
            };
            return branches::compare(tx, branches, &first);
        }
        let just_begun = journal::head(tx)?.seq == branches.began;
        Ok((!just_begun).then_some(Alarm::NoHead))
    }
}
