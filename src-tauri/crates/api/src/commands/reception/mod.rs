//! From greeting to goodbye.

pub(crate) mod categories;
pub(crate) mod encounters;
pub(crate) mod guidance;
pub(crate) mod points;
pub(crate) mod presence;
pub(crate) mod tickets;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        categories::commands(),
        encounters::commands(),
        guidance::commands(),
        points::commands(),
        presence::commands(),
        tickets::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
