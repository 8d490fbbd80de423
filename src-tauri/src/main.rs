//! The shell: one window, one gate, and what only the machine can do (clock, randomness,
//! printer, files). It decides nothing about a visit and speaks only before the page can.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod args;
mod fonts;
mod gate;
mod guard;
mod machine;
mod print;
#[cfg(target_os = "linux")]
mod rerun;
mod second;
mod start;
mod ticks;
mod webview;
mod window;

use args::{Args, Asked};
use std::process::ExitCode;

/// Memory is wiped when it is given back: what a command held is not left for whoever
/// reads the process after the desk was locked.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    guard::harden();
    match Args::read(std::env::args_os().skip(1)) {
        Ok(Asked::Start(args)) => {
            #[cfg(target_os = "linux")]
            rerun::with_wiped_memory();
            start::run(args)
        }
        Ok(Asked::Words(words)) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::from(2)
        }
    }
}
