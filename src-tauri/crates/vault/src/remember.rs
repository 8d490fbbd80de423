//! Remembering keys that were derived from a secret, for tests: a thousand desks laid out of
//! one folder have the same salts, and deriving is made to be slow. What is remembered is what
//! was derived. Builds with debug assertions have it and only tests ask for it; a release has
//! none of it.

use crate::error::Result;
use crate::keys::{Cost, Secret};
use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

type Derived = HashMap<(String, [u8; 16], [u32; 3]), Secret>;

static KNOWN: OnceLock<Mutex<Derived>> = OnceLock::new();

/// From now on this process derives a key of the same secret, salt and cost once.
pub fn remember_keys() {
    KNOWN.get_or_init(Mutex::default);
}

/// The key that was derived before, or the one derived now.
pub(crate) fn once(
    secret: &str,
    salt: &[u8; 16],
    cost: Cost,
    derive: impl Fn(&str, &[u8; 16], Cost) -> Result<Secret>,
) -> Result<Secret> {
    let Some(known) = KNOWN.get() else {
        return derive(secret, salt, cost);
    };
    let name = (
        secret.to_owned(),
        *salt,
        [cost.memory_kib, cost.passes, cost.lanes],
    );
    let held = || known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(key) = held().get(&name) {
        return Ok(key.clone());
    }
    let key = derive(secret, salt, cost)?;
    held().insert(name, key.clone());
    Ok(key)
}
