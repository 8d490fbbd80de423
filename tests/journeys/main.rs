//! Journeys through the table of commands, a file a subject: what the window sends,
//! sent without the window. One program, so that one set-up serves them all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod backups;
mod bookings;
mod clock;
mod desk;
mod disclosures;
mod feedback;
mod incidents;
mod integrity;
mod ledger;
mod lockout;
mod masks;
mod proposals;
mod queue;
mod reception;
mod recovery;
mod requests;
mod retention;
mod session;
mod verifier;
mod vouchers;
