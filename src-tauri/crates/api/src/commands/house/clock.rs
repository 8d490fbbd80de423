//! The computer's clock: somebody has compared it and says that it is right.

use crate::gate::Context;
use crate::problem::Fault;
use crate::table::{Command, Subject, gate};
use crate::wire::Done;
use desk::ground::roles::Right;
use desk::house::clock::{self, Away};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) fn commands() -> Vec<Command> {
    vec![gate(
        "clock.accept",
        Right::Journal,
        &[Subject::Session, Subject::Journal],
        accept,
    )]
}

fn accept(c: &Context<'_>, input: AcceptClock) -> Result<Done, Fault> {
    let (desk, act) = c.desk()?;
    desk.write(&act, |w| clock::accept(w, &input.reason))?;
    c.gateway.clock_stands(c.gateway.clocks(), Away::default());
    Ok(Done {})
}

/// What the window says about the clock; nothing while it is right.
pub(crate) fn off(away: Away) -> Option<ClockOff> {
    let way = match away.0 {
        0 => return None,
        away if away < 0 => ClockWay::Behind,
        _ => ClockWay::Ahead,
    };
    Some(ClockOff {
        way,
        minutes: away.0.saturating_abs() / 60_000,
    })
}

/// Why the clock counts as right.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptClock {
    /// What it was compared with.
    pub reason: String,
}

/// The clock was moved and nobody has looked at it since.
#[derive(Debug, Serialize, TS)]
pub struct ClockOff {
    /// In which direction it differs from before.
    pub way: ClockWay,
    /// By how many minutes.
    pub minutes: i64,
}

/// A direction in time.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockWay {
    /// It shows less than it should.
    Behind,
    /// It shows more than it should.
    Ahead,
}
