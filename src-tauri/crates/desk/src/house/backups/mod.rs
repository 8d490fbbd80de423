//! Backups (备份, R 10.2): when one is due and where the second copies go. Making,
//! reading and restoring the files is the vault's business.

pub mod acts;
mod store;

use crate::ground::subject::Subject;
use crate::{Moment, Reading, Reason, Result, StaffId, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};

/// A backup is made when something changed and the last one is so old.
pub const EVERY_MINUTES: i64 = 30;
/// After so many days without a copy in the second place the desk reminds.
pub const REMIND_DAYS: i64 = 3;

/// The second place: a stick, another disk, a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The folder.
    pub path: String,
    /// When it was chosen.
    pub set_at: Moment,
    /// When a copy was last read there again.
    pub copied_at: Option<Moment>,
}

/// What a backup took the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Nothing: an empty folder.
    Nothing,
    /// An earlier or later state of the same desk.
    Own,
    /// Another desk.
    Other,
    /// A desk whose keys were lost, with a printed code.
    Lost,
    /// A desk whose keys were lost, on the word of an administrator of that time.
    Unproven,
}

impl Over {
    const ALL: [Self; 5] = [
        Self::Nothing,
        Self::Own,
        Self::Other,
        Self::Lost,
        Self::Unproven,
    ];

    /// As the journal's entry names it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Own => "own",
            Self::Other => "other",
            Self::Lost => "lost",
            Self::Unproven => "unproven",
        }
    }

    /// From the detail of an entry; those before this was noted were of the same desk.
    pub fn of(detail: &str) -> Self {
        let mut words = detail.split(' ').filter_map(|w| w.strip_prefix("over="));
        let noted = words.next();
        let found = Self::ALL.into_iter().find(|o| Some(o.code()) == noted);
        found.unwrap_or(Self::Own)
    }
}

/// That the desk came from a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Number of the journal's entry about it.
    pub seq: i64,
    /// When it was restored.
    pub at: Moment,
    /// Staff number of who did; empty: nobody was signed in.
    pub by_no: String,
    /// The reason given.
    pub reason: String,
    /// What it took the place of.
    pub over: Over,
}

/// The last time the desk came from a backup, if that was after the member of staff last
/// signed in or was added: everybody hears of it once (R 10.2).
///
/// # Errors
/// Of the store.
pub fn restored_since(r: &Reading<'_>, staff: StaffId) -> Result<Option<Restored>> {
    store::restored_since(r.tx, staff)
}

/// Whether a backup is due. `last` is when the last one was made; a clock that was set
/// back behind it makes one due rather than none for years.
pub fn is_due(last: Option<Moment>, now: Moment) -> bool {
    last.is_none_or(|last| now < last || now.minutes_since(last) >= EVERY_MINUTES)
}

/// Whether a copy in a second place is overdue: none since three days, or no place
/// at all three days after the first backup.
pub fn copy_is_overdue(place: Option<&Place>, first_backup: Option<Moment>, now: Moment) -> bool {
    let since = match place {
        Some(place) => Some(place.copied_at.unwrap_or(place.set_at)),
        None => first_backup,
    };
    since.is_some_and(|since| now.minutes_since(since) > REMIND_DAYS * 24 * 60)
}

/// Whether anything but sessions and backups happened after that journal entry.
///
/// # Errors
/// Of the store.
pub fn changed_since(r: &Reading<'_>, seq: i64) -> Result<bool> {
    store::changed_since(r.tx, seq)
}

/// Notes that a backup was made and verified: `seq` is the last entry in it.
///
/// # Errors
/// Of the store.
pub fn made(w: &Writing<'_>, seq: i64, bytes: u64, cause: &str) -> Result<()> {
    w.note(acts::MAKE, (acts::BACKUP, seq), &format!("{cause} {bytes}"))
}

/// The second place, if one was chosen.
///
/// # Errors
/// Of the store.
pub fn place(r: &Reading<'_>) -> Result<Option<Place>> {
    store::place(r.tx)
}

/// Chooses the second place.
///
/// # Errors
/// `Empty`.
pub fn set_place(w: &Writing<'_>, path: &str) -> Result<()> {
    if path.trim().is_empty() {
        return Err(Reason::Empty {}.at("path").into());
    }
    store::set_place(w, path)?;
    w.note(acts::CHOOSE_SECOND, (acts::BACKUP, 0), "")
}

/// Does without a second place.
///
/// # Errors
/// Of the store.
pub fn forget_place(w: &Writing<'_>) -> Result<()> {
    store::forget_place(w)?;
    w.note(acts::FORGET_SECOND, (acts::BACKUP, 0), "")
}

/// Notes that a copy was read again in the second place.
///
/// # Errors
/// Of the store.
pub fn copied(w: &Writing<'_>, seq: i64) -> Result<()> {
    store::set_copied(w)?;
    w.note(acts::COPY, (acts::BACKUP, seq), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_790_000_000_000);

    #[test]
    fn a_backup_is_due_after_half_an_hour_and_when_the_clock_went_back() {
        assert!(is_due(None, NOW));
        assert!(!is_due(Some(NOW), NOW));
        assert!(!is_due(Some(NOW.plus_minutes(-29)), NOW));
        assert!(is_due(Some(NOW.plus_minutes(-30)), NOW));
        assert!(is_due(Some(NOW.plus_minutes(60)), NOW));
    }

    #[test]
    fn the_second_place_is_reminded_of_after_three_days() {
        let days = |n: i64| NOW.plus_minutes(-n * 24 * 60);
        let place = |copied_at| Place {
            path: "stick".to_owned(),
            set_at: days(4),
            copied_at,
        };
        assert!(copy_is_overdue(Some(&place(None)), None, NOW));
        assert!(!copy_is_overdue(Some(&place(Some(days(3)))), None, NOW));
        assert!(copy_is_overdue(Some(&place(Some(days(4)))), None, NOW));
        assert!(!copy_is_overdue(None, None, NOW));
        assert!(!copy_is_overdue(None, Some(days(2)), NOW));
        assert!(copy_is_overdue(None, Some(days(4)), NOW));
    }
}
