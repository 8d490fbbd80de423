//! What is kept, shown, exported and destroyed.

pub(crate) mod days;
pub(crate) mod disclosures;
pub(crate) mod incidents;
pub(crate) mod journal;
pub(crate) mod ledger;
pub(crate) mod purposes;
pub(crate) mod requests;
pub(crate) mod retention;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        days::commands(),
        disclosures::commands(),
        incidents::commands(),
        journal::commands(),
        ledger::commands(),
        purposes::commands(),
        requests::commands(),
        retention::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
