//! What is watched beside the database: the head file, the newest backup, and whether
//! the log is quiet.

use crate::backup;
use crate::engine::Tx;
use crate::error::Result;
use crate::folder::Folder;
use crate::head::{Alarm, HeadFile, compare};
use crate::journal::Head;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;

/// What is noted outside the database, and when its log was last quiet.
#[derive(Default)]
pub(crate) struct Watch {
    pub alarm: Option<Alarm>,
    /// Backups before this moment are not compared, UTC ms.
    pub since: i64,
    /// A head that could not be written yet.
    pub late: Option<(Head, i64)>,
    pub dirty: bool,
    pub quiet_since: Option<i64>,
    /// A rotation did not come to its end: nothing may change until it is opened anew.
    pub halted: bool,
}

/// While an alarm stands the head file is evidence and is left alone.
pub(crate) fn note_head(folder: &Folder, vault_id: &str, keys: &Keyring, watch: &mut Watch) {
    if watch.alarm.is_some() {
        return;
    }
    if let Some((head, at)) = &watch.late {
        let written = HeadFile::new(vault_id, keys, head, *at, watch.since)
            .and_then(|file| file.write(folder.path()));
        if written.is_ok() {
            watch.late = None;
        }
    }
}

/// Compares the database with its head file and with its own newest backup: whoever
/// puts an older folder back has to find both.
pub(crate) fn watch(folder: &Folder, file: &KeyFile, keys: &Keyring, tx: &Tx<'_>) -> Result<Watch> {
    let Some(head_file) = HeadFile::read(folder.path(), &file.vault_id, keys) else {
        return Ok(Watch {
            alarm: Some(Alarm::NoHead),
            ..Watch::default()
        });
    };
    let since = head_file.since;
    let newest = backup::newest_head(folder, &file.vault_id, keys, since);
    let mut alarm = compare(tx, &head_file.head()?)?;
    if let Some(noted) = newest {
        let other = compare(tx, &noted)?;
        alarm = match (alarm, other) {
            (
                Some(Alarm::Missing {
                    operations: a,
                    last,
                }),
                Some(Alarm::Missing { operations: b, .. }),
            ) => Some(Alarm::Missing {
                operations: a.max(b),
                last,
            }),
            (first, second) => first.or(second),
        };
    }
    Ok(Watch {
        alarm,
        since,
        ..Watch::default()
    })
}
