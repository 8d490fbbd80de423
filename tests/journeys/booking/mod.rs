mod bookings;
mod events;
mod schedules;
mod vouchers;
