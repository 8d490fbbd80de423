//! What crosses about backups.

use crate::keeper::{name_of, rows};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use vault::{Archive, Listed, Made, Manifest, Stage};

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
