//! What must hold for the whole house, whatever the subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod boundaries;
mod canaries;
mod choices;
mod contested;
mod demo;
mod engine;
mod inputs;
mod masks;
mod naughty;
mod rights;
mod sources;
mod touched;
mod window;
mod wings;
mod words;
