//! How it ended, and what people said of it.

pub(crate) mod closing;
pub(crate) mod feedback;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [closing::commands(), feedback::commands()]
        .into_iter()
        .flatten()
        .collect()
}
