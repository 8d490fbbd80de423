//! Restoring: unpack and verify beside the old set, put the old set aside (never
//! delete it), put the new one in its place. Once the mark is written the swap is
//! finished at the next start, wherever it was cut off; before, nothing has changed.

use super::container::Archive;
use super::{Progress, Stage};
use crate::acts;
use crate::branches;
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::{DATABASE, Folder};
use crate::head::{self, HeadFile};
use crate::in_force;
use crate::journal::{self, Entry};
use crate::keyfile::KeyFile;
use crate::keyplace;
use crate::keyring::Keyring;
use crate::keys::{MasterKey, same};
use crate::replace::{private_folder, rename, replace_file, sync_folder};
use crate::vault::Unsealed;
use crate::watch::branches_of;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const STAGING: &str = "restoring";
/// Its presence says that what lies in the staging folder is whole and shall be used;
/// its content is the name of the folder for the old set.
const MARK: &str = "restoring.go";

/// How the name of the folder for an old set begins; a number follows.
const ASIDE: &str = "before-restore-";

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
/// Those of `Archive::verify`; `Full`; those of files. Then the old set is in place.
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
    let staged = stage(&staging, archive, opened, current, note, progress);
    if let Err(error) = staged {
        fs::remove_dir_all(&staging)?;
        return Err(error);
    }
    progress(Stage::Swap, 0, 1);
    let aside = free_name(folder.path())?;
    replace_file(&folder.path().join(MARK), aside.as_bytes())?;
    let moved = finish_swap(folder.path())?;
    progress(Stage::Swap, 1, 1);
    Ok(Restored {
        aside: moved,
        journal_seq: archive.manifest().journal_seq,
    })
}

/// Lays the whole new set into the staging folder, durable.
fn stage(
    staging: &Path,
    archive: &Archive,
    opened: &Unsealed,
    current: Option<&Unsealed>,
    note: &RestoreNote<'_>,
    progress: Progress<'_>,
) -> Result<()> {
    let copy = staging.join(DATABASE);
    let own = archive.checked_copy(opened, &copy, progress)?;
    let stays = current.and_then(|c| still_in_force(c, archive, &own).map(|m| (c, m)));
    let target = stays.map_or(&own, |(_, master)| master);
    let file = match stays {
        Some((current, _)) => current.file.clone(),
        // Whatever epochs it holds: opening finds out which of them the database is of.
        None => archive.key_file()?,
    };
    let left = left_behind(staging.parent().unwrap_or(staging), current);
    let replaced = Replaced { file: &file, left };
    note_restore(&copy, staging, archive, [&own, target], note, replaced)?;
    replace_file(&staging.join(keyplace::NAME), file.text()?.as_bytes())?;
    File::open(&copy)?.sync_all()?;
    sync_folder(staging)
}

/// The key file that will be in force, and the histories that are left.
struct Replaced<'a> {
    file: &'a KeyFile,
    left: Vec<String>,
}

/// The histories that the folder knows of, as far as the keys in force can tell.
fn left_behind(folder: &Path, current: Option<&Unsealed>) -> Vec<String> {
    let Some(current) = current else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for master in &current.masters {
        let Ok(keys) = Keyring::of(master.clone()) else {
            continue;
        };
        let head = HeadFile::read(folder, &current.file.vault_id, &keys);
        names.extend(head.iter().flat_map(HeadFile::branches));
        let listed = super::list(&folder.join("backups"));
        names.extend(branches_of(&current.file, &keys, &listed));
    }
    names
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
    let said = format!(
        "seq={} at={} over={}",
        manifest.journal_seq, manifest.at, note.over
    );
    let before = db.read(branches::read)?;
    let detail = before.detail(&said, replaced.left);
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
        in_force::note(tx, replaced.file)?;
        let head = journal::append(tx, &keys, &entry)?;
        Ok::<_, Error>((head, branches::read(tx)?))
    })?;
    let vault = (manifest.vault_id.as_str(), &keys);
    HeadFile::new(vault, (&head, note.at), &branches, replaced.file.seq)?.write(staging)
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

/// Finishes a swap whose mark is there. Every step may be repeated: as long as a file
/// lies in the staging folder, what bears its name outside is the old one.
///
/// # Errors
/// Of the files; the next start goes on.
pub(crate) fn finish_swap(root: &Path) -> Result<Option<PathBuf>> {
    let mark = root.join(MARK);
    let staging = root.join(STAGING);
    let Ok(name) = fs::read_to_string(&mark) else {
        // Cut off before the mark: nothing has changed, the rest is rubbish.
        if staging.exists() && !mark.exists() {
            fs::remove_dir_all(&staging)?;
        }
        return Ok(None);
    };
    // Our own names only: whatever else stands there leads nowhere outside the folder.
    let aside = match name.strip_prefix(ASIDE) {
        Some(number) if number.parse::<u16>().is_ok() => root.join(name),
        _ => root.join(free_name(root)?),
    };
    if staging.join(DATABASE).exists() {
        // The old log belongs to the old database and to no other.
        for end in ["-wal", "-shm"] {
            put_aside(root, &aside, &format!("{DATABASE}{end}"))?;
        }
    }
    for name in [DATABASE, keyplace::NAME, head::NAME] {
        if staging.join(name).exists() {
            put_aside(root, &aside, name)?;
            rename(&staging.join(name), &root.join(name))?;
        }
    }
    for name in [keyplace::COPY, keyplace::NEXT] {
        put_aside(root, &aside, name)?;
    }
    sync_folder(root)?;
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::remove_file(&mark)?;
    sync_folder(root)?;
    Ok(aside.exists().then_some(aside))
}

fn put_aside(root: &Path, aside: &Path, name: &str) -> Result<()> {
    let old = root.join(name);
    if old.exists() {
        private_folder(aside)?;
        rename(&old, &aside.join(name))?;
        sync_folder(aside)?;
    }
    Ok(())
}

fn free_name(root: &Path) -> Result<String> {
    (1..10_000)
        .map(|number| format!("{ASIDE}{number}"))
        .find(|name| !root.join(name).exists())
        .ok_or(Error::Exists)
}
