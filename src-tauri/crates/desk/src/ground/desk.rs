//! The desk: one owner of the store, one door to every change.

use crate::ground::acts::{Action, Object};
use crate::ground::roles::Role;
use crate::ground::time::{Day, Moment};
use crate::subjects::MIGRATIONS;
use crate::{Error, Result, StaffId};
use std::sync::Arc;
use vault::{Code, Entropy, Entry, Folder, NewSlot, NewVault, ReadTx, Vault, WriteTx};

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    /// The member of staff.
    pub staff: StaffId,
    /// In which role.
    pub role: Role,
}

/// Who acts, and when.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

/// A read: a consistent view, who looks and when.
pub struct Reading<'a> {
    /// The view of the store.
    pub tx: &'a ReadTx<'a>,
    /// Who looks.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

impl Reading<'_> {
    /// The local day.
    pub fn today(&self) -> Day {
        self.at.day()
    }
}

/// A change being made: inside the one transaction.
pub struct Writing<'a> {
    /// The transaction.
    pub tx: &'a WriteTx<'a>,
    /// Who acts.
    pub by: Actor,
    /// When.
    pub at: Moment,
}

impl<'a> Writing<'a> {
    /// The local day.
    pub fn today(&self) -> Day {
        self.at.day()
    }

    /// The same moment as a read, for rules that only look.
    pub fn reading(&'a self) -> Reading<'a> {
        Reading {
            tx: self.tx,
            by: self.by,
            at: self.at,
        }
    }

    /// Appends to the journal what was done to what. `detail` holds facts
    /// without names or values: changed fields, counts, numbers.
    ///
    /// # Errors
    /// Of the store.
    pub fn note(&self, action: Action, object: (Object, i64), detail: &str) -> Result<()> {
        self.note_because(action, object, detail, "")
    }

    /// As `note`, with the reason the person gave.
    ///
    /// # Errors
    /// Of the store.
    pub fn note_because(
        &self,
        action: Action,
        object: (Object, i64),
        detail: &str,
        reason: &str,
    ) -> Result<()> {
        self.tx.note(&Entry {
            at: self.at.0,
            actor: self.by.staff.0,
            role: self.by.role.code(),
            action: action.code(),
            object: object.0.code(),
            object_id: object.1,
            detail,
            reason,
        })?;
        Ok(())
    }
}

/// The open desk.
pub struct Desk {
    vault: Vault,
}

impl Desk {
    /// Sets up a new desk in a folder; the schema is empty but for what set-up adds.
    ///
    /// # Errors
    /// Those of the vault.
    pub fn create(
        folder: &Arc<Folder>,
        new: &NewVault<'_>,
        at: Moment,
        entropy: &dyn Entropy,
    ) -> Result<(Self, [Code; 2])> {
        let (desk, codes, ()) =
            Self::create_filled(folder, new, at, entropy, |_| Ok::<_, Error>(()))?;
        Ok((desk, codes))
    }

    /// Sets up a new desk with what `fill` writes into it: all of it, or nothing, whatever
    /// cuts it off.
    ///
    /// # Errors
    /// Those of `fill` and of the vault; then the folder holds no desk.
    pub fn create_filled<T, E: From<Error>>(
        folder: &Arc<Folder>,
        new: &NewVault<'_>,
        at: Moment,
        entropy: &dyn Entropy,
        fill: impl FnOnce(&Self) -> Result<T, E>,
    ) -> Result<(Self, [Code; 2], T), E> {
        let begun = Vault::begin(folder, new, &MIGRATIONS, at.0, entropy);
        let (vault, codes) = begun.map_err(Error::from)?;
        let desk = Self { vault };
        let filled = fill(&desk).and_then(|filled| {
            desk.vault.put_into_force().map_err(Error::from)?;
            Ok(filled)
        });
        match filled {
            Ok(filled) => Ok((desk, codes, filled)),
            Err(error) => {
                desk.vault.abandon().map_err(Error::from)?;
                Err(error)
            }
        }
    }

    /// Unlocks a desk with a staff number and password.
    ///
    /// # Errors
    /// Those of the vault.
    pub fn unlock(folder: &Arc<Folder>, no: &str, password: &str, at: Moment) -> Result<Self> {
        Ok(Self {
            vault: Vault::unlock(folder, no, password, &MIGRATIONS, at.0)?,
        })
    }

    /// Unlocks a desk with a printed recovery code.
    ///
    /// # Errors
    /// Those of the vault.
    pub fn recover(folder: &Arc<Folder>, code: &str, at: Moment) -> Result<Self> {
        Ok(Self {
            vault: Vault::recover(folder, code, &MIGRATIONS, at.0)?,
        })
    }

    /// The vault, for key slots and checkpoints.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Reads one consistent view.
    ///
    /// # Errors
    /// Of the store or of `run`.
    pub fn read<T, E: From<vault::Error>>(
        &self,
        act: &Act,
        run: impl FnOnce(&Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.vault.read(|tx| {
            run(&Reading {
                tx,
                by: act.by,
                at: act.at,
            })
        })
    }

    /// Replaces the keys of the vault, and changes with them what `run` changes.
    ///
    /// # Errors
    /// Those of [`Vault::rotate`] and of `run`.
    pub fn rotate<T, E: From<vault::Error>>(
        &self,
        act: &Act,
        slots: &[NewSlot<'_>],
        entropy: &dyn Entropy,
        run: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<(T, [Code; 2]), E> {
        self.vault.rotate(slots, entropy, |tx| {
            run(&Writing {
                tx,
                by: act.by,
                at: act.at,
            })
        })
    }

    /// The one door to a change: begin, rule, statements, journal, commit. `run` leaves nothing
    /// behind but in the store: it may be called again, see [`Vault::write`].
    ///
    /// # Errors
    /// Of the store or of `run`; then nothing has changed.
    pub fn write<T, E: From<vault::Error>>(
        &self,
        act: &Act,
        mut run: impl FnMut(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.vault.write(|tx| {
            run(&Writing {
                tx,
                by: act.by,
                at: act.at,
            })
        })
    }
}
