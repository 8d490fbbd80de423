//! The journal as it is read (R 10.4), and whether it is whole and the one that was printed.

use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate, read};
use crate::wire::{Nothing, optional_day};
use desk::Reading;
use desk::ground::roles::Right;
use desk::record::journal::paper::{self, Compared};
use desk::record::journal::{self, JournalEntry, Search};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Verdict;

const SHOWS: &[Topic] = &[Topic::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("journal.list", Right::Journal, SHOWS, list).opens(Opens::DuringAlarm),
        read("journal.objects", Right::Journal, SHOWS, objects),
        // Everybody's window looks at the chain now and then.
        gate("session.verify_journal", None, &[Topic::JOURNAL], verify)
            .opens(Opens::Always)
            .by_window(),
    ]
}

fn list(r: &Reading<'_>, input: ListJournal) -> Result<JournalPage, Fault> {
    let search = Search {
        before: input.before,
        actor: input.actor.trim().to_owned(),
        action: input.action,
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

fn verify(c: &Context<'_>, input: VerifyJournal) -> Result<JournalVerdict, Fault> {
    c.staff()?;
    let typed = match input.line.as_deref().map(str::trim) {
        None | Some("") => None,
        Some(line) => Some(paper::read(line)?),
    };
    let (verdict, compared) = c.read(|r| {
        let compared = typed.as_ref().map(|t| paper::compare(r, t)).transpose()?;
        Ok((r.tx.verify_journal()?, compared))
    })?;
    let (entries, broken_at) = match verdict {
        Verdict::Whole(entries) => (entries, None),
        Verdict::Broken(seq) => (seq, Some(seq)),
    };
    let said = typed.zip(compared).map(|(typed, compared)| PaperVerdict {
        seq: typed.seq,
        outcome: compared.into(),
        missing: match compared {
            Compared::Newer(missing) => missing,
            Compared::Matches | Compared::Differs => 0,
        },
    });
    Ok(JournalVerdict {
        entries,
        broken_at,
        paper: said,
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
    /// What was done; left out: everything.
    #[serde(default)]
    #[ts(optional, type = "JournalAction")]
    pub action: Option<String>,
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

/// What to compare the journal with.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerifyJournal {
    /// A line as it stands at the foot of a printed ledger; left out: the chain only.
    #[serde(default)]
    #[ts(optional)]
    pub line: Option<String>,
}

/// What walking the journal found.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalVerdict {
    /// Entries that were walked.
    pub entries: i64,
    /// The first that does not fit.
    pub broken_at: Option<i64>,
    /// How the typed line stands to the journal.
    pub paper: Option<PaperVerdict>,
}

/// How a line from paper stands to the journal.
#[derive(Debug, Serialize, TS)]
pub struct PaperVerdict {
    /// The entry the line is about.
    pub seq: i64,
    /// What was found.
    pub outcome: PaperOutcome,
    /// Entries that are missing when the paper is newer.
    pub missing: i64,
}

/// What comparing found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperOutcome {
    /// The entry is the one that was printed.
    Matches,
    /// It is another one.
    Differs,
    /// The journal ends before it.
    Newer,
}

impl From<Compared> for PaperOutcome {
    fn from(compared: Compared) -> Self {
        match compared {
            Compared::Matches => Self::Matches,
            Compared::Differs => Self::Differs,
            Compared::Newer(_) => Self::Newer,
        }
    }
}
