//! The data folder: where its files are and who owns it. The lock is ours and
//! is taken before the database is opened, so that two programs never share it.

use crate::error::{Error, Result};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// A data folder that this process owns.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Creates the folder if needed and takes its lock.
    ///
    /// # Errors
    /// `InUse` when another process owns it, `OnNetwork` and `Synced` when it is no place
    /// for records, `File` when it cannot be made.
    pub fn own(path: &Path) -> Result<Self> {
        crate::place::check(path)?;
        fs::create_dir_all(path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path.join("desk.lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_owned(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Lets nobody but the owner of the program read a file of the folder; what
    /// SQLite puts beside the database takes its mode from it.
    ///
    /// # Errors
    /// What the file system reports.
    #[cfg(unix)]
    pub(crate) fn keep_private(&self, file: &Path) -> Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        Ok(fs::set_permissions(
            file,
            fs::Permissions::from_mode(0o600),
        )?)
    }

    /// On Windows the folder's own list of rights is inherited.
    #[cfg(not(unix))]
    pub(crate) fn keep_private(&self, _file: &Path) -> Result<()> {
        Ok(())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The encrypted database.
    pub fn database(&self) -> PathBuf {
        self.path.join("desk.db")
    }
}
