//! The journal as it is read (R 10.4). Whether it is whole says `session.verify_journal`.

use crate::problem::Fault;
use crate::table::{Command, Subject, read};
use crate::wire::{Nothing, optional_day};
use desk::Reading;
use desk::journal::{self, JournalEntry, Search};
use desk::roles::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Subject] = &[Subject::Journal];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("journal.list", Right::Journal, SHOWS, list),
        read("journal.objects", Right::Journal, &[], objects),
    ]
}

fn list(r: &Reading<'_>, input: ListJournal) -> Result<JournalPage, Fault> {
    let search = Search {
        before: input.before,
        actor: input.actor.trim().to_owned(),
        object: input.object,
        object_id: input.object_id,
        day: optional_day("day", input.day.as_deref())?,
    };
    let (rows, more) = journal::list(r, &search)?;
    Ok(JournalPage {
        rows: rows.into_iter().map(JournalLine::from).collect(),
        more,
    })
}

fn objects(r: &Reading<'_>, _: Nothing) -> Result<JournalObjects, Fault> {
    Ok(JournalObjects {
        rows: journal::objects(r)?,
    })
}

/// What to look for.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListJournal {
    /// Entries before this number; null: the newest.
    pub before: Option<i64>,
    /// Staff number; empty: everybody.
    #[serde(default)]
    pub actor: String,
    /// Kind of object; empty: all.
    #[serde(default)]
    pub object: String,
    /// Which object; null: all.
    pub object_id: Option<i64>,
    /// One day; null: all.
    pub day: Option<String>,
}

/// A page of entries, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct JournalPage {
    /// At most a hundred.
    pub rows: Vec<JournalLine>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One entry.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalLine {
    /// Number.
    pub seq: i64,
    /// When.
    pub at: i64,
    /// Staff number; empty before sign-in.
    pub actor_no: String,
    /// Name of the member of staff.
    pub actor_name: String,
    /// Role they acted in.
    pub role: String,
    /// `subject.verb`.
    pub action: String,
    /// Kind of object.
    pub object: String,
    /// Which; 0: none.
    pub object_id: i64,
    /// Facts without names or values.
    pub detail: String,
    /// The reason that was given.
    pub reason: String,
}

impl From<JournalEntry> for JournalLine {
    fn from(e: JournalEntry) -> Self {
        let JournalEntry {
            seq,
            at,
            actor_no,
            actor_name,
            role,
            action,
            object,
            object_id,
            detail,
            reason,
        } = e;
        Self {
            seq,
            at: at.0,
            actor_no,
            actor_name,
            role,
            action,
            object,
            object_id,
            detail,
            reason,
        }
    }
}

/// Kinds of objects that stand in the journal.
#[derive(Debug, Serialize, TS)]
pub struct JournalObjects {
    /// Their codes.
    pub rows: Vec<String>,
}
