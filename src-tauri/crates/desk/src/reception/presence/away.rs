//! What becomes of a seat whose person signs out, locks the desk, or comes back.

use crate::reception::{points, tickets};
use crate::{PointId, Result, StaffId, Writing};

/// A locked desk keeps its person's seat for so many minutes.
pub const AWAY: i64 = 15;
/// Whoever talks with somebody need not touch the desk: then it is kept for so many minutes.
pub const TALK: i64 = 60;

/// Whoever is signed in locks the desk, or it locked itself: their seat is kept for a while.
///
/// # Errors
/// Of the store.
pub fn locked(w: &Writing<'_>) -> Result<()> {
    keep_a_while(w, w.by.staff)
}

/// Whoever is signed in signs out: they stand up. Who was called and has not come waits
/// again; a conversation stays in their hands.
///
/// # Errors
/// Of the store.
pub fn signed_out(w: &Writing<'_>) -> Result<()> {
    match points::left_at(&w.reading(), w.by.staff)? {
        Some(point) => leave(w, point),
        None => Ok(()),
    }
}

/// Somebody signs in: their seat is theirs as before, unless it lapsed. Nobody else is signed
/// in then, also after a power cut: their seats are kept for a while.
///
/// # Errors
/// Of the store.
pub fn back(w: &Writing<'_>) -> Result<()> {
    let r = w.reading();
    let me = w.by.staff;
    let others = points::signed_in(&r)?;
    for other in others.into_iter().filter(|other| *other != me) {
        keep_a_while(w, other)?;
    }
    let Some(point) = points::left_at(&r, me)? else {
        return Ok(());
    };
    match points::seat(&r, me)? {
        Some(_) => points::lapse(w, me, None),
        None => leave(w, point),
    }
}

fn keep_a_while(w: &Writing<'_>, staff: StaffId) -> Result<()> {
    let talks = tickets::talks_since(&w.reading(), staff)?;
    let minutes = if talks.is_some() { TALK } else { AWAY };
    points::lapse(w, staff, Some(w.at.plus_minutes(minutes)))
}

fn leave(w: &Writing<'_>, point: PointId) -> Result<()> {
    points::stand_up(w, w.by.staff)?;
    tickets::give_back(w)?;
    w.note(points::acts::CLOSE, (points::acts::POINT, point.0), "")
}
