//! What an operation of the desk answers when it does not answer a value.

use crate::ground::refusal::Refusal;

/// Refused by a rule, or failed in the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule said no; nothing is broken.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] vault::Error),
}

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
