//! Signing in, locking, and what the window may know before.

use crate::commands::house::standing::{SessionState, session_state};
use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Opens, Topic, gate};
use crate::wire::{Done, Nothing};
use serde::Deserialize;
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate("session.state", None, &[], state)
            .opens(Opens::Always)
            .by_window(),
        gate("session.sign_in", None, &[Topic::SESSION], sign_in).opens(Opens::Always),
        gate("session.lock", None, &[Topic::SESSION], lock).opens(Opens::Always),
        gate("session.sign_out", None, &[Topic::SESSION], sign_out).opens(Opens::Always),
        gate("session.touch", None, &[], touch).opens(Opens::Always),
    ]
}

fn state(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    session_state(c)
}

fn sign_in(c: &Context<'_>, input: SignIn) -> Result<SessionState, Fault> {
    let no = input.no.trim();
    if no.is_empty() {
        return Err(desk::Reason::Empty {}.at("no").into());
    }
    if input.password.is_empty() {
        return Err(desk::Reason::Empty {}.at("password").into());
    }
    let password = zeroize::Zeroizing::new(input.password);
    c.keeper.sign_in(no, &password, c.now)?;
    session_state(c)
}

fn lock(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    c.keeper.lock(c.now)?;
    session_state(c)
}

fn sign_out(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    c.keeper.sign_out(c.now)?;
    session_state(c)
}

fn touch(c: &Context<'_>, _: Nothing) -> Result<Done, Fault> {
    c.keeper.touch();
    Ok(Done {})
}

/// A staff number and a password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Staff number.
    pub no: String,
    /// Password.
    pub password: String,
}
