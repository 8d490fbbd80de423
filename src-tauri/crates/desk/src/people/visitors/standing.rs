//! Where a visitor stands: usable, restricted to storage, or erased (PIPL 47).

use super::Refused;
use super::acts;
use super::store;
use crate::ground::text;
use crate::{Moment, Reading, Reason, Result, StaffId, VisitorId, Writing};

crate::codes! {
    /// What may be done with a record.
    Standing {
        /// Everything.
        Open = "open",
        /// Stored and protected, nothing else.
        Restricted = "restricted",
        /// Nothing is left of the person.
        Erased = "erased",
    }

    /// What a restriction holds.
    Hold {
        /// Storage only; ends with the record's time.
        Storage = "storage",
        /// Evidence or a law's duty: not destroyed while it stands.
        Legal = "legal",
    }
}

/// A restriction of a visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// What it holds.
    pub hold: Hold,
    /// Why.
    pub reason: String,
    /// Since when.
    pub set_at: Moment,
    /// By whom.
    pub set_by: StaffId,
    /// Until when; `None`: in force.
    pub lifted_at: Option<Moment>,
    /// Why it ended.
    pub lift_reason: String,
}

/// Refuses a visitor whose record is restricted or erased.
///
/// # Errors
/// `NotFound`, `VisitorRestricted`, `VisitorErased`.
pub fn refuse_unless_open(r: &Reading<'_>, id: VisitorId) -> Result<()> {
    match store::standing(r.tx, id)? {
        Some(Standing::Open) => Ok(()),
        Some(Standing::Restricted) => Err(Refused::VisitorRestricted {}.at("visitorId").into()),
        Some(Standing::Erased) => Err(Refused::VisitorErased {}.at("visitorId").into()),
        None => Err(Reason::NotFound {}.refuse().into()),
    }
}

/// Restricts a visitor to storage. Restricting again with a stronger hold ends the
/// first restriction and begins another, so that both stand on record.
///
/// # Errors
/// `NotFound`, `VisitorErased`, `ReasonNeeded`; `WrongState` when nothing would change.
pub fn restrict(w: &Writing<'_>, id: VisitorId, hold: Hold, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    let visitor = super::of(&w.reading(), id)?;
    if visitor.standing == Standing::Erased {
        return Err(Refused::VisitorErased {}.refuse().into());
    }
    let before = in_force(&w.reading(), id)?;
    if before.is_some_and(|b| b.hold == hold) {
        return Err(Reason::WrongState {
            state: Standing::Restricted.code().to_owned(),
        }
        .refuse()
        .into());
    }
    store::end_restriction(w, id, &reason)?;
    store::insert_restriction(w, id, hold, &reason)?;
    store::set_standing(w, id, Standing::Restricted)?;
    w.note_because(acts::RESTRICT, (acts::VISITOR, id.0), hold.code(), &reason)
}

/// Ends the restriction of a visitor.
///
/// # Errors
/// `NotFound`, `ReasonNeeded`; `WrongState` when none is in force.
pub fn lift(w: &Writing<'_>, id: VisitorId, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    let visitor = super::of(&w.reading(), id)?;
    if visitor.standing != Standing::Restricted {
        return Err(Reason::WrongState {
            state: visitor.standing.code().to_owned(),
        }
        .refuse()
        .into());
    }
    store::end_restriction(w, id, &reason)?;
    store::set_standing(w, id, Standing::Open)?;
    w.note_because(acts::LIFT, (acts::VISITOR, id.0), "", &reason)
}

/// All restrictions of a visitor, the newest first.
///
/// # Errors
/// Of the store.
pub fn restrictions(r: &Reading<'_>, id: VisitorId) -> Result<Vec<Restriction>> {
    store::restrictions(r.tx, id)
}

/// The restriction in force.
///
/// # Errors
/// Of the store.
pub fn in_force(r: &Reading<'_>, id: VisitorId) -> Result<Option<Restriction>> {
    let all = store::restrictions(r.tx, id)?;
    Ok(all.into_iter().find(|one| one.lifted_at.is_none()))
}
