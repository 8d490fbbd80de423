//! Restoring: unpack and verify beside the old set, note what is replaced, then swap. Until
//! the swap nothing has changed.

use super::container::Archive;
use super::swap::{self, STAGING};
use super::{Progress, Stage};
use crate::acts;
use crate::branches::{self, Noted};
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::{DATABASE, Folder};
use crate::head::HeadFile;
use crate::in_force;
use crate::journal::{self, Entry};
use crate::keyfile::KeyFile;
use crate::keyplace;
use crate::keyring::Keyring;
use crate::keys::{MasterKey, same};
use crate::replace::{private_folder, replace_file, sync_folder};
use crate::vault::Unsealed;
use crate::watch::heads;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Who restores, when and why; becomes the first journal entry of the restored store.
pub struct RestoreNote<'a> {
    /// When, UTC ms.
    pub at: i64,
    /// Staff id, 0 when nobody could sign in.
    pub actor: i64,
    /// In which role.
    pub role: &'a str,
    /// The reason given.
    pub reason: &'a str,
    /// What it takes the place of, as a code for the journal.
    pub over: &'a str,
    /// Staff number of whoever gave their password for it while nobody was signed in;
    /// empty: nobody did.
    pub by: &'a str,
}

/// What was restored.
#[derive(Debug, Clone)]
pub struct Restored {
    /// Where the old set lies; `None` when the folder was empty.
    pub aside: Option<PathBuf>,
    /// Number of the last journal entry of the backup.
    pub journal_seq: i64,
}

/// Restores a backup into an owned folder whose vault is closed. `opened` opens the
/// backup. `current` opens the vault that is there now, when somebody could: its key
/// file then stays in force, so that nobody who left comes back with an old backup.
///
/// # Errors
/// Those of `Archive::verify`; `Full`; those of files: then the old set is in place.
/// `RestoreUnfinished` when it is neither: then nothing opens before it is finished.
pub fn restore(
    folder: &Folder,
    archive: &Archive,
    opened: &Unsealed,
    current: Option<&Unsealed>,
    note: &RestoreNote<'_>,
    progress: Progress<'_>,
) -> Result<Restored> {
    let staging = folder.path().join(STAGING);
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    private_folder(&staging)?;
    let staged = stage(folder, &staging, archive, opened, current, note, progress);
    if let Err(error) = staged {
        fs::remove_dir_all(&staging)?;
        return Err(error);
    }
    progress(Stage::Swap, 0, 1);
    let aside = swap::swap(folder.path())?;
    progress(Stage::Swap, 1, 1);
    let moved = folder.path().join(aside);
    Ok(Restored {
        aside: moved.exists().then_some(moved),
        journal_seq: archive.manifest().journal_seq,
    })
}

/// Lays the whole new set into the staging folder, durable.
fn stage(
    folder: &Folder,
    staging: &Path,
    archive: &Archive,
    opened: &Unsealed,
    current: Option<&Unsealed>,
    note: &RestoreNote<'_>,
    progress: Progress<'_>,
) -> Result<()> {
    let copy = staging.join(DATABASE);
    let own = archive.checked_copy(opened, &copy, progress)?;
    let stays = match current {
        // The one in place is an earlier one than that of the backup.
        Some(current) if current.is_before(archive)? => None,
        Some(current) => still_in_force(current, archive, &own).map(|m| (current, m)),
        None => None,
    };
    let target = stays.map_or(&own, |(_, master)| master);
    let file = match stays {
        Some((current, _)) => current.file.clone(),
        // Whatever epochs it holds: opening finds out which of them the database is of.
        None => renumbered(archive.key_file()?, opened, folder)?,
    };
    let (left, heads) = left_behind(staging.parent().unwrap_or(staging), current)?;
    let replaced = Replaced {
        file: &file,
        left,
        heads,
    };
    note_restore(&copy, staging, archive, [&own, target], note, replaced)?;
    replace_file(&staging.join(keyplace::NAME), file.text()?.as_bytes())?;
    File::open(&copy)?.sync_all()?;
    sync_folder(staging)
}

