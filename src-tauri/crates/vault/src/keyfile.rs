//! `keys.json`: the slots and what the lock screen may show before unlocking.
//! Written atomically, with the previous copy kept.

use crate::error::{Error, Result};
use crate::keys::{Entropy, MasterKey, same, seal};
use crate::slots::{Kind, Purpose, Slot, hex};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

/// The format this program writes; a higher one is refused.
const FORMAT: u32 = 1;
const NAME: &str = "keys.json";
const PREVIOUS: &str = "keys.prev.json";

/// The key file. Holds no secret in clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// Format of this file.
    pub format: u32,
    /// Random id of the vault.
    pub vault_id: String,
    /// Epoch of the current master key.
    pub epoch: u32,
    /// Grows by one with every write.
    pub seq: u64,
    /// What the lock screen calls the place: the institution's name.
    pub label: String,
    /// Whether the folder holds made-up data for practice only.
    pub training: bool,
    /// Whether somebody typed parts of both recovery codes back.
    pub confirmed: bool,
    /// Next slot number.
    pub next_slot: u32,
    /// The slots.
    pub slots: Vec<Slot>,
    /// HMAC over all of the above, hex; checked once the master key is known.
    pub mac: String,
}

impl KeyFile {
    /// An empty key file for a new vault.
    pub(crate) fn new(label: &str, training: bool, entropy: &dyn Entropy) -> Self {
        let mut id = [0_u8; 16];
        entropy.fill(&mut id);
        Self {
            format: FORMAT,
            vault_id: hex(&id),
            epoch: 1,
            seq: 0,
            label: label.to_owned(),
            training,
            confirmed: false,
            next_slot: 1,
            slots: Vec::new(),
            mac: String::new(),
        }
    }

    /// Reads the newest readable key file of a folder.
    ///
    /// # Errors
    /// `Absent` when there is none, `Newer` or `Damaged` when none is readable.
    pub fn read(folder: &Path) -> Result<Self> {
        let current = read_one(&folder.join(NAME));
        let previous = read_one(&folder.join(PREVIOUS));
        match (current, previous) {
            (Ok(Some(a)), Ok(Some(b))) => Ok(if b.seq > a.seq { b } else { a }),
            (Ok(Some(file)), _) | (_, Ok(Some(file))) => Ok(file),
            (Ok(None), Ok(None)) => Err(Error::Absent),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// Whether a folder holds a key file, readable or not.
    pub fn exists(folder: &Path) -> bool {
        folder.join(NAME).exists() || folder.join(PREVIOUS).exists()
    }

    /// Opens the master key with an account's secret and checks the file's seal.
    pub(crate) fn open(&self, account: &str, secret: &str) -> Result<MasterKey> {
        let slot = self
            .slots
            .iter()
            .find(|s| s.kind != Kind::Recovery && s.account == account)
            .ok_or(Error::WrongSecret)?;
        let key = slot.unwrap(&self.vault_id, secret)?;
        self.check(&key)?;
        Ok(key)
    }

    /// Opens the master key with a recovery code.
    pub(crate) fn open_with_code(&self, code: &str) -> Result<MasterKey> {
        for slot in self.slots.iter().filter(|s| s.kind == Kind::Recovery) {
            match slot.unwrap(&self.vault_id, code) {
                Ok(key) => {
                    self.check(&key)?;
                    return Ok(key);
                }
                Err(Error::WrongSecret) => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::WrongSecret)
    }

    /// Adds or replaces the slot of an account.
    pub(crate) fn put_slot(
        &mut self,
        key: &MasterKey,
        kind: Kind,
        account: &str,
        secret: &str,
        entropy: &dyn Entropy,
    ) -> Result<()> {
        let id = self.next_slot;
        let purpose = Purpose {
            vault_id: &self.vault_id,
            id,
            kind,
            account,
        };
        let slot = Slot::wrap(&purpose, key, secret, entropy)?;
        let recovery = kind == Kind::Recovery;
        self.slots
            .retain(|s| s.account != account || (s.kind == Kind::Recovery) != recovery);
        self.slots.push(slot);
        self.next_slot = id.saturating_add(1);
        Ok(())
    }

    /// Drops the slot of a member of staff.
    pub(crate) fn drop_slot(&mut self, account: &str) {
        self.slots
            .retain(|s| s.account != account || s.kind == Kind::Recovery);
    }

    /// Seals the file and writes it: temporary file, flush, keep the previous
    /// copy, rename, flush the folder. A crash leaves the old or the new file.
    pub(crate) fn write(&mut self, folder: &Path, key: &MasterKey) -> Result<()> {
        self.guard()?;
        self.seq = self.seq.saturating_add(1);
        self.mac = self.seal_with(key)?;
        let text = serde_json::to_vec_pretty(self).map_err(|_| Error::Damaged("key file"))?;
        let target = folder.join(NAME);
        if target.exists() {
            replace_file(&folder.join(PREVIOUS), &fs::read(&target)?)?;
        }
        replace_file(&target, &text)
    }

    /// One administrator and two recovery codes, always.
    fn guard(&self) -> Result<()> {
        let count = |kind| self.slots.iter().filter(|s| s.kind == kind).count();
        if count(Kind::Administrator) >= 1 && count(Kind::Recovery) >= 2 {
            Ok(())
        } else {
            Err(Error::Slots)
        }
    }

    fn check(&self, key: &MasterKey) -> Result<()> {
        if same(self.seal_with(key)?.as_bytes(), self.mac.as_bytes()) {
            Ok(())
        } else {
            Err(Error::Damaged("key file seal"))
        }
    }

    fn seal_with(&self, key: &MasterKey) -> Result<String> {
        let unsealed = Self {
            mac: String::new(),
            ..self.clone()
        };
        let text = serde_json::to_vec(&unsealed).map_err(|_| Error::Damaged("key file"))?;
        Ok(hex(&seal(&key.derive("head")?, &[&text])?))
    }
}

fn read_one(path: &Path) -> Result<Option<KeyFile>> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let file: KeyFile = serde_json::from_slice(&text).map_err(|_| Error::Damaged("key file"))?;
    if file.format > FORMAT {
        Err(Error::Newer)
    } else {
        Ok(Some(file))
    }
}

/// Puts bytes under a name so that a crash leaves the old or the new content.
///
/// # Errors
/// What the file system reports.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = path.with_extension("tmp");
    {
        let mut file = private_file(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    fs::rename(&temporary, path)?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(unix)]
fn private_file(path: &Path) -> Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    Ok(File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> Result<File> {
    Ok(File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .open(path)?)
}
