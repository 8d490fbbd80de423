//! What fits a person.

pub(crate) mod assessments;
pub(crate) mod catalogue;
pub(crate) mod proposals;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        assessments::commands(),
        catalogue::commands(),
        proposals::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
