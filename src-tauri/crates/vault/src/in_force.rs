//! Which key file is in force. Key file and database change together or not at all: the
//! next key file is laid beside the current one, the database notes its number and digest
//! in the transaction of the change, and after the commit it takes the current one's
//! place. Whoever opens the vault finds out by that note which of the files counts, and so
//! an earlier one that somebody put back does not.

use crate::args;
use crate::engine::Tx;
use crate::error::{Error, Result};
use crate::keyfile::KeyFile;
use crate::keyplace::Lies;
use crate::slots::Slot;

pub(crate) const SCHEMA: &str = include_str!("in_force.sql");

/// The key file that the database speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InForce {
    /// Its number.
    pub seq: u64,
    /// What tells it from any other.
    pub digest: String,
    /// Its slots.
    pub slots: Vec<Known>,
}

/// A slot as it is noted: its number, and the beginning of its salt, which tells it from one
/// that got the same number in a key file that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    id: u32,
    /// Empty: noted by a version before this one.
    salt: String,
}

impl Known {
    fn of(slot: &Slot) -> Self {
        Self {
            id: slot.id,
            salt: slot.salt.chars().take(16).collect(),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (id, salt) = text.split_once('-').unwrap_or((text, ""));
        Some(Self {
            id: id.parse().ok()?,
            salt: salt.to_owned(),
        })
    }

    fn is(&self, slot: &Slot) -> bool {
        self.id == slot.id && slot.salt.starts_with(&self.salt)
    }
}

impl InForce {
    /// Whether the printed codes of a key file are those in force: both are renewed at once,
    /// and one that could not be noted yet is a later one.
    pub fn has_codes_of(&self, file: &KeyFile) -> bool {
        self.seq < file.seq || file.codes().any(|slot| self.holds(slot))
    }

    /// Whether it has a slot.
    pub fn holds(&self, slot: &Slot) -> bool {
        self.slots.iter().any(|known| known.is(slot))
    }
}

/// Whether the secret that was tried is printed on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// A member of staff's password.
    Password,
    /// A printed recovery code.
    Code,
}

/// A key file that lies in the folder, as the rule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Where it lies.
    pub lies: Lies,
    /// Its number.
    pub seq: u64,
    /// What tells it from any other.
    pub digest: String,
    /// Whether the secret opens it.
    pub opened: bool,
}

/// Which of the files counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// That one.
    This(usize),
    /// That one, which is older than the one in force.
    Older(usize),
    /// That one, but this secret does not open it.
    Closed(usize),
    /// None that this secret opens.
    None,
}

/// Which key file counts: the one that the database notes. Where that is not there, an
/// earlier one opens with a printed code only; a later one stands for a change that was
/// made while nothing could be noted. `outside` is the number that the head file notes.
///
/// # Errors
/// `OldKeys`.
pub(crate) fn choose(
    found: &[Candidate],
    noted: Option<&InForce>,
    outside: u64,
    by: By,
) -> Result<Choice> {
    let newest = noted.map_or(0, |n| n.seq).max(outside);
    let is_noted =
        |c: &Candidate| noted.is_some_and(|n| (n.seq, n.digest.as_str()) == (c.seq, &c.digest));
    if let Some(index) = found.iter().position(is_noted)
        && noted.is_some_and(|n| n.seq == newest)
    {
        let opened = found.get(index).is_some_and(|c| c.opened);
        return Ok(if opened {
            Choice::This(index)
        } else {
            Choice::Closed(index)
        });
    }
    let best = found
        .iter()
        .enumerate()
        // What was laid down and never noted never was in force.
        .filter(|(_, c)| c.opened && c.lies != Lies::Next)
        // Of two alike the current one.
        .rev()
        .max_by_key(|(_, c)| c.seq);
    match best {
        None => Ok(Choice::None),
        Some((index, c)) if c.seq >= newest && noted.is_none_or(|n| n.seq != c.seq) => {
            Ok(Choice::This(index))
        }
        Some((index, _)) if by == By::Code => Ok(Choice::Older(index)),
        Some(_) => Err(Error::OldKeys),
    }
}

/// What the database notes; nothing where an earlier version made it.
///
/// # Errors
/// Of the database.
pub(crate) fn noted(tx: &Tx<'_>) -> Result<Option<InForce>> {
    if !is_there(tx)? {
        return Ok(None);
    }
    tx.one(
        "SELECT seq, digest, slots FROM key_file WHERE id = 1",
        args![],
        |row| {
            let (seq, slots): (i64, String) = (row.get("seq")?, row.get("slots")?);
            Ok(InForce {
                seq: u64::try_from(seq).unwrap_or(0),
                digest: row.get("digest")?,
                slots: slots.split(',').filter_map(Known::read).collect(),
            })
        },
    )
}

/// Notes which key file is in force from this transaction on.
///
/// # Errors
/// Of the database.
pub(crate) fn note(tx: &Tx<'_>, file: &KeyFile) -> Result<()> {
    if !is_there(tx)? {
        tx.script(SCHEMA)?;
    }
    let known = file.slots.iter().map(Known::of);
    let slots: Vec<String> = known.map(|s| format!("{}-{}", s.id, s.salt)).collect();
    let seq = i64::try_from(file.seq).map_err(|_| Error::Damaged("number of the key file"))?;
    tx.execute(
        "INSERT INTO key_file (id, seq, digest, slots) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, digest = excluded.digest, slots = excluded.slots",
        args![seq, file.digest()?, slots.join(",")],
    )
    .map(drop)
}

fn is_there(tx: &Tx<'_>) -> Result<bool> {
    Ok(tx.tables()?.iter().any(|name| name == "key_file"))
}

#[cfg(test)]
mod tests;
