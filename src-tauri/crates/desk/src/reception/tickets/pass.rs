//! Passing a ticket to another point (R 2.4, 2.8), and moving it in the order,
//! which needs a reason (R 2.3).

use super::Refused;
use super::acts;
use super::board::Queues;
use super::order::Place;
use super::serve::spared;
use super::stray::give_back;
use super::{Needless, StepKind, Ticket, needless, of, store, way};
use crate::ground::text;
use crate::reception::categories::Urgency;
use crate::{Moment, PointId, Reason, Result, TicketId, Writing};

/// Passes a ticket to an open point with the one handoff note. It keeps the time
/// it came, so it does not start again at the end.
///
/// # Errors
/// `NotFound`, `PointClosed`, `NotYourTicket` of what a colleague has in hand, `WrongState`,
/// those of the text.
pub fn transfer(w: &Writing<'_>, id: TicketId, to: PointId, note: &str) -> Result<Ticket> {
    let note = text::optional("note", note, text::NOTE)?;
    give_back(w)?;
    let r = w.reading();
    let ticket = of(&r, id)?;
    let queues = Queues::read(&r)?;
    let target = queues.point(to).filter(|p| p.active);
    let target = target.ok_or_else(|| Reason::NotFound {}.at("pointId"))?;
    if !target.is_open() {
        return Err(Refused::PointClosed {}.at("pointId").into());
    }
    spared(w, &ticket, &note)?;
    let able: Vec<PointId> = queues
        .points
        .iter()
        .filter(|p| queues.can(p, &ticket))
        .map(|p| p.id)
        .collect();
    let visited: Vec<PointId> = way(&r, id)?
        .iter()
        .map(|step| step.standing.point)
        .collect();
    let judged = needless(&visited, &able, to);
    let standing = ticket.standing.transfer(to, &note, judged)?;
    store::take(w, id, StepKind::Transferred, "", &standing)?;
    let detail = match judged {
        Needless::Yes => format!("{} needless", ticket.no),
        Needless::No => ticket.no,
    };
    w.note(acts::TRANSFER, (acts::TICKET, id.0), &detail)?;
    of(&w.reading(), id)
}

/// Where a ticket is moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Directly before this one.
    Before(TicketId),
    /// Directly behind this one.
    Behind(TicketId),
}

/// Moves a waiting ticket next to another one. It then stands as that one does,
/// also when that one is gone; the reason is kept with the step and in the journal.
///
/// # Errors
/// `ReasonNeeded`, `NotFound`; `WrongState` unless both wait; `BeforeImmediate`.
pub fn put(w: &Writing<'_>, id: TicketId, spot: Spot, reason: &str) -> Result<Ticket> {
    let reason = text::reason(reason)?;
    give_back(w)?;
    let r = w.reading();
    let ticket = of(&r, id)?;
    let (Spot::Before(beside) | Spot::Behind(beside)) = spot;
    let beside = of(&r, beside)?;
    if beside.id == id || beside.standing.state != super::State::Waiting {
        let state = beside.standing.state.code().to_owned();
        return Err(Reason::WrongState { state }.at("beside").into());
    }
    let danger = |ticket: &Ticket| ticket.need == Urgency::Immediate;
    if danger(&beside) && !danger(&ticket) && matches!(spot, Spot::Before(_)) {
        return Err(Refused::BeforeImmediate {}.at("beside").into());
    }
    let standing = ticket.standing.put(next_to(&beside, spot))?;
    store::take(w, id, StepKind::Moved, &reason, &standing)?;
    w.note_because(acts::MOVE, (acts::TICKET, id.0), &ticket.no, &reason)?;
    of(&w.reading(), id)
}

/// The place a millisecond before or behind another ticket's.
fn next_to(beside: &Ticket, spot: Spot) -> Place {
    let waiting = beside.waiting();
    let place = waiting.moved.unwrap_or(waiting.own);
    let shift = match spot {
        Spot::Before(_) => -1,
        Spot::Behind(_) => 1,
    };
    Place {
        arrival: Moment(place.arrival.0.saturating_add(shift)),
        ..place
    }
}
