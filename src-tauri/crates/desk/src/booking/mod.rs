//! When and where: schedules, bookings, vouchers, events.

pub mod bookings;
pub mod events;
pub mod schedules;
pub mod vouchers;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &bookings::SUBJECT,
    &events::SUBJECT,
    &schedules::SUBJECT,
    &vouchers::SUBJECT,
];
