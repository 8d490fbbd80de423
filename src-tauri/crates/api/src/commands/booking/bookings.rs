//! Bookings: free times, booking, the day, arriving, moving, cancelling. Lists
//! are masked; the person in front of the desk is shown in full.

mod reach;
mod slots;
mod views;

use crate::codes::Rest;
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{Nothing, OneId, day, minute};
use desk::booking::bookings::{self, Again, NewBooking, Placed, ReadBack};
use desk::booking::vouchers;
use desk::ground::roles::Right;
use desk::people::openings;
use desk::reception::tickets;
use desk::{
    BookingId, EncounterId, Fen, PackageId, Reading, Reason, Refusal, ScheduleId, ServiceId,
    VisitorId, Writing,
};
use serde::Deserialize;
use ts_rs::TS;
use views::{BookingDay, BookingList, BookingToday, BookingView, HalfView, full, lines};

const SHOWS: &[Topic] = &[Topic::BOOKINGS];
/// One booking in full: with its visitor, and its voucher, which is read together with the
/// institution that prints it.
const WHOLE: &[Topic] = &[Topic::BOOKINGS, Topic::VISITORS, Topic::INSTITUTION];
const FREE: &[Topic] = &[
    Topic::BOOKINGS,
    Topic::SCHEDULES,
    Topic::CATALOGUE,
    Topic::INSTITUTION,
    Topic::VISITORS,
];
/// Beside what decides which times are free, what is proposed to whom.
const REACHED: &[Topic] = &[
    Topic::BOOKINGS,
    Topic::SCHEDULES,
    Topic::CATALOGUE,
    Topic::INSTITUTION,
    Topic::PROPOSALS,
    Topic::ENCOUNTERS,
];
const TOUCHES: &[Topic] = &[Topic::BOOKINGS, Topic::LEDGER];
/// Whoever books is here: they become the first that is found.
const RECEIVES: &[Topic] = &[Topic::BOOKINGS, Topic::LEDGER, Topic::VISITORS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("bookings.slots", Right::Receive, FREE, slots::slots),
        // Of what is proposed it answers when it can be booked.
        read(
            "proposals.reach",
            Right::Serve,
            REACHED,
            reach::of_proposals,
        ),
        read(
            "bookings.today",
            Right::Serve,
            &[Topic::BOOKINGS, Topic::SCHEDULES, Topic::INSTITUTION],
            today,
        ),
        read("bookings.day", Right::Serve, SHOWS, of_day),
        read("bookings.read", Right::Serve, WHOLE, show),
        read("bookings.of_encounter", Right::Serve, SHOWS, of_encounter),
        read("bookings.of_visitor", Right::Serve, SHOWS, of_visitor),
        // It answers the booking that the voucher is for.
        read("vouchers.verify", Right::Serve, WHOLE, of_voucher),
        write("bookings.book", Right::Receive, RECEIVES, book),
        write(
            "bookings.book_visits",
            Right::Receive,
            RECEIVES,
            book_visits,
        ),
        write("bookings.reschedule", Right::Receive, TOUCHES, reschedule),
        write("bookings.cancel", Right::Receive, TOUCHES, cancel),
        write("bookings.check_in", Right::Serve, TOUCHES, check_in),
        write(
            "bookings.undo_check_in",
            Right::Serve,
            TOUCHES,
            undo_check_in,
        ),
        write("bookings.complete", Right::Serve, TOUCHES, complete),
        write("bookings.no_show", Right::Serve, TOUCHES, no_show),
    ]
}

fn today(r: &Reading<'_>, _: Nothing) -> Result<BookingToday, Fault> {
    let mut halves = Vec::new();
    let (mut total, mut arrived) = (0_u32, 0_u32);
    for half in bookings::halves(r, r.today())? {
        total = total.saturating_add(u32::try_from(half.bookings.len()).unwrap_or(u32::MAX));
        let here = half
            .bookings
            .iter()
            .filter(|b| b.checked_in_at.is_some())
            .count();
        arrived = arrived.saturating_add(u32::try_from(here).unwrap_or(u32::MAX));
        halves.push(HalfView {
            from: half.from.to_string(),
            taken: half.taken,
            capacity: half.capacity,
            rows: lines(r, &half.bookings)?,
        });
    }
    Ok(BookingToday {
        day: r.today().to_string(),
        total,
        arrived,
        halves,
    })
}

fn of_day(r: &Reading<'_>, input: AskDay) -> Result<BookingDay, Fault> {
    let on = day("day", &input.day)?;
    Ok(BookingDay {
        day: on.to_string(),
        today: r.today().to_string(),
        rows: lines(r, &bookings::of_day(r, on)?)?,
    })
}

fn show(r: &Reading<'_>, input: OneId) -> Result<BookingView, Fault> {
    full(r, BookingId(input.id))
}

fn of_encounter(r: &Reading<'_>, input: OneId) -> Result<BookingList, Fault> {
    tickets::refuse_elsewhere(r, EncounterId(input.id))?;
    list(r, &bookings::of_encounter(r, EncounterId(input.id))?)
}

fn of_visitor(r: &Reading<'_>, input: OneId) -> Result<BookingList, Fault> {
    list(r, &bookings::of_visitor(r, VisitorId(input.id), 20)?)
}

fn of_voucher(r: &Reading<'_>, input: ScanVoucher) -> Result<BookingView, Fault> {
    let voucher = vouchers::verify(r, &input.scan)?;
    full(r, voucher.booking)
}

fn list(r: &Reading<'_>, found: &[bookings::Booking]) -> Result<BookingList, Fault> {
    Ok(BookingList {
        rows: lines(r, found)?,
    })
}

