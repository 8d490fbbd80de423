//! Drafts: what somebody was typing.

pub(crate) mod drafts;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [drafts::commands()].into_iter().flatten().collect()
}
