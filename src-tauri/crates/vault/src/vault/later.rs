//! What a folder knows of later key files than one that a secret opened: by its database, its
//! head file and its backups. Nobody's number counts without a seal.

use super::Unsealed;
use crate::backup;
use crate::engine::Use;
use crate::error::Result;
use crate::folder::Folder;
use crate::head::HeadFile;
use crate::in_force;
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::slots::Slot;

impl Unsealed {
    /// Whether the printed codes of this key file are those in force, as far as anything that
    /// lies in the folder can tell: the database, or a later key file in its backups. Where a
    /// later one is known of and nothing tells, they are not.
    pub fn has_codes_in_force(&self, folder: &Folder) -> bool {
        let outside = self.outside(folder);
        self.codes_stand(folder, &self.file, self.noted(folder).as_ref(), outside)
    }

    /// The same, by what the database notes, unless the head file or a backup knows of a
    /// later key file than it.
    pub(super) fn codes_stand(
        &self,
        folder: &Folder,
        file: &KeyFile,
        noted: Option<&in_force::InForce>,
        outside: u64,
    ) -> bool {
        let seq = noted.map_or(0, |noted| noted.seq);
        let later = self.later_in_backups(folder, seq.max(outside));
        let newest = later.map_or(outside, |file| file.seq).max(seq);
        match noted {
            Some(noted) if noted.seq == newest => noted.has_codes_of(file),
            _ => self.by_later_backup(folder, file, newest),
        }
    }

    /// The same by the backups; `newest` is the number of the latest key file that is known of.
    fn by_later_backup(&self, folder: &Folder, file: &KeyFile, newest: u64) -> bool {
        match self.later_in_backups(folder, file.seq) {
            Some(later) => {
                let known = |slot: &Slot| file.codes().any(|own| own.salt == slot.salt);
                later.seq >= newest && later.codes().any(known)
            }
            None => file.seq >= newest,
        }
    }

    /// The latest key file of the backups in the folder, where it is later than that number.
    pub(super) fn later_in_backups(&self, folder: &Folder, seq: u64) -> Option<KeyFile> {
        let masters = self.every_master();
        let backups = backup::list(&folder.backups());
        backups
            .iter()
            .filter_map(|listed| backup::Archive::read(&listed.path).ok()?.key_file().ok())
            .filter(|file| file.seq > seq && file.is_sealed_by(&masters))
            .max_by_key(|file| file.seq)
    }

    /// Number of the key file that the head file notes; 0 where nothing can be read of it.
    pub(super) fn outside(&self, folder: &Folder) -> u64 {
        let heads = self.every_master().into_iter().filter_map(|master| {
            let keys = Keyring::of(master).ok()?;
            HeadFile::read(folder.path(), &self.file.vault_id, &keys)
        });
        heads.map(|head| head.keys()).max().unwrap_or(0)
    }

    /// Whether a backup holds a later key file of the same vault than this one.
    ///
    /// # Errors
    /// Of the backup.
    pub fn is_before(&self, archive: &backup::Archive) -> Result<bool> {
        let theirs = archive.key_file()?;
        Ok(theirs.vault_id == self.file.vault_id
            && theirs.seq > self.file.seq
            && theirs.is_sealed_by(&self.every_master()))
    }

    /// The highest numbers of a key file and of a slot that are known of in the folder.
    pub(crate) fn highest(&self, folder: &Folder) -> (u64, u32) {
        let lies = KeyFile::all(folder.path()).unwrap_or_default();
        let masters = self.every_master();
        // One that nobody sealed may say any number.
        let lies = lies
            .into_iter()
            .map(|(_, file)| file)
            .filter(|file| file.is_sealed_by(&masters));
        let files: Vec<KeyFile> = lies.chain(self.later_in_backups(folder, 0)).collect();
        let noted = self.noted(folder);
        let seq = files.iter().map(|file| file.seq).max().unwrap_or(0);
        let seq = seq
            .max(self.outside(folder))
            .max(noted.as_ref().map_or(0, |noted| noted.seq));
        let slot = files.iter().map(|file| file.next_slot).max().unwrap_or(0);
        (seq, slot)
    }

    /// Whether what lies in the folder knows of a later key file than those that lie there, or
    /// this is one.
    ///
    /// # Errors
    /// Of the files.
    pub fn knows_of_later(&self, folder: &Folder) -> Result<bool> {
        let noted = self.noted(folder).map_or(0, |noted| noted.seq);
        let later = noted.max(self.outside(folder)) > self.lying(folder)?;
        Ok(later || self.is_later(folder)?)
    }

    /// Whether this is a later key file than those that lie in the folder.
    ///
    /// # Errors
    /// Of the files.
    pub fn is_later(&self, folder: &Folder) -> Result<bool> {
        Ok(self.file.seq > self.lying(folder)?)
    }

    /// The highest number of the key files that lie in the folder. One of this epoch or before
    /// counts with its seal only; a later one these keys can't judge.
    fn lying(&self, folder: &Folder) -> Result<u64> {
        let masters = self.every_master();
        let counts = |file: &KeyFile| {
            file.vault_id != self.file.vault_id
                || file.epoch > self.file.epoch
                || file.is_sealed_by(&masters)
        };
        let lies = KeyFile::all(folder.path())?.into_iter();
        let numbers = lies
            .filter(|(_, file)| counts(file))
            .map(|(_, file)| file.seq);
        Ok(numbers.max().unwrap_or(0))
    }

    /// What the database that lies there notes, if these keys open it.
    fn noted(&self, folder: &Folder) -> Option<in_force::InForce> {
        let (_, mut db) = self.database(folder, Use::Reader).ok()?;
        db.read(in_force::noted).ok().flatten()
    }
}
