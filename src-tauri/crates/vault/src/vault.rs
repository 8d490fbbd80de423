//! The open vault: one writer, readers beside it, and the head noted outside of it.

use crate::acts;
use crate::backup;
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::head::{Alarm, HeadFile};
use crate::journal::{self, Entry, Head};
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::keys::{Cost, Entropy, MasterKey};
use crate::migrate::{self, Migration};
use crate::recovery::{Code, new_code};
use crate::slots::Kind;
use crate::tx::{ReadTx, WriteTx};
use crate::watch::{Watch, note_head, watch};
use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// What a new vault starts with.
pub struct NewVault<'a> {
    /// The institution's name, shown on the lock screen.
    pub label: &'a str,
    /// Made-up data for practice only.
    pub training: bool,
    /// Staff number of the first administrator.
    pub account: &'a str,
    /// Their password.
    pub password: &'a str,
    /// Costs of every slot, from `calibrate`.
    pub cost: Cost,
}

/// A key file that a secret has opened; the database is not open yet.
#[derive(Clone)]
pub struct Unsealed {
    pub(crate) file: KeyFile,
    pub(crate) masters: Vec<MasterKey>,
}

impl Unsealed {
    /// What stands in the key file.
    pub fn key_file(&self) -> &KeyFile {
        &self.file
    }
}

/// An unlocked store. Dropping it closes the database and wipes the keys.
pub struct Vault {
    pub(crate) folder: Arc<Folder>,
    pub(crate) file: Mutex<KeyFile>,
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
    /// Sets up a vault in an owned folder. The key file is written last: until
    /// then nothing counts as set up.
    ///
    /// # Errors
    /// `Exists` when the folder already holds one; those of files and database.
    pub fn create(
        folder: &Arc<Folder>,
        new: &NewVault<'_>,
        steps: &[Migration],
        at: i64,
        entropy: &dyn Entropy,
    ) -> Result<(Self, [Code; 2])> {
        if KeyFile::exists(folder.path()) {
            return Err(Error::Exists);
        }
        folder.set_aside_orphan()?;
        let master = MasterKey::random(entropy, 1);
        let codes = [new_code(entropy), new_code(entropy)];
        let mut file = KeyFile::new(new.label, new.training, new.cost, entropy);
        let (admin, secret) = (Kind::Administrator, new.password);
        file.put_slot(&master, admin, new.account, secret, entropy)?;
        for (name, code) in ["A", "B"].iter().zip(&codes) {
            file.put_slot(&master, Kind::Recovery, name, code, entropy)?;
        }
        let keys = Keyring::of(master)?;
        let db = Db::open(&folder.database(), &keys.db, Use::Writer)?;
        let vault = Self::start(folder, file, &keys, db, steps, at, Fresh::Yes)?;
        vault.lock_file().write(folder.path(), &[keys.master()])?;
        Ok((vault, codes))
    }

    /// Opens the key file with a member of staff's password.
    ///
    /// # Errors
    /// `WrongSecret`, `Absent`, `Damaged`, `Newer`.
    pub fn unseal(folder: &Folder, account: &str, password: &str) -> Result<Unsealed> {
        let file = KeyFile::read(folder.path())?;
        let masters = file.open(account, password)?;
        Ok(Unsealed { file, masters })
    }

    /// Opens the key file with a printed recovery code.
    ///
    /// # Errors
    /// As `unseal`.
    pub fn unseal_with_code(folder: &Folder, code: &str) -> Result<Unsealed> {
        let file = KeyFile::read(folder.path())?;
        let masters = file.open_with_code(code)?;
        Ok(Unsealed { file, masters })
    }

    /// Opens the database. A replacement of the master key that was cut off is
    /// finished or taken back here, whichever the database says.
    ///
    /// # Errors
    /// `Damaged`, `Newer`; `Unfinished` when the key was replaced and this secret
    /// opens the old one only.
    pub fn open(
        folder: &Arc<Folder>,
        unsealed: &Unsealed,
        steps: &[Migration],
        at: i64,
    ) -> Result<Self> {
        if !folder.database().exists() {
            // Creating an empty one here would hide that everything is gone.
            return Err(Error::Damaged("the database file is missing"));
        }
        let mut file = unsealed.file.clone();
        for master in &unsealed.masters {
            let keys = Keyring::of(master.clone())?;
            let db = match Db::open(&folder.database(), &keys.db, Use::Writer) {
                Ok(db) => db,
                Err(Error::Damaged(_)) if unsealed.masters.len() > 1 => continue,
                Err(Error::Damaged(_)) if file.pending.is_some() => return Err(Error::Unfinished),
                Err(error) => return Err(error),
            };
            let replaced = file.pending == Some(master.epoch());
            let repaired = KeyFile::is_lost(folder.path());
            let unfinished = file.pending.is_some();
            if unfinished {
                file.settle(master.epoch());
            }
            if unfinished || repaired {
                file.write(folder.path(), &[master])?;
            }
            let vault = Self::start(folder, file, &keys, db, steps, at, Fresh::No)?;
            if replaced {
                vault.note_rotation(at)?;
            }
            if repaired {
                vault.note_by_nobody(acts::REPAIR, "previous_copy", at)?;
            }
            return Ok(vault);
        }
        Err(Error::Damaged("database key or header"))
    }

