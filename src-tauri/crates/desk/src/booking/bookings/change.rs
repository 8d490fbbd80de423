//! What becomes of a booking: here, done, not come, cancelled, moved (R 5.5, 5.6).

use super::Refused;
use super::acts;
use super::book::{NewBooking, Placed, Tied, book_tied};
use super::parts::{ids, services};
use super::{Booking, BookingState, Item, store};
use crate::advice::catalogue;
use crate::booking::vouchers::{self, VoidCause};
use crate::ground::acts::Action;
use crate::ground::text;
use crate::{BookingId, Reason, Refusal, Result, ServiceId, Writing};

/// Checks in: the person is here.
///
/// # Errors
/// `AlreadyCheckedIn` with the time, `VoucherOtherDay` with the day, `VoucherVoid`
/// when it was cancelled or moved, `WrongState`.
pub fn check_in(w: &Writing<'_>, id: BookingId) -> Result<Booking> {
    let booking = super::of(&w.reading(), id)?;
    match booking.state {
        BookingState::Cancelled | BookingState::Rescheduled => {
            let cause = booking.state.code().to_owned();
            return Err(vouchers::Refused::VoucherVoid { cause }.at("scan").into());
        }
        BookingState::CheckedIn | BookingState::Completed => {
            let at = booking.checked_in_at.map_or(booking.state_at.0, |at| at.0);
            return Err(Refused::AlreadyCheckedIn { at }.at("scan").into());
        }
        BookingState::Booked | BookingState::NoShow => {}
    }
    if booking.day != w.today() {
        let day = booking.day.to_string();
        return Err(Refused::VoucherOtherDay { day }.at("scan").into());
    }
    move_on(w, &booking, BookingState::CheckedIn, acts::CHECK_IN, "")
}

/// What was said of a day that is over stays: who came, who did not.
fn refuse_past(w: &Writing<'_>, booking: &Booking) -> Result<(), Refusal> {
    if booking.day >= w.today() {
        return Ok(());
    }
    let day = booking.day.to_string();
    Err(Refused::BookingPast { day }.refuse())
}

/// Takes a check-in back that was made by mistake, on the same day.
///
/// # Errors
/// `WrongState` unless the person is here; `BookingPast`.
pub fn undo_check_in(w: &Writing<'_>, id: BookingId) -> Result<Booking> {
    let booking = super::of(&w.reading(), id)?;
    refuse_past(w, &booking)?;
    move_on(w, &booking, BookingState::Booked, acts::UNDO_CHECK_IN, "")
}

/// Completes a booking: everything was done.
///
/// # Errors
/// `WrongState` unless the person is here.
pub fn complete(w: &Writing<'_>, id: BookingId) -> Result<Booking> {
    let booking = super::of(&w.reading(), id)?;
    move_on(w, &booking, BookingState::Completed, acts::COMPLETE, "")
}

/// Marks a booking whose person did not come. Once its day is over it stands so by itself.
///
/// # Errors
/// `NotYet` before the time, `WrongState`.
pub fn no_show(w: &Writing<'_>, id: BookingId) -> Result<Booking> {
    let booking = super::of(&w.reading(), id)?;
    if w.at <= booking.day.at(booking.time.from) {
        let start = booking.time.from.to_string();
        return Err(Refused::NotYet { start }.refuse().into());
    }
    move_on(w, &booking, BookingState::NoShow, acts::NO_SHOW, "")
}

crate::codes! {
    /// What becomes of the other visit when one of two is cancelled.
    Rest {
        /// It is cancelled as well.
        Cancelled = "cancelled",
        /// It stays as it is.
        Kept = "kept",
    }
}

