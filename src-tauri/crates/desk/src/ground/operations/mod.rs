//! Operation ids: every write carries one, so that it happens once.

mod store;

use crate::{Reason, Result, Writing};
use vault::ReadTx;

/// The answer an operation gave before, if it ran.
///
/// # Errors
/// `OperationReused` when the id came with another command.
pub(crate) fn answer(tx: &ReadTx<'_>, op_id: &str, command: &str) -> Result<Option<String>> {
    match store::find(tx, op_id)? {
        Some((before, _)) if before != command => Err(Reason::OperationReused {}.refuse().into()),
        Some((_, answer)) => Ok(Some(answer)),
        None => Ok(None),
    }
}

pub(crate) fn keep(w: &Writing<'_>, op_id: &str, command: &str, answer: &str) -> Result<()> {
    store::insert(w, op_id, command, answer)
}

/// Forgets what the answers said, of anybody: the ids stay, so that nothing is done
/// twice; a repeat gets an empty answer. For erasing and destroying.
pub(crate) fn forget_answers(w: &Writing<'_>) -> Result<()> {
    store::forget_answers(w)
}