fn book(w: &Writing<'_>, input: BookVisit) -> Result<BookingView, Fault> {
    let booking = bookings::book(w, &wanted(input)?)?;
    openings::look_closer(w, booking.visitor)?;
    full(&w.reading(), booking.id)
}

fn book_visits(w: &Writing<'_>, input: BookVisit) -> Result<BookingView, Fault> {
    let made = bookings::book_visits(w, &wanted(input)?)?;
    let first = made.first().ok_or_else(|| Reason::Empty {}.at("items"))?;
    openings::look_closer(w, first.visitor)?;
    full(&w.reading(), first.id)
}

fn reschedule(w: &Writing<'_>, input: RescheduleBooking) -> Result<BookingView, Fault> {
    let new = wanted(input.booking)?;
    let booking = bookings::reschedule(w, BookingId(input.id), &new, &input.reason)?;
    full(&w.reading(), booking.id)
}

fn cancel(w: &Writing<'_>, input: CancelBooking) -> Result<BookingView, Fault> {
    let rest = input.rest.map(|rest| rest.0);
    let booking = bookings::cancel(w, BookingId(input.id), &input.reason, rest)?;
    full(&w.reading(), booking.id)
}

fn check_in(w: &Writing<'_>, input: CheckIn) -> Result<BookingView, Fault> {
    let id = match (input.scan.as_deref(), input.id) {
        (Some(scan), _) => vouchers::verify(&w.reading(), scan)?.booking,
        (None, Some(id)) => BookingId(id),
        (None, None) => return Err(Reason::Empty {}.at("scan").into()),
    };
    let booking = bookings::check_in(w, id)?;
    full(&w.reading(), booking.id)
}

fn undo_check_in(w: &Writing<'_>, input: OneId) -> Result<BookingView, Fault> {
    let booking = bookings::undo_check_in(w, BookingId(input.id))?;
    full(&w.reading(), booking.id)
}

fn complete(w: &Writing<'_>, input: OneId) -> Result<BookingView, Fault> {
    let booking = bookings::complete(w, BookingId(input.id))?;
    full(&w.reading(), booking.id)
}

fn no_show(w: &Writing<'_>, input: OneId) -> Result<BookingView, Fault> {
    let booking = bookings::no_show(w, BookingId(input.id))?;
    full(&w.reading(), booking.id)
}

fn wanted(input: BookVisit) -> Result<NewBooking, Refusal> {
    let mut wanted = Vec::with_capacity(input.items.len());
    for item in &input.items {
        let place = match (item.schedule_id, &item.day, &item.start) {
            (Some(schedule), Some(on), Some(start)) => Some((
                ScheduleId(schedule),
                day("items", on)?,
                minute("items", start)?,
            )),
            (None, None, None) => None,
            (_, _, _) => return Err(Reason::Empty {}.at("items")),
        };
        wanted.push(Placed {
            service: ServiceId(item.service_id),
            place,
        });
    }
    Ok(NewBooking {
        visitor: VisitorId(input.visitor_id),
        encounter: input.encounter_id.map(EncounterId),
        package: input.package_id.map(PackageId),
        wanted,
        read_back: if input.read_back {
            ReadBack::Confirmed
        } else {
            ReadBack::Missing
        },
        needs: input.needs,
        note: input.note,
        despite: input.despite,
        again: if input.again {
            Again::Meant
        } else {
            Again::Unsaid
        },
        told: input.price.map(Fen),
    })
}

/// Which day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskDay {
    /// ISO day.
    pub day: String,
}

/// What to book, all of it or nothing: one visit, or with `bookings.book_visits` two.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BookVisit {
    /// Who comes.
    pub visitor_id: i64,
    /// Where it is agreed.
    pub encounter_id: Option<i64>,
    /// The package whose price counts.
    pub package_id: Option<i64>,
    /// What, where, when.
    pub items: Vec<BookItem>,
    /// Service, time, name and phone were read back and confirmed.
    pub read_back: bool,
    /// Special needs the department must know; what the record says of conditions and
    /// allergies goes there by itself. Left out: those of the booking that is moved.
    #[serde(default)]
    #[ts(optional)]
    pub needs: Option<String>,
    /// Anything else. Left out: that of the booking that is moved.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
    /// Why it is booked although it does not suit the person; for who may.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub despite: String,
    /// The same is booked once more within a week, on purpose.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub again: bool,
    /// What was said it costs, fen; refused where it costs something else by now.
    #[serde(default)]
    #[ts(optional)]
    pub price: Option<i64>,
}

/// One service of a visit; without schedule, day and start it is done on the way.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BookItem {
    /// What.
    pub service_id: i64,
    /// Where.
    pub schedule_id: Option<i64>,
    /// ISO day.
    pub day: Option<String>,
    /// `08:30`.
    pub start: Option<String>,
}

/// A booking to move.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RescheduleBooking {
    /// Which.
    pub id: i64,
    /// Why.
    pub reason: String,
    /// The booking that takes its place.
    pub booking: BookVisit,
}

/// A booking to cancel.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelBooking {
    /// Which.
    pub id: i64,
    /// Why.
    pub reason: String,
    /// What becomes of the other visit of the same, where there is one.
    #[serde(default)]
    #[ts(optional)]
    pub rest: Option<Rest>,
}

/// Somebody is here: by what was scanned or typed, or by id from a list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// The QR code or the number.
    pub scan: Option<String>,
    /// The booking.
    pub id: Option<i64>,
}

/// What was scanned or typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScanVoucher {
    /// The QR code or the number.
    pub scan: String,
}
