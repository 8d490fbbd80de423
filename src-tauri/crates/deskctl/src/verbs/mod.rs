//! What the command line can do, a file each.

pub mod backup;
pub mod call;
pub mod commands;
pub mod demo;
pub mod init;
pub mod ledger;
pub mod recover;
pub mod restore;
pub mod session;
pub mod verify;
pub mod verify_journal;
pub mod voucher;

/// Flags of whoever only signs in: those that every command knows.
pub const SIGNED_IN: &[&str] = &[];
