//! What does not fit between the database and what was noted outside of it, and going
//! on in spite of it.

use crate::commands::house::session::{SessionState, session_state};
use crate::gate::Context;
use crate::problem::Fault;
use crate::table::{Command, Subject, gate};
use desk::ground::roles::Right;
use desk::ground::text;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Alarm;

pub(crate) fn commands() -> Vec<Command> {
    vec![gate(
        "integrity.go_on",
        Right::Journal,
        &[Subject::Session, Subject::Journal],
        go_on,
    )]
}

fn go_on(c: &Context<'_>, input: GoOn) -> Result<SessionState, Fault> {
    let (desk, _) = c.desk()?;
    let reason = text::reason(&input.reason)?;
    let Some(alarm) = desk.vault().alarm() else {
        return session_state(c);
    };
    let view = AlarmView::from(alarm);
    let detail = format!("{} {} {}", view.kind.code(), view.operations, view.last);
    c.go_on(&detail, &reason)?;
    session_state(c)
}

/// What kind of alarm it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// Committed operations are not in the database.
    Missing,
    /// The database holds another history.
    Different,
    /// The head file is gone or unreadable.
    NoHead,
}

impl AlarmKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Different => "different",
            Self::NoHead => "no_head",
        }
    }
}

/// An alarm as the window tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlarmView {
    /// Which.
    pub kind: AlarmKind,
    /// How many operations are missing; 0 when that is not known.
    pub operations: i64,
    /// Number of the last entry that is there, or of the one that differs.
    pub last: i64,
}

impl From<Alarm> for AlarmView {
    fn from(alarm: Alarm) -> Self {
        let (kind, operations, last) = match alarm {
            Alarm::Missing { operations, last } => (AlarmKind::Missing, operations, last),
            Alarm::Different { at } => (AlarmKind::Different, 0, at),
            Alarm::NoHead => (AlarmKind::NoHead, 0, 0),
        };
        Self {
            kind,
            operations,
            last,
        }
    }
}

/// Why the desk goes on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GoOn {
    /// The reason, for the journal.
    pub reason: String,
}
