//! Tickets (排队号): issued once, called in the order of need, every step kept.

pub mod acts;
mod alarm;
mod board;
mod came;
pub mod estimate;
mod issue;
pub mod order;
mod outlook;
mod pass;
mod passing;
mod refusals;
mod retriage;
mod serve;
mod steps;
mod store;
mod stray;
mod undo;

pub use refusals::Refused;

use crate::ground::language::Language;
use crate::ground::subject::Subject;
use crate::people::visitors::{Lift, SpecialGroup};
use crate::reception::categories::Urgency;
use crate::{
    CategoryId, Day, EncounterId, Moment, PointId, Reading, Reason, Result, StaffId, TicketId,
    VisitorId,
};
pub use alarm::{Alarm, HELD, Taken, take_alarm, unattended};
pub use board::{Board, Line, board, line};
pub use came::refuse_elsewhere;
pub use issue::{Issued, NewTicket, issue};
pub use pass::{Spot, put, transfer};
pub use retriage::speak;
pub(crate) use retriage::{Note, person_corrected, retriage};
pub use serve::{call, call_next, encounter_ended, finish, leave, no_show, start};
pub use steps::{Needless, Standing, State, StepKind, needless};
pub(crate) use stray::give_back;
pub use undo::{Undoable, undo, undoable};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    migrations: &[
        Migration {
            number: 17,
            name: "retriage",
            sql: include_str!("../../../migrations/0017_retriage.sql"),
        },
        Migration {
            number: 20,
            name: "alarms",
            sql: include_str!("../../../migrations/0020_alarms.sql"),
        },
    ],
    ..Subject::NOTHING
};

/// A ticket: what was given out, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Id.
    pub id: TicketId,
    /// Number as it is called: `A023`.
    pub no: String,
    /// The local day.
    pub day: Day,
    /// The encounter.
    pub encounter: EncounterId,
    /// Who; `None` is anonymous.
    pub visitor: Option<VisitorId>,
    /// The matter's class.
    pub category: CategoryId,
    /// The language of the conversation.
    pub language: Language,
    /// Need, lifted by special groups.
    pub need: Urgency,
    /// First among those of equal need.
    pub first: bool,
    /// Code of the special group that lifted it; empty: none.
    pub lifted_by: String,
    /// When it was issued.
    pub issued_at: Moment,
    /// By whom.
    pub issued_by: StaffId,
    /// Where it stands.
    pub standing: Standing,
}

impl Ticket {
    /// What the order knows of it.
    pub fn waiting(&self) -> order::Waiting {
        let own = order::Place {
            need: self.need,
            first: self.first,
            arrival: self.issued_at,
        };
        order::Waiting {
            id: self.id,
            arrival: self.issued_at,
            own,
            moved: self.standing.place,
        }
    }
}

/// One step of a ticket's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its running number.
    pub id: i64,
    /// The ticket.
    pub ticket: TicketId,
    /// What was done.
    pub kind: StepKind,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Staff number of whom.
    pub by_no: String,
    /// The reason, where one was due.
    pub reason: String,
    /// Where the ticket stood afterwards.
    pub standing: Standing,
}

/// The tickets of a day in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Issued.
    pub issued: u32,
    /// Done.
    pub done: u32,
    /// Called in vain.
    pub no_show: u32,
    /// Left before their turn.
    pub left: u32,
    /// Passed to another point.
    pub transfers: u32,
    /// Of these, needlessly (R 2.4).
    pub needless: u32,
}

/// The tickets of a day in numbers.
///
/// # Errors
/// Of the store.
pub fn totals(r: &Reading<'_>, day: Day) -> Result<Totals> {
    store::totals(r.tx, day)
}

/// What special groups make of a need (R 1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// The need in the queue.
    pub need: Urgency,
    /// First among equals.
    pub first: bool,
    /// Code of the group that did it; empty: none.
    pub by: String,
}

/// Lifts a need by the strongest of a person's groups: routine becomes urgent, or
/// the person is first among equals.
pub fn lift(urgency: Urgency, groups: &[SpecialGroup]) -> Lifted {
    // `Urgent` sorts before `FirstAmongEquals`: the stronger wins, then the list's order.
    let Some(group) = groups.iter().min_by_key(|g| g.lifts) else {
        return Lifted {
            need: urgency,
            first: false,
            by: String::new(),
        };
    };
    let raised = group.lifts == Lift::Urgent && urgency == Urgency::Routine;
    Lifted {
        need: if raised { Urgency::Urgent } else { urgency },
        first: !raised,
        by: group.code.clone(),
    }
}

/// One ticket.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: TicketId) -> Result<Ticket> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The newest ticket of an encounter.
///
/// # Errors
/// Of the store.
pub fn of_encounter(r: &Reading<'_>, id: EncounterId) -> Result<Option<Ticket>> {
    store::of_encounter(r.tx, id)
}

/// The way of a ticket, step by step.
///
/// # Errors
/// Of the store.
pub fn way(r: &Reading<'_>, id: TicketId) -> Result<Vec<Step>> {
    store::steps(r.tx, id)
}

/// The number of the ticket a member of staff has called or is talking with.
///
/// # Errors
/// Of the store.
pub(crate) fn in_hand(r: &Reading<'_>, staff: StaffId) -> Result<Option<String>> {
    Ok(store::held_by(r.tx, staff, r.today())?.map(|ticket| ticket.no))
}

/// Since when a member of staff has been in conversation with somebody; `None`: is not.
///
/// # Errors
/// Of the store.
pub(crate) fn talks_since(r: &Reading<'_>, staff: StaffId) -> Result<Option<Moment>> {
    let held = store::held_by(r.tx, staff, r.today())?;
    Ok(held.and_then(|ticket| ticket.standing.started_at))
}

/// Whether anybody waits for or is served at a point today.
///
/// # Errors
/// Of the store.
pub(crate) fn anybody_at(r: &Reading<'_>, point: PointId) -> Result<bool> {
    Ok(store::live(r.tx, r.today())?
        .iter()
        .any(|t| t.standing.point == point))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(code: &str, lifts: Lift) -> SpecialGroup {
        SpecialGroup {
            code: code.into(),
            name_zh: String::new(),
            name_en: String::new(),
            lifts,
            escort: false,
            min_age: None,
        }
    }

    #[test]
    fn the_strongest_group_lifts_and_never_lowers() {
        let elderly = group("elderly", Lift::FirstAmongEquals);
        let pregnant = group("pregnant", Lift::Urgent);
        let both = [elderly.clone(), pregnant];
        let lifted = lift(Urgency::Routine, &both);
        assert_eq!(
            (lifted.need, lifted.first, lifted.by.as_str()),
            (Urgency::Urgent, false, "pregnant")
        );
        let lifted = lift(Urgency::Immediate, &both);
        assert_eq!((lifted.need, lifted.first), (Urgency::Immediate, true));
        let lifted = lift(Urgency::Routine, &[elderly]);
        assert_eq!((lifted.need, lifted.first), (Urgency::Routine, true));
        assert_eq!(lift(Urgency::Routine, &[]).by, "");
    }
}
