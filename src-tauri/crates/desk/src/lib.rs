//! What the front desk can do. A subject is a folder: `mod.rs` holds its nouns
//! and rules, `store.rs` its SQL, a file each larger operation.
//!
//! Subjects stand in wings, here from the lowest to the highest: a wing knows those
//! below it and none above.
//!
//! No clock, no randomness, no words for people, no wire format.

pub mod ground;

pub mod house;

pub mod people;

pub mod reception;

pub mod advice;

pub mod booking;

pub mod quality;

pub mod record;

pub mod subjects;

pub use ground::ids::*;
pub use ground::{
    Act, Actor, Day, Desk, Error, Fact, Fen, Minute, Moment, Once, Operation, Reading, Reason,
    Refusal, Result, Writing, local_text,
};
pub use subjects::MIGRATIONS;
