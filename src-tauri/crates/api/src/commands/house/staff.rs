//! Staff accounts: the row in the store and the slot in the key file.

use crate::codes::Role;
use crate::commands::house::setup::Spooled;
use crate::keeper::{Context, Dice, slot_kind};
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate, read};
use crate::wire::{Done, IdBecause, Nothing, OneId};
use desk::ground::leaving;
use desk::ground::roles::Right;
use desk::house::institution;
use desk::house::staff::{self, NewStaff, Staff, acts, one_time};
use desk::{Reading, Reason, StaffId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Administrator;
use zeroize::Zeroizing;

const TOUCHES: &[Topic] = &[Topic::STAFF, Topic::SESSION, Topic::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("staff.list", Right::Administer, &[Topic::STAFF], list),
        read("staff.names", None, &[Topic::STAFF], names),
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
        gate("staff.change_password", None, TOUCHES, change_password).opens(Opens::PasswordDue),
        // Slips for colleagues are printed before the new codes are typed back.
        gate(
            "staff.print_code",
            Right::Administer,
            &[Topic::JOURNAL],
            print_code,
        )
        .opens(Opens::Unconfirmed),
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

fn add(c: &Context<'_>, input: AddStaff) -> Result<HandedCode, Fault> {
    let new = NewStaff {
        no: input.no,
        name: input.name,
        role: input.role.0,
        must_change: true,
    };
    hand_code(c, |w| {
        let added = staff::add(w, &new)?;
        staff::hand_code(w, added.id)
    })
}

fn set_role(c: &Context<'_>, input: SetRole) -> Result<StaffView, Fault> {
    // The slot's kind follows at the next password: what counts is the row.
    let (desk, _) = c.desk()?;
    let done = c.write(|w| {
        let id = StaffId(input.id);
        let before = staff::of(&w.reading(), id)?;
        let done = staff::set_role(w, id, input.role.0, &input.reason)?;
        // What they were must not come back with an older slot or an older backup.
        let vault = desk.vault();
        match (slot_kind(before.role), slot_kind(done.role)) {
            (_, Administrator::Yes) => vault.promote(w.tx, &done.no)?,
            (Administrator::Yes, Administrator::No) => {
                vault.demote(w.tx, &done.no, done.role.code())?;
            }
            (Administrator::No, Administrator::No) => {}
        }
        Ok(done)
    })?;
    c.keeper.state().renew(&done);
    Ok(done.into())
}

fn deactivate(c: &Context<'_>, input: IdBecause) -> Result<StaffView, Fault> {
    let (desk, _) = c.desk()?;
    let done = c.write(|w| {
        let done = staff::deactivate(w, StaffId(input.id), &input.reason)?;
        desk.vault().drop_account(w.tx, &done.no)?;
        Ok(done)
    })?;
    Ok(done.into())
}

fn reactivate(c: &Context<'_>, input: OneId) -> Result<HandedCode, Fault> {
    hand_code(c, |w| staff::reactivate(w, StaffId(input.id)))
}

fn reset_password(c: &Context<'_>, input: IdBecause) -> Result<HandedCode, Fault> {
    hand_code(c, |w| {
        staff::reset_password(w, StaffId(input.id), &input.reason)
    })
}

/// A new one-time code for whoever the change is about; it is said once, here.
fn hand_code(
    c: &Context<'_>,
    change: impl Fn(&desk::Writing<'_>) -> desk::Result<Staff>,
) -> Result<HandedCode, Fault> {
    let mut random = Zeroizing::new([0_u8; 10]);
    c.keeper.machine.fill(random.as_mut_slice());
    let code = one_time::code(&random);
    let done = c.write(|w| {
        let done = change(w)?;
        put_slot(c, w, &done, &code)?;
        Ok(done)
    })?;
    c.keeper.forgive(&done.no)?;
    let valid_until = done.code_until.map_or(0, |until| until.0);
    Ok(HandedCode {
        staff: done.into(),
        code: code.to_string(),
        valid_until,
    })
}

fn change_password(c: &Context<'_>, input: ChangePassword) -> Result<Done, Fault> {
    let (desk, _) = c.desk()?;
    let own = c.staff()?.clone();
    let (current, next) = (Zeroizing::new(input.current), Zeroizing::new(input.next));
    c.keeper.own_secret(desk, &own, "current", &current)?;
    let code = one_time::meant(&current);
    if *current == *next || (code.is_some() && code == one_time::meant(&next)) {
        return Err(staff::Refused::PasswordSame {}.at("next").into());
    }
    staff::checked_password("next", &next, &[&own.no, &own.name])?;
    let done = c.write(|w| {
        let done = staff::password_set(w, own.id)?;
        put_slot(c, w, &done, &next)?;
        Ok(done)
    })?;
    c.keeper.state().renew(&done);
    Ok(Done {})
}

/// A code that was just handed out, on a slip: the desk keeps none, so it comes back.
fn print_code(c: &Context<'_>, input: PrintCode) -> Result<Spooled, Fault> {
    let typed = Zeroizing::new(input.code);
    let code = one_time::meant(&typed).ok_or_else(|| Reason::CodeShape {}.at("code"))?;
    let sent = outward::send(
        c,
        |w| {
            let r = &w.reading();
            let (staff, house) = (staff::of(r, StaffId(input.id))?, institution::read(r)?);
            let until = staff.code_until;
            let until = until.ok_or_else(|| Reason::NotFound {}.refuse())?;
            let noted = leaving::note(w, acts::PRINT_CODE, (acts::STAFF, staff.id.0), "")?;
            Ok((noted, (staff.no, until, house)))
        },
        |(staff_no, until, house)| {
            let slip = paper::CodeSlip {
                institution: letterhead(&house),
                staff_no,
                code: code.to_string(),
                until: desk::local_text(until),
                made_at: stamp(c.now),
                training: house.training,
            };
            let printed = paper::code_slip(&slip, paper::Language::Zh, &c.keeper.fonts)?;
            let way = Way::printer("首问 一次性口令 one-time code", Media::A5);
            Ok([Parcel { printed, way }])
        },
    )?;
    let [job] = sent.places;
    Ok(Spooled { job })
}

/// Wraps the key for that person, with the transaction of the change.
fn put_slot(c: &Context<'_>, w: &Writing<'_>, staff: &Staff, password: &str) -> Result<(), Fault> {
    let (desk, _) = c.desk()?;
    let dice = Dice(c.keeper.machine.as_ref());
    let kind = slot_kind(staff.role);
    let vault = desk.vault();
    Ok(vault.put_account(w.tx, &staff.no, kind, password, &dice)?)
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
}

/// A code that was just handed out.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintCode {
    /// Whose.
    pub id: i64,
    /// The code as it was answered.
    pub code: String,
}

/// A one-time code, said once: the first sign-in with it asks for a password.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandedCode {
    /// Whose.
    pub staff: StaffView,
    /// Two groups of five symbols.
    pub code: String,
    /// Until when it may be used.
    pub valid_until: i64,
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
    /// Until when their one-time code may be used; null: they have none.
    pub code_until: Option<i64>,
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
            code_until,
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
            code_until: code_until.map(|at| at.0),
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
