//! What does not go into one day: two visits, booked in one step, each with its own voucher.
//! A package is told and paid with the first of them.

use super::book::{NewBooking, Placed, Tied, book, book_tied};
use super::{Booking, Refused, store};
use crate::{BookingId, Day, Fen, Reading, Result, ServiceId, Writing};

/// Nobody is sent home more often than once in between.
pub const MOST_VISITS: usize = 2;

/// Books what is wanted on one day, or on two: all of it or nothing, a voucher each. What is
/// done on the way is done on the first.
///
/// # Errors
/// Those of `book`; `SeveralDays` for more than two.
pub fn book_visits(w: &Writing<'_>, new: &NewBooking) -> Result<Vec<Booking>> {
    let mut days: Vec<Day> = new.wanted.iter().filter_map(day_of).collect();
    days.sort();
    days.dedup();
    let [first, ..] = days.as_slice() else {
        return Ok(vec![book(w, new)?]);
    };
    if days.len() == 1 {
        return Ok(vec![book(w, new)?]);
    }
    if days.len() > MOST_VISITS {
        return Err(Refused::SeveralDays {}.at("items").into());
    }
    let mut made: Vec<Booking> = Vec::new();
    for day in &days {
        let (here, elsewhere): (Vec<&Placed>, Vec<&Placed>) = new
            .wanted
            .iter()
            .partition(|placed| day_of(placed).as_ref().unwrap_or(first) == day);
        let part = NewBooking {
            wanted: here.into_iter().cloned().collect(),
            told: None,
            ..new.clone()
        };
        let elsewhere: Vec<ServiceId> = elsewhere.iter().map(|placed| placed.service).collect();
        let tied = Tied {
            old: None,
            elsewhere: &elsewhere,
            others: &ids(&made),
            first: made.first().map(|booking| booking.id),
        };
        made.push(book_tied(w, &part, &tied)?);
    }
    let now: Fen = made.iter().map(|booking| booking.price).sum();
    if let Some(told) = new.told.filter(|told| *told != now) {
        let (told, now) = (told.0, now.0);
        return Err(Refused::PriceChanged { told, now }.at("price").into());
    }
    Ok(made)
}

fn day_of(placed: &Placed) -> Option<Day> {
    placed.place.map(|(_, day, _)| day)
}

/// The other visits of what a booking is a part of, in the order of their days; those that
/// were moved are left out for what took their place.
///
/// # Errors
/// Of the store.
pub fn others(r: &Reading<'_>, booking: &Booking) -> Result<Vec<Booking>> {
    store::others(r, booking)
}

pub(super) fn ids(bookings: &[Booking]) -> Vec<BookingId> {
    bookings.iter().map(|booking| booking.id).collect()
}

pub(super) fn services(bookings: &[Booking]) -> Vec<ServiceId> {
    let items = bookings.iter().flat_map(|booking| &booking.items);
    items.map(|item| item.service).collect()
}
