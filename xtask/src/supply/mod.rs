//! What we stand on: what may be in it, how old it may be, whose it is, and the list of it.

mod deny;
mod floors;
mod made_of;
mod notices;
mod sbom;

pub use deny::{Lists, check};
pub use notices::write as notices;
pub use sbom::write as sbom;

use crate::steps::{Outcome, cargo};
use serde_json::Value;
use std::path::Path;

/// What a command of cargo's says; it looks at nothing but what is on this machine.
fn cargo_says(args: &[&str]) -> Outcome<String> {
    let mut command = cargo(args);
    command.args(["--locked", "--offline"]);
    let output = command
        .output()
        .map_err(|error| format!("{command:?} does not start: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let why = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?}: {why}"))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn parsed(path: &Path) -> Outcome<Value> {
    serde_json::from_str(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// Leaves the file alone when it already says so: what is made from it stays current.
fn write(path: &Path, text: &str) -> Outcome {
    if std::fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}
