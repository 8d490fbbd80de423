//! Where things lie.

use std::path::{Path, PathBuf};

/// The checkout.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder cargo builds into: this program lies in its `debug` folder.
pub fn target() -> PathBuf {
    let exe = std::env::current_exe().unwrap_or_default();
    let found = exe.parent().and_then(Path::parent).map(Path::to_owned);
    found.unwrap_or_else(|| root().join("target"))
}

/// A program cargo built there.
pub fn built(name: &str) -> PathBuf {
    target()
        .join("debug")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
