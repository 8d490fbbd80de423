mod bookings;
mod schedules;
mod vouchers;
