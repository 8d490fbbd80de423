//! Numbers that are given out: encounters, tickets, vouchers.

mod store;

pub(crate) use store::next;
