//! Marks: how far something outside of the database was read in. Set in the same
//! transaction as what was read, so that ending the program in between doubles nothing.

mod store;

use crate::{Result, Writing};
use vault::ReadTx;

/// The last number of the source `name` that was taken in; 0: none yet.
///
/// # Errors
/// Of the store.
pub(crate) fn read(tx: &ReadTx<'_>, name: &str) -> Result<i64> {
    Ok(store::find(tx, name)?.unwrap_or(0))
}

/// Records that the source `name` was taken in up to `value`.
///
/// # Errors
/// Of the store.
pub(crate) fn set(w: &Writing<'_>, name: &str, value: i64) -> Result<()> {
    store::put(w, name, value)
}
