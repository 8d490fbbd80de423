//! `test`: everything that must hold before a change is kept, cheapest first.

use crate::faults::faults;
use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps, cargo};
use crate::{supply, ui};
use std::process::Command;

/// Stops at the first step that fails. Cargo is always asked for the whole workspace: for a
/// part of it, it would choose other features of what we stand on and compile all of that,
/// and our own crates, once more.
pub fn test(steps: &mut Steps) -> Outcome {
    provision(steps, Proving::Yes)?;
    steps.command("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    supply::check(steps, supply::Lists::AsTheyAre)?;
    ui::build(steps)?;
    ui::script(steps, "lint")?;
    ui::script(steps, "test")?;
    let deny = ["--", "-D", "warnings"];
    steps.command("lints", lints(&["--all-targets"]).args(deny))?;
    // What is a step of its own, `--all-targets` leaves out.
    let apart = [JOURNEYS, AFTERWARDS].concat();
    steps.command("lints of the steps apart", lints(&apart).args(deny))?;
    // Every statement that runs is left for the engine of many desks to understand, and
    // every answer for those who ask which was never given.
    let left = crate::place::target().join("left");
    let _ = std::fs::remove_dir_all(&left);
    let left = ("SHOUWEN_LEFT", &left);
    steps.command(
        "Rust tests",
        cargo(&["test", "--locked", "--workspace", "--all-targets"]).env(left.0, left.1),
    )?;
    steps.command(
        "what they left: statements on PostgreSQL, answers",
        cargo(&["test", "--locked", "--workspace"])
            .args(AFTERWARDS)
            .env(left.0, left.1),
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
const AFTERWARDS: &[&str] = &["--test", "engines", "--test", "answers"];

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
