//! How the last restore ended: said on the lock screen until somebody signs in.

use serde::Serialize;
use std::path::Path;
use ts_rs::TS;
use vault::{Archive, Manifest, Restored};

/// How the last restore ended; for the lock screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastRestore {
    /// Code of why nothing was restored; `None` when it was.
    pub refused: Option<String>,
    /// When the backup was made, UTC ms.
    pub at: i64,
    /// Number of its last journal entry.
    pub journal: i64,
    /// Visitors in it.
    pub visitors: i64,
    /// Bookings in it.
    pub bookings: i64,
    /// Name of the folder that holds the old set; `None` when there was none.
    pub aside: Option<String>,
}

impl LastRestore {
    pub(crate) fn done(archive: &Archive, restored: &Restored) -> Self {
        Self {
            refused: None,
            aside: restored.aside.as_deref().and_then(name_of),
            ..Self::of(archive.manifest())
        }
    }

    pub(crate) fn refused(archive: &Archive, code: &str) -> Self {
        Self {
            refused: Some(code.to_owned()),
            ..Self::of(archive.manifest())
        }
    }

    fn of(m: &Manifest) -> Self {
        Self {
            refused: None,
            at: m.at,
            journal: m.journal_seq,
            visitors: rows(m, "visitors"),
            bookings: rows(m, "bookings"),
            aside: None,
        }
    }
}

/// The last part of a path.
pub(crate) fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|n| n.to_string_lossy().into_owned())
}

/// How many rows a table has in a backup.
pub(crate) fn rows(manifest: &Manifest, table: &str) -> i64 {
    manifest.rows.get(table).copied().unwrap_or(0)
}
