//! What the desk asks of the machine: the time, randomness, paper, files for people,
//! and which file or folder a person means.

use crate::args::Answers;
use crate::print;
use crate::ticks::ticks;
use crate::window::driven;
use api::{KeepFault, Machine, PrintJob, SpoolFault};
use rand::TryRng;
use rand::rngs::SysRng;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Where the time comes from.
#[derive(Clone, Copy)]
pub enum Clock {
    /// The computer's own clock.
    Own,
    /// A moment (UTC ms) that was handed in when the counter stood at `since`.
    From {
        /// The moment.
        at: i64,
        /// Where the counter stood.
        since: i64,
    },
}

impl Clock {
    /// Runs on from a moment, or is the computer's own.
    pub fn starting(at: Option<i64>) -> Self {
        at.map_or(Self::Own, |at| Self::From { at, since: ticks() })
    }

    fn now(self) -> i64 {
        match self {
            Self::From { at, since } => at.saturating_add(ticks() - since),
            Self::Own => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| {
                    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
                }),
        }
    }
}

/// This computer.
pub struct ThisMachine {
    clock: Clock,
    exports: PathBuf,
    dialogs: Option<AppHandle>,
    answers: Answers,
}

impl ThisMachine {
    /// `exports` is made when the first file is kept.
    pub const fn new(exports: PathBuf, clock: Clock) -> Self {
        Self {
            clock,
            exports,
            dialogs: None,
            answers: Answers {
                backup: None,
                folder: None,
            },
        }
    }

    /// The same with somebody to ask.
    pub fn asking(self, app: AppHandle, answers: Answers) -> Self {
        Self {
            dialogs: Some(app),
            answers,
            ..self
        }
    }

    /// The system's dialog; calls wait for it away from the thread that draws.
    fn ask(
        &self,
        pick: impl FnOnce(FileDialogBuilder<tauri::Wry>) -> Option<FilePath>,
    ) -> Option<PathBuf> {
        let app = self.dialogs.as_ref()?;
        pick(app.dialog().file()).and_then(|chosen| chosen.into_path().ok())
    }
}

impl Machine for ThisMachine {
    fn now(&self) -> i64 {
        self.clock.now()
    }

    // A journey through the window also sets real folders up; a release is never driven.
    fn handed_in(&self) -> bool {
        !matches!(self.clock, Clock::Own) && !driven()
    }

    fn ticks(&self) -> i64 {
        ticks()
    }

    fn fill(&self, bytes: &mut [u8]) {
        if SysRng.try_fill_bytes(bytes).is_err() {
            // Keys from a source that failed would look like keys: ending is the safe answer.
            tracing::error!("the operating system gives no randomness");
            std::process::abort();
        }
    }

    fn spool(&self, job: &PrintJob<'_>) -> Result<String, SpoolFault> {
        print::spool(job)
    }

    fn keep_file(&self, name: &str, bytes: &[u8]) -> Result<String, KeepFault> {
        fs::create_dir_all(&self.exports).map_err(|error| fault(&error))?;
        keep(&self.exports, name, bytes)
            .map(|path| path.display().to_string())
            .map_err(|error| fault(&error))
    }

    fn choose_backup(&self) -> Option<PathBuf> {
        if self.answers.backup.is_some() {
            return self.answers.backup.clone();
        }
        self.ask(|dialog| {
            dialog
                .add_filter("首问 Shouwen", &["backup"])
                .blocking_pick_file()
        })
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        if self.answers.folder.is_some() {
            return self.answers.folder.clone();
        }
        self.ask(FileDialogBuilder::blocking_pick_folder)
    }
}

fn keep(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = plain_name(name);
    for attempt in 1..1000 {
        let path = folder.join(numbered(&name, attempt));
        let mut file = match create_new(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => continue,
            opened => opened?,
        };
        return match file.write_all(bytes).and_then(|()| file.sync_all()) {
            Ok(()) => Ok(path),
            Err(error) => {
                // Half a ledger must not lie where a whole one is looked for.
                let _ = fs::remove_file(&path);
                Err(error)
            }
        };
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A name that stays in its folder on every system.
fn plain_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|letter| {
            if letter.is_control() || "/\\:*?\"<>|".contains(letter) {
                '_'
            } else {
                letter
            }
        })
        .collect();
    match name.trim_matches([' ', '.']) {
        "" => "_".to_owned(),
        name => name.to_owned(),
    }
}

/// `ledger.csv`, `ledger (2).csv`, …
fn numbered(name: &str, attempt: u32) -> String {
    if attempt == 1 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem} ({attempt}).{extension}"),
        None => format!("{name} ({attempt})"),
    }
}

fn fault(error: &io::Error) -> KeepFault {
    tracing::warn!(kind = ?error.kind(), "a file could not be kept");
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            KeepFault::Full
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => KeepFault::Denied,
        _ => KeepFault::Other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{Clock, Machine, ThisMachine, plain_name};
    use std::fs;
    use std::path::Path;

    fn on_a_new_folder(test: impl FnOnce(ThisMachine, &Path)) {
        let folder =
            std::env::temp_dir().join(format!("shouwen-keep-{}-{:p}", std::process::id(), &test));
        test(ThisMachine::new(folder.clone(), Clock::Own), &folder);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_kept_file_is_never_overwritten() {
        on_a_new_folder(|machine, folder| {
            assert!(machine.keep_file("ledger.csv", b"one").is_ok());
            assert!(
                machine
                    .keep_file("ledger.csv", b"two")
                    .is_ok_and(|path| path.ends_with("ledger (2).csv"))
            );
            assert_eq!(fs::read(folder.join("ledger.csv")).unwrap(), b"one");
            assert_eq!(fs::read(folder.join("ledger (2).csv")).unwrap(), b"two");
        });
    }

    #[test]
    fn a_name_cannot_leave_its_folder() {
        for name in ["../x", "..\\x", "a/b", "C:x", "..", "", "a\0b"] {
            let plain = plain_name(name);
            assert!(
                !plain.contains(['/', '\\', ':', '\0']) && plain != ".." && !plain.is_empty(),
                "{plain}"
            );
        }
    }

    #[test]
    fn a_clock_that_was_handed_in_runs_on_with_the_counter() {
        let leap_day = 1_835_366_400_000;
        let machine = ThisMachine::new("unused".into(), Clock::starting(Some(leap_day)));
        let first = (machine.ticks(), machine.now());
        assert!((leap_day..leap_day + 5_000).contains(&first.1));
        std::thread::sleep(std::time::Duration::from_millis(30));
        let passed = (machine.ticks() - first.0, machine.now() - first.1);
        assert!(
            passed.1 >= 29 && (passed.0 - passed.1).abs() < 5,
            "{passed:?}"
        );
    }

    #[test]
    fn randomness_is_not_the_same_twice() {
        let machine = ThisMachine::new("unused".into(), Clock::Own);
        let (mut one, mut two) = ([0; 32], [0; 32]);
        machine.fill(&mut one);
        machine.fill(&mut two);
        assert_ne!(one, two);
    }
}
