//! `run`: a window for whoever sits before one; the tour for a machine without.

use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps};
use crate::test::{build_window, journeys};
use crate::{display, place, ui};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The journey that is the tour, in `tests/tests/window.rs`.
const TOUR: &str = "one_whole_visit";

/// Builds and shows. `args` go to the window.
pub fn run(steps: &mut Steps, args: &[String]) -> Outcome {
    let shown = display::is_there();
    provision(steps, if shown { Proving::No } else { Proving::Yes })?;
    ui::build(steps)?;
    build_window(steps)?;
    if shown {
        steps.table();
        println!(
            "\nThe window opens; administrators also have {}",
            place::built("deskctl").display()
        );
        let status = Command::new(place::built("shouwen")).args(args).status();
        let status = status.map_err(|error| format!("the window does not start: {error}"))?;
        return if status.success() {
            Ok(())
        } else {
            Err(format!("the window ended with {status}"))
        };
    }
    println!(
        "\nThere is no display: one whole visit is taken through the window on a screen of its own."
    );
    let left = place::target().join("tour").join(TOUR);
    if left.exists() {
        std::fs::remove_dir_all(&left).map_err(|error| format!("{}: {error}", left.display()))?;
    }
    steps.command("the tour", journeys().args(["--", TOUR, "--nocapture"]))?;
    steps.table();
    list(&left)
}

fn list(folder: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    if files.is_empty() {
        return Err(format!("the tour left nothing in {}", folder.display()));
    }
    println!("\nScreenshots, voucher and ledger of the tour:");
    for file in files {
        println!("  {}", file.display());
    }
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
