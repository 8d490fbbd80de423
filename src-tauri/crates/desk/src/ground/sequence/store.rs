//! SQL of running numbers: from a row inside the same transaction, so that none
//! is issued twice and none is lost.

use crate::{Result, Writing};
use vault::args;

/// The next number of a series on a day (`all` for a series that never restarts).
///
/// # Errors
/// Of the store.
pub(crate) fn next(w: &Writing<'_>, series: &str, day: &str) -> Result<i64> {
    w.tx.execute(
        "INSERT INTO sequences (series, day, last) VALUES (?1, ?2, 1)
         ON CONFLICT (series, day) DO UPDATE SET last = sequences.last + 1",
        args![series, day],
    )?;
    let last = w.tx.value(
        "SELECT last AS value FROM sequences WHERE series = ?1 AND day = ?2",
        args![series, day],
    )?;
    Ok(last.unwrap_or(1))
}
