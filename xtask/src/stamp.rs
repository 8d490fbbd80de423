//! A second run is quick: what has not changed is not done again.

use crate::place;
use crate::steps::Outcome;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// The fingerprint of some sources, compared with that of the last success.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Reads all files below `sources`; folders named in `except` are left out.
    pub fn of(name: &str, sources: &[PathBuf], except: &[&str]) -> Outcome<Self> {
        let mut hash = Sha256::new();
        for source in sources {
            feed(&mut hash, source, except)?;
        }
        let now = hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let file = place::target().join("stamps").join(name);
        Ok(Self { file, now })
    }

    /// Whether the last success saw exactly these sources.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|before| before == self.now)
    }

    /// Notes a success.
    pub fn save(&self) -> Outcome {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.file, &self.now))
            .map_err(|error| format!("{}: {error}", self.file.display()))
    }
}

fn feed(hash: &mut Sha256, path: &Path, except: &[&str]) -> Outcome {
    let fault = |error: std::io::Error| format!("{}: {error}", path.display());
    if path.is_dir() {
        let entries: Result<Vec<_>, _> = fs::read_dir(path)
            .map_err(fault)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect();
        let mut entries = entries.map_err(fault)?;
        entries.sort();
        for entry in entries {
            let name = entry.file_name().unwrap_or_default().to_string_lossy();
            if !except.contains(&name.as_ref()) {
                feed(hash, &entry, except)?;
            }
        }
    } else if path.is_file() {
        let bytes = fs::read(path).map_err(fault)?;
        // Name and length first, so that moving a line between files is a change.
        hash.update(format!("{}\0{}\0", path.display(), bytes.len()));
        hash.update(&bytes);
    }
    Ok(())
}
