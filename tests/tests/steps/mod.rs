//! Journeys in the window, each told in its own file.

mod setup;
mod visit;
