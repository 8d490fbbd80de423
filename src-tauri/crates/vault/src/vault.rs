//! The open vault: one writer, readers beside it, the key slots.

use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::keyfile::KeyFile;
use crate::keys::{Entropy, MasterKey};
use crate::migrate::{Migration, migrate};
use crate::open::{Use, assert_encrypted, open};
use crate::recovery::{Code, new_code};
use crate::slots::Kind;
use crate::tx::{Keys, ReadTx, WriteTx};
use rusqlite::{Connection, TransactionBehavior};
use std::cell::Cell;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
}

/// An unlocked store. Dropping it closes the database and wipes the keys.
pub struct Vault {
    folder: Arc<Folder>,
    file: Mutex<KeyFile>,
    master: MasterKey,
    keys: Keys,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

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
        set_aside_orphan(folder)?;
        let master = MasterKey::random(entropy, 1);
        let codes = [new_code(entropy), new_code(entropy)];
        let mut file = KeyFile::new(new.label, new.training, entropy);
        file.put_slot(
            &master,
            Kind::Administrator,
            new.account,
            new.password,
            entropy,
        )?;
        for (name, code) in ["A", "B"].iter().zip(&codes) {
            file.put_slot(&master, Kind::Recovery, name, code, entropy)?;
        }
        let vault = Self::start(folder, file, master, steps, at)?;
        vault.lock_file().write(folder.path(), &vault.master)?;
        Ok((vault, codes))
    }

    /// Unlocks with a member of staff's password.
    ///
    /// # Errors
    /// `WrongSecret`, `Absent`, `Damaged`, `Newer`.
    pub fn unlock(
        folder: &Arc<Folder>,
        account: &str,
        password: &str,
        steps: &[Migration],
        at: i64,
    ) -> Result<Self> {
        let file = KeyFile::read(folder.path())?;
        let master = file.open(account, password)?;
        Self::reopen(folder, file, master, steps, at)
    }

    /// Unlocks with a printed recovery code.
    ///
    /// # Errors
    /// As `unlock`.
    pub fn recover(folder: &Arc<Folder>, code: &str, steps: &[Migration], at: i64) -> Result<Self> {
        let file = KeyFile::read(folder.path())?;
        let master = file.open_with_code(code)?;
        Self::reopen(folder, file, master, steps, at)
    }

    fn reopen(
        folder: &Arc<Folder>,
        file: KeyFile,
        master: MasterKey,
        steps: &[Migration],
        at: i64,
    ) -> Result<Self> {
        if folder.database().exists() {
            Self::start(folder, file, master, steps, at)
        } else {
            // Creating an empty one here would hide that everything is gone.
            Err(Error::Damaged("the database file is missing"))
        }
    }

    fn start(
        folder: &Arc<Folder>,
        file: KeyFile,
        master: MasterKey,
        steps: &[Migration],
        at: i64,
    ) -> Result<Self> {
        let keys = Keys {
            db: master.derive("db")?,
            audit: master.derive("audit")?,
            voucher: master.derive("voucher")?,
        };
        let mut writer = open(&folder.database(), &keys.db, Use::Writer)?;
        folder.keep_private(&folder.database())?;
        migrate(&mut writer, steps, at)?;
        assert_encrypted(&writer, &folder.database())?;
        Ok(Self {
            folder: Arc::clone(folder),
            file: Mutex::new(file),
            master,
            keys,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// Reads one consistent view; does not wait for the writer.
    ///
    /// # Errors
    /// Of the database or of `run`.
    pub fn read<T, E: From<Error>>(
        &self,
        run: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let mut db = match idle {
            Some(db) => db,
            None => open(&self.folder.database(), &self.keys.db, Use::Reader)?,
        };
        let answer = {
            let tx = db.transaction().map_err(Error::from)?;
            run(&ReadTx {
                db: &tx,
                keys: &self.keys,
            })
        };
        self.readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(db);
        answer
    }

    /// The only door to a change: begins, runs, commits; any error rolls back.
    /// A change without a journal entry is refused.
    ///
    /// # Errors
    /// Of the database or of `run`; `Unjournaled`.
    pub fn write<T, E: From<Error>>(
        &self,
        run: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let (value, noted) = {
            let inner = WriteTx {
                read: ReadTx {
                    db: &tx,
                    keys: &self.keys,
                },
                noted: Cell::new(0),
            };
            (run(&inner)?, inner.noted.get())
        };
        if noted == 0 {
            return Err(Error::Unjournaled.into());
        }
        tx.commit().map_err(Error::from)?;
        Ok(value)
    }

    /// Whether the folder holds made-up data.
    pub fn training(&self) -> bool {
        self.lock_file().training
    }

    /// Whether the recovery codes were typed back.
    pub fn confirmed(&self) -> bool {
        self.lock_file().confirmed
    }

    /// Notes that the recovery codes were typed back.
    ///
    /// # Errors
    /// Of the key file.
    pub fn set_confirmed(&self) -> Result<()> {
        self.change_file(|file| {
            file.confirmed = true;
            Ok(())
        })
    }

    /// Takes back a vault whose set-up failed before anybody used it.
    ///
    /// # Errors
    /// Of the files.
    pub fn abandon(self) -> Result<()> {
        let folder = Arc::clone(&self.folder);
        drop(self);
        for name in [
            "keys.json",
            "keys.prev.json",
            "desk.db",
            "desk.db-wal",
            "desk.db-shm",
        ] {
            let path = folder.path().join(name);
            if path.exists() {
                std::fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// Gives a member of staff a slot, or replaces theirs.
    ///
    /// # Errors
    /// Of the key file.
    pub fn put_account(
        &self,
        account: &str,
        administrator: Administrator,
        password: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let kind = match administrator {
            Administrator::Yes => Kind::Administrator,
            Administrator::No => Kind::Staff,
        };
        self.change_file(|file| file.put_slot(&self.master, kind, account, password, entropy))
    }

    /// Takes a member of staff's slot away.
    ///
    /// # Errors
    /// `Slots` when it is the last administrator's.
    pub fn drop_account(&self, account: &str) -> Result<()> {
        self.change_file(|file| {
            file.drop_slot(account);
            Ok(())
        })
    }

    /// Replaces both recovery codes.
    ///
    /// # Errors
    /// Of the key file.
    pub fn renew_codes(&self, entropy: &dyn Entropy) -> Result<[Code; 2]> {
        let codes = [new_code(entropy), new_code(entropy)];
        self.change_file(|file| {
            for (name, code) in ["A", "B"].iter().zip(&codes) {
                file.put_slot(&self.master, Kind::Recovery, name, code, entropy)?;
            }
            file.confirmed = false;
            Ok(())
        })?;
        Ok(codes)
    }

    /// Changes what the lock screen calls the place.
    ///
    /// # Errors
    /// Of the key file.
    pub fn set_label(&self, label: &str) -> Result<()> {
        self.change_file(|file| {
            label.clone_into(&mut file.label);
            Ok(())
        })
    }

    /// Whether a secret opens that account's slot.
    ///
    /// # Errors
    /// `WrongSecret`, or of the key file.
    pub fn check_secret(&self, account: &str, password: &str) -> Result<()> {
        let file = self.lock_file().clone();
        file.open(account, password).map(drop)
    }

    /// Folds the write-ahead log back into the database; before closing.
    ///
    /// # Errors
    /// Of the database.
    pub fn checkpoint(&self) -> Result<()> {
        self.readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    fn change_file(&self, change: impl FnOnce(&mut KeyFile) -> Result<()>) -> Result<()> {
        let mut current = self.lock_file();
        let mut next = current.clone();
        change(&mut next)?;
        next.write(self.folder.path(), &self.master)?;
        *current = next;
        Ok(())
    }

    fn lock_file(&self) -> MutexGuard<'_, KeyFile> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether an account's slot counts as an administrator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Administrator {
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// A database without a key file is what a set-up that was cut off leaves, or
/// what a lost key file leaves: nobody can tell, so it is kept under another name.
fn set_aside_orphan(folder: &Folder) -> Result<()> {
    let database = folder.database();
    if !database.exists() {
        return Ok(());
    }
    for number in 1..1000 {
        let aside = folder.path().join(format!("desk.orphan-{number}.db"));
        if !aside.exists() {
            return Ok(std::fs::rename(&database, aside)?);
        }
    }
    Err(Error::Exists)
}
