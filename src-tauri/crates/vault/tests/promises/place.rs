//! A vault in a folder of its own, gone after the test.

use sha2::{Digest as _, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use vault::{
    Administrator, Cost, Entropy, Entry, Error, Folder, Migration, NewVault, Vault, WriteTx, args,
};

/// The first administrator's password.
pub const PASSWORD: &str = "梧桐 2 棵";

pub const STEPS: &[Migration] = &[Migration {
    number: 1,
    name: "notes",
    sql: "CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL UNIQUE) STRICT;",
}];

/// Different bytes at every call, the same in every run.
pub struct Dice(pub AtomicU64);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let n = self.0.fetch_add(1, Ordering::Relaxed);
            *byte = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u8;
        }
    }
}

pub struct Place {
    pub path: PathBuf,
    pub folder: Arc<Folder>,
    pub dice: Dice,
}

impl Place {
    pub fn new(name: &str) -> Self {
        #[cfg(debug_assertions)]
        vault::remember_keys();
        let path = std::env::temp_dir().join(format!("vault-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        let folder = Arc::new(Folder::own(&path).unwrap());
        Self {
            path,
            folder,
            dice: Dice(AtomicU64::new(seed(name))),
        }
    }

    pub fn create(&self) -> (Vault, [vault::Code; 2]) {
        let new = NewVault {
            label: "体检中心",
            training: false,
            account: "1001",
            password: PASSWORD,
            cost: Cost::FLOOR,
        };
        Vault::create(&self.folder, &new, STEPS, 1, &self.dice).unwrap()
    }

    pub fn unlock(&self, account: &str, password: &str) -> Result<Vault, Error> {
        Vault::unlock(&self.folder, account, password, STEPS, 2)
    }

    /// Unlocks as the first administrator.
    pub fn open(&self) -> Vault {
        self.open_or_refused().unwrap()
    }

    pub fn open_or_refused(&self) -> Result<Vault, Error> {
        self.unlock("1001", PASSWORD)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}

/// Another one for every name: two vaults have nothing in common.
fn seed(name: &str) -> u64 {
    name.bytes().fold(7, |n: u64, b| {
        n.wrapping_mul(131).wrapping_add(u64::from(b))
    })
}

pub fn entry(action: &str) -> Entry<'_> {
    Entry {
        at: 5,
        actor: 1,
        role: "administrator",
        action,
        object: "note",
        object_id: 1,
        detail: "",
        reason: "",
    }
}

pub fn add(vault: &Vault, text: &str) -> Result<(), Error> {
    vault.write(|tx| {
        let id = tx.insert(
            "INSERT INTO notes (text) VALUES (?1) RETURNING id",
            args![text],
        )?;
        let detail = text.len().to_string();
        tx.note(&Entry {
            object_id: id,
            detail: &detail,
            ..entry("notes.add")
        })
    })
}

pub fn count(vault: &Vault) -> i64 {
    vault
        .read::<_, Error>(|tx| tx.value("SELECT count(*) AS value FROM notes", args![]))
        .unwrap()
        .unwrap()
}

/// Gives a member of staff a password.
pub fn give(place: &Place, vault: &Vault, account: &str, kind: Administrator, password: &str) {
    vault
        .write::<_, Error>(|w| {
            vault.put_account(w, account, kind, password, &place.dice)?;
            w.note(&entry("staff.add"))
        })
        .unwrap();
}

/// Changes the keys with an entry.
pub fn change_keys<T>(
    vault: &Vault,
    change: impl Fn(&WriteTx<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    vault.write(|w| {
        let done = change(w)?;
        w.note(&entry("staff.change"))?;
        Ok(done)
    })
}

/// A key file that somebody changed on purpose, with the checksum that fits.
pub fn checked(text: &str) -> String {
    let (before, rest) = text.split_once("\"checksum\": \"").unwrap();
    let (_, after) = rest.split_at(64);
    let empty = format!("{before}\"checksum\": \"{after}");
    let sum: String = Sha256::digest(empty.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{before}\"checksum\": \"{sum}{after}")
}
