//! Opening a person's record: for a purpose that the journal keeps, and not too many in a
//! short time (R 10.3, 10.4).

pub mod acts;
pub mod budget;
mod refusals;
mod searches;
mod store;

pub use refusals::Refused;
pub use searches::{note_likely, note_search, search_is_due};

use crate::ground::roles::{Right, Role};
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::house::staff::Staff;
use crate::house::staff::acts::STAFF;
use crate::people::visitors::acts::VISITOR;
use crate::{Moment, Reading, Result, StaffId, VisitorId, Writing};
use budget::{Budget, HOUR, Verdict, judge};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    migrations: &[Migration {
        number: 14,
        name: "searches",
        sql: include_str!("../../../migrations/0014_searches.sql"),
    }],
    ..Subject::NOTHING
};

/// So long an opening for the same purpose is the same one: a page that loads again writes
/// nothing again, ms.
pub const SAME: i64 = 30 * 60_000;

crate::codes! {
    /// What a record is opened for.
    Purpose {
        /// An encounter with the person.
        Encounter = "encounter",
        /// A booking of theirs.
        Booking = "booking",
        /// Feedback of theirs.
        Feedback = "feedback",
        /// A request of theirs about their own data.
        Request = "request",
        /// They are here or on the phone, and nothing was begun yet.
        Here = "here",
    }
}

/// A purpose with the id of what it is; 0 when nothing was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct For(pub Purpose, pub i64);

impl For {
    /// As the journal has it.
    fn detail(self) -> String {
        match self {
            Self(purpose, 0) => purpose.code().to_owned(),
            Self(purpose, number) => format!("{} {number}", purpose.code()),
        }
    }
}

/// Whether an opening has to be noted: it is not the same as one shortly before.
///
/// # Errors
/// Of the store.
pub fn is_due(r: &Reading<'_>, visitor: VisitorId, what: For) -> Result<bool> {
    let since = Moment(r.at.0 - SAME);
    let noted = store::noted(r.tx, r.by.staff, visitor, &what.detail(), since)?;
    Ok(!noted)
}

/// Opens a record: notes for what, unless it was noted shortly before. Somebody whose
/// record they opened or made within the hour costs no more of the budget.
///
/// # Errors
/// `OpeningWait`, `OpeningReason`, `OpeningStop`.
pub fn open(w: &Writing<'_>, visitor: VisitorId, what: For) -> Result<()> {
    if !is_due(&w.reading(), visitor, what)? {
        return Ok(());
    }
    let hour = Moment(w.at.0 - HOUR);
    let known = store::noted(w.tx, w.by.staff, visitor, "", hour)?
        || store::is_new(w.tx, w.by.staff, visitor, hour)?;
    if !known {
        refuse_too_many(w)?;
    }
    w.note(acts::OPEN, (VISITOR, visitor.0), &what.detail())
}

/// A closer look at a record: who opened or made it within the hour just looks; who receives
/// opens it, as of somebody who is here.
///
/// # Errors
/// Those of `open`; `PurposeUnfit` for who opens records for something of theirs only.
pub fn look_closer(w: &Writing<'_>, visitor: VisitorId) -> Result<()> {
    let hour = Moment(w.at.0 - HOUR);
    if store::noted(w.tx, w.by.staff, visitor, "", hour)?
        || store::is_new(w.tx, w.by.staff, visitor, hour)?
    {
        return Ok(());
    }
    if !w.by.role.may(Right::Receive) {
        return Err(Refused::PurposeUnfit {}.at("id").into());
    }
    open(w, visitor, For(Purpose::Here, 0))
}

/// Why so many are opened: covers the next ones.
///
/// # Errors
/// `ReasonNeeded`, those of the text.
pub fn say_why(w: &Writing<'_>, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    w.note_because(acts::SAY_WHY, (STAFF, w.by.staff.0), "", &reason)
}

/// The colleague, if they may give their word that `own` opens more.
///
/// # Errors
/// `AllowNobody`.
pub fn allowing(own: StaffId, other: Option<Staff>) -> Result<Staff> {
    let may = |other: &Staff| {
        let above = matches!(other.role, Role::Supervisor | Role::Administrator);
        above && other.active && !other.must_change && other.id != own
    };
    other
        .filter(may)
        .ok_or_else(|| Refused::AllowNobody {}.at("no").into())
}

/// Notes that a colleague gave their word: whoever is signed in opens more.
///
/// # Errors
/// Of the store.
pub fn allow(w: &Writing<'_>, by: StaffId) -> Result<()> {
    w.note(acts::ALLOW, (STAFF, by.0), "")
}

fn refuse_too_many(w: &Writing<'_>) -> Result<()> {
    let spent = store::spent(w.tx, w.by.staff, w.at)?;
    match judge(&Budget::of(w.by.role), &spent, w.at) {
        Verdict::Open => Ok(()),
        Verdict::Wait(seconds) => Err(Refused::OpeningWait { seconds }.refuse().into()),
        Verdict::Reason => Err(Refused::OpeningReason {}.refuse().into()),
        Verdict::Stop => Err(Refused::OpeningStop {}.refuse().into()),
    }
}
