//! Backups: one file with a sealed manifest, the key file and the encrypted database.
//! What was not reopened and verified is not called a backup.

mod container;
mod make;
mod restore;
mod swap;
mod thin;

use crate::args;
use crate::branches;
use crate::engine::{Db, Tx};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::journal;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::vault::Vault;
pub use container::{Archive, Manifest};
pub use make::{Copied, Made, copy_to};
pub use restore::{RestoreNote, Restored, restore};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
pub(crate) use swap::finish_swap;
pub use thin::{Kept, thin};

/// What a long step is doing, for a person who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Pages are copied.
    Copy,
    /// The copy is opened and checked.
    Check,
    /// The file is written, or unpacked.
    Pack,
    /// The old set is put aside and the new one in its place.
    Swap,
}

/// Told how far a stage is: done, of how many.
pub type Progress<'a> = &'a dyn Fn(Stage, u64, u64);

/// How the name of a backup ends.
pub const EXTENSION: &str = "backup";

/// A backup that lies in a folder.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// What it says of itself.
    pub manifest: Manifest,
}

/// The backups of a folder, the newest first; what does not read as one is left out.
pub fn list(folder: &Path) -> Vec<Listed> {
    let mut found: Vec<Listed> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        // Reading anything but a file may wait for ever.
        .filter(|path| path.extension().is_some_and(|e| e == EXTENSION) && path.is_file())
        .filter_map(|path| {
            let archive = Archive::read(&path).ok()?;
            let size = std::fs::metadata(&path).ok()?.len();
            let manifest = archive.manifest().clone();
            Some(Listed {
                path,
                size,
                manifest,
            })
        })
        .collect();
    found.sort_by_key(|l| std::cmp::Reverse((l.manifest.at, l.manifest.journal_seq)));
    found
}

impl Vault {
    /// Backups as thinning sees them. One of a history that was left is as old as that.
    ///
    /// # Errors
    /// Of the database.
    pub fn kept(&self, all: &[Listed]) -> Result<Vec<Kept>> {
        let own = self.unsealed();
        self.read(|r| {
            let days = journal::first_of_days(r.tx)?;
            let began = branches::read(r.tx)?.began;
            let left = if began > 0 {
                began
            } else {
                journal::head(r.tx)?.seq
            };
            let kept = all.iter().map(|listed| {
                let m = &listed.manifest;
                let seq = if is_of_this_history(r.tx, m)? {
                    m.journal_seq
                } else {
                    left
                };
                Ok(Kept {
                    seq,
                    days: days.iter().filter(|first| **first > seq).count(),
                    at: m.at,
                    verified: own.has_sealed(m),
                })
            });
            kept.collect()
        })
    }

    /// The newest backup of what is open: by the journal's number, whatever the clock said.
    ///
    /// # Errors
    /// Of the database.
    pub fn newest(&self, all: Vec<Listed>) -> Result<Option<Listed>> {
        let vault_id = self.lock_file().vault_id.clone();
        self.read(|r| {
            let mut newest: Option<Listed> = None;
            for listed in all {
                let m = &listed.manifest;
                let later = newest
                    .as_ref()
                    .is_none_or(|n| m.journal_seq > n.manifest.journal_seq);
                if later && m.vault_id == vault_id && is_of_this_history(r.tx, m)? {
                    newest = Some(listed);
                }
            }
            Ok(newest)
        })
    }
}

/// Whether the journal's entry at which a backup ends is the one that is there.
fn is_of_this_history(tx: &Tx<'_>, manifest: &Manifest) -> Result<bool> {
    let there = journal::seal_at(tx, manifest.journal_seq)?;
    Ok(there.is_some_and(|mac| crate::slots::hex(&mac) == manifest.journal_mac))
}

/// Whether a backup is of the vault that a folder without keys held, and of keys not older
/// than its last: as far as its head file, else its newest backup, still says. Where
/// nothing says so, it is not.
pub fn continues(folder: &Path, manifest: &Manifest) -> bool {
    let newest = || {
        let newest = list(&folder.join("backups")).into_iter().next()?.manifest;
        Some((newest.vault_id, newest.epoch))
    };
    let named = crate::head::HeadFile::names(folder).or_else(newest);
    named.is_some_and(|(vault, epoch)| vault == manifest.vault_id && manifest.epoch >= epoch)
}

/// Whether a folder's head file names another vault than its key file.
pub fn is_foreign(folder: &Path, file: &KeyFile) -> bool {
    let named = crate::head::HeadFile::names(folder);
    named.is_some_and(|(vault, _)| vault != file.vault_id)
}

/// The copy that is made before a migration runs.
pub(crate) fn before_update(
    folder: &Folder,
    file: &KeyFile,
    keys: &Keyring,
    db: &mut Db,
    at: i64,
) -> Result<Made> {
    db.read(|tx| {
        let step = crate::migrate::step_of(tx)?;
        let source = make::Source { file, keys, tx };
        let stem = format!("before-update-{step}-{at}");
        make::make(&source, &folder.backups(), &stem, at, &|_, _, _| {})
    })
}

/// Rows by table: what a restored copy is compared by.
pub(crate) fn rows(tx: &Tx<'_>) -> Result<BTreeMap<String, i64>> {
    let count = |name: String| {
        let quoted = name.replace('"', "\"\"");
        let sql = format!("SELECT COUNT(*) AS value FROM \"{quoted}\"");
        Ok((name, tx.value(&sql, args![])?.unwrap_or(0)))
    };
    tx.tables()?.into_iter().map(count).collect()
}

/// Refuses a copy that is not what its manifest says.
pub(crate) fn assert_same(tx: &Tx<'_>, manifest: &Manifest) -> Result<()> {
    let head = journal::head(tx)?;
    if crate::slots::hex(&head.mac) != manifest.journal_mac || head.seq != manifest.journal_seq {
        return Err(Error::Backup("the journal ends elsewhere"));
    }
    if rows(tx)? != manifest.rows {
        return Err(Error::Backup("the counts differ"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
