//! Staff (工作人员): accounts and roles. Never deleted, only deactivated.

pub mod acts;
pub mod failures;
pub mod one_time;
mod refusals;
mod store;
mod strength;
mod tries;

pub use refusals::Refused;

use crate::ground::refusal::Wrong;
use crate::ground::roles::Role;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::{Actor, Moment, Reading, Reason, Refusal, Result, StaffId, Writing};
pub use strength::{Advice, Strength, strength};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};
pub(crate) use tries::Tries;

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Id.
    pub id: StaffId,
    /// Staff number; what callers are told (R 8.4).
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they have to set a password of their own first.
    pub must_change: bool,
    /// Until when their one-time code may be used; `None` when they have none.
    pub code_until: Option<Moment>,
    /// When they last signed in.
    pub last_seen_at: Option<Moment>,
}

/// A new member of staff.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// Staff number, 2 to 12 letters and digits.
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether the password must be changed at first sign-in.
    pub must_change: bool,
}

/// Checks a staff number: 2 to 12 ASCII letters and digits.
///
/// # Errors
/// `StaffNoShape`.
pub fn checked_no(no: &str) -> Result<String, Refusal> {
    let no = no.trim();
    let fits = (2..=12).contains(&no.len()) && no.bytes().all(|b| b.is_ascii_alphanumeric());
    if fits {
        Ok(no.to_owned())
    } else {
        Err(Refused::StaffNoShape {}.at("no"))
    }
}

/// Adds a member of staff. The key slot is the gateway's business.
///
/// # Errors
/// `StaffNoShape`, `StaffNoTaken`, those of the texts.
pub fn add(w: &Writing<'_>, new: &NewStaff) -> Result<Staff> {
    let mut wrong = Wrong::default();
    let no = wrong.or(checked_no(&new.no));
    let name = wrong.or(text::required("name", &new.name, text::NAME));
    if store::by_no(w.tx, &no)?.is_some() {
        wrong.note(Refused::StaffNoTaken {}.at("no"));
    }
    wrong.done()?;
    let id = store::insert(
        w,
        &NewStaff {
            no,
            name,
            ..new.clone()
        },
    )?;
    w.note(acts::ADD, (acts::STAFF, id.0), new.role.code())?;
    of(&w.reading(), id)
}

/// Everybody, active first, by number.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Staff>> {
    store::list(r.tx)
}

/// One member of staff.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: StaffId) -> Result<Staff> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The number of one of them; empty when they are not among them.
pub fn no_of(people: &[Staff], id: StaffId) -> String {
    let found = people.iter().find(|s| s.id == id);
    found.map_or_else(String::new, |s| s.no.clone())
}

/// The member of staff with that number, if there is one.
///
/// # Errors
/// Of the store.
pub fn with_no(r: &Reading<'_>, no: &str) -> Result<Option<Staff>> {
    store::by_no(r.tx, no)
}

/// Notes a sign-in.
///
/// # Errors
/// Of the store.
pub fn seen(w: &Writing<'_>, id: StaffId) -> Result<()> {
    store::set_seen(w, id)?;
    w.note(acts::SIGN_IN, (acts::STAFF, id.0), "")
}

/// Gives another role.
///
/// # Errors
/// `NotFound`, `LastAdministrator`, `ReasonNeeded`.
pub fn set_role(w: &Writing<'_>, id: StaffId, role: Role, reason: &str) -> Result<Staff> {
    let reason = text::reason(reason)?;
    let before = of(&w.reading(), id)?;
    if before.role == Role::Administrator && role != Role::Administrator {
        keep_one_administrator(&w.reading(), id)?;
    }
    store::set_role(w, id, role)?;
    let detail = format!("{} → {}", before.role.code(), role.code());
    w.note_because(acts::SET_ROLE, (acts::STAFF, id.0), &detail, &reason)?;
    of(&w.reading(), id)
}

/// Somebody whom an older backup made an administrator again stays what they had become.
///
/// # Errors
/// Of the store.
pub fn stays(w: &Writing<'_>, id: StaffId, role: Role) -> Result<()> {
    let before = of(&w.reading(), id)?;
    store::set_role(w, id, role)?;
    let detail = format!("{} → {} after_restore", before.role.code(), role.code());
    w.note(acts::SET_ROLE, (acts::STAFF, id.0), &detail)
}

