//! Staff accounts: the row in the store and the slot in the key file.

use crate::codes::Role;
use crate::gate::{Context, Dice};
use crate::problem::Fault;
use crate::table::{Command, Subject, gate, read};
use crate::wire::{Done, IdBecause, Nothing};
use desk::roles::Right;
use desk::staff::{self, NewStaff, Staff};
use desk::{Reading, Reason, StaffId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Administrator;
use zeroize::Zeroizing;

const TOUCHES: &[Subject] = &[Subject::Staff, Subject::Session];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("staff.list", Right::Administer, &[Subject::Staff], list),
        read("staff.names", None, &[Subject::Staff], names),
        gate("staff.add", Right::Administer, TOUCHES, add),
        gate("staff.set_role", Right::Administer, TOUCHES, set_role),
        gate("staff.deactivate", Right::Administer, TOUCHES, deactivate),
        gate("staff.reactivate", Right::Administer, TOUCHES, reactivate),
        gate(
            "staff.reset_password",
            Right::Administer,
            TOUCHES,
            reset_password,
        ),
        gate("staff.change_password", None, TOUCHES, change_password),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<StaffList, Fault> {
    Ok(StaffList {
        rows: staff::list(r)?.into_iter().map(StaffView::from).collect(),
    })
}

fn names(r: &Reading<'_>, _: Nothing) -> Result<StaffNames, Fault> {
    let rows = staff::list(r)?.into_iter().filter(|s| s.active);
    Ok(StaffNames {
        rows: rows
            .map(|s| StaffName {
                id: s.id.0,
                no: s.no,
                name: s.name,
                role: Role(s.role),
            })
            .collect(),
    })
}

fn add(c: &Context<'_>, input: AddStaff) -> Result<StaffView, Fault> {
    let (desk, act) = c.desk()?;
    let password = Zeroizing::new(input.password);
    staff::checked_password("password", &password, &[&input.no, &input.name])?;
    let new = NewStaff {
        no: input.no,
        name: input.name,
        role: input.role.0,
        must_change: true,
    };
    let added = desk.write(&act, |w| {
        let added = staff::add(w, &new)?;
        put_slot(c, &added, &password)?;
        Ok(added)
    })?;
    Ok(added.into())
}

fn set_role(c: &Context<'_>, input: SetRole) -> Result<StaffView, Fault> {
    let (desk, act) = c.desk()?;
    // The slot's kind follows at the next password: what counts is the row.
    let done = desk.write(&act, |w| {
        staff::set_role(w, StaffId(input.id), input.role.0, &input.reason)
    })?;
    c.gateway.state().renew(&done);
    Ok(done.into())
}

fn deactivate(c: &Context<'_>, input: IdBecause) -> Result<StaffView, Fault> {
    let (desk, act) = c.desk()?;
    let done = desk.write(&act, |w| {
        let done = staff::deactivate(w, StaffId(input.id), &input.reason)?;
        desk.vault().drop_account(&done.no)?;
        Ok(done)
    })?;
    Ok(done.into())
}

fn reactivate(c: &Context<'_>, input: SetPassword) -> Result<StaffView, Fault> {
    with_password(c, input, staff::reactivate)
}

fn reset_password(c: &Context<'_>, input: SetPassword) -> Result<StaffView, Fault> {
    with_password(c, input, staff::password_set)
}

fn with_password(
    c: &Context<'_>,
    input: SetPassword,
    change: fn(&desk::Writing<'_>, StaffId) -> desk::Result<Staff>,
) -> Result<StaffView, Fault> {
    let (desk, act) = c.desk()?;
    let password = Zeroizing::new(input.password);
    let done = desk.write(&act, |w| {
        let done = change(w, StaffId(input.id))?;
        staff::checked_password("password", &password, &[&done.no, &done.name])?;
        put_slot(c, &done, &password)?;
        Ok(done)
    })?;
    c.gateway.state().renew(&done);
    Ok(done.into())
}

fn change_password(c: &Context<'_>, input: ChangePassword) -> Result<Done, Fault> {
    let (desk, act) = c.desk()?;
    let own = c.staff()?.clone();
    let (current, next) = (Zeroizing::new(input.current), Zeroizing::new(input.next));
    match desk.vault().check_secret(&own.no, &current) {
        Ok(()) => {}
        Err(vault::Error::WrongSecret) => {
            return Err(Reason::PasswordWrong {}.at("current").into());
        }
        Err(error) => return Err(error.into()),
    }
    if *current == *next {
        return Err(Reason::PasswordSame {}.at("next").into());
    }
    staff::checked_password("next", &next, &[&own.no, &own.name])?;
    let done = desk.write(&act, |w| {
        let done = staff::password_set(w, own.id)?;
        put_slot(c, &done, &next)?;
        Ok(done)
    })?;
    c.gateway.state().renew(&done);
    Ok(Done {})
}

/// Wraps the key for that person; called last inside the transaction, so that
/// a key file that cannot be written takes the change back.
fn put_slot(c: &Context<'_>, staff: &Staff, password: &str) -> desk::Result<()> {
    let kind = if staff.role == desk::roles::Role::Administrator {
        Administrator::Yes
    } else {
        Administrator::No
    };
    let desk = c.desk().map(|(desk, _)| desk);
    if let Ok(desk) = desk {
        let dice = Dice(c.gateway.machine.as_ref());
        desk.vault().put_account(&staff.no, kind, password, &dice)?;
    }
    Ok(())
}

/// A new account.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddStaff {
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// First password; must be changed at the first sign-in.
    pub password: String,
}

/// Another role, and why.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRole {
    /// Who.
    pub id: i64,
    /// The role.
    pub role: Role,
    /// Why.
    pub reason: String,
}

/// A password set by an administrator.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// Whose.
    pub id: i64,
    /// The password; must be changed at the next sign-in.
    pub password: String,
}

/// One's own password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The one in force.
    pub current: String,
    /// The new one.
    pub next: String,
}

/// Everybody.
#[derive(Debug, Serialize, TS)]
pub struct StaffList {
    /// Active first, by number.
    pub rows: Vec<StaffView>,
}

/// An account.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StaffView {
    /// Id.
    pub id: i64,
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether the password must be changed.
    pub must_change: bool,
    /// Last sign-in.
    pub last_seen: Option<i64>,
}

impl From<Staff> for StaffView {
    fn from(staff: Staff) -> Self {
        let Staff {
            id,
            no,
            name,
            role,
            active,
            must_change,
            last_seen_at,
        } = staff;
        let last_seen = last_seen_at.map(|at| at.0);
        Self {
            id: id.0,
            no,
            name,
            role: Role(role),
            active,
            must_change,
            last_seen,
        }
    }
}

/// Colleagues, for choosing one.
#[derive(Debug, Serialize, TS)]
pub struct StaffNames {
    /// Active colleagues by number.
    pub rows: Vec<StaffName>,
}

/// A colleague.
#[derive(Debug, Serialize, TS)]
pub struct StaffName {
    /// Id.
    pub id: i64,
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
}
