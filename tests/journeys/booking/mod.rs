mod bookings;
mod days;
mod events;
mod schedules;
mod suited;
mod visits;
mod vouchers;
