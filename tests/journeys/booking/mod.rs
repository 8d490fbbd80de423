mod bookings;
mod days;
mod events;
mod schedules;
mod suited;
mod vouchers;
