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
        // What is a step of its own, `--all-targets` leaves out.
        let apart = [JOURNEYS, ENGINES].concat();
        steps.command("lints of the steps apart", lints(&apart).args(deny))?;
    }
    // Every statement that runs is kept, for the engine of many desks to understand.
    let statements = crate::place::target().join("statements");
    let _ = std::fs::remove_dir_all(&statements);
    let kept = ("SHOUWEN_STATEMENTS", &statements);
    steps.command(
        "Rust tests",
        cargo(&["test", "--locked", "--workspace", "--all-targets"]).env(kept.0, kept.1),
    )?;
    if cfg!(target_os = "linux") {
        steps.command(
            "statements on PostgreSQL",
            cargo(&["test", "--locked", "--workspace"])
                .args(ENGINES)
                .env(kept.0, kept.1),
        )?;
    }
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
const ENGINES: &[&str] = &["--test", "engines"];

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
