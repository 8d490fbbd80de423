//! `faults`: power cuts, killed processes, failing disks, done to the real commands.

use crate::place;
use crate::steps::{Outcome, Steps, cargo};
use std::process::Command;

/// Builds the harness and runs it; `args` are its own.
pub fn faults(steps: &mut Steps, name: &str, args: &[String]) -> Outcome {
    if !cfg!(target_os = "linux") {
        println!("\nThe faults are injected below Linux's file calls: left out on this system.");
        return Ok(());
    }
    steps.command(
        "build the faults",
        &mut cargo(&["build", "--locked", "--workspace", "--bin", "faults"]),
    )?;
    steps.command(name, Command::new(place::built("faults")).args(args))
}

/// The long figures.
pub fn long(steps: &mut Steps, args: &[String]) -> Outcome {
    let mut all = vec!["--long".to_owned()];
    all.extend_from_slice(args);
    faults(steps, "faults, long figures", &all)?;
    steps.table();
    Ok(())
}
