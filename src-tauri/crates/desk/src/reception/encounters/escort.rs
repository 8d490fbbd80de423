//! An escort (陪同办理) for whoever needs somebody to go along (R 1.4): asked for
//! in an encounter, open until somebody went.

use super::acts;
use super::{Encounter, of, store};
use crate::{EncounterId, Reading, Reason, Result, Writing};

/// Asks for an escort.
///
/// # Errors
/// `NotFound`; `WrongState` when one was asked for already.
pub fn ask_escort(w: &Writing<'_>, id: EncounterId) -> Result<Encounter> {
    let before = of(&w.reading(), id)?;
    if before.escort_asked_at.is_some() {
        return Err(Reason::WrongState {
            state: "escort_asked".to_owned(),
        }
        .refuse()
        .into());
    }
    store::set_escort_asked(w, id)?;
    w.note(acts::ASK_ESCORT, (acts::ENCOUNTER, id.0), "")?;
    of(&w.reading(), id)
}

/// Notes that somebody went along: nobody waits for the escort any more.
///
/// # Errors
/// `NotFound`; `WrongState` when none was asked for, or it is done.
pub fn finish_escort(w: &Writing<'_>, id: EncounterId) -> Result<Encounter> {
    let before = of(&w.reading(), id)?;
    if before.escort_asked_at.is_none() || before.escort_done_at.is_some() {
        return Err(Reason::WrongState {
            state: "no_escort".to_owned(),
        }
        .refuse()
        .into());
    }
    store::set_escort_done(w, id)?;
    w.note(acts::FINISH_ESCORT, (acts::ENCOUNTER, id.0), "")?;
    of(&w.reading(), id)
}

/// The encounters that wait for an escort, the longest waiting first.
///
/// # Errors
/// Of the store.
pub fn escorts(r: &Reading<'_>) -> Result<Vec<Encounter>> {
    store::waiting_for_escort(r.tx)
}
