//! The file of a backup: a mark, the manifest's length, the manifest, the key file,
//! the database, and nothing after. Read with limits: it may come from anywhere.

use super::{Progress, Stage, assert_same};
use crate::branches::Noted;
use crate::engine::{Db, Use};
use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::in_force::By;
use crate::journal::{self, Verdict};
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::keys::{MasterKey, same, seal};
use crate::replace::private_file;
use crate::slots::{hex, unhex_vec};
use crate::vault::{Unsealed, Vault};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

pub(super) const MARK: &[u8; 17] = b"SHOUWEN-BACKUP-1\n";
/// The format this program writes; a higher one is refused.
pub(super) const FORMAT: u32 = 1;
/// Manifest and key file are small; a crafted length must not fill the memory.
const MOST: u64 = 1 << 20;

/// A part of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Bytes.
    pub size: u64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// What a backup says of itself; sealed with a key of its epoch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Format of the file.
    pub format: u32,
    /// Which vault.
    pub vault_id: String,
    /// Epoch of the key it is encrypted with.
    pub epoch: u32,
    /// The institution's name.
    pub label: String,
    /// Whether it holds made-up data.
    pub training: bool,
    /// When it was made, UTC ms.
    pub at: i64,
    /// Number of the last migration.
    pub schema: i64,
    /// Number of the last journal entry.
    pub journal_seq: i64,
    /// Its seal, hex.
    pub journal_mac: String,
    /// The history of the journal it is of; empty: the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub branch: String,
    /// Rows by table.
    pub rows: BTreeMap<String, i64>,
    /// The key file.
    pub keys: Part,
    /// The database.
    pub database: Part,
    /// HMAC over all of the above, hex.
    pub seal: String,
}

impl Manifest {
    pub(super) fn sealed(&self, keys: &Keyring) -> Result<String> {
        let unsealed = Self {
            seal: String::new(),
            ..self.clone()
        };
        let text = serde_json::to_vec(&unsealed).map_err(|_| Error::Backup("manifest"))?;
        Ok(hex(&seal(&keys.at(self.epoch)?.backup, &[&text])?))
    }

    /// Where the journal stood.
    pub(crate) fn noted(&self) -> Result<Noted> {
        Ok(Noted {
            seq: self.journal_seq,
            mac: unhex_vec(&self.journal_mac)?,
            branch: self.branch.clone(),
        })
    }

    pub(crate) fn is_sealed_by(&self, keys: &Keyring) -> bool {
        self.sealed(keys)
            .is_ok_and(|right| same(right.as_bytes(), self.seal.as_bytes()))
    }
}

/// A backup file whose outside was read.
#[derive(Debug, Clone)]
pub struct Archive {
    path: PathBuf,
    manifest: Manifest,
    keys_at: u64,
}

