//! Schedules, bookings, vouchers.

pub(crate) mod bookings;
pub(crate) mod schedules;
pub(crate) mod vouchers;

use crate::table::Command;

/// The commands of the wing.
pub(super) fn all() -> Vec<Command> {
    [
        bookings::commands(),
        schedules::commands(),
        vouchers::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
