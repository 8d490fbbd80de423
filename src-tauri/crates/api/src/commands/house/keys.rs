//! Replacing the master key: somebody left with cause, or a computer was lost.

use crate::commands::house::setup::{NewCodes, shown};
use crate::keeper::{Context, Dice, slot_kind};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate};
use desk::StaffId;
use desk::ground::roles::Right;
use desk::ground::text;
use desk::house;
use desk::house::staff::{self, Staff, one_time};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Administrator, Entry, NewSlot};
use zeroize::Zeroizing;

pub(crate) fn commands() -> Vec<Command> {
    vec![gate(
        "keys.rotate",
        Right::Administer,
        // Vouchers carry a seal of the key in force.
        &[
            Topic::SESSION,
            Topic::STAFF,
            Topic::JOURNAL,
            Topic::BACKUPS,
            Topic::BOOKINGS,
        ],
        rotate,
    )]
}

/// Somebody else with the one-time code they get.
type Handed = (Staff, Zeroizing<String>);

fn rotate(c: &Context<'_>, input: Rotate) -> Result<Rotated, Fault> {
    let (desk, act) = c.desk()?;
    let own = c.staff()?.clone();
    let reason = text::reason(&input.reason)?;
    let password = Zeroizing::new(input.password);
    c.keeper.own_secret(desk, &own, "password", &password)?;
    let open = c.open()?;
    c.keeper.back_up(open, c.now, "keys.rotate")?;
    if let Some(leaving) = input.leaving {
        c.write(|w| {
            let gone = staff::deactivate(w, StaffId(leaving), &reason)?;
            desk.vault().drop_account(&gone.no)?;
            Ok(())
        })?;
    }
    let others: Vec<Handed> = desk
        .read(&act, staff::list)?
        .into_iter()
        .filter(|s| s.active && s.id != own.id)
        .map(|s| (s, fresh_code(c)))
        .collect();
    let codes = replace(c, &own, &password, &others, input.leaving, &reason)?;
    desk.write(&act, |w| {
        for (staff, _) in &others {
            staff::hand_code(w, staff.id)?;
        }
        w.note(
            house::acts::HAND_CODES,
            (staff::acts::STAFF, 0),
            &others.len().to_string(),
        )
    })?;
    c.keeper.back_up(open, c.now, "keys.rotate")?;
    Ok(Rotated {
        one_time: others.into_iter().map(OneTime::from).collect(),
        valid_until: one_time::valid_until(c.now).0,
        codes: shown(c, codes),
    })
}

/// Puts a new master key in force that opens with these secrets; answers its recovery codes.
fn replace(
    c: &Context<'_>,
    own: &Staff,
    password: &str,
    others: &[Handed],
    leaving: Option<i64>,
    reason: &str,
) -> Result<[vault::Code; 2], Fault> {
    let (desk, act) = c.desk()?;
    let mut slots = vec![NewSlot {
        account: &own.no,
        administrator: Administrator::Yes,
        secret: password,
    }];
    slots.extend(others.iter().map(|(staff, code)| NewSlot {
        account: &staff.no,
        administrator: slot_kind(staff.role),
        secret: code,
    }));
    let entry = Entry {
        at: act.at.0,
        actor: act.by.staff.0,
        role: act.by.role.code(),
        action: house::acts::ROTATE.code(),
        object: staff::acts::STAFF.code(),
        object_id: leaving.unwrap_or(0),
        detail: "",
        reason,
    };
    let dice = Dice(c.keeper.machine.as_ref());
    match desk.vault().rotate(&slots, &entry, &dice) {
        Ok(codes) => Ok(codes),
        Err(error) => {
            // Only opening anew tells which key is in force.
            c.keeper.lock(c.now)?;
            Err(error.into())
        }
    }
}

fn fresh_code(c: &Context<'_>) -> Zeroizing<String> {
    let mut random = Zeroizing::new([0_u8; 10]);
    c.keeper.machine.fill(random.as_mut_slice());
    one_time::code(&random)
}

/// Replaces the keys of the desk.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    /// The administrator's own password again.
    pub password: String,
    /// Who leaves with cause, if somebody does.
    #[serde(default)]
    #[ts(optional)]
    pub leaving: Option<i64>,
    /// Why, for the journal.
    pub reason: String,
}

/// What has to be handed out now; said once.
#[derive(Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rotated {
    /// New recovery codes, to be typed back.
    pub codes: NewCodes,
    /// A one-time code for every other active member of staff.
    pub one_time: Vec<OneTime>,
    /// Until when the one-time codes may be used, UTC ms.
    pub valid_until: i64,
}

/// A one-time code and whose it is.
#[derive(Serialize, TS)]
pub struct OneTime {
    /// Member of staff.
    pub id: i64,
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// The code.
    pub code: String,
}

impl From<Handed> for OneTime {
    fn from((staff, code): Handed) -> Self {
        Self {
            id: staff.id.0,
            no: staff.no,
            name: staff.name,
            code: code.to_string(),
        }
    }
}
