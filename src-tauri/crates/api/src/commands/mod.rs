//! The commands by subject. Each file: the list first, then the commands, then
//! their inputs and views.
#![allow(clippy::needless_pass_by_value, reason = "a command owns its input")]

pub(crate) mod assessments;
pub(crate) mod backups;
pub(crate) mod bookings;
pub(crate) mod catalogue;
pub(crate) mod categories;
pub(crate) mod clock;
pub(crate) mod disclosures;
pub(crate) mod drafts;
pub(crate) mod encounters;
pub(crate) mod feedback;
pub(crate) mod guidance;
pub(crate) mod incidents;
pub(crate) mod institution;
pub(crate) mod integrity;
pub(crate) mod journal;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod notices;
pub(crate) mod points;
pub(crate) mod proposals;
mod recovery;
pub(crate) mod requests;
pub(crate) mod retention;
pub(crate) mod schedules;
pub(crate) mod session;
pub(crate) mod setup;
pub(crate) mod staff;
pub(crate) mod tickets;
pub(crate) mod visitors;
pub(crate) mod vouchers;

use crate::table::Command;

/// Every command.
pub(crate) fn all() -> Vec<Command> {
    let lists: Vec<Vec<Command>> = vec![
        session::commands(),
        clock::commands(),
        setup::commands(),
        recovery::commands(),
        keys::commands(),
        backups::commands(),
        integrity::commands(),
        staff::commands(),
        institution::commands(),
        drafts::commands(),
        visitors::commands(),
        requests::commands(),
        retention::commands(),
        proposals::commands(),
        catalogue::commands(),
        assessments::commands(),
        encounters::commands(),
        feedback::commands(),
        ledger::commands(),
        disclosures::commands(),
        incidents::commands(),
        notices::commands(),
        journal::commands(),
        guidance::commands(),
        categories::commands(),
        points::commands(),
        tickets::commands(),
        schedules::commands(),
        bookings::commands(),
        vouchers::commands(),
    ];
    lists.into_iter().flatten().collect()
}
