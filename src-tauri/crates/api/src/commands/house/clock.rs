//! The computer's clock: somebody has compared it and says that it is right.

use crate::keeper::Context;
use crate::problem::Fault;
use crate::table::{Command, Topic, gate};
use crate::wire::Done;
use desk::ground::roles::Right;
use desk::house::clock::{self, Away};
use serde::Deserialize;
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![gate(
        "clock.accept",
        Right::Journal,
        &[Topic::SESSION, Topic::JOURNAL],
        accept,
    )]
}

fn accept(c: &Context<'_>, input: AcceptClock) -> Result<Done, Fault> {
    c.write(|w| Ok(clock::accept(w, &input.reason)?))?;
    c.keeper.clock_stands(c.keeper.clocks(), Away::default());
    Ok(Done {})
}

/// Why the clock counts as right.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptClock {
    /// What it was compared with.
    pub reason: String,
}
