//! Journeys in the window, each told in its own file.

mod backups;
mod canaries;
mod handed;
mod locked;
mod looks;
mod openings;
mod rotation;
mod second;
mod setup;
mod unplugged;
mod visit;
mod wiped;
