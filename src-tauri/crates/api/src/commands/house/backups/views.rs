//! What crosses about backups.

use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use vault::{Archive, Listed, Made, Manifest, Restored, Stage};

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupPlace")]
pub enum Where {
    /// In the data folder.
    Own,
    /// In the second place.
    Second,
    /// Chosen in a dialog.
    Chosen,
}

/// A backup in a list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Name of the file.
    pub name: String,
    /// Where it lies.
    pub place: Where,
    /// When it was made, UTC ms.
    pub at: i64,
    /// Whose it is.
    pub institution: String,
    /// Whether it holds made-up data.
    pub training: bool,
    /// Number of the last journal entry in it.
    pub journal: i64,
    /// Visitors in it.
    pub visitors: i64,
    /// Bookings in it.
    pub bookings: i64,
    /// Bytes.
    pub size: i64,
}

impl BackupView {
    pub(super) fn of(listed: &Listed, place: Where) -> Self {
        Self::from(&listed.manifest, &listed.path, listed.size, place)
    }

    pub(super) fn made(made: &Made) -> Self {
        let size = std::fs::metadata(&made.path).map_or(0, |m| m.len());
        Self::from(&made.manifest, &made.path, size, Where::Own)
    }

    pub(super) fn checked(archive: &Archive, path: &Path, place: Where) -> Self {
        let size = std::fs::metadata(path).map_or(0, |m| m.len());
        Self::from(archive.manifest(), path, size, place)
    }

    fn from(m: &Manifest, path: &Path, size: u64, place: Where) -> Self {
        Self {
            name: name_of(path).unwrap_or_default(),
            place,
            at: m.at,
            institution: m.label.clone(),
            training: m.training,
            journal: m.journal_seq,
            visitors: rows(m, "visitors"),
            bookings: rows(m, "bookings"),
            size: i64::try_from(size).unwrap_or(i64::MAX),
        }
    }
}

/// The last part of a path.
pub(super) fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|n| n.to_string_lossy().into_owned())
}

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
    pub(super) fn done(archive: &Archive, restored: &Restored) -> Self {
        Self {
            refused: None,
            aside: restored.aside.as_deref().and_then(name_of),
            ..Self::of(archive.manifest())
        }
    }

    pub(super) fn refused(archive: &Archive, code: &str) -> Self {
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

fn rows(manifest: &Manifest, table: &str) -> i64 {
    manifest.rows.get(table).copied().unwrap_or(0)
}

/// The backups that are there.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupList {
    /// The newest first, the folder's own before those of the second place.
    pub rows: Vec<BackupView>,
    /// The second place, once chosen; `None` while nobody is signed in.
    pub second: Option<SecondPlace>,
}

/// The second place.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecondPlace {
    /// The folder.
    pub path: String,
    /// Whether it is there now.
    pub reachable: bool,
    /// When a copy was last read again there, UTC ms.
    pub copied_at: Option<i64>,
}

/// What the foot bar says about backups.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupStanding {
    /// When the last one was made, UTC ms.
    pub last_at: Option<i64>,
    /// Whether a copy in a second place is overdue.
    pub copy_overdue: bool,
    /// Code of why the last one failed.
    pub failure: Option<String>,
}

/// One backup of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupName {
    /// Name of the file.
    pub name: String,
    /// Where it lies.
    pub place: Where,
}

/// What was chosen in the dialog.
#[derive(Debug, Serialize, TS)]
pub struct Chosen {
    /// The backup; `None` when nothing was chosen.
    pub backup: Option<BackupView>,
}

/// A step of something long.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "BackupStage")]
pub enum StageView {
    /// Pages are copied.
    Copy,
    /// The copy is opened and checked.
    Check,
    /// The file is written or unpacked.
    Pack,
    /// The new set is put in its place.
    Swap,
}

/// How far something long is.
#[derive(Debug, Serialize, TS)]
pub struct RunningStep {
    /// The step; `None` when nothing runs.
    pub stage: Option<StageView>,
    /// In percent.
    pub percent: u8,
}

impl RunningStep {
    pub(super) fn of(told: Option<(Stage, u64, u64)>) -> Self {
        let Some((stage, done, of)) = told else {
            return Self {
                stage: None,
                percent: 0,
            };
        };
        let percent = done.saturating_mul(100).checked_div(of).unwrap_or(0);
        Self {
            stage: Some(match stage {
                Stage::Copy => StageView::Copy,
                Stage::Check => StageView::Check,
                Stage::Pack => StageView::Pack,
                Stage::Swap => StageView::Swap,
            }),
            percent: u8::try_from(percent.min(100)).unwrap_or(100),
        }
    }
}
