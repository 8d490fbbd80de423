//! `keys.json`: the slots and what the lock screen may show before unlocking.
//! Written atomically, with a second copy beside it. While the master key is being
//! replaced it holds slots of two epochs and is sealed under both.
//!
//! A checksum tells damage by chance from a wrong password before any secret is asked;
//! it holds nobody off who means to change the file: the seals do.

use crate::error::{Error, Result};
use crate::keys::{Cost, Entropy, MasterKey, same, seal, wrapping_key};
use crate::slots::{Kind, Purpose, Slot, hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The format this program writes; a higher one is refused.
const FORMAT: u32 = 1;

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
    /// Epoch of the master key that is about to replace it.
    pub pending: Option<u32>,
    /// Grows by one with every write.
    pub seq: u64,
    /// What the lock screen calls the place: the institution's name.
    pub label: String,
    /// Whether the folder holds made-up data for practice only.
    pub training: bool,
    /// Whether somebody typed parts of both recovery codes back.
    pub confirmed: bool,
    /// Passes of Argon2id that new slots take; calibrated at set-up.
    pub passes: u32,
    /// Next slot number.
    pub next_slot: u32,
    /// The slots.
    pub slots: Vec<Slot>,
    /// Who was an administrator and is none, with the word for what they became: until they
    /// are one again no older slot and no older backup makes them one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub demoted: BTreeMap<String, String>,
    /// HMAC over all of the above by epoch, hex; checked once a master key is known.
    pub seals: BTreeMap<u32, String>,
    /// SHA-256 over the text of the file with nothing in this place, hex.
    checksum: String,
}

/// What is read first, of any format.
#[derive(Deserialize)]
struct Outside {
    format: u32,
    checksum: String,
}

impl KeyFile {
    /// An empty key file for a new vault.
    pub(crate) fn new(label: &str, training: bool, cost: Cost, entropy: &dyn Entropy) -> Self {
        let mut id = [0_u8; 16];
        entropy.fill(&mut id);
        Self {
            format: FORMAT,
            vault_id: hex(&id),
            epoch: 1,
            pending: None,
            seq: 0,
            label: label.to_owned(),
            training,
            confirmed: false,
            passes: cost.passes,
            next_slot: 1,
            slots: Vec::new(),
            demoted: BTreeMap::new(),
            seals: BTreeMap::new(),
            checksum: String::new(),
        }
    }

    /// Reads the text of a key file.
    ///
    /// # Errors
    /// `Newer`, `Damaged`.
    pub fn parse(text: &[u8]) -> Result<Self> {
        let damaged = Error::Damaged("key file");
        let Ok(text) = std::str::from_utf8(text) else {
            return Err(damaged);
        };
        let Ok(outside) = serde_json::from_str::<Outside>(text) else {
            return Err(damaged);
        };
        if checksum(&text.replacen(&outside.checksum, "", 1)) != outside.checksum {
            Err(damaged)
        } else if outside.format > FORMAT {
            Err(Error::Newer)
        } else {
            serde_json::from_str(text).map_err(|_| damaged)
        }
    }

    /// The master keys that an account's secret opens, the newest epoch first: two
    /// while the key is being replaced, otherwise one.
    pub(crate) fn open(&self, account: &str, secret: &str) -> Result<Vec<MasterKey>> {
        self.unwrap_all(secret, |slot| {
            slot.kind != Kind::Recovery && slot.account == account
        })
    }

    /// Whether somebody is an administrator by this file.
    pub fn is_administrator(&self, account: &str) -> bool {
        let own = |s: &Slot| s.kind == Kind::Administrator && s.account == account;
        self.slots.iter().any(own) && !self.demoted.contains_key(account)
    }

    /// The master keys that a recovery code opens.
    pub(crate) fn open_with_code(&self, code: &str) -> Result<Vec<MasterKey>> {
        self.unwrap_all(code, |slot| slot.kind == Kind::Recovery)
    }

