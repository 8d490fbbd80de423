//! `package`: an installer for the system this runs on (deb, rpm and AppImage on Linux; app and dmg
//! on macOS; msi and setup on Windows), made by Tauri's own bundler, and beside it the bill of
//! materials. Unsigned.

use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps, answer_of, cargo};
use crate::{place, supply, ui};

/// Builds with optimisation and bundles.
pub fn package(steps: &mut Steps) -> Outcome {
    if answer_of(&mut cargo(&["tauri", "--version"])).is_none() {
        return Err(
            "the bundler is missing: cargo install tauri-cli --version '^2.12' --locked".to_owned(),
        );
    }
    provision(steps, Proving::No)?;
    supply::check(steps, supply::Lists::Renewed)?;
    ui::build(steps)?;
    let mut bundle = cargo(&["tauri", "build"]);
    bundle.current_dir(place::root().join("src-tauri"));
    steps.command("bundle", &mut bundle)?;
    supply::sbom(steps)?;
    steps.table();
    println!(
        "\nUnsigned installers: {}",
        place::target().join("release/bundle").display()
    );
    Ok(())
}
