//! Opening a person's record: for something of theirs, which the journal keeps.

use crate::codes::OpenedFor;
use crate::commands::people::visitors::full;
use crate::problem::Fault;
use crate::table::{Command, Topic, look};
use desk::ground::roles::Right;
use desk::people::openings::{self, For};
use desk::record::purposes;
use desk::{Reading, VisitorId, Writing};
use serde::Deserialize;
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![look(
        "visitors.read",
        Right::Serve,
        &[Topic::VISITORS],
        due,
        note,
        |r, input: OpenVisitor| full(r, VisitorId(input.id)),
    )]
}

/// Whose record, and for what; a record that is not there is not opened.
fn asked(r: &Reading<'_>, input: &OpenVisitor) -> Result<(VisitorId, For), Fault> {
    let id = desk::people::visitors::of(r, VisitorId(input.id))?.id;
    let what = purposes::checked(r, id, input.purpose.0, input.number)?;
    Ok((id, what))
}

fn due(r: &Reading<'_>, input: &OpenVisitor) -> Result<bool, Fault> {
    let (id, what) = asked(r, input)?;
    Ok(openings::is_due(r, id, what)?)
}

fn note(w: &Writing<'_>, input: &OpenVisitor) -> Result<(), Fault> {
    let (id, what) = asked(&w.reading(), input)?;
    Ok(openings::open(w, id, what)?)
}

/// A record to open.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenVisitor {
    /// Whose.
    pub id: i64,
    /// For what.
    pub purpose: OpenedFor,
    /// The id of what it is opened for; none when nothing was begun yet.
    pub number: Option<i64>,
}
