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
use vault::{Administrator, NewSlot};
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
    let others: Vec<Handed> = desk
        .read(&act, staff::list)?
        .into_iter()
        .filter(|s| s.active && s.id != own.id && Some(s.id.0) != input.leaving)
        .map(|s| (s, fresh_code(c)))
        .collect();
    let codes = replace(c, &own, &password, &others, input.leaving, &reason)?;
    // The new keys are in force and their codes have to be shown, whatever the disk says to
    // this backup: the foot bar tells, and the next minute tries again.
    drop(c.keeper.back_up(open, c.now, "keys.rotate"));
    Ok(Rotated {
        one_time: others.into_iter().map(OneTime::from).collect(),
        valid_until: one_time::valid_until(c.now).0,
        codes: shown(c, codes),
    })
}

/// Puts a new master key in force that opens with these secrets, and with it whatever
/// else changes: all of it or nothing. Answers its recovery codes.
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
    if let Some(leaving) = leaving {
        // What the desk refuses is refused before any key is touched.
        desk.read(&act, |r| staff::may_leave(r, StaffId(leaving)))?;
    }
    let dice = Dice(c.keeper.machine.as_ref());
    let ((), codes) = desk.rotate(&act, &slots, &dice, |w| {
        if let Some(leaving) = leaving {
            staff::deactivate(w, StaffId(leaving), reason)?;
        }
        let about = (staff::acts::STAFF, leaving.unwrap_or(0));
        w.note_because(house::acts::ROTATE, about, "", reason)?;
        for (staff, _) in others {
            staff::hand_code(w, staff.id)?;
        }
        let count = others.len().to_string();
        Ok::<_, Fault>(w.note(house::acts::HAND_CODES, (staff::acts::STAFF, 0), &count)?)
    })?;
    Ok(codes)
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
