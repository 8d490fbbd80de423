//! Calling and serving. One member of staff has one ticket in hand; all of it
//! runs in the one write transaction, so two points never call the same ticket.

use super::Refused;
use super::acts;
use super::board::Queues;
use super::stray::give_back;
use super::{Standing, State, StepKind, Ticket, in_hand, of, of_encounter, store};
use crate::ground::acts::Action;
use crate::ground::roles::Right;
use crate::ground::text;
use crate::reception::points;
use crate::{EncounterId, PointId, Result, TicketId, Writing};

/// Calls whoever is next at the point the caller sits at.
///
/// # Errors
/// `NotAtPoint`, `TicketInHand`, `NobodyWaiting`.
pub fn call_next(w: &Writing<'_>) -> Result<Ticket> {
    give_back(w)?;
    let (point, next) = next_at_seat(w)?;
    let id = next.ok_or_else(|| Refused::NobodyWaiting {}.refuse())?;
    call_to(w, id, point, StepKind::Called)
}

/// Calls one ticket: once more if the caller called it before, otherwise only
/// when it is the next. Out of turn it must first be moved, with a reason (R 2.3).
///
/// # Errors
/// `NotAtPoint`, `TicketInHand`, `NotNext`; `WrongState` when it is somebody else's.
pub fn call(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    give_back(w)?;
    let ticket = of(&w.reading(), id)?;
    if ticket.standing.state == State::Called {
        own(w, &ticket)?;
        return call_to(w, id, ticket.standing.point, StepKind::Recalled);
    }
    ticket
        .standing
        .call(ticket.standing.point, w.by.staff, w.at)?;
    let (point, next) = next_at_seat(w)?;
    match next {
        Some(next) if next == id => call_to(w, id, point, StepKind::Called),
        Some(next) => {
            let number = of(&w.reading(), next)?.no;
            Err(Refused::NotNext { number }.refuse().into())
        }
        None => Err(Refused::NobodyWaiting {}.refuse().into()),
    }
}

/// Begins the conversation: the person has come to the point.
///
/// # Errors
/// `WrongState`.
pub fn start(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    let ticket = held(w, id)?;
    step(w, &ticket, StepKind::Started, &ticket.standing.start(w.at)?)
}

/// Ends the conversation: the matter is done here.
///
/// # Errors
/// `WrongState`.
pub fn finish(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    let ticket = held(w, id)?;
    step(
        w,
        &ticket,
        StepKind::Finished,
        &ticket.standing.finish(w.at)?,
    )
}

/// Ends a ticket that was called and for which nobody came.
///
/// # Errors
/// `WrongState`.
pub fn no_show(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    let ticket = held(w, id)?;
    step(
        w,
        &ticket,
        StepKind::NoShow,
        &ticket.standing.no_show(w.at)?,
    )
}

/// Ends a ticket whose person went away before their turn.
///
/// # Errors
/// `WrongState`, `NotYourTicket`, those of the text.
pub fn leave(w: &Writing<'_>, id: TicketId, word: &str) -> Result<Ticket> {
    let word = text::optional("reason", word, text::LINE)?;
    give_back(w)?;
    let ticket = of(&w.reading(), id)?;
    spared(w, &ticket, &word)?;
    let standing = ticket.standing.leave(w.at)?;
    store::take(w, id, StepKind::Left, &word, &standing)?;
    w.note_because(acts::LEAVE, (acts::TICKET, id.0), &ticket.no, &word)?;
    of(&w.reading(), id)
}

/// Takes the ticket of an encounter that has ended out of the queue: a
/// conversation is done, whoever waited has left. `word` is what was said on the ending.
///
/// # Errors
/// `NotYourTicket`.
pub fn encounter_ended(w: &Writing<'_>, id: EncounterId, word: &str) -> Result<()> {
    let Some(ticket) = of_encounter(&w.reading(), id)?.filter(|t| t.standing.is_live()) else {
        return Ok(());
    };
    spared(w, &ticket, word)?;
    let (kind, standing) = match ticket.standing.state {
        State::Serving => (StepKind::Finished, ticket.standing.finish(w.at)?),
        _ => (StepKind::Left, ticket.standing.leave(w.at)?),
    };
    step(w, &ticket, kind, &standing).map(|_| ())
}

fn next_at_seat(w: &Writing<'_>) -> Result<(PointId, Option<TicketId>)> {
    let r = w.reading();
    let seat = points::seat(&r, w.by.staff)?.ok_or_else(|| Refused::NotAtPoint {}.refuse())?;
    if let Some(number) = in_hand(&r, w.by.staff)? {
        return Err(Refused::TicketInHand { number }.refuse().into());
    }
    let queues = Queues::read(&r)?;
    let point = queues
        .point(seat)
        .ok_or_else(|| Refused::NotAtPoint {}.refuse())?;
    Ok((seat, queues.order_at(&r, point).first().map(|p| p.id)))
}

fn call_to(w: &Writing<'_>, id: TicketId, point: PointId, kind: StepKind) -> Result<Ticket> {
    let ticket = of(&w.reading(), id)?;
    step(
        w,
        &ticket,
        kind,
        &ticket.standing.call(point, w.by.staff, w.at)?,
    )
}

/// A ticket that the actor may act on: their own, or one nobody holds.
fn held(w: &Writing<'_>, id: TicketId) -> Result<Ticket> {
    let ticket = of(&w.reading(), id)?;
    own(w, &ticket)?;
    Ok(ticket)
}

/// What somebody else has in hand stays theirs. Who may move tickets takes it away with a
/// word on why: a colleague may have gone.
pub(super) fn spared(w: &Writing<'_>, ticket: &Ticket, word: &str) -> Result<()> {
    if w.by.role.may(Right::MoveTicket) && !word.trim().is_empty() {
        return Ok(());
    }
    own(w, ticket)
}

fn own(w: &Writing<'_>, ticket: &Ticket) -> Result<()> {
    match ticket.standing.called_by {
        Some(holder) if ticket.standing.is_live() && holder != w.by.staff => {
            Err(Refused::NotYourTicket {
                number: ticket.no.clone(),
            }
            .refuse()
            .into())
        }
        Some(_) | None => Ok(()),
    }
}

fn step(w: &Writing<'_>, ticket: &Ticket, kind: StepKind, standing: &Standing) -> Result<Ticket> {
    store::take(w, ticket.id, kind, "", standing)?;
    w.note(act(kind), (acts::TICKET, ticket.id.0), &ticket.no)?;
    of(&w.reading(), ticket.id)
}

/// What the journal calls a step.
fn act(kind: StepKind) -> Action {
    match kind {
        StepKind::Issued => acts::ISSUE,
        StepKind::Called => acts::CALL,
        StepKind::Recalled => acts::RECALL,
        StepKind::Started => acts::START,
        StepKind::Finished => acts::FINISH,
        StepKind::NoShow => acts::NO_SHOW,
        StepKind::Left => acts::LEFT,
        StepKind::Transferred => acts::TRANSFER,
        StepKind::Moved => acts::MOVE,
        StepKind::Undone => acts::UNDO,
        StepKind::Lapsed => acts::LAPSE,
        StepKind::Retriaged => acts::RETRIAGE,
    }
}
