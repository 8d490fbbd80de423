//! `test`: everything that must hold before a change is kept, cheapest first.

use crate::faults::faults;
use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps, cargo};
use crate::ui;
use std::process::Command;

/// Stops at the first step that fails. Cargo is always asked for the whole workspace: for a
/// part of it, it would choose other features of what we stand on and compile all of that,
/// and our own crates, once more.
pub fn test(steps: &mut Steps) -> Outcome {
    provision(steps, Proving::Yes)?;
    steps.command("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    ui::build(steps)?;
    ui::script(steps, "lint")?;
    ui::script(steps, "test")?;
    let deny = ["--", "-D", "warnings"];
    steps.command("lints", lints(&["--all-targets"]).args(deny))?;
    if cfg!(target_os = "linux") {
        // The window's journeys are their own step, so `--all-targets` leaves them out.
        steps.command("lints of the journeys", lints(JOURNEYS).args(deny))?;
    }
    steps.command(
        "Rust tests",
        &mut cargo(&["test", "--locked", "--workspace", "--all-targets"]),
    )?;
    faults(steps, "faults, short figures", &[])?;
    if cfg!(target_os = "linux") {
        build_window(steps)?;
        steps.command("journeys in the real window", &mut journeys())?;
    } else {
        println!(
            "\nThe journeys in the real window need WebKitWebDriver, which only Linux has: left out here."
        );
    }
    steps.table();
    Ok(())
}

const JOURNEYS: &[&str] = &["--test", "window"];

fn lints(of: &[&str]) -> Command {
    let mut clippy = cargo(&["clippy", "--locked", "--workspace"]);
    clippy.args(of);
    clippy
}

/// The window and the command line.
pub fn build_window(steps: &mut Steps) -> Outcome {
    let programs = ["--bin", "shouwen", "--bin", "deskctl"];
    steps.command(
        "build the window",
        cargo(&["build", "--locked", "--workspace"]).args(programs),
    )
}

/// The journeys through it; what is appended goes to cargo.
pub fn journeys() -> Command {
    let mut journeys = cargo(&["test", "--locked", "--workspace"]);
    journeys.args(JOURNEYS);
    journeys
}
