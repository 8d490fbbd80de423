//! Drafts: what somebody was typing. Kept in the encrypted store, so that a
//! lock, a crash or a power cut loses no word. They record no act, so they are
//! the one change that leaves no journal entry.

mod store;

use crate::ground::subject::Subject;
use crate::ground::text;
use crate::{Moment, Reading, Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

/// A kept draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What was typed, in the window's own form.
    pub body: String,
    /// When it was kept.
    pub saved_at: Moment,
}

/// Keeps a draft under a key of the window, per member of staff.
///
/// # Errors
/// `TooLong` for keys over 100 characters and bodies over 200,000.
pub fn save(w: &Writing<'_>, key: &str, body: &str) -> Result<Draft> {
    let key = text::required("key", key, 100)?;
    // The body is not judged as a field: it is whatever stands on the screen.
    if body.chars().count() > 200_000 {
        text::optional("body", body, 200_000)?;
    }
    store::put(w, &key, body)?;
    w.tx.is_only_a_draft();
    Ok(Draft {
        body: body.to_owned(),
        saved_at: w.at,
    })
}

/// The draft under a key, if one is kept.
///
/// # Errors
/// Of the store.
pub fn read(r: &Reading<'_>, key: &str) -> Result<Option<Draft>> {
    store::find(r, key)
}

/// Forgets a draft; nothing happens when there is none.
///
/// # Errors
/// Of the store.
pub fn clear(w: &Writing<'_>, key: &str) -> Result<()> {
    store::delete(w, key)?;
    w.tx.is_only_a_draft();
    Ok(())
}

/// Forgets what anybody was typing under a key.
///
/// # Errors
/// Of the store.
pub(crate) fn forget(w: &Writing<'_>, key: &str) -> Result<()> {
    store::delete_of_anybody(w, key)
}

/// Forgets every draft in which a text stands, wherever it was begun.
///
/// # Errors
/// Of the store.
pub(crate) fn forget_saying(w: &Writing<'_>, text: &str) -> Result<()> {
    // A draft is the window's own form of text, so quotes stand in it escaped.
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    store::delete_saying(w, text, &escaped)
}
