//! Who may open the vault: the slots of the key file while it is open.

use crate::error::Result;
use crate::keyfile::KeyFile;
use crate::keys::Entropy;
use crate::recovery::{Code, new_code};
use crate::slots::{Kind, Slot};
use crate::vault::Vault;

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

    /// Notes that the recovery codes were typed back.
    ///
    /// # Errors
    /// Of the key file.
    pub fn set_confirmed(&self) -> Result<()> {
        self.change_file(|file, _| {
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
        account: &str,
        administrator: Administrator,
        password: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        self.change_file(|file, key| {
            file.put_slot(key, administrator.kind(), account, password, entropy)
        })
    }

    /// Gives a member of staff a slot of the right kind when theirs is of the other: whose
    /// role changed gets it with the secret they come in with.
    ///
    /// # Errors
    /// `Slots` when it is the last administrator's; of the key file.
    pub fn fit_account(
        &self,
        account: &str,
        administrator: Administrator,
        secret: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let other = match administrator {
            Administrator::Yes => Kind::Staff,
            Administrator::No => Kind::Administrator,
        };
        let is_other = |slot: &Slot| slot.kind == other && slot.account == account;
        if self.lock_file().slots.iter().any(is_other) {
            self.put_account(account, administrator, secret, entropy)?;
        }
        Ok(())
    }

    /// Takes a member of staff's slot away.
    ///
    /// # Errors
    /// `Slots` when it is the last administrator's.
    pub fn drop_account(&self, account: &str) -> Result<()> {
        self.change_file(|file, _| {
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
        self.change_file(|file, key| {
            for (name, code) in ["A", "B"].iter().zip(&codes) {
                file.put_slot(key, Kind::Recovery, name, code, entropy)?;
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
        self.change_file(|file, _| {
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

    fn change_file(
        &self,
        change: impl FnOnce(&mut KeyFile, &crate::keys::MasterKey) -> Result<()>,
    ) -> Result<()> {
        self.refuse_halted()?;
        let keys = self.keyring();
        let mut current = self.lock_file();
        let mut next = current.clone();
        change(&mut next, keys.master())?;
        next.write(self.folder.path(), &[keys.master()])?;
        *current = next;
        Ok(())
    }
}
