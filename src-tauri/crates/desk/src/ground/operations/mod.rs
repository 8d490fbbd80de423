//! Operation ids: every write carries one, so that it happens once. An id belongs to who
//! sent it, to the command and to the input: to anybody or anything else it is used.

pub mod acts;
mod store;

use crate::ground::subject::Subject;
use crate::{Act, Desk, Error, Reason, Result, StaffId, Writing};
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

/// What an operation id is bound to.
#[derive(Debug, Clone, Copy)]
pub struct Operation<'a> {
    /// The id: a UUID that the window made.
    pub id: &'a str,
    /// The command.
    pub command: &'a str,
    /// Its input, written so that equal inputs are equal texts. It is not kept.
    pub input: &'a str,
}

/// What is kept of an operation.
struct Kept {
    command: String,
    /// Digest of id and input; empty when it is not known any more.
    input: String,
    actor: StaffId,
    answer: String,
}

impl Operation<'_> {
    /// The id goes in: equal inputs of two operations can't be told from their digests.
    fn digest(&self) -> String {
        vault::digest(&[self.id.as_bytes(), self.input.as_bytes()])
    }

    /// The answer it gave before, if it ran.
    ///
    /// # Errors
    /// `OperationReused` when the id came from somebody else, with another command or
    /// with another input.
    fn answer(&self, tx: &ReadTx<'_>, by: StaffId) -> Result<Option<String>> {
        let Some(kept) = store::find(tx, self.id)? else {
            return Ok(None);
        };
        let same = kept.command == self.command && kept.actor == by && kept.input == self.digest();
        if same {
            Ok(Some(kept.answer))
        } else {
            Err(Reason::OperationReused {}.refuse().into())
        }
    }
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
        operation: &Operation<'_>,
        mut run: impl FnMut(&Writing<'_>) -> Result<String, E>,
    ) -> Result<Once, E> {
        let by = act.by.staff;
        let before = self.vault().read(|tx| operation.answer(tx, by))?;
        if let Some(answer) = before {
            return Ok(Once::Before(answer));
        }
        self.write(act, |w| {
            // Asked again inside the writer: two equal calls may have passed the first look.
            if let Some(answer) = operation.answer(w.tx, by)? {
                w.note(acts::REPEAT, (acts::OPERATION, 0), operation.command)?;
                return Ok(Once::Before(answer));
            }
            let answer = run(w)?;
            store::insert(w, operation, &answer)?;
            Ok(Once::Done(answer))
        })
    }
}

/// Forgets what was said and answered, of anybody: the ids stay, used, so that nothing is
/// done twice. For erasing and destroying.
pub(crate) fn forget_answers(w: &Writing<'_>) -> Result<()> {
    store::forget_answers(w)
}
