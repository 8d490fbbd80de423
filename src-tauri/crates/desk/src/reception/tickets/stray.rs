//! What becomes of somebody who was called by a person who is not there any more: they wait
//! again as they did, and the journal says so.

use super::acts;
use super::{State, StepKind, Ticket, store, way};
use crate::reception::points::{self, Point};
use crate::{Result, StaffId, Writing};

/// Whether it was called by somebody who sits nowhere now.
pub(super) fn is_stray(points: &[Point], ticket: &Ticket) -> bool {
    let sits = |staff: StaffId| {
        let mut seats = points.iter().flat_map(|p| &p.sittings);
        seats.any(|s| s.staff == staff)
    };
    ticket.standing.state == State::Called && ticket.standing.called_by.is_some_and(|by| !sits(by))
}

/// How it stands without that call: as it stood when it waited last.
fn returned(w: &Writing<'_>, ticket: &Ticket) -> Result<super::Standing> {
    let way = way(&w.reading(), ticket.id)?;
    let mut before = way.into_iter().rev().map(|step| step.standing);
    let before = before.find(|s| s.state == State::Waiting);
    let standing = before.unwrap_or_else(|| ticket.standing.clone());
    Ok(ticket.standing.give_back(&standing)?)
}

/// Gives back who was called by somebody who sits nowhere now.
///
/// # Errors
/// Of the store.
pub(crate) fn give_back(w: &Writing<'_>) -> Result<()> {
    let r = w.reading();
    let called: Vec<Ticket> = store::live(r.tx, r.today())?
        .into_iter()
        .filter(|t| t.standing.state == State::Called)
        .collect();
    if called.is_empty() {
        return Ok(());
    }
    let points = points::list(&r)?;
    for ticket in called.iter().filter(|t| is_stray(&points, t)) {
        let standing = returned(w, ticket)?;
        store::take(w, ticket.id, StepKind::Undone, "", &standing)?;
        w.note(acts::GIVE_BACK, (acts::TICKET, ticket.id.0), &ticket.no)?;
    }
    Ok(())
}
