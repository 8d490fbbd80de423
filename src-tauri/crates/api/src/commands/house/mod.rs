//! The house: sessions, set-up, staff, settings, backups.

pub(crate) mod backups;
pub(crate) mod clock;
pub(crate) mod institution;
pub(crate) mod integrity;
pub(crate) mod keys;
pub(crate) mod recovery;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod staff;
mod standing;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        backups::commands(),
        clock::commands(),
        institution::commands(),
        integrity::commands(),
        keys::commands(),
        recovery::commands(),
        session::commands(),
        setup::commands(),
        staff::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
