//! The queue under many hands at once: no number is issued twice, no ticket is
//! called to two people, and what was done can be taken back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "../support/bare.rs"]
mod bare;
mod hands;
mod house;
mod numbers;
mod turns;
