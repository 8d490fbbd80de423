//! SQL of what the journal says about the clock.

use super::Away;
use crate::{Moment, Result};
use vault::{ReadTx, args};

/// The entries about the clock carry as their object how many minutes it was away afterwards.
pub(super) fn away(tx: &ReadTx<'_>) -> Result<Away> {
    let minutes: Option<i64> = tx.value(
        "SELECT object_id AS value FROM journal WHERE object = 'clock' ORDER BY seq DESC LIMIT 1",
        args![],
    )?;
    Ok(Away(minutes.unwrap_or(0).saturating_mul(super::MINUTE)))
}

/// The latest moment of any entry since the clock was last right.
pub(super) fn latest_entry(tx: &ReadTx<'_>) -> Result<Option<Moment>> {
    Ok(tx.value(
        "SELECT MAX(at) AS value FROM journal WHERE seq >= COALESCE(
             (SELECT MAX(seq) FROM journal WHERE object = 'clock' AND object_id = 0), 0)",
        args![],
    )?)
}
