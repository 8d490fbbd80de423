//! When and where.

pub(crate) mod bookings;
pub(crate) mod events;
pub(crate) mod schedules;
pub(crate) mod vouchers;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        bookings::commands(),
        events::commands(),
        schedules::commands(),
        vouchers::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
