//! Presence (座席状态): who opens and closes a service point, and when a point may be
//! taken away. Stands above the queue: nobody leaves with somebody called, and no point
//! goes while somebody waits for it.
//!
//! A seat that nobody sits at makes every promise of a wait false, so nobody keeps one who is
//! not there: who signs out stands up, a locked desk keeps the seat for a while, and a seat
//! ends with its day.

mod away;

use crate::ground::text;
use crate::reception::points::{self, Point};
use crate::reception::tickets;
use crate::{PointId, Reason, Result, Writing};
pub use away::{AWAY, TALK, back, locked, signed_out};

/// Sits down at a point and so opens it; leaves the point one sat at before.
///
/// # Errors
/// `NotFound`; `WrongState` for a retired point; `TicketInHand` while one has
/// somebody called or in conversation.
pub fn open(w: &Writing<'_>, id: PointId) -> Result<Point> {
    let r = w.reading();
    let point = points::of(&r, id)?;
    if !point.active {
        return Err(Reason::WrongState {
            state: "retired".into(),
        }
        .at("pointId")
        .into());
    }
    tickets::give_back(w)?;
    if points::seat(&r, w.by.staff)? != Some(id) {
        stand_up(w)?;
        points::sit(w, id)?;
    }
    w.note(
        crate::reception::points::acts::OPEN,
        (crate::reception::points::acts::POINT, id.0),
        &point.code,
    )?;
    points::of(&w.reading(), id)
}

/// Stands up; the last to leave closes the point. Who waits there may then be
/// called by any open point that can do their matter.
///
/// # Errors
/// `NotAtPoint`; `TicketInHand`.
pub fn close(w: &Writing<'_>) -> Result<()> {
    let point = points::seat(&w.reading(), w.by.staff)?
        .ok_or_else(|| tickets::Refused::NotAtPoint {}.refuse())?;
    stand_up(w)?;
    w.note(
        crate::reception::points::acts::CLOSE,
        (crate::reception::points::acts::POINT, point.0),
        "",
    )
}

fn stand_up(w: &Writing<'_>) -> Result<()> {
    if let Some(number) = tickets::in_hand(&w.reading(), w.by.staff)? {
        return Err(tickets::Refused::TicketInHand { number }.refuse().into());
    }
    points::stand_up(w, w.by.staff)
}

/// Takes a point away; its history stays.
///
/// # Errors
/// `NotFound`, `ReasonNeeded`; `WrongState` while somebody sits there or waits for it.
pub fn retire(w: &Writing<'_>, id: PointId, reason: &str) -> Result<Point> {
    let r = w.reading();
    let point = points::of(&r, id)?;
    let reason = text::reason(reason)?;
    if point.is_open() {
        return Err(Reason::WrongState {
            state: "open".into(),
        }
        .refuse()
        .into());
    }
    if tickets::anybody_at(&r, id)? {
        return Err(Reason::WrongState {
            state: "waiting".into(),
        }
        .refuse()
        .into());
    }
    points::set_active(w, id, 0)?;
    w.note_because(
        crate::reception::points::acts::RETIRE,
        (crate::reception::points::acts::POINT, id.0),
        &point.code,
        &reason,
    )?;
    points::of(&w.reading(), id)
}
