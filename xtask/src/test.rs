//! `test`: everything that must hold before a change is kept, cheapest first.

use crate::faults::faults;
use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps, cargo};
use crate::ui;

/// Stops at the first step that fails.
pub fn test(steps: &mut Steps) -> Outcome {
    provision(steps, Proving::Yes)?;
    steps.command("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    ui::build(steps)?;
    ui::script(steps, "lint")?;
    ui::script(steps, "test")?;
    let deny = ["--", "-D", "warnings"];
    steps.command(
        "lints",
        cargo(&["clippy", "--locked", "--workspace", "--all-targets"]).args(deny),
    )?;
    // The window's journeys are their own step, so `--all-targets` leaves them out.
    let journeys = ["-p", "proofs", "--test", "window"];
    if cfg!(target_os = "linux") {
        steps.command(
            "lints of the journeys",
            cargo(&["clippy", "--locked"]).args(journeys).args(deny),
        )?;
    }
    steps.command(
        "Rust tests",
        &mut cargo(&["test", "--locked", "--workspace"]),
    )?;
    faults(steps, "faults, short figures", &[])?;
    if cfg!(target_os = "linux") {
        steps.command(
            "build the window",
            &mut cargo(&["build", "--locked", "-p", "shouwen", "-p", "deskctl"]),
        )?;
        steps.command(
            "journeys in the real window",
            cargo(&["test", "--locked"]).args(journeys),
        )?;
    } else {
        println!(
            "\nThe journeys in the real window need WebKitWebDriver, which only Linux has: left out here."
        );
    }
    steps.table();
    Ok(())
}
