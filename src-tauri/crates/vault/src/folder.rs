//! The data folder: where its files are and who owns it. The lock is ours and
//! is taken before the database is opened, so that two programs never share it.

use crate::backup::finish_swap;
use crate::error::{Error, Result};
use crate::keyfile::KeyFile;
use crate::replace::{private_folder, rename, replace_file, sync_folder};
use crate::{head, keyplace};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) const DATABASE: &str = "desk.db";
/// Lies there from the beginning of a set-up to its end.
const BEGUN: &str = "setup.begun";
/// Lies there from the first time on that a program owned the folder.
const LOCK: &str = "desk.lock";

/// A data folder that this process owns.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _locks: Vec<File>,
    looked: AtomicBool,
}

impl Folder {
    /// Creates the folder if needed, takes its lock, and finishes a restore that was
    /// cut off.
    ///
    /// # Errors
    /// `InUse` when another process owns it, `OnNetwork` and `Synced` when it is no place
    /// for records, `ReadOnly` when it or one of its files may not be written.
    pub fn own(path: &Path) -> Result<Self> {
        crate::place::check(path)?;
        private_folder(path)?;
        let mut locks = vec![lock_file(&path.join(LOCK))?];
        // A lock file that somebody deletes keeps nobody out; the folder stays itself.
        #[cfg(unix)]
        locks.push(File::open(path)?);
        for lock in &mut locks {
            match lock.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::InUse),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
        finish_swap(path).map_err(|_| Error::RestoreUnfinished)?;
        every_file_takes_writes(path)?;
        Ok(Self {
            path: path.to_owned(),
            _locks: locks,
            looked: AtomicBool::new(false),
        })
    }

    /// As `own`, where a desk is: a place that was mistyped is not made one.
    ///
    /// # Errors
    /// `Absent` where nothing of a desk lies; those of `own`.
    pub fn own_existing(path: &Path) -> Result<Self> {
        if Self::is_one(path) {
            Self::own(path)
        } else {
            Err(Error::Absent)
        }
    }

    /// Whether anything of a desk lies at a place. What cannot be looked into may be one.
    fn is_one(path: &Path) -> bool {
        let ours = [DATABASE, BEGUN, LOCK, head::NAME];
        let keys = [keyplace::NAME, keyplace::COPY, keyplace::NEXT];
        ours.iter()
            .chain(&keys)
            .any(|name| !matches!(path.join(name).try_exists(), Ok(false)))
    }

    /// Whether a database lies in a folder without any key file, readable or not, and is not
    /// what a set-up left that was cut off.
    pub fn lacks_keys(path: &Path) -> bool {
        path.join(DATABASE).exists() && !KeyFile::exists(path) && !path.join(BEGUN).exists()
    }

    /// A set-up begins: what it leaves when it is cut off is told from a lost key file.
    pub(crate) fn begin_set_up(&self) -> Result<()> {
        replace_file(&self.path.join(BEGUN), b"")
    }

    /// The set-up is at its end.
    pub(crate) fn end_set_up(&self) {
        drop(fs::remove_file(self.path.join(BEGUN)));
    }

    /// Finishes a restore that was cut off or could not be finished when it was asked for.
    ///
    /// # Errors
    /// `RestoreUnfinished`: nothing may be opened before it is.
    pub fn finish_restore(&self) -> Result<()> {
        match finish_swap(&self.path) {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::RestoreUnfinished),
        }
    }

    /// Whether this process has not yet looked at every page of the database.
    pub(crate) fn first_look(&self) -> bool {
        !self.looked.swap(true, Ordering::Relaxed)
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

    /// What a set-up left that was cut off is kept under another name.
    pub(crate) fn set_aside_orphan(&self) -> Result<()> {
        let left = |end: &&&str| self.path.join(format!("{DATABASE}{end}")).exists();
        let ends: Vec<_> = ["", "-wal", "-shm"].iter().filter(left).collect();
        if ends.is_empty() {
            return Ok(());
        }
        let aside =
            |number: u32, end: &str| self.path.join(format!("desk.orphan-{number}.db{end}"));
        let free = |number: &u32| {
            ["", "-wal", "-shm"]
                .iter()
                .all(|end| !aside(*number, end).exists())
        };
        let number = (1..1000).find(free).ok_or(Error::Exists)?;
        for end in ends {
            rename(
                &self.path.join(format!("{DATABASE}{end}")),
                &aside(number, end),
            )?;
        }
        sync_folder(&self.path)
    }

    /// Removes the files of a vault; backups stay.
    pub(crate) fn empty(&self) -> Result<()> {
        let logs = ["desk.db-wal", "desk.db-shm"];
        let keys = [keyplace::NAME, keyplace::COPY, keyplace::NEXT];
        for name in keys
            .iter()
            .chain(&[head::NAME, DATABASE, BEGUN])
            .chain(&logs)
        {
            let path = self.path.join(name);
            if path.exists() {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The encrypted database.
    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Where backups lie.
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }
}

/// The lock file, which on Windows nobody can delete while it is open.
fn lock_file(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(false);
    #[cfg(windows)]
    {
        const READ_AND_WRITE: u32 = 0x1 | 0x2;
        std::os::windows::fs::OpenOptionsExt::share_mode(&mut options, READ_AND_WRITE);
    }
    options
        .open(path)
        .map_err(|error| Error::writing(path, error))
}

/// The database would only say so in the middle of somebody's work.
fn every_file_takes_writes(path: &Path) -> Result<()> {
    let logs = ["desk.db-wal", "desk.db-shm"];
    let keys = [keyplace::NAME, keyplace::COPY];
    for name in keys.iter().chain(&[head::NAME, DATABASE]).chain(&logs) {
        let file = path.join(name);
        if file.is_file() {
            File::options()
                .append(true)
                .open(&file)
                .map_err(|error| Error::writing(&file, error))?;
        }
    }
    Ok(())
}
