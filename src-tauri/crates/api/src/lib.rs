//! The table of commands and the gateway before it.
//!
//! One table serves the window, the command line, the tests. Wire types live
//! here and nowhere below. Commands convert and call the desk; they decide nothing.

mod bindings;
mod codes;
mod commands;
mod demo;
mod gateway;
mod guard;
mod keeper;
mod listing;
mod machine;
mod outward;
mod problem;
mod starter;
mod table;
mod wire;

pub use bindings::{command_lines, typescript, vocabulary};
pub use commands::record::ledger::LedgerFile;
pub use demo::{Counts, Demo};
pub use gateway::{Call, Gateway};
pub use guard::keep_memory_private;
pub use keeper::Locked;
pub use machine::{KeepFault, Machine, Media, PrintJob, SpoolFault};
pub use paper::Fonts;
pub use problem::Problem;
pub use table::{Answer, CommandLine, Topic};
#[cfg(debug_assertions)]
pub use vault::{Value as Bound, overhear, remember_keys};
