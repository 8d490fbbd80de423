mod bookings;
mod events;
mod schedules;
mod suited;
mod vouchers;