impl Archive {
    /// Reads the outside of a backup: mark, manifest, lengths.
    ///
    /// # Errors
    /// `Backup` when it is none or is cut off, `Newer`, those of the file.
    pub fn read(path: &Path) -> Result<Self> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut mark = [0_u8; MARK.len()];
        let mut size = [0_u8; 4];
        let whole = |done: std::io::Result<()>| done.map_err(|_| Error::Backup("cut off"));
        whole(file.read_exact(&mut mark))?;
        if mark != *MARK {
            return Err(Error::Backup("not a backup of this program"));
        }
        whole(file.read_exact(&mut size))?;
        let size = u64::from(u32::from_le_bytes(size));
        if size > MOST {
            return Err(Error::Backup("manifest"));
        }
        let mut text = Vec::new();
        file.take(size).read_to_end(&mut text)?;
        let manifest: Manifest =
            serde_json::from_slice(&text).map_err(|_| Error::Backup("manifest"))?;
        if manifest.format > FORMAT {
            return Err(Error::Newer);
        }
        let keys_at = MARK.len() as u64 + 4 + size;
        let expected = keys_at
            .checked_add(manifest.keys.size)
            .and_then(|n| n.checked_add(manifest.database.size));
        if manifest.keys.size > MOST || expected != Some(length) {
            return Err(Error::Backup("cut off"));
        }
        Ok(Self {
            path: path.to_owned(),
            manifest,
            keys_at,
        })
    }

    /// What it says of itself; the seal is checked by `verify`.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Opens its key file with a member of staff's password.
    ///
    /// # Errors
    /// `WrongSecret`, `Backup`.
    pub fn unseal(&self, account: &str, password: &str) -> Result<Unsealed> {
        let file = self.key_file()?;
        let masters = file.open(account, password)?;
        Ok(Unsealed::of(file, masters, By::Password))
    }

    /// Opens its key file with a recovery code.
    ///
    /// # Errors
    /// `WrongSecret`, `Backup`.
    pub fn unseal_with_code(&self, code: &str) -> Result<Unsealed> {
        let file = self.key_file()?;
        let masters = file.open_with_code(code)?;
        Ok(Unsealed::of(file, masters, By::Code))
    }

    /// Unpacks the database, opens it and compares everything with the manifest; the
    /// scratch folder is emptied after.
    ///
    /// # Errors
    /// `Backup` with what does not fit, `WrongSecret` when these keys do not open it.
    pub fn verify(
        &self,
        opened: &Unsealed,
        scratch: &Folder,
        progress: Progress<'_>,
    ) -> Result<()> {
        let copy = scratch.path().join("checking.db");
        let done = self.checked_copy(opened, &copy, progress).map(drop);
        remove_if_there(&copy)?;
        done
    }

    /// Unpacks the database to `to` and checks it; answers the key that opens it.
    pub(super) fn checked_copy(
        &self,
        opened: &Unsealed,
        to: &Path,
        progress: Progress<'_>,
    ) -> Result<MasterKey> {
        let master = opened
            .masters
            .iter()
            .find(|m| m.epoch() == self.manifest.epoch)
            .ok_or(Error::WrongSecret)?;
        let mut keys = Keyring::of(master.clone())?;
        if !self.manifest.is_sealed_by(&keys) {
            return Err(Error::Backup("the seal of the manifest"));
        }
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.keys_at))?;
        let mut rest = std::io::BufReader::new(file);
        let found = copy_part(
            &mut rest,
            &mut std::io::sink(),
            self.manifest.keys.size,
            &|_| {},
        )?;
        if found != self.manifest.keys.sha256 {
            return Err(Error::Backup("the key file inside"));
        }
        let size = self.manifest.database.size;
        let mut target = private_file(to)?;
        let tell = |done: u64| progress(Stage::Pack, done, size);
        let found = copy_part(&mut rest, &mut target, size, &tell)?;
        target.sync_all()?;
        drop(target);
        if found != self.manifest.database.sha256 {
            return Err(Error::Backup("the database inside"));
        }
        progress(Stage::Check, 0, 1);
        let mut db = Db::open(to, &keys.db, Use::Copy)?;
        db.full_check()?;
        db.read(|tx| assert_same(tx, &self.manifest))?;
        keys = Keyring::load(keys.master().clone(), &mut db)?;
        let verdict = db.read(|tx| journal::verify(tx, &keys))?;
        if verdict != Verdict::Whole(self.manifest.journal_seq) {
            return Err(Error::Backup("the journal"));
        }
        progress(Stage::Check, 1, 1);
        Ok(master.clone())
    }

    pub(crate) fn key_file(&self) -> Result<KeyFile> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.keys_at))?;
        let mut text = Vec::new();
        file.take(self.manifest.keys.size).read_to_end(&mut text)?;
        KeyFile::parse(&text)
    }
}

/// Copies so many bytes; answers their digest.
pub(super) fn copy_part(
    from: &mut impl Read,
    to: &mut impl Write,
    size: u64,
    tell: &dyn Fn(u64),
) -> Result<String> {
    let mut digest = Sha256::new();
    let mut buffer = vec![0_u8; 1 << 18];
    let mut left = size;
    while left > 0 {
        let most = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let chunk = buffer.get_mut(..most).ok_or(Error::Backup("length"))?;
        from.read_exact(chunk)
            .map_err(|_| Error::Backup("cut off"))?;
        digest.update(&*chunk);
        to.write_all(chunk)?;
        left -= most as u64;
        tell(size - left);
    }
    Ok(hex(&digest.finalize()))
}

pub(super) fn remove_if_there(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

impl Unsealed {
    /// Whether these are keys of the vault and the time a backup says it is of.
    pub fn opens(&self, manifest: &Manifest) -> bool {
        self.file.vault_id == manifest.vault_id
            && self.masters.iter().any(|m| m.epoch() == manifest.epoch)
    }

    /// Whether one of these keys sealed that manifest.
    pub fn has_sealed(&self, manifest: &Manifest) -> bool {
        let master = self.masters.iter().find(|m| m.epoch() == manifest.epoch);
        let keys = master.map(|m| Keyring::of(m.clone()));
        keys.is_some_and(|keys| keys.is_ok_and(|keys| manifest.is_sealed_by(&keys)))
    }
}

impl Vault {
    /// The keys this vault knows, of every epoch: what opens its own backups.
    pub fn unsealed(&self) -> Unsealed {
        let masters = self.keyring().masters().cloned().collect();
        Unsealed::of(self.lock_file().clone(), masters, By::Password)
    }
}
