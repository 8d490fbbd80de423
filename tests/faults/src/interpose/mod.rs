//! Everything that stands between the program and the kernel: the calls themselves,
//! what is decided for each, processes, and the pause before the database is opened.

pub mod gate;
pub mod layer;
pub mod mount;
pub mod plan;
pub mod process;
mod symbols;
