//! Signing up, withdrawing, being there.

use super::{EventId, Refused, SignUp, SignUpId, SignUpState, acts, edit, store};
use crate::people::visitors;
use crate::{Reason, Result, VisitorId, Writing};

/// Gives somebody a seat.
///
/// # Errors
/// `EventOver`, `EventCalledOff`, `EventFull`, `AlreadySignedUp`, `ConsentMissing`,
/// `VisitorRestricted`, `VisitorErased`, `NotFound`.
pub fn sign_up(w: &Writing<'_>, event: EventId, visitor: VisitorId) -> Result<SignUp> {
    let wanted = edit::standing(w, event)?;
    visitors::received(w, visitor)?;
    let list = store::sign_ups(w.tx, event)?;
    if list.iter().any(|one| one.visitor == visitor) {
        return Err(Refused::AlreadySignedUp {}.at("visitorId").into());
    }
    if wanted.taken >= wanted.seats {
        let seats = wanted.seats.into();
        return Err(Refused::EventFull { seats }.refuse().into());
    }
    let id = store::sign_up(w, event, visitor)?;
    w.note(
        acts::SIGN_UP_FOR,
        (acts::SIGN_UP, id.0),
        &format!("event {}", event.0),
    )?;
    seat(w, id)
}

/// Gives a seat back.
///
/// # Errors
/// `WrongState` when the person came or withdrew before, `EventOver`, `NotFound`.
pub fn withdraw(w: &Writing<'_>, id: SignUpId) -> Result<SignUp> {
    let one = seat(w, id)?;
    if super::of(&w.reading(), one.event)?.over(w.at) {
        return Err(Refused::EventOver {}.refuse().into());
    }
    turn(w, &one, SignUpState::SignedUp, SignUpState::Withdrawn)?;
    w.note(
        acts::WITHDRAW,
        (acts::SIGN_UP, id.0),
        &format!("event {}", one.event.0),
    )?;
    seat(w, id)
}

/// Marks that somebody was there, or takes the mark back; from the event's day on, also
/// when it is over.
///
/// # Errors
/// `WrongState` when it is so already or the seat was given back, `EventCalledOff`,
/// `NotTheDay` before the event's day, `NotFound`.
pub fn mark(w: &Writing<'_>, id: SignUpId, to: SignUpState) -> Result<SignUp> {
    let one = seat(w, id)?;
    let event = super::of(&w.reading(), one.event)?;
    if event.state == super::EventState::CalledOff {
        return Err(Refused::EventCalledOff {}.refuse().into());
    }
    if w.today() < event.day {
        let day = event.day.to_string();
        return Err(Refused::NotTheDay { day }.refuse().into());
    }
    let from = match to {
        SignUpState::Came => SignUpState::SignedUp,
        SignUpState::SignedUp => SignUpState::Came,
        SignUpState::Withdrawn => {
            let state = one.state.code().to_owned();
            return Err(Reason::WrongState { state }.refuse().into());
        }
    };
    turn(w, &one, from, to)?;
    w.note(acts::MARK, (acts::SIGN_UP, id.0), to.code())?;
    seat(w, id)
}

fn turn(w: &Writing<'_>, one: &SignUp, from: SignUpState, to: SignUpState) -> Result<()> {
    if one.state != from {
        let state = one.state.code().to_owned();
        return Err(Reason::WrongState { state }.refuse().into());
    }
    store::set_sign_up(w, one.id, to)
}

fn seat(w: &Writing<'_>, id: SignUpId) -> Result<SignUp> {
    Ok(store::sign_up_of(w.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}
