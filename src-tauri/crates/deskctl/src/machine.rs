//! This computer as the command line lends it to the desk: no printer.

use crate::failure::Failure;
use crate::files;
use api::{KeepFault, Machine, PrintJob, SpoolFault};
use rand::TryRng;
use rand::rngs::SysRng;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Where files for people go.
pub enum Exports {
    /// Into a folder, under a name that is not taken.
    Folder(PathBuf),
    /// To this place, which somebody chose.
    File(PathBuf),
}

/// Clock, randomness and a place for exports.
pub struct ThisMachine {
    /// Where exports go.
    pub exports: Exports,
    /// The backup that was named, where the window would ask for one.
    pub backup: Option<PathBuf>,
}

impl Machine for ThisMachine {
    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
    }

    fn ticks(&self) -> i64 {
        static START: OnceLock<Instant> = OnceLock::new();
        let passed = START.get_or_init(Instant::now).elapsed();
        i64::try_from(passed.as_millis()).unwrap_or(i64::MAX)
    }

    fn fill(&self, bytes: &mut [u8]) {
        if SysRng.try_fill_bytes(bytes).is_err() {
            // Keys from a source that failed would look like keys: ending is the safe answer.
            eprintln!("系统不提供随机数 / the operating system gives no randomness");
            std::process::abort();
        }
    }

    fn spool(&self, _: &PrintJob<'_>) -> Result<String, SpoolFault> {
        Err(SpoolFault::NotSupported)
    }

    fn keep_file(&self, name: &str, bytes: &[u8]) -> Result<String, KeepFault> {
        match &self.exports {
            Exports::File(path) => keep(path, bytes).map_err(|failure| fault(&failure)),
            Exports::Folder(folder) => keep_in(folder, name, bytes),
        }
    }

    fn choose_backup(&self) -> Option<PathBuf> {
        self.backup.clone()
    }
}

fn keep(path: &Path, bytes: &[u8]) -> Result<String, Failure> {
    files::fill(files::create(path)?, path, bytes)?;
    Ok(path.display().to_string())
}

fn keep_in(folder: &Path, name: &str, bytes: &[u8]) -> Result<String, KeepFault> {
    let plain = name.replace(['/', '\\', ':', '\0'], "_");
    for attempt in 1..1000 {
        let name = match (attempt, plain.rsplit_once('.')) {
            (1, _) => plain.clone(),
            (n, Some((stem, extension))) => format!("{stem} ({n}).{extension}"),
            (n, None) => format!("{plain} ({n})"),
        };
        match keep(&folder.join(name), bytes) {
            Err(Failure::File {
                code: "file_exists",
                ..
            }) => {}
            done => return done.map_err(|failure| fault(&failure)),
        }
    }
    Err(KeepFault::Other)
}

fn fault(failure: &Failure) -> KeepFault {
    match failure {
        Failure::File {
            code: "file_disk_full",
            ..
        } => KeepFault::Full,
        Failure::File {
            code: "file_denied",
            ..
        } => KeepFault::Denied,
        _ => KeepFault::Other,
    }
}
