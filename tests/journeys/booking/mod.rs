pub(crate) mod bookings;
mod vouchers;
