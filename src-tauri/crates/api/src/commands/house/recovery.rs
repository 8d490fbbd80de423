//! The printed recovery codes after set-up: coming in with one, and new ones for an
//! administrator who lost the sheet.

use crate::commands::house::setup::{NewCodes, shown};
use crate::keeper::{Context, Dice};
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate};
use desk::Reason;
use desk::ground::roles::Right;
use desk::house::staff;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;
use vault::Typo;
use zeroize::Zeroizing;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate(
            "session.recover",
            None,
            &[Topic::SESSION, Topic::JOURNAL],
            recover,
        )
        .opens(Opens::Always),
        gate(
            "keys.renew_codes",
            Right::Administer,
            &[Topic::SESSION, Topic::JOURNAL],
            renew,
        ),
    ]
}

fn recover(c: &Context<'_>, input: Recover) -> Result<NewCodes, Fault> {
    let (typed, password) = (Zeroizing::new(input.code), Zeroizing::new(input.password));
    let no = input.no.trim();
    let code = typed_code(&typed)?;
    if no.is_empty() {
        return Err(Reason::Empty {}.at("no").into());
    }
    // Said before the code is tried; the person's name is asked after once it is known.
    staff::checked_password("password", &password, &[no])?;
    let codes = c.keeper.recover(&code, no, &password, c.now)?;
    Ok(shown(c, codes))
}

/// Reads a typed recovery code; a typing error names its group.
pub(crate) fn typed_code(typed: &str) -> Result<vault::Code, Fault> {
    vault::read_code(typed).map_err(|typo| match typo {
        Typo::Length => at_code("recovery_length", Vec::new()),
        Typo::Group(group) => at_code("recovery_typo", vec![("group", json!(group))]),
    })
}

fn renew(c: &Context<'_>, input: RenewCodes) -> Result<NewCodes, Fault> {
    let (desk, _) = c.desk()?;
    let password = Zeroizing::new(input.password);
    c.keeper
        .own_secret(desk, c.staff()?, "password", &password)?;
    let dice = Dice(c.keeper.machine.as_ref());
    let codes = c.write(|w| {
        w.note(
            desk::house::acts::RENEW_CODES,
            (desk::house::institution::acts::INSTITUTION, 1),
            "",
        )?;
        Ok(desk.vault().renew_codes(w.tx, &dice)?)
    })?;
    Ok(shown(c, codes))
}

fn at_code(code: &'static str, facts: Vec<(&'static str, serde_json::Value)>) -> Fault {
    Fault::Gate(code, facts, Some("code".to_owned()))
}

/// A recovery code, whose account it is for, and their new password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// The code as typed from the paper.
    pub code: String,
    /// Staff number of an active administrator.
    pub no: String,
    /// The new password.
    pub password: String,
}

/// One's own password again.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewCodes {
    /// The password in force.
    pub password: String,
}
