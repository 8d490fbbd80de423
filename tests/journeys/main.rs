//! Journeys through the table of commands, a folder a wing and a file a subject: what the window sends,
//! sent without the window. One program, so that one set-up serves them all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod house;

mod people;

mod reception;

mod advice;

mod booking;

mod quality;

mod record;
