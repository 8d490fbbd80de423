//! Setting up: the institution, its first administrator, the recovery codes.

mod codes;
mod views;

use crate::commands::house::institution::hours_from;
use crate::keeper::{Context, Dice};
use crate::problem::Fault;
use crate::starter;
use crate::table::{Command, Opens, Topic, gate};
pub(crate) use codes::shown;
use desk::ground::roles::{Right, Role};
use desk::ground::text;
use desk::house::institution::{self, Institution};
use desk::house::staff::{self, NewStaff};
use desk::{Act, Actor, Desk, StaffId};
use std::sync::Arc;
pub use views::*;
use zeroize::Zeroizing;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate("setup.strength", None, &[], strength).opens(Opens::Always),
        gate("setup.create", None, &[Topic::SESSION], create).opens(Opens::Always),
        gate(
            "setup.renew_codes",
            Right::Administer,
            &[Topic::SESSION, Topic::JOURNAL],
            codes::renew,
        )
        .opens(Opens::Unconfirmed),
        gate(
            "setup.print_codes",
            Right::Administer,
            &[Topic::JOURNAL],
            codes::print,
        )
        .opens(Opens::Unconfirmed),
        gate(
            "setup.confirm",
            Right::Administer,
            &[Topic::SESSION, Topic::JOURNAL],
            codes::confirm,
        )
        .opens(Opens::Unconfirmed),
    ]
}

fn strength(_: &Context<'_>, input: AskStrength) -> Result<StrengthView, Fault> {
    let hints: Vec<&str> = input.hints.iter().map(String::as_str).collect();
    let staff::Strength {
        score,
        enough,
        advice,
    } = staff::strength(&input.password, &hints);
    Ok(StrengthView {
        score,
        enough,
        advice: advice.into(),
    })
}

fn create(c: &Context<'_>, input: CreateDesk) -> Result<NewCodes, Fault> {
    // Everything that a person can get wrong is said before anything is made.
    let admin = &input.admin;
    let no = staff::checked_no(&admin.no).map_err(|r| under("admin", r))?;
    text::required("admin.name", &admin.name, text::NAME)?;
    let institution = Institution {
        name: text::required("institution.name", &input.institution.name, text::NAME)?,
        address: input.institution.address.clone(),
        phone: input.institution.phone.clone(),
        hours: hours_from(&input.institution.hours)?,
        training: input.training,
        idle_seconds: 300,
    };
    let password = Zeroizing::new(input.admin.password.clone());
    staff::checked_password(
        "admin.password",
        &password,
        &[&no, &admin.name, &institution.name],
    )?;
    let folder = c.keeper.own_folder()?;
    let dice = Dice(c.keeper.machine.as_ref());
    let machine = &c.keeper.machine;
    let new = vault::NewVault {
        label: &institution.name,
        training: input.training,
        account: &no,
        password: &password,
        cost: vault::calibrate(&|| u64::try_from(machine.ticks()).unwrap_or(0))?,
    };
    if matches!(
        vault::KeyFile::read(folder.path()),
        Err(vault::Error::Absent)
    ) {
        c.keeper.count_from_here(&folder);
    }
    let (desk, codes, staff) = Desk::create_filled(&folder, &new, c.now, &dice, |desk| {
        fill(desk, c, &no, &admin.name, &institution, input.content)
    })?;
    let shown = shown(c, codes);
    c.keeper.begin(Arc::new(desk), staff, None, c.now)?;
    Ok(shown)
}

/// The rows a new desk starts with, in one transaction.
fn fill(
    desk: &Desk,
    c: &Context<'_>,
    no: &str,
    name: &str,
    institution: &Institution,
    content: Content,
) -> Result<staff::Staff, Fault> {
    // The first administrator is row 1: the acts of setting up are theirs.
    let act = Act {
        by: Actor {
            staff: StaffId(1),
            role: Role::Administrator,
        },
        at: c.now,
    };
    let staff = desk.write(&act, |w| {
        let new = NewStaff {
            no: no.to_owned(),
            name: name.to_owned(),
            role: Role::Administrator,
            must_change: false,
        };
        let staff = staff::add(w, &new)?;
        institution::set(w, institution)?;
        starter::load_basics(w)?;
        match content {
            Content::Starter => starter::load(w)?,
            Content::Empty => {}
        }
        Ok(staff)
    });
    staff.map_err(|error| match error {
        desk::Error::Refused(refusal) => under("institution", refusal).into(),
        store => store.into(),
    })
}

/// The same refusal, its field named as the wizard's form names it.
fn under(form: &str, refusal: desk::Refusal) -> desk::Refusal {
    let field = refusal.field.map(|f| {
        if f.contains('.') && !f.starts_with("hours") {
            f
        } else {
            format!("{form}.{f}")
        }
    });
    desk::Refusal { field, ..refusal }
}
