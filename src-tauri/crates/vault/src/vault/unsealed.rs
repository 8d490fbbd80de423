//! What a secret has opened: key files, of which the database says which one is in force.

use crate::acts;
use crate::args;
use crate::backup;
use crate::engine::{Db, Tx, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::head::HeadFile;
use crate::in_force::{self, By, Candidate, Choice, choose};
use crate::keyfile::KeyFile;
use crate::keyplace::{Lies, put_next_in_place};
use crate::keyring::Keyring;
use crate::keys::{MasterKey, same};
use crate::vault::Vault;

/// Key files that a secret was tried on, and the keys it opened; the database is not open yet.
#[derive(Clone)]
pub struct Unsealed {
    /// The first that it opens.
    pub(crate) file: KeyFile,
    pub(crate) masters: Vec<MasterKey>,
    /// All that lie in the folder, with the keys it opens of each.
    found: Vec<Tried>,
    by: By,
}

#[derive(Clone)]
struct Tried {
    lies: Lies,
    file: KeyFile,
    masters: Vec<MasterKey>,
}

/// The key file that counts.
pub(crate) struct Settled {
    pub file: KeyFile,
    pub lies: Lies,
    /// Whether it is older than the one that should be there.
    pub older: bool,
    /// Whether the database notes any.
    pub noted: bool,
}

impl Unsealed {
    pub(crate) fn of(file: KeyFile, masters: Vec<MasterKey>, by: By) -> Self {
        let found = vec![Tried {
            lies: Lies::Current,
            file: file.clone(),
            masters: masters.clone(),
        }];
        Self {
            file,
            masters,
            found,
            by,
        }
    }

    /// Tries a secret on every key file of a folder: one that was spoiled, or planted beside
    /// a good one, keeps nobody out.
    pub(crate) fn tried(
        folder: &Folder,
        by: By,
        open: impl Fn(&KeyFile) -> Result<Vec<MasterKey>>,
    ) -> Result<Self> {
        let mut refused = Error::WrongSecret;
        let mut found = Vec::new();
        for (lies, file) in KeyFile::all(folder.path())? {
            let masters = match open(&file) {
                Ok(masters) => masters,
                Err(Error::WrongSecret) => Vec::new(),
                Err(error) => {
                    refused = error;
                    Vec::new()
                }
            };
            found.push(Tried {
                lies,
                file,
                masters,
            });
        }
        let first = found.iter().find(|tried| !tried.masters.is_empty());
        let Some(first) = first.cloned() else {
            return Err(refused);
        };
        Ok(Self {
            file: first.file,
            masters: first.masters,
            found,
            by,
        })
    }

    /// What stands in the key file.
    pub fn key_file(&self) -> &KeyFile {
        &self.file
    }

    /// Every key that the secret opens, each once.
    pub(crate) fn every_master(&self) -> Vec<MasterKey> {
        let mut all: Vec<MasterKey> = Vec::new();
        let opened = self.found.iter().flat_map(|tried| &tried.masters);
        for master in self.masters.iter().chain(opened) {
            let known =
                |m: &MasterKey| m.epoch() == master.epoch() && same(m.bytes(), master.bytes());
            if !all.iter().any(known) {
                all.push(master.clone());
            }
        }
        all
    }

    /// Opens the database with whichever of the keys fits.
    pub(crate) fn database(&self, folder: &Folder, purpose: Use) -> Result<(MasterKey, Db)> {
        let masters = self.every_master();
        let pending = self.found.iter().any(|tried| tried.file.pending.is_some());
        let mut refused = Error::Damaged("database key or header");
        for master in &masters {
            let keys = Keyring::of(master.clone())?;
            match Db::open(&folder.database(), &keys.db, purpose) {
                Ok(db) => return Ok((master.clone(), db)),
                Err(Error::Damaged(_)) if masters.len() > 1 => {}
                Err(Error::Damaged(_)) if pending => refused = Error::Unfinished,
                Err(error) => refused = error,
            }
        }
        Err(refused)
    }

    /// Which of the key files counts, by what the database and the head file note.
    pub(crate) fn settle(
        &self,
        folder: &Folder,
        master: &MasterKey,
        db: &mut Db,
    ) -> Result<Settled> {
        let keys = Keyring::reading(master.clone(), db)?;
        let noted = db.read(in_force::noted)?;
        let head = HeadFile::read(folder.path(), &self.file.vault_id, &keys);
        let outside = head.map_or(0, |head| head.keys());
        let mut candidates = Vec::new();
        for tried in &self.found {
            candidates.push(Candidate {
                lies: tried.lies,
                seq: tried.file.seq,
                digest: tried.file.digest()?,
                opened: !tried.masters.is_empty(),
            });
        }
        let choice = choose(&candidates, noted.as_ref(), outside, self.by)?;
        let (Choice::This(index) | Choice::Older(index) | Choice::Closed(index)) = choice else {
            return Err(Error::WrongSecret);
        };
        let tried = self.found.get(index).ok_or(Error::WrongSecret)?;
        let mut file = tried.file.clone();
        let older = matches!(choice, Choice::Older(_));
        if older {
            let known = noted.as_ref();
            if !self.codes_stand(folder, &file, known, outside) {
                // On a sheet that was replaced since.
                return Err(Error::WrongSecret);
            }
            // Whoever lost a slot since does not get it back.
            file.slots
                .retain(|slot| known.is_none_or(|noted| noted.holds(slot)));
            file.seq = known
                .map_or(0, |noted| noted.seq)
                .max(outside)
                .max(file.seq);
        }
        if matches!(choice, Choice::Closed(_)) {
            if tried.lies == Lies::Next {
                put_next_in_place(folder.path(), &file)?;
            }
            return Err(Error::WrongSecret);
        }
        Ok(Settled {
            file,
            lies: tried.lies,
            older,
            noted: noted.is_some(),
        })
    }

    /// Whether this is the key file in force of what lies in the folder: where the database
    /// opens it says so, else the head file or the backups.
    ///
    /// # Errors
    /// `WrongSecret`, `OldKeys` where it is an earlier one.
    pub fn in_force(self, folder: &Folder) -> Result<Proven> {
        let Ok((master, mut db)) = self.database(folder, Use::Reader) else {
            return self.by_what_lies_beside(folder);
        };
        let keys = self.every_master();
        let (file, last_restore) = match self.settle(folder, &master, &mut db) {
            Ok(settled) => (settled.file, db.read(last_restore).ok().flatten()),
            Err(error @ (Error::WrongSecret | Error::OldKeys)) => return Err(error),
            Err(_) => (self.file.clone(), None),
        };
        Ok(Proven {
            keys: Self {
                masters: keys,
                file,
                ..self
            },
            proven: true,
            last_restore,
        })
    }

    fn by_what_lies_beside(self, folder: &Folder) -> Result<Proven> {
        let (vault, epoch) = (self.file.vault_id.clone(), self.file.epoch);
        let outside = self.outside(folder);
        let later = self.later_in_backups(folder, self.file.seq);
        if later.is_some() || outside > self.file.seq {
            match self.by {
                By::Password => return Err(Error::OldKeys),
                By::Code if self.has_codes_in_force(folder) => {}
                By::Code => return Err(Error::WrongSecret),
            }
        }
        let proven = if HeadFile::names(folder.path()).is_some() {
            outside > 0
        } else {
            let own = backup::list(&folder.backups());
            own.iter().any(|l| self.has_sealed(&l.manifest))
                && own
                    .iter()
                    .all(|l| l.manifest.vault_id == vault && l.manifest.epoch <= epoch)
        };
        Ok(Proven {
            keys: self,
            proven,
            last_restore: None,
        })
    }
}

/// Keys that a secret opened, and whether they are those of what lies in the folder.
pub struct Proven {
    /// The keys.
    pub keys: Unsealed,
    /// Whether anything in the folder says that these are its keys.
    pub proven: bool,
    /// Number and detail of the last restore that the journal there knows of.
    pub last_restore: Option<(i64, String)>,
}

fn last_restore(tx: &Tx<'_>) -> Result<Option<(i64, String)>> {
    tx.one(
        "SELECT seq, detail FROM journal WHERE action = ?1 ORDER BY seq DESC LIMIT 1",
        args![acts::RESTORE],
        |row| Ok((row.get("seq")?, row.get("detail")?)),
    )
}

impl Vault {
    /// Opens the key file with a member of staff's password.
    ///
    /// # Errors
    /// `WrongSecret`, `Absent`, `Damaged`, `Newer`.
    pub fn unseal(folder: &Folder, account: &str, password: &str) -> Result<Unsealed> {
        Unsealed::tried(folder, By::Password, |file| file.open(account, password))
    }

    /// Opens the key file with a printed recovery code.
    ///
    /// # Errors
    /// As `unseal`.
    pub fn unseal_with_code(folder: &Folder, code: &str) -> Result<Unsealed> {
        Unsealed::tried(folder, By::Code, |file| file.open_with_code(code))
    }
}
