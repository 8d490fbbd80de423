//! How an encounter ends.

use crate::codes::Outcome;
use crate::commands::reception::encounters::{EncounterView, TOUCHES, page};
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{IdBecause, OneId};
use desk::ground::roles::Right;
use desk::quality::closing::{self, Closing};
use desk::reception::tickets;
use desk::{EncounterId, Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const CLOSES: &[Topic] = &[Topic::ENCOUNTERS, Topic::TICKETS, Topic::LEDGER];
const SUGGESTS: &[Topic] = &[Topic::ENCOUNTERS, Topic::PROMISES, Topic::BOOKINGS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read(
            "encounters.suggested_outcome",
            Right::Serve,
            SUGGESTS,
            suggested,
        ),
        write("encounters.close", Right::Serve, CLOSES, close),
        write("encounters.reopen", Right::Receive, TOUCHES, reopen),
    ]
}

fn suggested(r: &Reading<'_>, input: OneId) -> Result<SuggestedOutcome, Fault> {
    let outcome = closing::suggest(r, EncounterId(input.id))?.map(Outcome);
    Ok(SuggestedOutcome { outcome })
}

fn close(w: &Writing<'_>, input: CloseEncounter) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    let outcome = input.outcome.map(|o| o.0);
    tickets::refuse_elsewhere(&w.reading(), id)?;
    closing::close(
        w,
        id,
        &Closing {
            outcome,
            note: input.note,
            rating: input.rating,
        },
    )?;
    page(w, id)
}

fn reopen(w: &Writing<'_>, input: IdBecause) -> Result<EncounterView, Fault> {
    let id = EncounterId(input.id);
    closing::reopen(w, id, &input.reason)?;
    page(w, id)
}

/// How an encounter may end, by what was done in it.
#[derive(Debug, Serialize, TS)]
pub struct SuggestedOutcome {
    /// The outcome; `None` while nothing was done.
    pub outcome: Option<Outcome>,
}

/// The end of an encounter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseEncounter {
    /// The encounter.
    pub id: i64,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// A word on it.
    pub note: String,
    /// Satisfaction 1 to 5.
    pub rating: Option<u8>,
}