    /// The slots of the printed codes.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|s| s.kind == Kind::Recovery)
    }

    fn unwrap_all(&self, secret: &str, fits: impl Fn(&Slot) -> bool) -> Result<Vec<MasterKey>> {
        let mut slots: Vec<&Slot> = self.slots.iter().filter(|s| fits(s)).collect();
        slots.sort_by_key(|s| std::cmp::Reverse(s.epoch));
        if slots.is_empty() {
            // Somebody who has no slot is refused no sooner than somebody who has one.
            wrapping_key(secret, &[0; 16], self.cost())?;
        }
        let mut keys: Vec<MasterKey> = Vec::new();
        for slot in slots {
            if keys.iter().any(|k| k.epoch() == slot.epoch) {
                continue;
            }
            match slot.unwrap(&self.vault_id, secret) {
                Ok(key) => {
                    self.check(&key)?;
                    keys.push(key);
                }
                Err(Error::WrongSecret) => {}
                Err(error) => return Err(error),
            }
        }
        if keys.is_empty() {
            Err(Error::WrongSecret)
        } else {
            Ok(keys)
        }
    }

    /// Adds or replaces the slot of an account in the key's epoch.
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
            cost: self.cost(),
        };
        let slot = Slot::wrap(&purpose, key, secret, entropy)?;
        let recovery = kind == Kind::Recovery;
        self.slots.retain(|s| {
            s.account != account || s.epoch != key.epoch() || (s.kind == Kind::Recovery) != recovery
        });
        self.slots.push(slot);
        self.next_slot = id.saturating_add(1);
        Ok(())
    }

    /// Drops the slots of a member of staff.
    pub(crate) fn drop_slot(&mut self, account: &str) {
        self.slots
            .retain(|s| s.account != account || s.kind == Kind::Recovery);
    }

    /// Makes an epoch the only one.
    pub(crate) fn settle(&mut self, epoch: u32) {
        self.slots.retain(|s| s.epoch == epoch);
        self.epoch = epoch;
        self.pending = None;
    }

    /// Numbers the file anew and seals it. `keys` holds the key of every epoch that has
    /// slots.
    ///
    /// # Errors
    /// `Slots` without an administrator and two recovery codes in every epoch.
    pub(crate) fn renew_seals(&mut self, keys: &[&MasterKey]) -> Result<()> {
        self.guard()?;
        self.seq = self.seq.saturating_add(1);
        self.seals = keys
            .iter()
            .map(|key| Ok((key.epoch(), self.seal_with(key)?)))
            .collect::<Result<_>>()?;
        Ok(())
    }

    /// What tells this file from any other: the checksum of its text, hex.
    ///
    /// # Errors
    /// None in practice.
    pub(crate) fn digest(&self) -> Result<String> {
        Ok(Self::parse(self.text()?.as_bytes())?.checksum)
    }

    /// Whether one of these keys has sealed it.
    pub(crate) fn is_sealed_by(&self, keys: &[MasterKey]) -> bool {
        keys.iter().any(|key| self.check(key).is_ok())
    }

    /// The text of the file, with its checksum.
    ///
    /// # Errors
    /// None in practice: it is made of text and numbers.
    pub fn text(&self) -> Result<String> {
        let pretty = |file: &Self| {
            serde_json::to_string_pretty(file).map_err(|_| Error::Damaged("key file"))
        };
        let mut file = Self {
            checksum: String::new(),
            ..self.clone()
        };
        file.checksum = checksum(&pretty(&file)?);
        pretty(&file)
    }

    /// What a new slot costs: as calibrated, within what is accepted when reading.
    pub fn cost(&self) -> Cost {
        Cost {
            passes: self.passes.clamp(Cost::FLOOR.passes, Cost::CEILING.passes),
            ..Cost::FLOOR
        }
    }

    /// One administrator and two recovery codes in every epoch, always.
    pub(crate) fn guard(&self) -> Result<()> {
        let whole = |epoch: u32| {
            let count = |kind| {
                let of_kind = |s: &&Slot| s.kind == kind && s.epoch == epoch;
                let counts =
                    |s: &&Slot| kind == Kind::Recovery || !self.demoted.contains_key(&s.account);
                self.slots.iter().filter(of_kind).filter(counts).count()
            };
            count(Kind::Administrator) >= 1 && count(Kind::Recovery) >= 2
        };
        if whole(self.epoch) && self.pending.is_none_or(whole) {
            Ok(())
        } else {
            Err(Error::Slots)
        }
    }

    fn check(&self, key: &MasterKey) -> Result<()> {
        let stored = self.seals.get(&key.epoch()).map(String::as_bytes);
        let expected = self.seal_with(key)?;
        if stored.is_some_and(|stored| same(expected.as_bytes(), stored)) {
            Ok(())
        } else {
            Err(Error::Damaged("key file seal"))
        }
    }

    fn seal_with(&self, key: &MasterKey) -> Result<String> {
        let unsealed = Self {
            seals: BTreeMap::new(),
            checksum: String::new(),
            ..self.clone()
        };
        let text = serde_json::to_vec(&unsealed).map_err(|_| Error::Damaged("key file"))?;
        Ok(hex(&seal(&key.derive("head")?, &[b"keys", &text])?))
    }
}

fn checksum(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}
