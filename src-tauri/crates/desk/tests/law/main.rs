//! What the law asks of the store: what is destroyed or erased is gone from every
//! text column of every table, what is held stays, and the journal is whole.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

#[path = "../support/bare.rs"]
mod bare;
mod erasure;
mod house;
mod keeping;
mod planted;
mod retention;
mod tags;
