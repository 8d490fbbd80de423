//! Where one window's records, exports and papers lie.

use super::Step;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Where a window keeps its vault and where its exports arrive. Goes when it is dropped.
pub struct Folders {
    root: PathBuf,
}

impl Folders {
    /// New, empty folders; a journey may prepare them before the window opens.
    pub fn temporary() -> Step<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short: a socket's path has room for about a hundred bytes.
        let root = std::env::temp_dir().join(format!("shouwen-{}-{n}", std::process::id()));
        let folders = Self { root };
        std::fs::create_dir_all(folders.data())?;
        std::fs::create_dir_all(folders.exports())?;
        Ok(folders)
    }

    /// The folder that holds the others.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the application was given as `--data`.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }

    /// What the application was given as `--exports`.
    #[must_use]
    pub fn exports(&self) -> PathBuf {
        self.root.join("exports")
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}
