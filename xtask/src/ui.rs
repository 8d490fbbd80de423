//! The page: its packages, the fonts for paper that come with them, and its build.
//! All three come before the shell, which bakes them in.

use crate::stamp::Stamp;
use crate::steps::{Outcome, Steps};
use crate::{place, supply};
use std::path::PathBuf;
use std::process::Command;

/// Does what has changed since the last time.
pub fn build(steps: &mut Steps) -> Outcome {
    let ui = folder();
    let packages = Stamp::of("ui-packages", &[ui.join("package-lock.json")], &[])?;
    if !packages.is_current() || !ui.join("node_modules").is_dir() {
        steps.command(
            "npm ci",
            &mut npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        )?;
        packages.save()?;
    }
    // The script compares what is there by hash, so it is quick the second time.
    let mut fonts = Command::new("node");
    fonts.current_dir(&ui).arg("scripts/fonts.mjs");
    steps.command("fonts for paper", &mut fonts)?;
    supply::notices(steps)?;
    let page = Stamp::of(
        "ui-page",
        std::slice::from_ref(&ui),
        &["node_modules", "dist"],
    )?;
    if !page.is_current() || !ui.join("dist/index.html").is_file() {
        steps.command("page: types and build", &mut npm(&["run", "build"]))?;
        page.save()?;
    }
    Ok(())
}

/// A script of the page's package.json.
pub fn script(steps: &mut Steps, name: &str) -> Outcome {
    steps.command(&format!("page: {name}"), &mut npm(&["run", name]))
}

fn folder() -> PathBuf {
    place::root().join("ui")
}

fn npm(args: &[&str]) -> Command {
    // npm is a batch file on Windows.
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = Command::new(name);
    npm.current_dir(folder()).args(args);
    npm
}
