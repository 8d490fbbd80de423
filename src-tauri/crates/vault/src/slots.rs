//! A slot holds the master key wrapped by one secret: a member of staff's
//! password or a recovery code. Every parameter is authenticated.

use crate::error::{Error, Result};
use crate::keys::{Cost, Entropy, MasterKey, wrapping_key};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Whose secret opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An administrator's password.
    Administrator,
    /// Another member of staff's password.
    Staff,
    /// A printed recovery code.
    Recovery,
}

/// The master key, wrapped once.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Number of the slot, never used again.
    pub id: u32,
    /// Whose secret opens it.
    pub kind: Kind,
    /// Staff number, or `A`/`B` for the recovery codes.
    pub account: String,
    /// Epoch of the master key inside.
    pub epoch: u32,
    /// Name of the algorithms, so that a later format can be told apart.
    pub alg: String,
    /// Memory cost in KiB.
    pub m: u32,
    /// Passes.
    pub t: u32,
    /// Lanes.
    pub p: u32,
    /// Salt, hex.
    pub salt: String,
    /// Nonce, hex.
    pub nonce: String,
    /// Wrapped key with its tag, hex.
    pub wrapped: String,
}

const ALG: &str = "argon2id-v13+xchacha20poly1305";

/// What a new slot is for.
pub(crate) struct Purpose<'a> {
    pub vault_id: &'a str,
    pub id: u32,
    pub kind: Kind,
    pub account: &'a str,
    pub cost: Cost,
}

impl Slot {
    /// Wraps the master key.
    pub(crate) fn wrap(
        purpose: &Purpose<'_>,
        key: &MasterKey,
        secret: &str,
        entropy: &dyn Entropy,
    ) -> Result<Self> {
        let mut salt = [0_u8; 16];
        let mut nonce = [0_u8; 24];
        entropy.fill(&mut salt);
        entropy.fill(&mut nonce);
        let cost = purpose.cost.checked()?;
        let mut slot = Self {
            id: purpose.id,
            kind: purpose.kind,
            account: purpose.account.to_owned(),
            epoch: key.epoch(),
            alg: ALG.to_owned(),
            m: cost.memory_kib,
            t: cost.passes,
            p: cost.lanes,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
        };
        let wrapping = wrapping_key(secret, &salt, cost)?;
        let cipher =
            XChaCha20Poly1305::new_from_slice(wrapping.as_slice()).map_err(|_| Error::Bounds)?;
        let aad = slot.aad(purpose.vault_id);
        let sealed = cipher
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: key.bytes(),
                    aad: aad.as_bytes(),
                },
            )
            .map_err(|_| Error::Damaged("slot"))?;
        slot.wrapped = hex(&sealed);
        Ok(slot)
    }

    /// Unwraps the master key with a secret.
    ///
    /// # Errors
    /// `WrongSecret` when the secret or any authenticated parameter differs,
    /// `Bounds` when the costs are outside what we accept.
    pub(crate) fn unwrap(&self, vault_id: &str, secret: &str) -> Result<MasterKey> {
        let cost = Cost {
            memory_kib: self.m,
            passes: self.t,
            lanes: self.p,
        }
        .checked()?;
        let salt: [u8; 16] = unhex(&self.salt)?;
        let nonce: [u8; 24] = unhex(&self.nonce)?;
        let sealed = unhex_vec(&self.wrapped)?;
        let wrapping = wrapping_key(secret, &salt, cost)?;
        let cipher =
            XChaCha20Poly1305::new_from_slice(wrapping.as_slice()).map_err(|_| Error::Bounds)?;
        let aad = self.aad(vault_id);
        let opened = cipher
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &sealed,
                    aad: aad.as_bytes(),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| Error::WrongSecret)?;
        let mut bytes = Zeroizing::new([0_u8; 32]);
        if opened.len() != bytes.len() {
            return Err(Error::Damaged("slot"));
        }
        bytes.copy_from_slice(&opened);
        Ok(MasterKey::from_bytes(bytes, self.epoch))
    }

    fn aad(&self, vault_id: &str) -> String {
        let kind = match self.kind {
            Kind::Administrator => "administrator",
            Kind::Staff => "staff",
            Kind::Recovery => "recovery",
        };
        let Self {
            id,
            account,
            epoch,
            alg,
            m,
            t,
            p,
            salt,
            ..
        } = self;
        let length = account.len();
        format!(
            "shouwen-keys/1|{vault_id}|{epoch}|{id}|{kind}|{length}:{account}|{alg}|{m}|{t}|{p}|{salt}"
        )
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

pub(crate) fn unhex_vec(text: &str) -> Result<Vec<u8>> {
    let digits: Vec<u8> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<_>>()
        .ok_or(Error::Damaged("key file"))?;
    if !digits.len().is_multiple_of(2) {
        return Err(Error::Damaged("key file"));
    }
    Ok(digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |acc, d| acc * 16 + d))
        .collect())
}

fn unhex<const N: usize>(text: &str) -> Result<[u8; N]> {
    unhex_vec(text)?
        .try_into()
        .map_err(|_| Error::Damaged("key file"))
}

#[cfg(test)]
mod tests;
