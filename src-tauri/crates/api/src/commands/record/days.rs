//! Marking a day, and what that moves.

use crate::codes::DayKind;
use crate::commands::house::institution::{InstitutionView, show};
use crate::problem::Fault;
use crate::table::{Command, Topic, write};
use crate::wire::{Nothing, day};
use desk::booking::bookings::Booking;
use desk::booking::vouchers;
use desk::ground::roles::Right;
use desk::house::institution::{Mark, NewMark};
use desk::reception::encounters::{self, Promise};
use desk::record::days::{self, Moved};
use desk::{EncounterId, Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is offered and what is open follows the calendar.
const TOUCHES: &[Topic] = &[Topic::INSTITUTION, Topic::FEEDBACK, Topic::REQUESTS];

pub(crate) fn commands() -> Vec<Command> {
    vec![write(
        "institution.mark_day",
        Right::Administer,
        TOUCHES,
        mark_day,
    )]
}

fn mark_day(w: &Writing<'_>, input: MarkDay) -> Result<DayMarked, Fault> {
    let new = input.kind.map(|kind| NewMark {
        mark: Mark {
            kind: kind.0,
            hours_of: input.hours_of,
        },
        name: input.name,
    });
    let moved = days::mark(w, day("day", &input.day)?, new.as_ref())?;
    let r = w.reading();
    Ok(DayMarked {
        moved: view(&r, moved)?,
        institution: show(&r, Nothing {})?,
    })
}

fn view(r: &Reading<'_>, moved: Moved) -> Result<MovedByDay, Fault> {
    let Moved {
        bookings,
        promises,
        feedback,
        requests,
    } = moved;
    let ids: Vec<EncounterId> = promises.iter().map(|promise| promise.encounter).collect();
    let encounters = encounters::several(r, &ids)?;
    let promised = |promise: Promise| MovedPromise {
        id: promise.id.0,
        encounter_id: promise.encounter.0,
        encounter_no: encounters
            .get(&promise.encounter)
            .map_or_else(String::new, |encounter| encounter.no.clone()),
        due_at: promise.due_at.0,
    };
    let booked = |booking: Booking| {
        Ok::<_, Fault>(MovedBooking {
            voucher_no: vouchers::of_booking(r, booking.id)?.no,
            id: booking.id.0,
            start: booking.time.from.to_string(),
        })
    };
    let feedback = feedback.into_iter().map(|limit| MovedLimit {
        no: limit.no,
        from: limit.from.day().to_string(),
        to: limit.to.day().to_string(),
    });
    let requests = requests.into_iter().map(|limit| MovedLimit {
        no: limit.no,
        from: limit.from.to_string(),
        to: limit.to.to_string(),
    });
    Ok(MovedByDay {
        bookings: bookings.into_iter().map(booked).collect::<Result<_, _>>()?,
        promises: promises.into_iter().map(promised).collect(),
        feedback: feedback.collect(),
        requests: requests.collect(),
    })
}

/// A mark on a day.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkDay {
    /// The day.
    pub day: String,
    /// How it differs; none takes the mark away, and what was announced holds again.
    pub kind: Option<DayKind>,
    /// Its name.
    pub name: String,
    /// The weekday whose hours a make-up day has, 1 is Monday; none: its own, or the first
    /// that has any.
    #[serde(default)]
    #[ts(optional)]
    pub hours_of: Option<u8>,
}

/// A day was marked.
#[derive(Debug, Serialize, TS)]
pub struct DayMarked {
    /// The institution as it is now.
    pub institution: InstitutionView,
    /// What that moves, each once.
    pub moved: MovedByDay,
}

/// What the mark of a day moves.
#[derive(Debug, Serialize, TS)]
pub struct MovedByDay {
    /// Bookings of people to be called: the day does not hold them.
    pub bookings: Vec<MovedBooking>,
    /// Promises that are due while nobody is there.
    pub promises: Vec<MovedPromise>,
    /// Limits of feedback that are other ones now.
    pub feedback: Vec<MovedLimit>,
    /// Last days of personal requests that are other ones now.
    pub requests: Vec<MovedLimit>,
}

/// A booking that a day does not hold.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MovedBooking {
    /// Its id.
    pub id: i64,
    /// Number of its voucher.
    pub voucher_no: String,
    /// When it begins.
    pub start: String,
}

/// A promise that is due while nobody is there.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MovedPromise {
    /// Its id.
    pub id: i64,
    /// The encounter it was made in.
    pub encounter_id: i64,
    /// Number of that.
    pub encounter_no: String,
    /// By when, UTC milliseconds.
    pub due_at: i64,
}

/// A limit that is another now.
#[derive(Debug, Serialize, TS)]
pub struct MovedLimit {
    /// Number of what it is the limit of.
    pub no: String,
    /// The last day before.
    pub from: String,
    /// The last day now.
    pub to: String,
}
