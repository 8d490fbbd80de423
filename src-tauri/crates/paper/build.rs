//! Writes the words of `words/<wing>/<subject>.toml` as tables of this crate.

#[path = "src/vocabulary/gather.rs"]
mod gather;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=words");
    match written() {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}

fn written() -> Result<(), String> {
    let mut found = Vec::new();
    for wing in inside(Path::new("words"))?.iter().filter(|w| w.is_dir()) {
        let subjects = inside(wing)?.into_iter();
        for subject in subjects.filter(|s| s.extension().is_some_and(|e| e == "toml")) {
            let text = std::fs::read_to_string(&subject);
            let text = text.map_err(|e| format!("{}: {e}", subject.display()))?;
            found.push((subject.display().to_string(), text));
        }
    }
    let out = std::env::var("OUT_DIR").map_err(|e| format!("OUT_DIR: {e}"))?;
    let rust = gather::rust(&gather::gather(&found)?);
    std::fs::write(Path::new(&out).join("sets.rs"), rust).map_err(|e| format!("sets.rs: {e}"))
}

/// What lies in a folder, in the order of the names: a build is the same everywhere.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).and_then(|entries| {
        let paths = entries.map(|entry| entry.map(|entry| entry.path()));
        paths.collect::<Result<Vec<_>, _>>()
    });
    let mut paths = entries.map_err(|e| format!("{}: {e}", folder.display()))?;
    paths.sort();
    Ok(paths)
}