/// A key file of a backup that comes into force: its number and those of its slots to come
/// are higher than any that is known of, so that one that was left never counts as later.
fn renumbered(mut file: KeyFile, opened: &Unsealed, folder: &Folder) -> Result<KeyFile> {
    let (seq, slot) = opened.highest(folder);
    if file.seq > seq {
        return Ok(file);
    }
    let masters = &opened.masters;
    let keys: Vec<&MasterKey> = file
        .slots
        .iter()
        .map(|slot| slot.epoch)
        .collect::<std::collections::BTreeSet<u32>>()
        .into_iter()
        .filter_map(|epoch| masters.iter().find(|m| m.epoch() == epoch))
        .collect();
    if !file
        .slots
        .iter()
        .all(|s| keys.iter().any(|k| k.epoch() == s.epoch))
    {
        // In the middle of a replacement of the key, and the secret opens one of the two.
        return Ok(file);
    }
    file.seq = seq;
    file.next_slot = file.next_slot.max(slot);
    file.renew_seals(&keys)?;
    Ok(file)
}

/// The key file that will be in force, and the histories that are left.
struct Replaced<'a> {
    file: &'a KeyFile,
    left: Vec<String>,
    heads: Vec<Result<Noted>>,
}

/// The heads that the folder knows of, as far as the keys in force can tell, and what was
/// left before.
fn left_behind(
    folder: &Path,
    current: Option<&Unsealed>,
) -> Result<(Vec<String>, Vec<Result<Noted>>)> {
    let (mut left, mut known) = (Vec::new(), Vec::new());
    for master in current.iter().flat_map(|current| &current.masters) {
        let keys = Keyring::of(master.clone())?;
        let file = current.map_or_else(|| Err(Error::WrongSecret), |c| Ok(&c.file))?;
        let (names, more) = heads(folder, file, &keys, &[]);
        left.extend(names);
        known.extend(more);
    }
    Ok((left, known))
}

/// Writes the entry into the copy, under the key that stays in force, and its head beside.
fn note_restore(
    copy: &Path,
    staging: &Path,
    archive: &Archive,
    [own, target]: [&MasterKey; 2],
    note: &RestoreNote<'_>,
    replaced: Replaced<'_>,
) -> Result<()> {
    let mut db = Db::open(copy, &Keyring::of(own.clone())?.db, Use::Copy)?;
    let keys = Keyring::load(target.clone(), &mut db)?;
    if target.epoch() != own.epoch() {
        db.rekey(&keys.db)?;
        db.full_check()?;
    }
    let manifest = archive.manifest();
    let mut said = format!(
        "seq={} at={} over={}",
        manifest.journal_seq, manifest.at, note.over
    );
    if !note.by.is_empty() {
        said = format!("{said} by={}", note.by);
    }
    let Replaced {
        file,
        mut left,
        heads,
    } = replaced;
    let before = db.read(|tx| {
        let before = branches::read(tx)?;
        left.extend(branches::strange(tx, &before, heads)?);
        Ok::<_, Error>(before)
    })?;
    let detail = before.detail(&said, left);
    let entry = Entry {
        at: note.at,
        actor: note.actor,
        role: note.role,
        action: acts::RESTORE,
        object: "vault",
        object_id: 0,
        detail: &detail,
        reason: note.reason,
    };
    let (head, branches) = db.write(|tx| {
        in_force::note(tx, file)?;
        let head = journal::append(tx, &keys, &entry)?;
        Ok::<_, Error>((head, branches::read(tx)?))
    })?;
    let vault = (manifest.vault_id.as_str(), &keys);
    HeadFile::new(vault, (&head, note.at), &branches, file.seq)?.write(staging)
}

/// The current master key, when the vault in place is the same one and not older than
/// the backup.
fn still_in_force<'a>(
    current: &'a Unsealed,
    archive: &Archive,
    own: &MasterKey,
) -> Option<&'a MasterKey> {
    let file = &current.file;
    let master = current.masters.iter().find(|m| m.epoch() == file.epoch)?;
    let known = current
        .masters
        .iter()
        .find(|m| m.epoch() == own.epoch())
        .is_none_or(|m| same(m.bytes(), own.bytes()));
    let fits = file.vault_id == archive.manifest().vault_id
        && file.pending.is_none()
        && master.epoch() >= own.epoch()
        && known;
    fits.then_some(master)
}
