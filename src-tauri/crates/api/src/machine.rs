//! What the desk asks of the machine it runs on. The shell and the command line
//! implement it; nothing below reads a clock, takes randomness or writes a file.

use std::path::PathBuf;

/// Clocks, randomness, printer and the place for exports.
pub trait Machine: Send + Sync {
    /// Now, UTC milliseconds.
    fn now(&self) -> i64;

    /// Whether `now` runs on from a moment that somebody handed in: training folders only.
    fn handed_in(&self) -> bool {
        false
    }

    /// Milliseconds of a counter that nobody can set and that runs on while the
    /// computer sleeps, wherever the system has one; from any beginning.
    fn ticks(&self) -> i64;

    /// Fills with bytes of the operating system's generator.
    fn fill(&self, bytes: &mut [u8]);

    /// Hands a PDF to the system's spooler; answers the job's name only when
    /// the spooler took it.
    ///
    /// # Errors
    /// What the spooler said.
    fn spool(&self, job: &PrintJob<'_>) -> Result<String, SpoolFault>;

    /// Writes an export where the person will find it, under a name that is
    /// not taken; answers the full path.
    ///
    /// # Errors
    /// What the file system said.
    fn keep_file(&self, name: &str, bytes: &[u8]) -> Result<String, KeepFault>;

    /// Lets the person choose a backup file; `None` when they chose none or there is
    /// nobody to ask.
    fn choose_backup(&self) -> Option<PathBuf> {
        None
    }

    /// Lets the person choose a folder, as `choose_backup`.
    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }
}

/// A document for the printer.
#[derive(Debug, Clone, Copy)]
pub struct PrintJob<'a> {
    /// What the spooler's list shows; never personal.
    pub title: &'a str,
    /// The document.
    pub pdf: &'a [u8],
    /// Which printer; the system's default when `None`.
    pub printer: Option<&'a str>,
    /// How many copies.
    pub copies: u8,
    /// The paper.
    pub media: Media,
}

/// Paper of a print job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
    /// 80 mm roll.
    Roll80,
}

/// Why the spooler did not take a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpoolFault {
    /// No printer is set up.
    NoPrinter,
    /// The spooler said no; its words are for the log only.
    Refused(String),
    /// This system cannot print from here.
    NotSupported,
}

/// Why a file was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepFault {
    /// The disk is full.
    Full,
    /// The folder is not writable.
    Denied,
    /// Anything else.
    Other,
}
