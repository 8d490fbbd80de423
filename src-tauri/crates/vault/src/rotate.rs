//! Replacing the master key: for somebody who leaves with cause, or a lost computer.
//! Whoever kept the old key file and knows an old password opens nothing new.
//!
//! The key file is written with both epochs before the database is encrypted anew,
//! and with the new one alone after, in the transaction of the entry and of whatever else
//! changes with it; between the two, whoever starts the rotation can open whichever database
//! is there, and opening it takes the rotation back.

use crate::accounts::Administrator;
use crate::acts;
use crate::error::{Error, Result};
use crate::in_force;
use crate::journal;
use crate::keyring::Keyring;
use crate::keys::Entropy;
use crate::recovery::{Code, new_code};
use crate::slots::Kind;
use crate::tx::WriteTx;
use crate::vault::{Vault, lock};
use std::sync::{Arc, PoisonError};

/// Who gets a slot of the new key, and by which secret.
pub struct NewSlot<'a> {
    /// Staff number.
    pub account: &'a str,
    /// Whether it is an administrator's.
    pub administrator: Administrator,
    /// A password that was just typed, or a one-time code.
    pub secret: &'a str,
}

impl Vault {
    /// Replaces the master key. Whoever is not among `slots` can't open the vault any
    /// more; both recovery codes are new. `run` writes the entry, and whatever else changes
    /// with the keys. A verified backup is the caller's business.
    ///
    /// # Errors
    /// `Slots` without an administrator; those of files and database: then this vault takes no
    /// more changes, and opening it anew finds out which key is in force.
    pub fn rotate<T, E: From<Error>>(
        &self,
        slots: &[NewSlot<'_>],
        entropy: &dyn Entropy,
        run: impl FnOnce(&WriteTx<'_>) -> Result<T, E>,
    ) -> Result<(T, [Code; 2]), E> {
        let mut writer = lock(&self.writer);
        let _still = self.still.write().unwrap_or_else(PoisonError::into_inner);
        self.refuse_halted()?;
        self.close_readers();
        let old = self.keyring();
        let next = old.master().successor(entropy);
        let codes = [new_code(entropy), new_code(entropy)];
        let mut file = self.lock_file().clone();
        file.pending = Some(next.epoch());
        for slot in slots {
            file.put_slot(
                &next,
                slot.administrator.kind(),
                slot.account,
                slot.secret,
                entropy,
            )?;
        }
        for (name, code) in ["A", "B"].iter().zip(&codes) {
            file.put_slot(&next, Kind::Recovery, name, code, entropy)?;
        }
        writer.fold()?;
        let folder = self.folder.path();
        file.write(folder, &[old.master(), &next])?;
        let mut keys = Keyring::of(next)?;
        // From here on an error leaves both epochs in the key file: a commit that failed may
        // still be on the disk, and only opening anew tells which key is in force.
        self.close_for_good();
        writer.rekey(&keys.db)?;
        writer.fold()?;
        writer.full_check()?;
        keys = Keyring::load(keys.master().clone(), &mut writer)?;
        file.settle(keys.epoch());
        file.confirmed = false;
        file.renew_seals(&[keys.master()])?;
        file.lay_next(folder)?;
        let (done, head) = writer.write(|tx| {
            let change = WriteTx::new(tx, &keys);
            let done = run(&change)?;
            in_force::note(tx, &file)?;
            Ok::<_, E>((done, change.head.take()))
        })?;
        *lock(&self.keys) = Arc::new(keys.clone());
        self.put_in_place(Some(file));
        self.committed(&keys, head);
        self.reopened();
        Ok((done, codes))
    }

    /// A rotation that was cut off after the database was encrypted anew may lack its
    /// entry: it is made up for, by nobody.
    pub(crate) fn note_rotation(&self, at: i64) -> Result<()> {
        let epoch = self.keyring().epoch();
        if lock(&self.writer).read(|tx| journal::count_of(tx, epoch))? > 0 {
            return Ok(());
        }
        self.note_by_nobody(acts::ROTATE, "finished_at_start", at)
    }
}
