//! Starter content: what a new desk holds. The files stand beside the crate;
//! what they say goes through the desk's own rules like anything typed.

#[cfg(test)]
mod advice;
mod basics;
mod catalogue;
mod guidance;
mod schedules;
mod triage;

pub(crate) use basics::load_basics;
use desk::{Result, Writing};

/// The content of a check-up centre.
///
/// # Errors
/// Of the desk.
pub(crate) fn load(w: &Writing<'_>) -> Result<()> {
    triage::load(w)?;
    guidance::load(w)?;
    catalogue::load(w)?;
    schedules::load(w)?;
    Ok(())
}
