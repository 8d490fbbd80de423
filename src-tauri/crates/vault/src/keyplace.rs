//! Where key files lie in a folder: the current one, a second copy of it, and while a
//! change is under way the next one. Which of them is in force says the database.

use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::keyfile::KeyFile;
use crate::keys::MasterKey;
use crate::replace::{rename, replace_file, sync_folder};
use std::fs;
use std::path::Path;

pub(crate) const NAME: &str = "keys.json";
/// The second copy; versions before this one kept the file before here.
pub(crate) const COPY: &str = "keys.prev.json";
/// Laid down before a change is committed, and put in the current one's place after.
pub(crate) const NEXT: &str = "keys.next.json";

/// Where a key file was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lies {
    /// In its place.
    Current,
    /// Beside it, not in force until the database says so.
    Next,
    /// As the second copy.
    Copy,
}

impl KeyFile {
    /// Reads the key file of a folder: the current one, where that is gone or damaged its
    /// copy. What it says is nobody's word until a secret has opened it.
    ///
    /// # Errors
    /// `Absent` when nothing is set up, `KeysGone` when a database is there without it, `Damaged` when none is readable, `Newer` when a later
    /// program wrote the current one.
    pub fn read(folder: &Path) -> Result<Self> {
        let current = read_one(&folder.join(NAME));
        let copy = read_one(&folder.join(COPY));
        match (current, copy) {
            (Err(Error::Newer), _) => Err(Error::Newer),
            (Ok(Some(file)), _) | (_, Ok(Some(file))) => Ok(file),
            (Ok(None), Ok(None)) if Folder::lacks_keys(folder) => Err(Error::KeysGone),
            (Ok(None), Ok(None)) => Err(Error::Absent),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// Every key file that reads, the current one first; copies of one another once.
    ///
    /// # Errors
    /// Those of `read`.
    pub(crate) fn all(folder: &Path) -> Result<Vec<(Lies, Self)>> {
        Self::read(folder)?;
        let mut found: Vec<(Lies, Self, String)> = Vec::new();
        for (lies, name) in [
            (Lies::Current, NAME),
            (Lies::Next, NEXT),
            (Lies::Copy, COPY),
        ] {
            if let Ok(Some(file)) = read_one(&folder.join(name)) {
                let digest = file.digest()?;
                if found.iter().all(|(.., known)| *known != digest) {
                    found.push((lies, file, digest));
                }
            }
        }
        Ok(found
            .into_iter()
            .map(|(lies, file, _)| (lies, file))
            .collect())
    }

    /// Whether a folder holds a key file, readable or not.
    pub fn exists(folder: &Path) -> bool {
        folder.join(NAME).exists() || folder.join(COPY).exists()
    }

    /// Seals the file and puts it in place at once, without the database: where there is
    /// none yet, or it must not change.
    ///
    /// # Errors
    /// `Slots`; those of files: then the file before stands.
    pub(crate) fn write(&mut self, folder: &Path, keys: &[&MasterKey]) -> Result<()> {
        let mut next = self.clone();
        next.renew_seals(keys)?;
        next.lay_next(folder)?;
        put_next_in_place(folder, &next)?;
        *self = next;
        Ok(())
    }

    /// Lays the file down as the next one; it counts for nothing yet.
    ///
    /// # Errors
    /// Those of files.
    pub(crate) fn lay_next(&self, folder: &Path) -> Result<()> {
        replace_file(&folder.join(NEXT), self.text()?.as_bytes())
    }

    /// Makes current file and copy alike this one, if they are not; answers which of them
    /// held something else that was not an earlier one of ours. `keys` are the vault's.
    ///
    /// # Errors
    /// Those of the current file. A copy that cannot be written now is made the next time.
    pub(crate) fn mend(&self, folder: &Path, keys: &[MasterKey]) -> Result<Vec<&'static str>> {
        let own = self.digest()?;
        let mut told = Vec::new();
        for (name, word) in [(NAME, "current"), (COPY, "copy")] {
            let path = folder.join(name);
            let found = read_one(&path);
            match found {
                Ok(Some(file)) if file.digest()? == own => continue,
                // What can't be read now may be whole, and newer.
                Err(Error::File(_) | Error::Newer) => continue,
                Ok(Some(file)) if file.seq < self.seq && file.is_sealed_by(keys) => {
                    if name == NAME {
                        told.push("current_older");
                    }
                }
                // The copy of a change that was cut off is made up for without a word.
                Ok(None) if name == COPY => {}
                _ => told.push(word),
            }
            let written = replace_file(&path, self.text()?.as_bytes());
            if name == NAME {
                written?;
            }
        }
        Ok(told)
    }
}

/// Puts the file that was laid down in the current one's place, and makes the copy alike.
///
/// # Errors
/// Those of the current file. A copy that cannot be written now is made the next time.
pub(crate) fn put_next_in_place(folder: &Path, next: &KeyFile) -> Result<()> {
    rename(&folder.join(NEXT), &folder.join(NAME))?;
    sync_folder(folder)?;
    drop(replace_file(&folder.join(COPY), next.text()?.as_bytes()));
    Ok(())
}

/// Takes away what was laid down and is not wanted; what stays counts for nothing.
pub(crate) fn take_next_away(folder: &Path) {
    drop(fs::remove_file(folder.join(NEXT)));
}

pub(crate) fn read_one(path: &Path) -> Result<Option<KeyFile>> {
    match fs::read(path) {
        Ok(text) => KeyFile::parse(&text).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