    /// `unseal` and `open`.
    ///
    /// # Errors
    /// Of both.
    pub fn unlock(
        folder: &Arc<Folder>,
        account: &str,
        password: &str,
        steps: &[Migration],
        at: i64,
    ) -> Result<Self> {
        Self::open(folder, &Self::unseal(folder, account, password)?, steps, at)
    }

    /// `unseal_with_code` and `open`.
    ///
    /// # Errors
    /// Of both.
    pub fn recover(folder: &Arc<Folder>, code: &str, steps: &[Migration], at: i64) -> Result<Self> {
        Self::open(folder, &Self::unseal_with_code(folder, code)?, steps, at)
    }

    fn start(
        folder: &Arc<Folder>,
        file: KeyFile,
        keys: &Keyring,
        mut db: Db,
        steps: &[Migration],
        at: i64,
        fresh: Fresh,
    ) -> Result<Self> {
        folder.keep_private(&folder.database())?;
        if folder.first_look() {
            db.quick_check()?;
        }
        let empty = migrate::found(&mut db)?;
        let keys = Keyring::load(keys.master().clone(), &mut db)?;
        let missing = db.read(|tx| migrate::missing(tx, steps))?;
        if !empty && !missing.is_empty() {
            backup::before_update(folder, &file, &keys, &mut db, at)?;
        }
        migrate::run(&mut db, missing, at)?;
        db.assert_encrypted(&folder.database())?;
        let watch = if fresh == Fresh::Yes {
            let head = db.read(journal::head)?;
            HeadFile::new(&file.vault_id, &keys, &head, at, at)?.write(folder.path())?;
            Watch {
                since: at,
                ..Watch::default()
            }
        } else {
            db.read(|tx| watch(folder, &file, &keys, tx))?
        };
        Ok(Self {
            folder: Arc::clone(folder),
            file: Mutex::new(file),
            keys: Mutex::new(Arc::new(keys)),
            writer: Mutex::new(db),
            readers: Mutex::new(Vec::new()),
            still: RwLock::new(()),
            watch: Mutex::new(watch),
        })
    }

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
        let (value, head) = writer.write(|tx| {
            let change = WriteTx {
                read: ReadTx { tx, keys: &keys },
                noted: Cell::new(0),
                head: RefCell::new(None),
            };
            let value = run(&change)?;
            if change.noted.get() == 0 {
                return Err(Error::Unjournaled.into());
            }
            Ok::<_, E>((value, change.head.take()))
        })?;
        self.committed(&keys, head);
        Ok(value)
    }

    /// Notes the head outside the database. That it could not be written is no reason
    /// to call a committed change failed: the head may be behind, and is tried again.
    pub(crate) fn committed(&self, keys: &Keyring, head: Option<(Head, i64)>) {
        let vault_id = self.lock_file().vault_id.clone();
        let mut watch = lock(&self.watch);
        watch.dirty = true;
        watch.quiet_since = None;
        if head.is_some() {
            watch.late = head;
        }
        note_head(&self.folder, &vault_id, keys, &mut watch);
    }

    /// Whether the database and what was noted outside of it fit together.
    pub fn alarm(&self) -> Option<Alarm> {
        lock(&self.watch).alarm
    }

    /// Takes the database as it is from now on; the entry says who decided so and why.
    ///
    /// # Errors
    /// Of the database.
    pub fn settle_alarm(&self, entry: &Entry<'_>) -> Result<()> {
        {
            let mut watch = lock(&self.watch);
            watch.alarm = None;
            watch.since = entry.at;
        }
        self.write(|tx| tx.note(entry))
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
        let vault_id = self.lock_file().vault_id.clone();
        let keys = self.keyring();
        let mut watch = lock(&self.watch);
        note_head(&self.folder, &vault_id, &keys, &mut watch);
        watch.dirty = false;
        watch.quiet_since = None;
        Ok(())
    }

    /// Notes what opening made good, unless an alarm stands: then everything waits.
    pub(crate) fn note_by_nobody(&self, action: &str, detail: &str, at: i64) -> Result<()> {
        if self.alarm().is_some() {
            return Ok(());
        }
        self.write(|tx| {
            tx.note(&Entry {
                at,
                actor: 0,
                role: "administrator",
                action,
                object: "staff",
                object_id: 0,
                detail,
                reason: "",
            })
        })
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fresh {
    Yes,
    No,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