/// Cancels; the voucher is void, its row and number stay. Where another visit of the same is
/// still to come, it has to be said what becomes of it; a package is cancelled whole.
///
/// # Errors
/// `ReasonNeeded`, `WrongState`, `BookingPast`, `OtherVisit`, `PackagePartMissing`.
pub fn cancel(w: &Writing<'_>, id: BookingId, reason: &str, rest: Option<Rest>) -> Result<Booking> {
    let reason = text::reason(reason)?;
    let booking = super::of(&w.reading(), id)?;
    refuse_past(w, &booking)?;
    let mut others = store::others(&w.reading(), &booking)?;
    others.retain(|other| other.state == BookingState::Booked && other.day >= w.today());
    if let Some(other) = others
        .first()
        .filter(|_| booking.state == BookingState::Booked)
    {
        match rest {
            None => {
                let voucher = vouchers::of_booking(&w.reading(), other.id)?.no;
                let day = other.day.to_string();
                return Err(Refused::OtherVisit { voucher, day }.at("rest").into());
            }
            Some(Rest::Kept) if booking.package.is_some() => {
                let services = booking.items.iter().map(|item| item.service);
                let service = code_of_first(w, services)?;
                return Err(Refused::PackagePartMissing { service }.at("rest").into());
            }
            Some(Rest::Kept) => {}
            Some(Rest::Cancelled) => {
                for other in &others {
                    cancel_one(w, other, &reason)?;
                }
            }
        }
    }
    cancel_one(w, &booking, &reason)?;
    super::of(&w.reading(), id)
}

fn code_of_first(w: &Writing<'_>, mut services: impl Iterator<Item = ServiceId>) -> Result<String> {
    match services.next() {
        Some(id) => Ok(catalogue::service(&w.reading(), id)?.sheet.code),
        None => Ok(String::new()),
    }
}

fn cancel_one(w: &Writing<'_>, booking: &Booking, reason: &str) -> Result<()> {
    move_on(w, booking, BookingState::Cancelled, acts::CANCEL, reason)?;
    vouchers::void(w, booking.id, VoidCause::Cancelled)
}

/// Moves: the old booking ends, its voucher is void, another is made; all or
/// nothing. Another visit of the same stays where it is. Answers the new booking.
///
/// # Errors
/// `ReasonNeeded`, `WrongState`, `BookingPast`, `SameTime`, those of `book`.
pub fn reschedule(
    w: &Writing<'_>,
    id: BookingId,
    new: &NewBooking,
    reason: &str,
) -> Result<Booking> {
    let reason = text::reason(reason)?;
    let old = super::of(&w.reading(), id)?;
    if old.visitor != new.visitor {
        return Err(Reason::NotFound {}.at("visitorId").into());
    }
    refuse_past(w, &old)?;
    // It is moved, and stays what it is: a package is not taken apart, nor cut off from where it
    // was agreed.
    let new = &NewBooking {
        package: new.package.or(old.package),
        encounter: new.encounter.or(old.encounter),
        ..new.clone()
    };
    if is_same_time(&old, new) {
        return Err(Refused::SameTime {}.at("items").into());
    }
    // The old place is given up first: the new time may overlap it.
    move_on(
        w,
        &old,
        BookingState::Rescheduled,
        acts::RESCHEDULE,
        &reason,
    )?;
    vouchers::void(w, id, VoidCause::Rescheduled)?;
    let others = store::others(&w.reading(), &old)?;
    let (ids, elsewhere) = (ids(&others), services(&others));
    let tied = Tied {
        old: Some(&old),
        elsewhere: &elsewhere,
        others: &ids,
        first: old.part_of,
    };
    let booking = book_tied(w, new, &tied)?;
    store::set_moved_to(w, id, booking.id)?;
    store::tie_to(w, id, booking.id)?;
    Ok(booking)
}

/// Whether the new booking has all that the old one has, where and when it has it.
fn is_same_time(old: &Booking, new: &NewBooking) -> bool {
    let had = |wanted: &Placed| {
        let place = |item: &Item| {
            let time = item.time.map(|time| time.from);
            item.schedule
                .zip(time)
                .map(|(schedule, start)| (schedule, old.day, start))
        };
        let mut items = old.items.iter();
        items.any(|item| item.service == wanted.service && place(item) == wanted.place)
    };
    old.items.len() == new.wanted.len() && new.wanted.iter().all(had)
}

fn move_on(
    w: &Writing<'_>,
    booking: &Booking,
    next: BookingState,
    action: Action,
    reason: &str,
) -> Result<Booking> {
    if !booking.state.may_become(next) {
        return Err(wrong(booking.state).into());
    }
    store::set_state(w, booking.id, next, reason)?;
    w.note_because(action, (acts::BOOKING, booking.id.0), next.code(), reason)?;
    super::of(&w.reading(), booking.id)
}

fn wrong(state: BookingState) -> Refusal {
    let state = state.code().to_owned();
    Reason::WrongState { state }.refuse()
}
