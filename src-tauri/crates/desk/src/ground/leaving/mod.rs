//! What leaves the house on paper or in a file: recorded before it does, settled after.
//! How it is made and handed over is not decided here.

pub mod acts;

use crate::ground::acts::{Action, Object};
use crate::ground::subject::Subject;
use crate::{Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};

/// What became of something that was to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It left: the name of the print job, or the path of the file.
    Left(&'a str),
    /// It could not be made or nobody took it.
    Stayed,
}

/// What was recorded about something before it left.
pub trait Leaving {
    /// Whether the record says this outcome already, so that `settle` is not needed. By
    /// default a record says that it left.
    fn says(&self, outcome: Outcome<'_>) -> bool {
        matches!(outcome, Outcome::Left(_))
    }

    /// Notes what became of it.
    ///
    /// # Errors
    /// Of the store.
    fn settle(&self, w: &Writing<'_>, outcome: Outcome<'_>) -> Result<()>;
}

/// The record of a paper or file of which only an entry of the journal is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noted {
    action: Action,
    object: (Object, i64),
}

/// Notes that something leaves of which nothing else is kept.
///
/// # Errors
/// Of the store.
pub fn note(w: &Writing<'_>, action: Action, object: (Object, i64), detail: &str) -> Result<Noted> {
    w.note(action, object, detail)?;
    Ok(Noted { action, object })
}

impl Leaving for Noted {
    fn settle(&self, w: &Writing<'_>, _: Outcome<'_>) -> Result<()> {
        w.note(acts::STAYED, self.object, self.action.code())
    }
}
