//! Drafts: what somebody was typing. Kept in the encrypted store, so that a
//! lock, a crash or a power cut loses no word. They record no act, so they are
//! the one change that leaves no journal entry.

mod store;

use crate::ground::text;
use crate::{Moment, Reading, Result, Writing};

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
