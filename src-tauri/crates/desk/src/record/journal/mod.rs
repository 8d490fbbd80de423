//! The journal (操作日志) as it is read: who did, saw, exported what (R 10.4). It
//! is written by `Writing::note` and kept by the vault; here it is only looked at.

pub mod paper;
mod refusals;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::{Day, Moment, Reading, Result};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// How many entries a page holds.
pub const PAGE: usize = 100;

/// What to look for; empty finds all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Entries before this number; the newest when `None`.
    pub before: Option<i64>,
    /// Staff number of who acted.
    pub actor: String,
    /// Code of what was done; one that nobody declares finds nothing.
    pub action: Option<String>,
    /// Kind of the object: `visitor`, `encounter`, `ledger` …
    pub object: String,
    /// Which one.
    pub object_id: Option<i64>,
    /// One local day.
    pub day: Option<Day>,
}

/// One entry with who acted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Number, without gaps.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Staff number; empty before anybody was signed in.
    pub actor_no: String,
    /// Their name.
    pub actor_name: String,
    /// Code of the role they acted in.
    pub role: String,
    /// `subject.verb`.
    pub action: String,
    /// Kind of the object.
    pub object: String,
    /// Which one; 0 when the action has none.
    pub object_id: i64,
    /// Facts without names or values.
    pub detail: String,
    /// The reason that was given.
    pub reason: String,
}

/// A page of entries, the newest first, and whether there are older ones.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>, search: &Search) -> Result<(Vec<JournalEntry>, bool)> {
    let mut rows = store::list(r.tx, search, PAGE + 1)?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
}

/// The kinds of objects that stand in the journal, for the filter.
///
/// # Errors
/// Of the store.
pub fn objects(r: &Reading<'_>) -> Result<Vec<String>> {
    store::objects(r.tx)
}
