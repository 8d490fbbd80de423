//! Words that let somebody open more records: their own reason, a colleague's word.

use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, write};
use crate::wire::Done;
use desk::Writing;
use desk::ground::roles::Right;
use desk::house::staff;
use desk::people::openings;
use serde::Deserialize;
use ts_rs::TS;
use zeroize::Zeroizing;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        write("visitors.say_why", Right::Serve, &[Topic::JOURNAL], say_why),
        gate("visitors.allow", Right::Serve, &[Topic::JOURNAL], allow),
    ]
}

fn say_why(w: &Writing<'_>, input: SayWhy) -> Result<Done, Fault> {
    openings::say_why(w, &input.reason)?;
    Ok(Done {})
}

fn allow(c: &Context<'_>, input: AllowOpenings) -> Result<Done, Fault> {
    let password = Zeroizing::new(input.password);
    let (desk, act) = c.desk()?;
    let other = desk.read(&act, |r| staff::with_no(r, &input.no))?;
    let other = openings::allowing(act.by.staff, other)?;
    c.keeper.own_secret(desk, &other, "password", &password)?;
    c.write(|w| Ok(openings::allow(w, other.id)?))?;
    Ok(Done {})
}

/// Why so many records are opened.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SayWhy {
    /// In words; the journal keeps them.
    pub reason: String,
}

/// A supervisor or an administrator who is here and lets more be opened.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AllowOpenings {
    /// Their number.
    pub no: String,
    /// Their password.
    pub password: String,
}
