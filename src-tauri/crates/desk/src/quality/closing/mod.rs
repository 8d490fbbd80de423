//! Closing (办结): how an encounter ends, with its outcome and, when asked, the
//! satisfaction (R 6.4). Stands above all that an encounter may have started.

mod refusals;

pub use refusals::Refused;

use crate::booking::bookings;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::reception::encounters::{self, Encounter, Outcome};
use crate::reception::tickets;
use crate::{EncounterId, Reading, Reason, Refusal, Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// How an encounter ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// How.
    pub outcome: Option<Outcome>,
    /// A word on it.
    pub note: String,
    /// Satisfaction 1 to 5; `None` when not asked or not said.
    pub rating: Option<u8>,
}

/// Closes an encounter.
///
/// # Errors
/// `EncounterClosed`, `OutcomeMissing`; `OutOfRange` for the rating; an outcome
/// "promised" needs an open promise, so that nobody is told "later" without a date.
pub fn close(w: &Writing<'_>, id: EncounterId, closing: &Closing) -> Result<Encounter> {
    let before = encounters::open(w, id)?;
    let note = text::optional("note", &closing.note, text::NOTE)?;
    let outcome = closing
        .outcome
        .ok_or_else(|| Refused::OutcomeMissing {}.at("outcome"))?;
    checked_rating(closing.rating)?;
    let promised = encounters::promises_of(&w.reading(), id)?
        .iter()
        .any(|p| p.kept_at.is_none());
    if outcome == Outcome::Promised && !promised {
        return Err(Reason::NotFound {}.at("promise").into());
    }
    encounters::set_closed(w, id, outcome, &note, closing.rating)?;
    tickets::encounter_ended(w, id)?;
    let minutes = w.at.minutes_since(before.started_at);
    w.note(
        crate::reception::encounters::acts::CLOSE,
        (crate::reception::encounters::acts::ENCOUNTER, id.0),
        &format!("{} {minutes} min", outcome.code()),
    )?;
    encounters::of(&w.reading(), id)
}

/// The outcome that what was done in an encounter suggests.
///
/// # Errors
/// Of the store.
pub fn suggest(r: &Reading<'_>, id: EncounterId) -> Result<Option<Outcome>> {
    let booked = bookings::of_encounter(r, id)?;
    if booked.iter().any(|b| b.state.stands()) {
        return Ok(Some(Outcome::Booked));
    }
    let promises = encounters::promises_of(r, id)?;
    if promises.iter().any(|p| p.kept_at.is_none()) {
        return Ok(Some(Outcome::Promised));
    }
    let answered = !encounters::consultations(r, id)?.is_empty();
    Ok(answered.then_some(Outcome::Answered))
}

/// Opens a closed encounter of the same day again.
///
/// # Errors
/// `NotFound`; `WrongState` when it is open or of another day; `ReasonNeeded`.
pub fn reopen(w: &Writing<'_>, id: EncounterId, reason: &str) -> Result<Encounter> {
    let reason = text::reason(reason)?;
    let before = encounters::of(&w.reading(), id)?;
    if before.ended_at.is_none() || before.day != w.today() {
        let state = if before.ended_at.is_none() {
            "open"
        } else {
            "other_day"
        };
        return Err(Reason::WrongState {
            state: state.to_owned(),
        }
        .refuse()
        .into());
    }
    encounters::set_open(w, id)?;
    w.note_because(
        crate::reception::encounters::acts::REOPEN,
        (crate::reception::encounters::acts::ENCOUNTER, id.0),
        "",
        &reason,
    )?;
    encounters::of(&w.reading(), id)
}

fn checked_rating(rating: Option<u8>) -> Result<(), Refusal> {
    match rating {
        Some(stars) if !(1..=5).contains(&stars) => {
            Err(Reason::OutOfRange { min: 1, max: 5 }.at("rating"))
        }
        Some(_) | None => Ok(()),
    }
}
