//! The day in four figures, for the strip of the board.

use super::store;
use crate::reception::encounters::Channel;
use crate::reception::tickets;
use crate::{Reading, Result};
use vault::args;

/// Today's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// Tickets that wait.
    pub waiting: u32,
    /// Those of them whom no open point can help (R 2.4).
    pub unattended: u32,
    /// Minutes the longest of them has waited.
    pub longest: Option<u32>,
    /// Encounters of the day per channel; channels without any are left out.
    pub channels: Vec<(Channel, u32)>,
    /// Promises that must be kept today or should have been before, and were not.
    pub promises_due: u32,
    /// Those of them that are late.
    pub promises_late: u32,
    /// Visits booked for the day that are not cancelled or moved.
    pub bookings: u32,
    /// Those of them who came.
    pub arrived: u32,
    /// Visits of the day whose people did not come.
    pub no_show: u32,
}

/// Counts today's figures as they stand at the moment of the reading.
///
/// # Errors
/// Of the store.
pub fn today(r: &Reading<'_>) -> Result<Today> {
    let (day, tx) = (r.today(), r.tx);
    let tomorrow = day.plus_days(1).start();
    let count = |sql: &str, values: &[vault::Value]| store::count(tx, sql, values);
    Ok(Today {
        waiting: count(store::WAITING, args![day])?,
        unattended: u32::try_from(tickets::unattended(r)?.len()).unwrap_or(u32::MAX),
        longest: store::longest(tx, day, r.at)?,
        channels: store::channels(tx, day)?,
        promises_due: count(store::PROMISES, args![tomorrow])?,
        promises_late: count(store::PROMISES, args![r.at])?,
        bookings: count(store::EXPECTED, args![day])?,
        arrived: count(store::ARRIVED, args![day])?,
        no_show: count(store::NO_SHOW, args![day])?,
    })
}
