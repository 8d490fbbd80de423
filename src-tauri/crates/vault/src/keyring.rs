//! The keys of every epoch. The master key may be replaced; what was sealed before
//! (journal, vouchers, backups) must stay readable, so the database keeps the
//! earlier master keys inside itself.

use crate::args;
use crate::engine::{Db, Tx};
use crate::error::{Error, Result};
use crate::keys::{MasterKey, Secret};
use crate::value::Value;
use std::collections::BTreeMap;
use zeroize::Zeroize as _;

/// The keys of one epoch, each for one purpose.
#[derive(Clone)]
pub(crate) struct EpochKeys {
    /// Seals journal entries.
    pub audit: Secret,
    /// Seals what stands on a voucher.
    pub voucher: Secret,
    /// Seals the head file.
    pub head: Secret,
    /// Seals manifests of backups.
    pub backup: Secret,
}

impl EpochKeys {
    fn of(master: &MasterKey) -> Result<Self> {
        Ok(Self {
            audit: master.derive("audit")?,
            voucher: master.derive("voucher")?,
            head: master.derive("head-file")?,
            backup: master.derive("backup")?,
        })
    }
}

/// The current master key and the keys of every epoch.
#[derive(Clone)]
pub(crate) struct Keyring {
    master: MasterKey,
    /// Key of the database file.
    pub db: Secret,
    earlier: BTreeMap<u32, MasterKey>,
    epochs: BTreeMap<u32, EpochKeys>,
}

impl Keyring {
    /// The keys of one master key; those before it are in the database.
    pub(crate) fn of(master: MasterKey) -> Result<Self> {
        let keys = EpochKeys::of(&master)?;
        Ok(Self {
            db: master.derive("db")?,
            epochs: BTreeMap::from([(master.epoch(), keys)]),
            earlier: BTreeMap::new(),
            master,
        })
    }

    /// Reads the master keys of earlier epochs, and leaves this one for later ones.
    pub(crate) fn load(master: MasterKey, db: &mut Db) -> Result<Self> {
        let ring = Self::reading(master, db)?;
        if !db.read(read)?.contains_key(&ring.epoch()) {
            db.write(|tx| keep(tx, &ring.master))?;
        }
        Ok(ring)
    }

    /// Reads the master keys of earlier epochs, and writes nothing.
    pub(crate) fn reading(master: MasterKey, db: &mut Db) -> Result<Self> {
        let mut ring = Self::of(master)?;
        let mut found = db.read(read)?;
        found.remove(&ring.epoch());
        for (epoch, bytes) in found {
            let master = MasterKey::from_bytes(bytes, epoch);
            ring.epochs.insert(epoch, EpochKeys::of(&master)?);
            ring.earlier.insert(epoch, master);
        }
        Ok(ring)
    }

    /// The master key in force.
    pub(crate) fn master(&self) -> &MasterKey {
        &self.master
    }

    /// Every master key this store has had.
    pub(crate) fn masters(&self) -> impl Iterator<Item = &MasterKey> {
        std::iter::once(&self.master).chain(self.earlier.values())
    }

    /// The epoch in force.
    pub(crate) fn epoch(&self) -> u32 {
        self.master.epoch()
    }

    /// The keys of an epoch.
    ///
    /// # Errors
    /// `Damaged` for an epoch that never was.
    pub(crate) fn at(&self, epoch: u32) -> Result<&EpochKeys> {
        self.epochs
            .get(&epoch)
            .ok_or(Error::Damaged("epoch of a key"))
    }

    /// The keys in force.
    ///
    /// # Errors
    /// None in practice.
    pub(crate) fn current(&self) -> Result<&EpochKeys> {
        self.at(self.epoch())
    }

    /// The keys of every epoch, the newest first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &EpochKeys> {
        self.epochs.values().rev()
    }
}

fn read(tx: &Tx<'_>) -> Result<BTreeMap<u32, Secret>> {
    let sql = "SELECT epoch, master FROM epochs";
    let found = tx.all(sql, args![], |row| {
        let secret = row.secret("master").map_err(|_| Error::Damaged("epochs"))?;
        Ok((row.get("epoch")?, secret))
    })?;
    Ok(found.into_iter().collect())
}

/// Takes away the keys of epochs that never were in force.
pub(crate) fn forget_after(tx: &Tx<'_>, epoch: u32) -> Result<()> {
    tx.execute("DELETE FROM epochs WHERE epoch > ?1", args![epoch])
        .map(drop)
}

/// Stores a master key for later epochs; the copy that is bound is wiped after.
fn keep(tx: &Tx<'_>, master: &MasterKey) -> Result<()> {
    let bytes = master.bytes().as_slice();
    let mut values = [Value::from(master.epoch()), Value::from(bytes)];
    let sql = "INSERT INTO epochs (epoch, master) VALUES (?1, ?2)";
    let kept = tx.execute(sql, &values);
    if let [_, Value::Blob(copy)] = &mut values {
        copy.zeroize();
    }
    kept.map(drop)
}
