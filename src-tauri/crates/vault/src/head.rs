//! `head.json`: where the journal stood at the last commit, kept outside the
//! database. A database that falls behind it has lost committed operations: by a
//! damaged log, an older file put back, a disk that lied about writing.

use crate::engine::Tx;
use crate::error::{Error, Result};
use crate::journal::{self, Head};
use crate::keyring::Keyring;
use crate::keys::{same, seal};
use crate::replace::replace_soon;
use crate::slots::{hex, unhex_vec};
use serde::{Deserialize, Serialize};
use std::path::Path;

pub(crate) const NAME: &str = "head.json";
const FORMAT: u32 = 1;

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
    /// Backups made before this moment are not compared: a restore or a person's
    /// decision went back behind them on purpose. UTC ms.
    pub since: i64,
    /// HMAC over all of the above, hex.
    seal: String,
}

impl HeadFile {
    pub(crate) fn new(
        vault_id: &str,
        keys: &Keyring,
        head: &Head,
        at: i64,
        since: i64,
    ) -> Result<Self> {
        let mut file = Self {
            format: FORMAT,
            vault_id: vault_id.to_owned(),
            epoch: keys.epoch(),
            seq: head.seq,
            mac: hex(&head.mac),
            at,
            since,
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

    /// Reads it and checks its seal; `None` when it is gone, unreadable, not ours.
    pub(crate) fn read(folder: &Path, vault_id: &str, keys: &Keyring) -> Option<Self> {
        let text = std::fs::read(folder.join(NAME)).ok()?;
        let file: Self = serde_json::from_slice(&text).ok()?;
        let right = file.sealed(keys).ok()?;
        let stored = unhex_vec(&file.seal).ok()?;
        (file.format == FORMAT && file.vault_id == vault_id && same(&right, &stored))
            .then_some(file)
    }

    /// Vault and epoch that the file names. Nobody's word: its seal needs the keys.
    pub(crate) fn names(folder: &Path) -> Option<(String, u32)> {
        let text = std::fs::read(folder.join(NAME)).ok()?;
        let file: Self = serde_json::from_slice(&text).ok()?;
        Some((file.vault_id, file.epoch))
    }

    fn sealed(&self, keys: &Keyring) -> Result<[u8; 32]> {
        let Self {
            format,
            vault_id,
            epoch,
            seq,
            mac,
            at,
            since,
            ..
        } = self;
        seal(
            &keys.at(*epoch)?.head,
            &[
                &format.to_le_bytes(),
                vault_id.as_bytes(),
                &epoch.to_le_bytes(),
                &seq.to_le_bytes(),
                mac.as_bytes(),
                &at.to_le_bytes(),
                &since.to_le_bytes(),
            ],
        )
    }

    /// What was noted.
    pub(crate) fn head(&self) -> Result<Head> {
        Ok(Head {
            seq: self.seq,
            mac: unhex_vec(&self.mac)?,
        })
    }
}

/// Compares the database with a head that was noted elsewhere.
pub(crate) fn compare(tx: &Tx<'_>, noted: &Head) -> Result<Option<Alarm>> {
    let now = journal::head(tx)?;
    if now.seq < noted.seq {
        return Ok(Some(Alarm::Missing {
            operations: noted.seq - now.seq,
            last: now.seq,
        }));
    }
    let there = journal::seal_at(tx, noted.seq)?;
    Ok(match there {
        Some(mac) if same(&mac, &noted.mac) => None,
        _ => Some(Alarm::Different { at: noted.seq }),
    })
}
