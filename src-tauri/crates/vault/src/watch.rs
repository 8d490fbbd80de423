//! What is watched beside the database: the head file, the own backups and those in the
//! second place, and whether the log is quiet.

use crate::backup::{self, Listed};
use crate::branches::{self, Branches, Noted, worse};
use crate::engine::Tx;
use crate::error::Result;
use crate::folder::Folder;
use crate::head::{Alarm, HeadFile};
use crate::journal::Head;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;

/// What is noted outside the database, and when its log was last quiet.
#[derive(Default)]
pub(crate) struct Watch {
    pub alarm: Option<Alarm>,
    /// The histories of the journal that is open.
    pub branches: Branches,
    /// A head that could not be written yet.
    pub late: Option<(Head, i64)>,
    pub dirty: bool,
    pub quiet_since: Option<i64>,
    /// A replacement of the keys did not come to its end: nothing may change until it is
    /// opened anew.
    pub halted: bool,
    /// The key file that was opened is older than the one that should be there, and is
    /// written by the next change only.
    pub older: bool,
}

/// While an alarm stands the head file is evidence and is left alone.
pub(crate) fn note_head(folder: &Folder, file: &KeyFile, keys: &Keyring, watch: &mut Watch) {
    if watch.alarm.is_some() {
        return;
    }
    if let Some((head, at)) = &watch.late {
        let written = HeadFile::new(
            (&file.vault_id, keys),
            (head, *at),
            &watch.branches,
            file.seq,
        )
        .and_then(|file| file.write(folder.path()));
        if written.is_ok() {
            watch.late = None;
        }
    }
}

/// Compares the database with its head file and with its own backups: whoever puts an
/// older folder back has to find both.
pub(crate) fn watch(folder: &Folder, file: &KeyFile, keys: &Keyring, tx: &Tx<'_>) -> Result<Watch> {
    let branches = branches::read(tx)?;
    let alarm = match HeadFile::read(folder.path(), &file.vault_id, keys) {
        None => Some(Alarm::NoHead),
        Some(head) => {
            let own = backup::list(&folder.backups());
            let other = compare_all(tx, &branches, file, keys, &own)?;
            worse(head.compare(tx, &branches)?, other)
        }
    };
    Ok(Watch {
        alarm,
        branches,
        ..Watch::default()
    })
}

/// What backups say of an open journal: each of this vault has to be of its history, or of
/// one that was left on purpose.
pub(crate) fn compare_all(
    tx: &Tx<'_>,
    branches: &Branches,
    file: &KeyFile,
    keys: &Keyring,
    listed: &[Listed],
) -> Result<Option<Alarm>> {
    let mut found = None;
    for manifest in sealed(file, keys, listed) {
        found = worse(found, branches::compare(tx, branches, &manifest.noted()?)?);
    }
    Ok(found)
}

/// Where the journal stood in the backups of this vault, and what its head file says: the
/// histories that it left before, and where the journal stood by it.
pub(crate) fn heads(
    folder: &std::path::Path,
    file: &KeyFile,
    keys: &Keyring,
    elsewhere: &[Listed],
) -> (Vec<String>, Vec<Result<Noted>>) {
    let head = HeadFile::read(folder, &file.vault_id, keys);
    let own = backup::list(&folder.join("backups"));
    let mut heads: Vec<Result<Noted>> = head.iter().map(HeadFile::noted).collect();
    for listed in [&own, elsewhere] {
        heads.extend(sealed(file, keys, listed).map(backup::Manifest::noted));
    }
    let left = head.map_or_else(Vec::new, |head| head.left);
    (left, heads)
}

fn sealed<'a>(
    file: &'a KeyFile,
    keys: &'a Keyring,
    listed: &'a [Listed],
) -> impl Iterator<Item = &'a backup::Manifest> {
    let manifests = listed.iter().map(|listed| &listed.manifest);
    manifests.filter(|m| m.vault_id == file.vault_id && m.is_sealed_by(keys))
}
