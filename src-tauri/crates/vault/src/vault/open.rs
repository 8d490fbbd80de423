//! Setting up a vault and opening one: the key file first, then the database.

use super::Vault;
use crate::acts;
use crate::backup;
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::head::HeadFile;
use crate::journal;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::keys::{Cost, Entropy, MasterKey};
use crate::migrate::{self, Migration};
use crate::recovery::{Code, new_code};
use crate::replace::sync_folder;
use crate::slots::Kind;
use crate::watch::{Watch, watch};
use std::sync::{Arc, Mutex, RwLock};

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fresh {
    Yes,
    No,
}

impl Vault {
    /// Sets up a vault in an owned folder, and puts it into force.
    ///
    /// # Errors
    /// Those of `begin` and `put_into_force`.
    pub fn create(
        folder: &Arc<Folder>,
        new: &NewVault<'_>,
        steps: &[Migration],
        at: i64,
        entropy: &dyn Entropy,
    ) -> Result<(Self, [Code; 2])> {
        let (vault, codes) = Self::begin(folder, new, steps, at, entropy)?;
        vault.put_into_force()?;
        Ok((vault, codes))
    }

    /// Begins to set up a vault in an owned folder. Without its key file it counts for
    /// nothing: what is cut off before `put_into_force` can be begun again.
    ///
    /// # Errors
    /// `Exists` when the folder already holds one; those of files and database. Then
    /// nothing is left of it.
    pub fn begin(
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
        let vault = Db::open(&folder.database(), &keys.db, Use::New)
            .and_then(|db| Self::start(folder, file, &keys, db, steps, at, Fresh::Yes));
        match vault {
            Ok(vault) => Ok((vault, codes)),
            Err(error) => {
                // What cannot be removed now is put aside when the set-up is begun again.
                drop(folder.empty());
                Err(error)
            }
        }
    }

    /// Writes the key file of a vault that was begun: from here on it is set up. What it
    /// speaks of is on the disk before.
    ///
    /// # Errors
    /// Those of the file; then nothing is set up.
    pub fn put_into_force(&self) -> Result<()> {
        sync_folder(self.folder.path())?;
        let keys = self.keyring();
        self.lock_file().write(self.folder.path(), &[keys.master()])
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
        match fresh {
            Fresh::Yes => migrate::found(&mut db)?,
            Fresh::No => migrate::assert_ours(&mut db)?,
        }
        let keys = Keyring::load(keys.master().clone(), &mut db)?;
        let missing = db.read(|tx| migrate::missing(tx, steps))?;
        if fresh == Fresh::No && !missing.is_empty() {
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
}
