//! Taking back the last step, by whoever took it, while nothing came after it.

use super::Refused;
use super::acts;
use super::{State, Step, StepKind, Ticket, in_hand, of, of_encounter, store, way};
use crate::{Reading, Result, Writing};

/// A step that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undoable {
    /// Number of the ticket.
    pub number: String,
    /// What was done.
    pub kind: StepKind,
}

/// The actor's last step of today, if it can be taken back.
///
/// # Errors
/// Of the store.
pub fn undoable(r: &Reading<'_>) -> Result<Option<Undoable>> {
    let Some(step) = last(r)? else {
        return Ok(None);
    };
    let number = of(r, step.ticket)?.no;
    Ok(Some(Undoable {
        number,
        kind: step.kind,
    }))
}

/// Takes back the actor's last step of today: the ticket stands where it stood before.
///
/// # Errors
/// `NothingToUndo`; `TicketInHand` when the ticket would be in hand again beside another;
/// `TicketLive` when its encounter has got a newer one.
pub fn undo(w: &Writing<'_>) -> Result<Ticket> {
    let r = w.reading();
    let step = last(&r)?.ok_or_else(|| Refused::NothingToUndo {}.refuse())?;
    let way = way(&r, step.ticket)?;
    let before = way
        .iter()
        .rev()
        .nth(1)
        .ok_or_else(|| Refused::NothingToUndo {}.refuse())?;
    let standing = &before.standing;
    let held_again = matches!(standing.state, State::Called | State::Serving);
    if held_again
        && standing.called_by == Some(w.by.staff)
        && let Some(number) = in_hand(&r, w.by.staff)?
        && number != of(&r, step.ticket)?.no
    {
        return Err(Refused::TicketInHand { number }.refuse().into());
    }
    let newer = of_encounter(&r, of(&r, step.ticket)?.encounter)?.filter(|t| t.id != step.ticket);
    if standing.is_live()
        && let Some(newer) = newer
    {
        return Err(Refused::TicketLive { number: newer.no }.refuse().into());
    }
    store::take(w, step.ticket, StepKind::Undone, "", standing)?;
    let ticket = of(&w.reading(), step.ticket)?;
    let detail = format!("{} {}", ticket.no, step.kind.code());
    w.note(acts::UNDO, (acts::TICKET, ticket.id.0), &detail)?;
    Ok(ticket)
}

/// The actor's last step of today when it is also its ticket's last. A number
/// that was given out stays given out: issuing is not taken back.
fn last(r: &Reading<'_>) -> Result<Option<Step>> {
    let Some(step) = store::last_step_by(r.tx, r.by.staff, r.today().start())? else {
        return Ok(None);
    };
    let fixed = matches!(
        step.kind,
        StepKind::Issued | StepKind::Undone | StepKind::Lapsed | StepKind::Retriaged
    );
    let newest = way(r, step.ticket)?.last().is_some_and(|s| s.id == step.id);
    Ok((newest && !fixed).then_some(step))
}
