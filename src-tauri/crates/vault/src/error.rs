//! What can go wrong with the encrypted store, each kind its own variant
//! because the desk does something different for each.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A failure of the store. Never carries SQL text, keys or values of a row.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No slot of that account, or the secret does not open it.
    #[error("the account or its secret is wrong")]
    WrongSecret,
    /// The folder holds no key file yet.
    #[error("the folder holds no vault")]
    Absent,
    /// The folder already holds a key file.
    #[error("the folder already holds a vault")]
    Exists,
    /// Another process owns the folder.
    #[error("another program has this folder open")]
    InUse,
    /// The folder lies on another computer's drive; the file system.
    #[error("the folder lies on a network drive ({0})")]
    OnNetwork(String),
    /// A program copies the folder elsewhere; the program.
    #[error("the folder is copied elsewhere by {0}")]
    Synced(&'static str),
    /// The path of the folder is too long; its bytes.
    #[error("the path of the folder is too long ({0} bytes)")]
    TooDeep(usize),
    /// A place in the file system may not be written by who runs the program.
    #[error("{} cannot be written", .0.display())]
    ReadOnly(PathBuf),
    /// The key file or the database does not read as what it should be.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The master key was being replaced when the program was cut off, and this secret
    /// opens the old one only: somebody with a new one has to finish it.
    #[error("the replacement of the key is not finished")]
    Unfinished,
    /// A database is there, and its key file is gone.
    #[error("the key file is gone")]
    KeysGone,
    /// A restore has begun and could not be finished: nothing may be opened before it is.
    #[error("a restore is not finished")]
    RestoreUnfinished,
    /// The key file is older than the one the database and the head file note: only a printed
    /// code opens it.
    #[error("the key file is older than the one in force")]
    OldKeys,
    /// Another program changed the key file meanwhile.
    #[error("another program changed the key file")]
    KeysChanged,
    /// A file that should be a backup is none, or was changed.
    #[error("not a whole backup: {0}")]
    Backup(&'static str),
    /// The file was written by a newer program.
    #[error("the file needs a newer program")]
    Newer,
    /// A parameter read from the key file lies outside what we accept.
    #[error("key parameters outside the accepted bounds")]
    Bounds,
    /// An account already has a slot, or the last administrator or recovery slot would go.
    #[error("the key slots must keep one administrator and two recovery codes")]
    Slots,
    /// A unique key or a check of the schema was violated.
    #[error("a constraint of the schema was violated")]
    Conflict,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// A write that left no journal entry; a fault of the program, rolled back.
    #[error("a change without a journal entry was refused")]
    Unjournaled,
    /// A stored value has not the type or shape the program expects.
    #[error("column {0} does not hold what it should")]
    Shape(String),
    /// Everything else the database reports.
    #[error("database: {0}")]
    Database(String),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] io::Error),
}

impl Error {
    /// What a write at this place failed with.
    pub(crate) fn writing(place: &Path, error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly(place.to_owned())
            }
            _ => Self::File(error),
        }
    }
}

impl Error {
    /// Whether it says that the disk is full, or may be for that reason: SQLite has more than
    /// one word for it.
    pub fn may_be_full(&self) -> bool {
        match self {
            Self::Full | Self::Database(_) => true,
            other => other.is_full(),
        }
    }

    /// Whether it says that the disk, or what its user may take of it, is full.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Full => true,
            Self::File(error) => matches!(
                error.kind(),
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded
            ),
            _ => false,
        }
    }
}

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
