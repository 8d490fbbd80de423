//! Operation ids: every write carries one, so that it happens once.

pub mod acts;
mod store;

use crate::ground::subject::Subject;
use crate::{Act, Desk, Error, Reason, Result, Writing};
use vault::ReadTx;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

/// An answer of `Desk::write_once`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// Done now.
    Done(String),
    /// Done before under the same operation id; this is that answer.
    Before(String),
}

impl Desk {
    /// As `write`, once per operation id: a repeated click or a retry after an
    /// unknown outcome gets the first answer and changes nothing.
    ///
    /// # Errors
    /// Of the store or of `run`; `OperationReused`.
    pub fn write_once<E: From<Error> + From<vault::Error>>(
        &self,
        act: &Act,
        op_id: &str,
        command: &str,
        mut run: impl FnMut(&Writing<'_>) -> Result<String, E>,
    ) -> Result<Once, E> {
        let before = self.vault().read(|tx| answer(tx, op_id, command))?;
        if let Some(answer) = before {
            return Ok(Once::Before(answer));
        }
        self.write(act, |w| {
            // Asked again inside the writer: two equal calls may have passed the first look.
            if let Some(answer) = answer(w.tx, op_id, command)? {
                w.note(acts::REPEAT, (acts::OPERATION, 0), command)?;
                return Ok(Once::Before(answer));
            }
            let answer = run(w)?;
            store::insert(w, op_id, command, &answer)?;
            Ok(Once::Done(answer))
        })
    }
}

/// The answer an operation gave before, if it ran.
///
/// # Errors
/// `OperationReused` when the id came with another command.
fn answer(tx: &ReadTx<'_>, op_id: &str, command: &str) -> Result<Option<String>> {
    match store::find(tx, op_id)? {
        Some((before, _)) if before != command => Err(Reason::OperationReused {}.refuse().into()),
        Some((_, answer)) => Ok(Some(answer)),
        None => Ok(None),
    }
}

/// Forgets what the answers said, of anybody: the ids stay, so that nothing is done
/// twice; a repeat gets an empty answer. For erasing and destroying.
pub(crate) fn forget_answers(w: &Writing<'_>) -> Result<()> {
    store::forget_answers(w)
}