/// Whether somebody can go: not oneself, and not the last administrator.
///
/// # Errors
/// `OwnAccount`, `LastAdministrator`, `NotFound`.
pub fn may_leave(r: &Reading<'_>, id: StaffId) -> Result<()> {
    let before = of(r, id)?;
    if r.by.staff == id {
        return Err(Refused::OwnAccount {}.refuse().into());
    }
    if before.role == Role::Administrator {
        keep_one_administrator(r, id)?;
    }
    Ok(())
}

/// Takes the right to sign in away.
///
/// # Errors
/// `OwnAccount`, `LastAdministrator`, `NotFound`, `ReasonNeeded`.
pub fn deactivate(w: &Writing<'_>, id: StaffId, reason: &str) -> Result<Staff> {
    let reason = text::reason(reason)?;
    may_leave(&w.reading(), id)?;
    store::set_active(w, id, 0)?;
    w.note_because(acts::DEACTIVATE, (acts::STAFF, id.0), "", &reason)?;
    of(&w.reading(), id)
}

/// Gives the right to sign in back; a one-time code comes with it.
///
/// # Errors
/// `NotFound`.
pub fn reactivate(w: &Writing<'_>, id: StaffId) -> Result<Staff> {
    of(&w.reading(), id)?;
    store::set_active(w, id, 1)?;
    w.note(acts::REACTIVATE, (acts::STAFF, id.0), "")?;
    hand_code(w, id)
}

/// Takes somebody's password away; a one-time code comes instead.
///
/// # Errors
/// `OwnAccount`: one changes one's own password; `WrongState` when they may not
/// sign in anyway; `NotFound`, `ReasonNeeded`.
pub fn reset_password(w: &Writing<'_>, id: StaffId, reason: &str) -> Result<Staff> {
    let reason = text::reason(reason)?;
    if w.by.staff == id {
        return Err(Refused::OwnAccount {}.refuse().into());
    }
    if !of(&w.reading(), id)?.active {
        let state = "inactive".to_owned();
        return Err(Reason::WrongState { state }.refuse().into());
    }
    w.note_because(acts::RESET_PASSWORD, (acts::STAFF, id.0), "", &reason)?;
    hand_code(w, id)
}

/// From now on a one-time code opens the account, for a day.
///
/// # Errors
/// `NotFound`.
pub fn hand_code(w: &Writing<'_>, id: StaffId) -> Result<Staff> {
    store::set_secret(w, id, 1, Some(one_time::valid_until(w.at)))?;
    of(&w.reading(), id)
}

/// Whether the secret that just opened the account was a code whose day is over.
pub fn code_expired(staff: &Staff, now: Moment) -> bool {
    staff.code_until.is_some_and(|until| now > until)
}

/// Notes that somebody set a password of their own.
///
/// # Errors
/// `NotFound`.
pub fn password_set(w: &Writing<'_>, id: StaffId) -> Result<Staff> {
    store::set_secret(w, id, 0, None)?;
    w.note(acts::CHANGE_PASSWORD, (acts::STAFF, id.0), "")?;
    of(&w.reading(), id)
}

/// An administrator came in with a printed recovery code and set a new password.
///
/// # Errors
/// Of the store.
pub fn recovered(w: &Writing<'_>, id: StaffId) -> Result<Staff> {
    store::set_secret(w, id, 0, None)?;
    store::set_seen(w, id)?;
    w.note(acts::RECOVER, (acts::STAFF, id.0), "")?;
    of(&w.reading(), id)
}

/// Refuses a password that is too weak for its owner.
///
/// # Errors
/// `PasswordWeak`.
pub fn checked_password(field: &str, password: &str, hints: &[&str]) -> Result<(), Refusal> {
    if strength(password, hints).enough {
        Ok(())
    } else {
        Err(Refused::PasswordWeak {}.at(field))
    }
}

/// The actor a member of staff acts as.
pub fn actor(staff: &Staff) -> Actor {
    Actor {
        staff: staff.id,
        role: staff.role,
    }
}

fn keep_one_administrator(r: &Reading<'_>, leaving: StaffId) -> Result<()> {
    let others = store::list(r.tx)?
        .iter()
        .any(|s| s.active && s.role == Role::Administrator && s.id != leaving);
    if others {
        Ok(())
    } else {
        Err(Refused::LastAdministrator {}.refuse().into())
    }
}
