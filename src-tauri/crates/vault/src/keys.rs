//! The master key and what is derived from it. Nothing here touches a file.

use crate::error::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// Where random bytes come from; handed in by the program, never taken here.
pub trait Entropy {
    /// Fills the slice with bytes of the operating system's generator.
    fn fill(&self, bytes: &mut [u8]);
}

/// 32 secret bytes that are wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// Costs of turning a password into a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// The least we write and the least we accept when reading.
    pub const FLOOR: Self = Self {
        memory_kib: 65_536,
        passes: 3,
        lanes: 1,
    };
    /// The most we accept when reading: a crafted file must not hang the desk.
    pub const CEILING: Self = Self {
        memory_kib: 1_048_576,
        passes: 20,
        lanes: 8,
    };

    /// The cost to try next while calibrating, or `None` when this one is right: one try
    /// took `took_ms`, and an unlock should take 300 to 1,200 ms. From three passes on one
    /// more takes a third longer at most. A clock that shows nothing measures nothing, and
    /// then the floor stands.
    pub fn next(self, took_ms: u64) -> Option<Self> {
        let passes = self.passes.saturating_add(1);
        let more = (1..300).contains(&took_ms) && passes <= Self::CEILING.passes;
        more.then_some(Self { passes, ..self })
    }

    /// Refuses costs outside floor and ceiling.
    ///
    /// # Errors
    /// `Bounds`.
    pub fn checked(self) -> Result<Self> {
        let (low, high) = (Self::FLOOR, Self::CEILING);
        let inside = (low.memory_kib..=high.memory_kib).contains(&self.memory_kib)
            && (low.passes..=high.passes).contains(&self.passes)
            && (low.lanes..=high.lanes).contains(&self.lanes);
        if inside { Ok(self) } else { Err(Error::Bounds) }
    }
}

/// Derives the key that wraps the master key from a password or a recovery code.
///
/// # Errors
/// `Bounds` when the costs are not acceptable.
pub fn wrapping_key(secret: &str, salt: &[u8; 16], cost: Cost) -> Result<Secret> {
    #[cfg(debug_assertions)]
    return crate::remember::once(secret, salt, cost, stretch);
    #[cfg(not(debug_assertions))]
    stretch(secret, salt, cost)
}

fn stretch(secret: &str, salt: &[u8; 16], cost: Cost) -> Result<Secret> {
    let cost = cost.checked()?;
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|_| Error::Bounds)?;
    let normal: Zeroizing<String> = Zeroizing::new(secret.nfkc().collect());
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(normal.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| Error::Bounds)?;
    Ok(key)
}

/// Finds the cost at which this computer needs long enough. `ticks` is a monotonic
/// clock in milliseconds.
///
/// # Errors
/// None in practice.
pub fn calibrate(ticks: &dyn Fn() -> u64) -> Result<Cost> {
    let mut cost = Cost::FLOOR;
    loop {
        let start = ticks();
        stretch("calibration", &[0; 16], cost)?;
        match cost.next(ticks().saturating_sub(start)) {
            Some(next) => cost = next,
            None => return Ok(cost),
        }
    }
}

/// The random key everything else comes from, with its epoch.
#[derive(Clone)]
pub struct MasterKey {
    bytes: Secret,
    epoch: u32,
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKey(***, epoch {})", self.epoch)
    }
}

impl MasterKey {
    /// A fresh key.
    pub fn random(entropy: &dyn Entropy, epoch: u32) -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        entropy.fill(bytes.as_mut_slice());
        Self { bytes, epoch }
    }

    pub(crate) fn from_bytes(bytes: Secret, epoch: u32) -> Self {
        Self { bytes, epoch }
    }

    /// A fresh key for the epoch after this one.
    pub(crate) fn successor(&self, entropy: &dyn Entropy) -> Self {
        Self::random(entropy, self.epoch.saturating_add(1))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// The epoch the key belongs to; grows when the key is replaced.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The key for one purpose (`db`, `audit`, `head`, `voucher`, …).
    ///
    /// # Errors
    /// None in practice: 32 bytes are always a valid length.
    pub fn derive(&self, purpose: &str) -> Result<Secret> {
        let info = format!("shouwen/{purpose}/v1/{}", self.epoch);
        let mut key = Zeroizing::new([0_u8; 32]);
        Hkdf::<Sha256>::new(None, self.bytes.as_slice())
            .expand(info.as_bytes(), key.as_mut_slice())
            .map_err(|_| Error::Bounds)?;
        Ok(key)
    }
}

/// HMAC-SHA256 over length-prefixed parts, so that no boundary can be moved.
///
/// # Errors
/// None in practice: any key length is valid.
pub fn seal(key: &Secret, parts: &[&[u8]]) -> Result<[u8; 32]> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|_| Error::Damaged("seal key"))?;
    for part in parts {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part);
    }
    Ok(mac.finalize().into_bytes().into())
}

/// SHA-256 over length-prefixed parts, in hexadecimal: to know something again without
/// keeping it.
pub fn digest(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    crate::slots::hex(&digest.finalize())
}

/// Compares without telling by its time where the difference is.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0_u8, |acc, (x, y)| acc | (x ^ y)) == 0
}

#[cfg(test)]
pub(crate) mod tests;
