//! Visitors and what they are told.

pub(crate) mod notices;
pub(crate) mod openings;
pub(crate) mod visitors;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        notices::commands(),
        openings::commands(),
        visitors::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
