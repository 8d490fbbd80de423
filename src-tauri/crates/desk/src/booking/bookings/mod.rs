//! Bookings (预约): one visit of one person on one day, with everything that is
//! done then. Where it stands only moves forward; undoing is its own act.

pub mod acts;
mod agreed;
mod book;
mod change;
mod context;
mod day;
mod fit;
mod offers;
mod parts;
mod reach;
mod refusals;
mod store;
mod tours;

pub use refusals::Refused;

use crate::advice::catalogue::Bilingual;
use crate::booking::schedules::Window;
use crate::ground::subject::Subject;
use crate::{
    BookingId, Day, EncounterId, Fen, Minute, Moment, PackageId, Reading, Reason, Result,
    ScheduleId, ServiceId, StaffId, VisitorId,
};
pub use book::{Again, NewBooking, Placed, ReadBack, book};
pub use change::{Rest, cancel, check_in, complete, no_show, reschedule, undo_check_in};
pub use day::{Half, halves};
pub use fit::{Misfit, to_be_known};
pub use offers::{Offer, OfferedDay, Offers, Stop, Wish, offers};
pub use parts::{MOST_VISITS, book_visits, others};
pub use reach::{Part, Reach, Reached, Wanted, reach};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    migrations: &[
        Migration {
            number: 15,
            name: "despite",
            sql: include_str!("../../../migrations/0015_despite.sql"),
        },
        Migration {
            number: 22,
            name: "part_of",
            sql: include_str!("../../../migrations/0022_part_of.sql"),
        },
    ],
    ..Subject::NOTHING
};

crate::codes! {
    /// Where a booking stands.
    BookingState {
        /// 待到.
        Booked = "booked",
        /// 已到.
        CheckedIn = "checked_in",
        /// 已完成.
        Completed = "completed",
        /// 未到.
        NoShow = "no_show",
        /// 已取消.
        Cancelled = "cancelled",
        /// 已改期: another booking took its place.
        Rescheduled = "rescheduled",
    }
}

impl BookingState {
    /// Where a booking for a day stands as seen on another: whoever was expected on a day that
    /// is over, and of whom nobody said that they came, did not come.
    #[must_use]
    pub fn seen_on(self, today: Day, day: Day) -> Self {
        match self {
            Self::Booked if day < today => Self::NoShow,
            stands => stands,
        }
    }

    /// Whether it still takes its place in the room.
    pub const fn holds(self) -> bool {
        match self {
            Self::Booked | Self::CheckedIn | Self::Completed => true,
            Self::NoShow | Self::Cancelled | Self::Rescheduled => false,
        }
    }

    /// Whether it was neither taken back nor replaced by another.
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Cancelled | Self::Rescheduled)
    }

    /// Whether it may move on to another state. Who was marked as not come may
    /// still come; who is here is not cancelled.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Booked => !matches!(next, Self::Booked | Self::Completed),
            Self::NoShow => matches!(next, Self::CheckedIn),
            Self::CheckedIn => matches!(next, Self::Completed | Self::Booked),
            Self::Completed | Self::Cancelled | Self::Rescheduled => false,
        }
    }
}

/// One service of a booking, as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub service: ServiceId,
    /// Where; `None` is done on the way, without a time of its own.
    pub schedule: Option<ScheduleId>,
    /// From when to when.
    pub time: Option<Window>,
    /// Its name.
    pub name: Bilingual,
    /// Who does it.
    pub department: Bilingual,
    /// Room or place.
    pub place: Bilingual,
    /// What it costs alone.
    pub price: Fen,
}

