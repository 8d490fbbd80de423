//! Putting a staged set in the place of the old one, which is put aside and never deleted.
//! Once the mark is written the swap is finished at the next start, wherever it was cut off;
//! before, nothing has changed.

use crate::error::{Error, Result};
use crate::folder::DATABASE;
use crate::head::{self, HeadFile};
use crate::keyplace;
use crate::replace::{private_folder, rename, replace_file, sync_folder};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the new set is laid, durable, before it is moved.
pub(super) const STAGING: &str = "restoring";
/// Its presence says that what lies in the staging folder is whole and shall be used;
/// its content is the name of the folder for the old set.
const MARK: &str = "restoring.go";

/// How the name of the folder for an old set begins; a number follows.
const ASIDE: &str = "before-restore-";
/// The same of a set that was not ours.
const REFUSED: &str = "refused-restore-";
/// What a set is made of, in the order in which it is put in place.
const STAGED: [&str; 3] = [DATABASE, keyplace::NAME, head::NAME];

/// Puts what lies in the staging folder in its place; answers the name of the folder for the
/// old set.
///
/// # Errors
/// Those of files: then the old set is in place. `RestoreUnfinished` when it is neither.
pub(super) fn swap(root: &Path) -> Result<String> {
    let aside = free_name(root, ASIDE)?;
    let marked = replace_file(&root.join(MARK), aside.as_bytes());
    if let Err(error) = marked.and_then(|()| move_in(root, &aside)) {
        return Err(match withdraw(root, &aside) {
            Ok(()) => error,
            Err(_) => Error::RestoreUnfinished,
        });
    }
    // What is left to tidy up is tidied up by the next start.
    drop(tidy_up(root));
    Ok(aside)
}

/// Finishes a swap whose mark is there. Every step may be repeated: as long as a file
/// lies in the staging folder, what bears its name outside is the old one, or, where the
/// old one already lies aside, one that a power cut shows under both its names.
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
        drop(fs::remove_file(mark.with_extension("tmp")));
        return Ok(None);
    };
    if !staging.exists() {
        // Everything is in its place.
        tidy_up(root)?;
        return Ok(None);
    }
    if !is_whole(root, &staging) {
        // We lay no such set: what is there stays.
        let refused = free_name(root, REFUSED)?;
        rename(&staging, &root.join(refused))?;
        tidy_up(root)?;
        return Ok(None);
    }
    // Our own names only: whatever else stands there leads nowhere outside the folder.
    let aside = match name.strip_prefix(ASIDE) {
        Some(number) if number.parse::<u16>().is_ok() => name,
        _ => free_name(root, ASIDE)?,
    };
    move_in(root, &aside)?;
    tidy_up(root)?;
    let aside = root.join(aside);
    Ok(aside.exists().then_some(aside))
}

/// Whether a set can be one of ours: the database is moved first, so as long as it lies
/// there everything else does, and all of it is of one vault. One that a power cut shows
/// under both its names was moved already.
fn is_whole(root: &Path, staging: &Path) -> bool {
    let database = staging.join(DATABASE);
    if !database.exists() || is_the_same(&database, &root.join(DATABASE)) {
        return true;
    }
    let large = fs::metadata(&database).is_ok_and(|file| file.len() >= crate::engine::PAGE);
    let keys = keyplace::read_one(&staging.join(keyplace::NAME));
    let head = HeadFile::names(staging);
    match (keys, head) {
        (Ok(Some(keys)), Some((vault, _))) => large && keys.vault_id == vault,
        _ => false,
    }
}

fn is_the_same(one: &Path, other: &Path) -> bool {
    let length = |path: &Path| fs::metadata(path).map(|file| file.len()).ok();
    length(one).is_some()
        && length(one) == length(other)
        && matches!((fs::read(one), fs::read(other)), (Ok(a), Ok(b)) if a == b)
}

/// Puts the old set aside and the staged one in its place, as far as that is not done yet.
fn move_in(root: &Path, aside: &str) -> Result<()> {
    let (staging, aside) = (root.join(STAGING), root.join(aside));
    if staging.join(DATABASE).exists() {
        // The old log belongs to the old database and to no other.
        for end in ["-wal", "-shm"] {
            put_aside(root, &aside, &format!("{DATABASE}{end}"))?;
        }
    }
    for name in STAGED {
        if staging.join(name).exists() {
            put_aside(root, &aside, name)?;
            rename(&staging.join(name), &root.join(name))?;
            // One after the other on the disk as well: a power cut must not show the next
            // one moved and this one not.
            sync_folder(root)?;
            sync_folder(&staging)?;
        }
    }
    for name in [keyplace::COPY, keyplace::NEXT] {
        put_aside(root, &aside, name)?;
    }
    sync_folder(root)
}

/// Takes back a swap that failed before the database was replaced: what was put aside comes
/// back, and the mark goes last.
fn withdraw(root: &Path, aside: &str) -> Result<()> {
    let (staging, aside) = (root.join(STAGING), root.join(aside));
    if !staging.join(DATABASE).exists() {
        return Err(Error::RestoreUnfinished);
    }
    let log = ["-wal", "-shm"].map(|end| format!("{DATABASE}{end}"));
    for name in log.iter().map(String::as_str).chain([DATABASE]) {
        let (old, place) = (aside.join(name), root.join(name));
        if old.exists() && !place.exists() {
            rename(&old, &place)?;
        }
    }
    sync_folder(root)?;
    if root.join(MARK).exists() {
        fs::remove_file(root.join(MARK))?;
        sync_folder(root)?;
    }
    // Without its mark the rest counts for nothing.
    drop(fs::remove_dir_all(&staging));
    drop(fs::remove_dir(&aside));
    Ok(())
}

/// Takes away what a swap needs no more; the mark goes last.
fn tidy_up(root: &Path) -> Result<()> {
    let (staging, mark) = (root.join(STAGING), root.join(MARK));
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::remove_file(&mark)?;
    sync_folder(root)
}

fn put_aside(root: &Path, aside: &Path, name: &str) -> Result<()> {
    let (old, kept) = (root.join(name), aside.join(name));
    if old.exists() {
        private_folder(aside)?;
        if kept.is_file() {
            fs::remove_file(&old)?;
        } else {
            rename(&old, &kept)?;
        }
        sync_folder(aside)?;
    }
    Ok(())
}

fn free_name(root: &Path, beginning: &str) -> Result<String> {
    (1..10_000)
        .map(|number| format!("{beginning}{number}"))
        .find(|name| !root.join(name).exists())
        .ok_or(Error::Exists)
}

#[cfg(test)]
#[path = "swap/tests.rs"]
mod tests;
