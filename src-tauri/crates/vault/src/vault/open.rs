//! Setting up a vault and opening one: the key file first, then the database.

use super::{Unsealed, Vault, lock};
use crate::acts;
use crate::backup;
use crate::branches::Branches;
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::head::HeadFile;
use crate::in_force;
use crate::journal;
use crate::keyfile::KeyFile;
use crate::keyplace::{Lies, put_next_in_place};
use crate::keyring::{self, Keyring};
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

/// Encrypts the database with the key that is in force again, where a replacement was cut
/// off between the new encryption and its entry.
fn back_to_the_old_key(file: &KeyFile, unsealed: &Unsealed, db: &mut Db) -> Result<MasterKey> {
    let mut known = unsealed.every_master().into_iter();
    let old = known.find(|master| master.epoch() == file.epoch);
    let old = old.ok_or(Error::Unfinished)?;
    db.write(|tx| keyring::forget_after(tx, old.epoch()))?;
    db.fold()?;
    db.rekey(&Keyring::of(old.clone())?.db)?;
    db.fold()?;
    db.full_check()?;
    Ok(old)
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
    /// `Exists` when the folder already holds one, `KeysGone` when it holds one without its
    /// key file; those of files and database. Then
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
        if Folder::lacks_keys(folder.path()) {
            return Err(Error::KeysGone);
        }
        folder.begin_set_up()?;
        folder.set_aside_orphan()?;
        let master = MasterKey::random(entropy, 1);
        let codes = [new_code(entropy), new_code(entropy)];
        let mut file = KeyFile::new(new.label, new.training, new.cost, entropy);
        let (admin, secret) = (Kind::Administrator, new.password);
        file.put_slot(&master, admin, new.account, secret, entropy)?;
        for (name, code) in ["A", "B"].iter().zip(&codes) {
            file.put_slot(&master, Kind::Recovery, name, code, entropy)?;
        }
        file.renew_seals(&[&master])?;
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
        let path = self.folder.path();
        sync_folder(path)?;
        let file = self.lock_file();
        file.lay_next(path)?;
        put_next_in_place(path, &file)?;
        self.folder.end_set_up();
        Ok(())
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
        let (master, mut db) = unsealed.database(folder, Use::Writer)?;
        if folder.first_look() {
            db.quick_check()?;
        }
        migrate::assert_ours(&mut db)?;
        let settled = unsealed.settle(folder, &master, &mut db)?;
        folder.end_set_up();
        let mut file = settled.file;
        if settled.lies == Lies::Next {
            put_next_in_place(folder.path(), &file)?;
        }
        let mut master = master;
        if settled.noted && file.pending == Some(master.epoch()) {
            // What belongs to the new key was not committed with it.
            master = back_to_the_old_key(&file, unsealed, &mut db)?;
        }
        let replaced = file.pending == Some(master.epoch());
        if file.pending.is_some() {
            file.settle(master.epoch());
            // The codes of a replacement that was cut off were shown to nobody.
            file.confirmed &= !replaced;
            file.write(folder.path(), &[&master])?;
        }
        let keys = Keyring::reading(master, &mut db)?;
        let mended = if settled.older {
            vec!["older"]
        } else {
            let masters: Vec<MasterKey> = keys.masters().cloned().collect();
            file.mend(folder.path(), &masters)?
        };
        let vault = Self::start(folder, file, &keys, db, steps, at, Fresh::No)?;
        lock(&vault.watch).older = settled.older;
        if replaced {
            vault.note_rotation(at)?;
        }
        for what in mended {
            vault.note_by_nobody(acts::REPAIR, what, at)?;
        }
        Ok(vault)
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
        if fresh == Fresh::Yes {
            folder.first_look();
            migrate::found(&mut db)?;
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
            let vault = (file.vault_id.as_str(), &keys);
            let first = Branches::default();
            HeadFile::new(vault, (&head, at), &first, file.seq)?.write(folder.path())?;
            Watch::default()
        } else {
            db.read(|tx| watch(folder, &file, &keys, tx))?
        };
        let noted = db.read(in_force::noted)?.map(|noted| noted.seq);
        Ok(Self {
            noted: Mutex::new(noted),
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