/// A booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// Id.
    pub id: BookingId,
    /// Who comes.
    pub visitor: VisitorId,
    /// Where it was agreed.
    pub encounter: Option<EncounterId>,
    /// The package it was told and paid as.
    pub package: Option<PackageId>,
    /// When.
    pub day: Day,
    /// First start and last end.
    pub time: Window,
    /// To be there by.
    pub arrive_by: Minute,
    /// The package, or the first service.
    pub title: Bilingual,
    /// What it costs, as told.
    pub price: Fen,
    /// Allergies and special needs the department must know.
    pub needs: String,
    /// Anything else.
    pub note: String,
    /// Why it was booked although it does not suit the person; empty: it does.
    pub despite: String,
    /// Where it stands.
    pub state: BookingState,
    /// Why it was cancelled or moved.
    pub reason: String,
    /// When service, time, name and phone were read back and confirmed (R 5.2).
    pub read_back_at: Moment,
    /// When it was made.
    pub booked_at: Moment,
    /// By whom.
    pub booked_by: StaffId,
    /// When the person came.
    pub checked_in_at: Option<Moment>,
    /// Since when it stands where it stands.
    pub state_at: Moment,
    /// Who set it so.
    pub state_by: StaffId,
    /// The booking that took its place.
    pub moved_to: Option<BookingId>,
    /// The first visit of what is done in two; none: this is the first or the only one.
    pub part_of: Option<BookingId>,
    /// What is done, in the order of the day; what has no time comes last.
    pub items: Vec<Item>,
}

/// One booking.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: BookingId) -> Result<Booking> {
    Ok(store::by_id(r, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The bookings for a day in the order of their times, ended ones too.
///
/// # Errors
/// Of the store.
pub fn of_day(r: &Reading<'_>, day: Day) -> Result<Vec<Booking>> {
    store::of_day(r, day)
}

/// What a person has booked, the latest day first.
///
/// # Errors
/// Of the store.
pub fn of_visitor(r: &Reading<'_>, visitor: VisitorId, limit: u16) -> Result<Vec<Booking>> {
    store::of_visitor(r, visitor, limit)
}

/// What was booked in an encounter, the latest first.
///
/// # Errors
/// Of the store.
pub fn of_encounter(r: &Reading<'_>, encounter: EncounterId) -> Result<Vec<Booking>> {
    store::of_encounter(r, encounter)
}

/// How many active bookings of a schedule a day's plan no longer holds: people
/// to be called after its hours or capacity were changed.
///
/// # Errors
/// Of the store.
pub fn stranded(r: &Reading<'_>, schedule: ScheduleId, day: Day) -> Result<Vec<BookingId>> {
    context::stranded(r, schedule, day)
}

/// The people who are still expected on a day whose plans no longer hold them, at whatever
/// schedule, each once: to be called after the house changed its hours or closed.
///
/// # Errors
/// Of the store.
pub fn stranded_anywhere(r: &Reading<'_>, day: Day) -> Result<Vec<Booking>> {
    let ids = context::stranded_anywhere(r, day)?;
    let mut found = of_day(r, day)?;
    found.retain(|b| b.state == BookingState::Booked && ids.contains(&b.id));
    Ok(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::BookingState;
    use crate::Day;

    #[test]
    fn who_was_expected_on_a_day_that_is_over_did_not_come() {
        let today = Day::parse("2026-11-24").unwrap();
        let seen = |state: BookingState, days| state.seen_on(today, today.plus_days(days));
        for state in BookingState::ALL.iter().copied() {
            assert_eq!((seen(state, 0), seen(state, 1)), (state, state));
            let expected = match state.code() {
                "booked" => "no_show",
                other => other,
            };
            assert_eq!(seen(state, -1).code(), expected);
        }
    }

    #[test]
    fn what_ended_stays_ended_and_who_is_here_is_not_cancelled() {
        for ended in [
            BookingState::Completed,
            BookingState::Cancelled,
            BookingState::Rescheduled,
        ] {
            assert!(
                BookingState::ALL
                    .iter()
                    .all(|next| !ended.may_become(*next))
            );
        }
        assert!(!BookingState::CheckedIn.may_become(BookingState::Cancelled));
        assert!(BookingState::CheckedIn.may_become(BookingState::Booked));
        assert!(BookingState::NoShow.may_become(BookingState::CheckedIn));
        assert!(!BookingState::Booked.may_become(BookingState::Completed));
    }
}
