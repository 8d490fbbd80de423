//! Closing (办结): how an encounter ends, with its outcome and, when asked, the
//! satisfaction (R 6.4). Stands above all that an encounter may have started.

mod refusals;

pub use refusals::Refused;

use crate::booking::bookings;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::quality::feedback;
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
/// `EncounterClosed`, `OutcomeMissing`; `OutOfRange` for the rating; those of an outcome that
/// nothing in the encounter bears out; `NotYourTicket` while a colleague serves it.
pub fn close(w: &Writing<'_>, id: EncounterId, closing: &Closing) -> Result<Encounter> {
    let before = encounters::open(w, id)?;
    let note = text::optional("note", &closing.note, text::NOTE)?;
    let outcome = closing
        .outcome
        .ok_or_else(|| Refused::OutcomeMissing {}.at("outcome"))?;
    checked_rating(closing.rating)?;
    refuse_unless_so(&w.reading(), id, outcome, &note)?;
    encounters::set_closed(w, id, outcome, &note, closing.rating)?;
    tickets::encounter_ended(w, id, &note)?;
    let minutes = w.at.minutes_since(before.started_at);
    w.note(
        crate::reception::encounters::acts::CLOSE,
        (crate::reception::encounters::acts::ENCOUNTER, id.0),
        &format!("{} {minutes} min", outcome.code()),
    )?;
    encounters::of(&w.reading(), id)
}

/// An outcome is what has happened: something was answered, a booking stands, a promise is
/// open, so that nobody is told "later" without a date; where somebody was sent is said.
fn refuse_unless_so(
    r: &Reading<'_>,
    id: EncounterId,
    outcome: Outcome,
    note: &str,
) -> Result<(), crate::Error> {
    let promises = encounters::promises_of(r, id)?;
    match outcome {
        Outcome::Answered => {
            let answered = !encounters::consultations(r, id)?.is_empty()
                || promises.iter().any(|p| p.kept_at.is_some())
                || !feedback::of_encounter(r, id)?.is_empty();
            if !answered {
                return Err(Refused::NothingAnswered {}.at("outcome").into());
            }
        }
        Outcome::Booked => {
            let booked = bookings::of_encounter(r, id)?;
            if !booked.iter().any(|b| b.state.stands()) {
                return Err(Refused::NothingBooked {}.at("outcome").into());
            }
        }
        Outcome::Promised => {
            if !promises.iter().any(|p| p.kept_at.is_none()) {
                return Err(Reason::NotFound {}.at("promise").into());
            }
        }
        Outcome::Referred => {
            if note.trim().is_empty() {
                return Err(Reason::Empty {}.at("note").into());
            }
        }
        Outcome::Declined | Outcome::Left => {}
    }
    Ok(())
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
