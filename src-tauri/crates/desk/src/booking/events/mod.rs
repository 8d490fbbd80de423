//! Lectures and events (讲座与活动): when, where, how many seats, who signed up (R 4.7).

pub mod acts;
mod edit;
mod refusals;
mod sign;
mod store;

use crate::ground::lists::{Cell, Chapter, Column, Line, List};
use crate::ground::subject::Subject;
use crate::people::visitors;
use crate::{Day, Minute, Moment, Reading, Reason, Result, VisitorId};
pub use edit::{AHEAD, EventDetails, call_off, put};
pub use refusals::Refused;
pub use sign::{mark, sign_up, withdraw};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    chapter: Some(Chapter {
        list: List {
            code: "events",
            facts: &[],
            columns: &[
                Column::of("day", 24),
                Column::of("time", 26),
                Column::of("event", 96),
                Column::of("place", 60),
                Column::of("state", 24),
                Column::of("seats", 20),
                Column::of("signed_up", 22),
                Column::of("came", 20),
            ],
        },
        rows: chapter,
    }),
    lists: &[ROSTER],
    migrations: &[Migration {
        number: 12,
        name: "events",
        sql: include_str!("../../../migrations/0012_events.sql"),
    }],
};

/// 报名表: who signed up, to tick at the door.
pub const ROSTER: List = List {
    code: "roster",
    facts: &["time", "place", "speaker", "taken_of_seats"],
    columns: &[
        Column::of("row", 10),
        Column::of("name", 40),
        Column::of("phone", 30),
        Column::of("came", 40),
    ],
};

crate::ids! {
    /// A lecture or an event (讲座与活动).
    EventId,
    /// A sign-up (报名).
    SignUpId,
}

crate::codes! {
    /// What kind of event it is.
    EventKind {
        /// 讲座.
        Lecture = "lecture",
        /// 活动.
        Activity = "activity",
    }

    /// Where an event stands.
    EventState {
        /// It takes place.
        Planned = "planned",
        /// It does not.
        CalledOff = "called_off",
    }

    /// Where a sign-up stands.
    SignUpState {
        /// The seat is taken.
        SignedUp = "signed_up",
        /// The person was there.
        Came = "came",
        /// The seat is free again.
        Withdrawn = "withdrawn",
    }
}

/// A lecture or an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Id.
    pub id: EventId,
    /// Kind.
    pub kind: EventKind,
    /// Title, Chinese and English; the English may be empty.
    pub title: (String, String),
    /// Who gives it; may be empty.
    pub speaker: String,
    /// Day.
    pub day: Day,
    /// Start.
    pub starts: Minute,
    /// End.
    pub ends: Minute,
    /// Where, Chinese and English; the English may be empty.
    pub place: (String, String),
    /// How many may come.
    pub seats: u16,
    /// What to bring, for whom it is.
    pub note: String,
    /// Where it stands.
    pub state: EventState,
    /// Why it was called off.
    pub reason: String,
    /// How many seats are taken, those who came included.
    pub taken: u16,
    /// How many came.
    pub came: u16,
}

impl Event {
    /// Whether it is over.
    pub fn over(&self, now: Moment) -> bool {
        self.day.at(self.ends) <= now
    }

    /// Whether it can be changed, and seats be taken and given back.
    pub fn open(&self, now: Moment) -> bool {
        self.state == EventState::Planned && !self.over(now)
    }

    /// Whether people can be marked as come.
    pub fn marking(&self, today: Day) -> bool {
        self.state == EventState::Planned && self.day <= today
    }
}

/// Somebody's seat at an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignUp {
    /// Id.
    pub id: SignUpId,
    /// Which event.
    pub event: EventId,
    /// Who.
    pub visitor: VisitorId,
    /// Where it stands.
    pub state: SignUpState,
    /// When they signed up.
    pub at: Moment,
}

/// The events of a stretch of days, both included, in time.
///
/// # Errors
/// Of the store.
pub fn between(r: &Reading<'_>, from: Day, to: Day) -> Result<Vec<Event>> {
    store::between(r.tx, from, to)
}

/// One event.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: EventId) -> Result<Event> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Who has a seat, in the order in which they signed up; with each the person.
///
/// # Errors
/// Of the store.
pub fn guests(r: &Reading<'_>, id: EventId) -> Result<Vec<(SignUp, visitors::Visitor)>> {
    let list = store::sign_ups(r.tx, id)?;
    let ids: Vec<VisitorId> = list.iter().map(|one| one.visitor).collect();
    let people = visitors::several(r, &ids)?;
    let with = |one: SignUp| Some((one.clone(), people.get(&one.visitor)?.clone()));
    Ok(list.into_iter().filter_map(with).collect())
}

/// The ledger's rows: counted, nobody is named.
fn chapter(r: &Reading<'_>, from: Day, to: Day) -> Result<Vec<Line>> {
    let row = |e: Event| {
        vec![
            Cell::Day(e.day),
            Cell::text(format!("{}–{}", e.starts, e.ends)),
            Cell::both(e.title),
            Cell::both(e.place),
            Cell::Code("EventState", e.state.code()),
            Cell::Count(e.seats.into()),
            Cell::Count(e.taken.into()),
            Cell::Count(e.came.into()),
        ]
    };
    Ok(between(r, from, to)?.into_iter().map(row).collect())
}
