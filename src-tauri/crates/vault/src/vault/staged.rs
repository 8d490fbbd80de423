//! A change of the key file, together with the transaction that it belongs to: laid beside
//! the current one and noted before the commit, put in its place after.

use super::{Vault, lock};
use crate::engine::{Db, Tx};
use crate::error::{Error, Result};
use crate::in_force;
use crate::keyfile::KeyFile;
use crate::keyplace::{self, put_next_in_place, read_one, take_next_away};
use crate::keyring::Keyring;
use crate::keys::MasterKey;
use crate::replace::replace_file;
use crate::tx::WriteTx;
use std::cell::Cell;

impl Vault {
    /// Changes the key file with this transaction: neither is without the other.
    pub(crate) fn stage<T>(
        &self,
        w: &WriteTx<'_>,
        change: impl FnOnce(&mut KeyFile, &MasterKey) -> Result<T>,
    ) -> Result<T> {
        let mut staged = w.staged.borrow_mut();
        let mut next = match staged.take() {
            Some(next) => next,
            None => self.lock_file().clone(),
        };
        let done = change(&mut next, w.keys.master())?;
        next.guard()?;
        *staged = Some(next);
        Ok(done)
    }

    /// Lays the next key file down and notes it, inside the transaction and as its last step.
    pub(crate) fn lay(
        &self,
        tx: &Tx<'_>,
        keys: &Keyring,
        staged: Option<KeyFile>,
        laid: &Cell<bool>,
    ) -> Result<Option<KeyFile>> {
        let current = self.lock_file().clone();
        let older = lock(&self.watch).older;
        let Some(mut next) = staged else {
            if *lock(&self.noted) != Some(current.seq) && !older {
                in_force::note(tx, &current)?;
            }
            return Ok(None);
        };
        if !older {
            self.assert_in_place(&current, keys)?;
        }
        next.seq = current.seq;
        next.renew_seals(&[keys.master()])?;
        laid.set(true);
        next.lay_next(self.folder.path())?;
        in_force::note(tx, &next)?;
        Ok(Some(next))
    }

    /// Another program may have changed the key file although this one owns the folder; one
    /// that was spoiled or put back meanwhile is made good.
    fn assert_in_place(&self, current: &KeyFile, keys: &Keyring) -> Result<()> {
        let path = self.folder.path().join(keyplace::NAME);
        let masters: Vec<MasterKey> = keys.masters().cloned().collect();
        match read_one(&path) {
            Ok(Some(there)) if there.digest()? == current.digest()? => Ok(()),
            Ok(Some(there)) if there.seq > current.seq && there.is_sealed_by(&masters) => {
                Err(Error::KeysChanged)
            }
            Err(error @ (Error::File(_) | Error::Newer)) => Err(error),
            _ => replace_file(&path, current.text()?.as_bytes()),
        }
    }

    /// The transaction was committed: what was laid down takes the current one's place. Where
    /// it cannot now, the next change or the next start does it.
    pub(crate) fn put_in_place(&self, next: Option<KeyFile>) {
        if let Some(next) = next {
            drop(put_next_in_place(self.folder.path(), &next));
            *self.lock_file() = next;
            lock(&self.watch).older = false;
        }
        let file = self.lock_file();
        if !lock(&self.watch).older {
            *lock(&self.noted) = Some(file.seq);
        }
    }

    /// The transaction was not committed, or nobody can tell: then a further commit has to
    /// overwrite whatever may have reached the disk, or nothing changes any more until the
    /// vault is opened anew and the database says which file is in force.
    pub(crate) fn take_back(&self, writer: &mut Db) {
        let current = self.lock_file().clone();
        if writer.commit_is_uncertain() {
            let older = lock(&self.watch).older;
            let settled = writer.write(|tx| in_force::note(tx, &current));
            if older || settled.is_err() {
                self.close_for_good();
                return;
            }
        }
        take_next_away(self.folder.path());
    }
}
