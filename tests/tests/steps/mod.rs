//! Journeys in the window, each told in its own file.

mod canaries;
mod handed;
mod looks;
mod setup;
mod unplugged;
mod visit;
