//! The commands by subject. Each file: the list first, then the commands, then
//! their inputs and views.

pub(crate) mod drafts;
pub(crate) mod institution;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod staff;
pub(crate) mod visitors;

use crate::table::Command;

/// Every command.
pub(crate) fn all() -> Vec<Command> {
    let lists: [Vec<Command>; 6] = [
        session::commands(),
        setup::commands(),
        staff::commands(),
        institution::commands(),
        drafts::commands(),
        visitors::commands(),
    ];
    lists.into_iter().flatten().collect()
}
