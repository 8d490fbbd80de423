//! What the front desk can do. A subject is a folder: `mod.rs` holds its nouns
//! and rules, `store.rs` its SQL, a file each larger operation.
//!
//! No clock, no randomness, no words for people, no wire format.

pub mod assessments;
pub mod backups;
pub mod bookings;
pub mod catalogue;
pub mod categories;
pub mod clock;
mod codes;
mod desk;
pub mod disclosures;
pub mod drafts;
pub mod encounters;
mod error;
pub mod feedback;
pub mod guidance;
mod ids;
pub mod incidents;
pub mod institution;
pub mod journal;
pub mod ledger;
mod marks;
pub mod mask;
mod money;
pub mod names;
pub mod notices;
mod operations;
pub mod points;
pub mod proposals;
pub mod refusal;
pub mod requests;
pub mod retention;
pub mod reveals;
pub mod roles;
pub mod schedules;
mod schema;
mod sequence;
pub mod staff;
pub mod text;
pub mod tickets;
mod time;
pub mod visitors;
pub mod vouchers;

pub use desk::{Act, Actor, Desk, Once, Reading, Writing};
pub use error::{Error, Result};
pub use ids::*;
pub use money::Fen;
pub use refusal::{Fact, Reason, Refusal};
pub use schema::MIGRATIONS;
pub use time::{Day, Minute, Moment, local_text};
