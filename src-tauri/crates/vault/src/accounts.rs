//! Who may open the vault: the slots of the key file while it is open.

use crate::error::Result;
use crate::head::HeadFile;
use crate::keyfile::KeyFile;
use crate::keys::{Entropy, MasterKey};
use crate::recovery::{Code, new_code};
use crate::slots::{Kind, Slot};
use crate::tx::WriteTx;
use crate::vault::{Vault, lock};

/// Whether an account's slot counts as an administrator's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Administrator {
    /// It does.
    Yes,
    /// It does not.
    No,
}

impl Administrator {
    pub(crate) fn kind(self) -> Kind {
        match self {
            Self::Yes => Kind::Administrator,
            Self::No => Kind::Staff,
        }
    }
}

impl Vault {
    /// Whether the folder holds made-up data.
    pub fn training(&self) -> bool {
        self.lock_file().training
    }

    /// Whether the recovery codes were typed back.
    pub fn confirmed(&self) -> bool {
        self.lock_file().confirmed
    }

    /// Notes that the recovery codes were typed back; with this transaction or not at all,
    /// like every change here.
    ///
    /// # Errors
    /// Of the key file.
    pub fn set_confirmed(&self, w: &WriteTx<'_>) -> Result<()> {
        self.stage(w, |file, _| {
            file.confirmed = true;
            Ok(())
        })
    }

    /// Gives a member of staff a slot, or replaces theirs.
    ///
    /// # Errors
    /// Of the key file.
    pub fn put_account(
        &self,
        w: &WriteTx<'_>,
        account: &str,
        administrator: Administrator,
        password: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        self.stage(w, |file, key| {
            file.put_slot(key, administrator.kind(), account, password, entropy)
        })
    }

    /// Gives a member of staff a slot of the right kind when theirs is of the other: whose
    /// role changed gets it with the secret they come in with. The last administrator's slot
    /// stays as it is until another's is one.
    ///
    /// # Errors
    /// Of the key file.
    pub fn fit_account(
        &self,
        w: &WriteTx<'_>,
        account: &str,
        administrator: Administrator,
        secret: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let kind = administrator.kind();
        let (is_other, is_last) = {
            let file = self.lock_file();
            let is_other =
                |s: &Slot| s.kind != Kind::Recovery && s.kind != kind && s.account == account;
            let others = |s: &&Slot| s.kind == Kind::Administrator && s.account != account;
            let is_last = kind == Kind::Staff && file.slots.iter().filter(others).count() == 0;
            (file.slots.iter().any(is_other), is_last)
        };
        if is_other && !is_last {
            self.put_account(w, account, administrator, secret, entropy)?;
        }
        Ok(())
    }

    /// Somebody is an administrator no more; `became` is the word for what they are now.
    ///
    /// # Errors
    /// `Slots` when they are the last; of the key file.
    pub fn demote(&self, w: &WriteTx<'_>, account: &str, became: &str) -> Result<()> {
        self.stage(w, |file, _| {
            file.demoted.insert(account.to_owned(), became.to_owned());
            Ok(())
        })
    }

    /// Somebody is an administrator again.
    ///
    /// # Errors
    /// Of the key file.
    pub fn promote(&self, w: &WriteTx<'_>, account: &str) -> Result<()> {
        if self.demoted(account).is_none() {
            return Ok(());
        }
        self.stage(w, |file, _| {
            file.demoted.remove(account);
            Ok(())
        })
    }

    /// What somebody became who was an administrator once.
    pub fn demoted(&self, account: &str) -> Option<String> {
        self.lock_file().demoted.get(account).cloned()
    }

    /// Takes a member of staff's slot away.
    ///
    /// # Errors
    /// `Slots` when it is the last administrator's.
    pub fn drop_account(&self, w: &WriteTx<'_>, account: &str) -> Result<()> {
        self.stage(w, |file, _| {
            file.drop_slot(account);
            Ok(())
        })
    }

    /// Replaces both recovery codes. They are in force once the transaction is committed.
    ///
    /// # Errors
    /// Of the key file.
    pub fn renew_codes(&self, w: &WriteTx<'_>, entropy: &dyn Entropy) -> Result<[Code; 2]> {
        self.stage(w, |file, key| renew(file, key, entropy))
    }

    /// Gives an administrator a slot and renews the codes while an alarm stands: then
    /// nothing is written to the database, and the key file changes alone.
    ///
    /// # Errors
    /// Of the key file.
    pub fn recover_during_alarm(
        &self,
        account: &str,
        password: &str,
        entropy: &dyn Entropy,
    ) -> Result<[Code; 2]> {
        self.refuse_halted()?;
        let keys = self.keyring();
        let mut current = self.lock_file();
        let mut next = current.clone();
        next.put_slot(
            keys.master(),
            Kind::Administrator,
            account,
            password,
            entropy,
        )?;
        let codes = renew(&mut next, keys.master(), entropy)?;
        next.write(self.folder.path(), &[keys.master()])?;
        // The one before is an earlier one from here on.
        HeadFile::note_keys(self.folder.path(), &next, &keys)?;
        *current = next;
        lock(&self.watch).older = false;
        Ok(codes)
    }

    /// Changes what the lock screen calls the place.
    ///
    /// # Errors
    /// Of the key file.
    pub fn set_label(&self, w: &WriteTx<'_>, label: &str) -> Result<()> {
        if self.lock_file().label == label {
            return Ok(());
        }
        self.stage(w, |file, _| {
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
}

fn renew(file: &mut KeyFile, key: &MasterKey, entropy: &dyn Entropy) -> Result<[Code; 2]> {
    let codes = [new_code(entropy), new_code(entropy)];
    for (name, code) in ["A", "B"].iter().zip(&codes) {
        file.put_slot(key, Kind::Recovery, name, code, entropy)?;
    }
    file.confirmed = false;
    Ok(codes)
}
