//! The open vault: one writer, readers beside it, and the head noted outside of it.

mod alarm;
mod later;
mod open;
mod staged;
mod unsealed;

use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::journal::Head;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::tx::{ReadTx, WriteTx};
use crate::watch::{Watch, note_head};
pub use open::NewVault;
use std::cell::Cell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
pub use unsealed::{Proven, Unsealed};

/// An unlocked store. Dropping it closes the database and wipes the keys.
pub struct Vault {
    pub(crate) folder: Arc<Folder>,
    pub(crate) file: Mutex<KeyFile>,
    /// Number of the key file that the database notes, once it does.
    noted: Mutex<Option<u64>>,
    /// Replaced by rotation only.
    pub(crate) keys: Mutex<Arc<Keyring>>,
    pub(crate) writer: Mutex<Db>,
    readers: Mutex<Vec<Db>>,
    /// Every read holds it shared, rotation alone: readers know one key only.
    pub(crate) still: RwLock<()>,
    pub(crate) watch: Mutex<Watch>,
}

/// How long nothing may be committed before the log is folded in, ms.
const QUIET: i64 = 5_000;

impl Vault {
    /// Reads one consistent view; does not wait for the writer. Reads are not nested.
    ///
    /// # Errors
    /// Of the database or of `run`.
    pub fn read<T, E: From<Error>>(
        &self,
        run: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _still = self.still.read().unwrap_or_else(PoisonError::into_inner);
        let keys = self.keyring();
        let idle = lock(&self.readers).pop();
        let mut db = match idle {
            Some(db) => db,
            None => Db::open(&self.folder.database(), &keys.db, Use::Reader)?,
        };
        let answer = db.read(|tx| run(&ReadTx { tx, keys: &keys }));
        lock(&self.readers).push(db);
        answer
    }

    /// The only door to a change: begins, runs, commits, notes the head outside; any
    /// error rolls back. A change without a journal entry is refused. An engine that many
    /// share may refuse a change that ran beside another: then nothing of it has happened,
    /// and `run` is called again from the start.
    ///
    /// # Errors
    /// Of the database or of `run`; `Unjournaled`.
    pub fn write<T, E: From<Error>>(
        &self,
        mut run: impl FnMut(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = lock(&self.writer);
        self.refuse_halted()?;
        let keys = self.keyring();
        let laid = Cell::new(false);
        let written = writer.write(|tx| {
            let change = WriteTx::new(tx, &keys);
            let value = run(&change)?;
            if change.noted.get() == 0 {
                return Err(Error::Unjournaled.into());
            }
            let next = self.lay(tx, &keys, change.staged.take(), &laid)?;
            Ok::<_, E>((value, change.head.take(), next))
        });
        let (value, head, next) = written.inspect_err(|_| {
            if laid.get() {
                self.take_back(&mut writer);
            }
        })?;
        self.put_in_place(next);
        self.committed(&keys, head);
        Ok(value)
    }

    /// Notes the head outside the database. That it could not be written is no reason
    /// to call a committed change failed: the head may be behind, and is tried again.
    pub(crate) fn committed(&self, keys: &Keyring, head: Option<(Head, i64)>) {
        let file = self.lock_file().clone();
        let mut watch = lock(&self.watch);
        watch.dirty = true;
        watch.quiet_since = None;
        if head.is_some() {
            watch.late = head;
        }
        note_head(&self.folder, &file, keys, &mut watch);
    }

    /// Folds the log into the database once nothing was committed for five seconds;
    /// for a clock that ticks now and then. `now` is UTC ms.
    ///
    /// # Errors
    /// Of the database.
    pub fn tidy(&self, now: i64) -> Result<()> {
        {
            let mut watch = lock(&self.watch);
            if !watch.dirty {
                return Ok(());
            }
            let since = *watch.quiet_since.get_or_insert(now);
            if (0..QUIET).contains(&(now - since)) {
                return Ok(());
            }
        }
        self.fold_log()
    }

    /// Folds the log into the database, and closes the readers; before closing.
    ///
    /// # Errors
    /// Of the database.
    pub fn checkpoint(&self) -> Result<()> {
        lock(&self.readers).clear();
        self.fold_log()
    }

    fn fold_log(&self) -> Result<()> {
        let writer = lock(&self.writer);
        writer.fold()?;
        let file = self.lock_file().clone();
        let keys = self.keyring();
        let mut watch = lock(&self.watch);
        note_head(&self.folder, &file, &keys, &mut watch);
        watch.dirty = false;
        watch.quiet_since = None;
        Ok(())
    }

    /// Takes back a vault whose set-up failed before anybody used it.
    ///
    /// # Errors
    /// Of the files.
    pub fn abandon(self) -> Result<()> {
        let folder = Arc::clone(&self.folder);
        drop(self);
        folder.empty()
    }

    pub(crate) fn refuse_halted(&self) -> Result<()> {
        if lock(&self.watch).halted {
            Err(Error::Unfinished)
        } else {
            Ok(())
        }
    }

    /// Whether a change of the keys did not come to its end, so that only opening the
    /// vault anew tells which keys are in force.
    pub fn halted(&self) -> bool {
        lock(&self.watch).halted
    }

    pub(crate) fn close_for_good(&self) {
        lock(&self.watch).halted = true;
    }

    pub(crate) fn reopened(&self) {
        lock(&self.watch).halted = false;
    }

    /// The folder it lives in.
    pub fn folder(&self) -> &Arc<Folder> {
        &self.folder
    }

    pub(crate) fn keyring(&self) -> Arc<Keyring> {
        Arc::clone(&lock(&self.keys))
    }

    pub(crate) fn close_readers(&self) {
        lock(&self.readers).clear();
    }

    pub(crate) fn lock_file(&self) -> MutexGuard<'_, KeyFile> {
        lock(&self.file)
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
