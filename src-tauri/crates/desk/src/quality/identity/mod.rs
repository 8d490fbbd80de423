//! Who is who in an encounter. As long as nothing hangs on the person it is simply said; after
//! that it is a correction with a reason, which moves what was told and voids what was booked.

mod acts;
mod refusals;

pub use refusals::Refused;

use crate::advice::assessments;
use crate::booking::bookings::{self, Booking, BookingState, Rest};
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::quality::feedback;
use crate::reception::encounters::{self, Encounter};
use crate::reception::{tickets, triage};
use crate::{BookingId, EncounterId, Reading, Reason, Result, VisitorId, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// What became of an encounter that was with somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// The encounter.
    pub encounter: Encounter,
    /// Bookings that were cancelled: they name, and were judged for, somebody else.
    pub cancelled: Vec<BookingId>,
    /// Bookings that are begun or over, and stay as they are.
    pub left: Vec<BookingId>,
}

/// Says whom an open encounter is with.
///
/// # Errors
/// `EncounterClosed`, `NotFound`, `ConsentMissing`; `IdentityBound` when it was with somebody
/// else and something hangs on them.
pub fn identify(w: &Writing<'_>, id: EncounterId, visitor: VisitorId) -> Result<Encounter> {
    let before = encounters::open(w, id)?.visitor;
    if before.is_some_and(|before| before != visitor) && hangs(&w.reading(), id)? {
        return Err(Refused::IdentityBound {}.at("visitorId").into());
    }
    let encounter = triage::identify(w, id, visitor)?;
    // Who stayed anonymous may have been asked already, and have a record that says otherwise.
    if assessments::contradicts(&w.reading(), id)? {
        assessments::ask_anew(w, id)?;
    }
    Ok(encounter)
}

/// Whether anything was done for the person of an encounter.
fn hangs(r: &Reading<'_>, id: EncounterId) -> Result<bool> {
    Ok(tickets::of_encounter(r, id)?.is_some()
        || !encounters::consultations(r, id)?.is_empty()
        || !encounters::promises_of(r, id)?.is_empty()
        || assessments::latest(r, id)?.is_some()
        || !bookings::of_encounter(r, id)?.is_empty()
        || !feedback::of_encounter(r, id)?.is_empty())
}

/// Corrects whom an open encounter is with. The matter stays, what was told of the person and the
/// read-back count for nobody else; the ticket takes the other person's groups; feedback is theirs;
/// bookings that are not begun are cancelled with the reason.
///
/// # Errors
/// `ReasonNeeded`; `EncounterClosed`, `NotFound`, `ConsentMissing`; `WrongState` when it is with
/// them already.
pub fn correct_visitor(
    w: &Writing<'_>,
    id: EncounterId,
    visitor: VisitorId,
    reason: &str,
) -> Result<Corrected> {
    let reason = text::reason(reason)?;
    let before = encounters::open(w, id)?.visitor;
    if before == Some(visitor) {
        let state = "same".to_owned();
        return Err(Reason::WrongState { state }.at("visitorId").into());
    }
    let (mut cancelled, mut left) = (Vec::new(), Vec::new());
    for booking in bookings::of_encounter(&w.reading(), id)? {
        if Some(booking.visitor) != before || !booking.state.stands() {
            continue;
        }
        if !is_ahead(w, &booking) {
            left.push(booking.id);
            continue;
        }
        // Another visit of the same may have taken it along.
        if bookings::of(&w.reading(), booking.id)?.state.stands() {
            bookings::cancel(w, booking.id, &reason, Some(Rest::Cancelled))?;
        }
        cancelled.push(booking.id);
    }
    if let Some(before) = before {
        feedback::given_by(w, id, before, visitor)?;
    }
    let encounter = triage::identify(w, id, visitor)?;
    assessments::ask_anew(w, id)?;
    let who = |id: Option<VisitorId>| id.map_or_else(|| "-".to_owned(), |id| id.0.to_string());
    w.note_because(
        acts::CORRECT_VISITOR,
        (encounters::acts::ENCOUNTER, id.0),
        &format!("visitor {} → {}", who(before), visitor.0),
        &reason,
    )?;
    Ok(Corrected {
        encounter,
        cancelled,
        left,
    })
}

fn is_ahead(w: &Writing<'_>, booking: &Booking) -> bool {
    booking.state == BookingState::Booked && booking.day >= w.today()
}
