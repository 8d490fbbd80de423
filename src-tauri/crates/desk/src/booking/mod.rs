//! When and where: schedules, bookings, vouchers.

pub mod bookings;
pub mod schedules;
pub mod vouchers;
