//! What does not fit between the database and what was noted outside of it, and going
//! on in spite of it.

use crate::commands::house::standing::{AlarmView, SessionState, session_state};
use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate};
use desk::ground::roles::Right;
use desk::ground::text;
use serde::Deserialize;
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate(
            "integrity.go_on",
            Right::Journal,
            &[Topic::SESSION, Topic::JOURNAL],
            go_on,
        )
        .opens(Opens::DuringAlarm),
    ]
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

/// Why the desk goes on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GoOn {
    /// The reason, for the journal.
    pub reason: String,
}
