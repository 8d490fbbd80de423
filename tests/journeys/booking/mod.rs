mod bookings;
mod events;
mod schedules;
mod suited;
mod visits;
mod vouchers;
