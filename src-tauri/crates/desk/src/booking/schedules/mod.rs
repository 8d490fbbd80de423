//! Schedules (排班): when a room takes people, how many at a time, for what.
//! What a day looks like is `plan`, which times are free is `slots`; both pure.

pub mod acts;
pub mod plan;
mod put;
mod refusals;
pub mod slots;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::{Day, Minute, Reading, Reason, Result, ScheduleId, ServiceId};
pub use put::{ScheduleDetails, clear_exception, except, put, put_by_code};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};
pub(crate) use store::{exceptions, for_services};

crate::codes! {
    /// How a day differs from the weekly plan.
    ExceptionKind {
        /// Nobody is taken.
        Closed = "closed",
        /// Other hours, another capacity, or both.
        Changed = "changed",
    }
}

/// A stretch of a day; its end does not belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// First minute.
    pub from: Minute,
    /// First minute after it.
    pub to: Minute,
}

impl Window {
    /// Whether two stretches share a minute.
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// A bookable resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Id.
    pub id: ScheduleId,
    /// Code.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Code of its department.
    pub department: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Length of a slot in minutes.
    pub slot_minutes: u16,
    /// People at the same time.
    pub capacity: u16,
    /// Whether it goes with the person, as a companion does, and is no stop of its own.
    pub alongside: bool,
    /// Whether it takes bookings at all.
    pub active: bool,
    /// Its week: weekday (1 is Monday) and window, in order.
    pub weekly: Vec<(u8, Window)>,
    /// What is done there.
    pub services: Vec<ServiceId>,
}

/// A day that differs from the weekly plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// Whose.
    pub schedule: ScheduleId,
    /// When.
    pub day: Day,
    /// How.
    pub kind: ExceptionKind,
    /// Its hours; empty keeps those of the week.
    pub windows: Vec<Window>,
    /// People at the same time; `None` keeps the usual.
    pub capacity: Option<u16>,
    /// Why.
    pub reason: String,
}

/// All schedules in their order.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Schedule>> {
    store::all(r.tx)
}

/// One schedule.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: ScheduleId) -> Result<Schedule> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The exceptions of all schedules from a day on.
///
/// # Errors
/// Of the store.
pub fn upcoming_exceptions(r: &Reading<'_>, from: Day) -> Result<Vec<Exception>> {
    store::exceptions(r.tx, from, from.plus_days(slots::HORIZON_DAYS * 4))
}
