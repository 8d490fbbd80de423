//! The journal (操作日志): who did, saw, exported what. Each entry is sealed
//! together with the one before, so that a changed, missing or moved row shows.
//! No names and no values stand in it, so that erasing a person breaks nothing.

use crate::error::{Error, Result};
use crate::keyring::Keyring;
use crate::keys::{same, seal};
use rusqlite::{Connection, params};

/// The journal's own table. Rows can be added, never changed.
pub(crate) const SCHEMA: &str = include_str!("journal.sql");

/// One entry to append.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// When, UTC milliseconds.
    pub at: i64,
    /// Who: staff id, 0 before anybody is signed in.
    pub actor: i64,
    /// In which role.
    pub role: &'a str,
    /// What was done, `subject.verb`.
    pub action: &'a str,
    /// To what kind of object.
    pub object: &'a str,
    /// Which one; 0 when the action has none.
    pub object_id: i64,
    /// Facts without names or values: changed fields, counts, numbers.
    pub detail: &'a str,
    /// The reason a person gave; empty when none is due.
    pub reason: &'a str,
}

/// Where the chain stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry, 0 when there is none.
    pub seq: i64,
    /// Its seal.
    pub mac: Vec<u8>,
}

/// The result of walking the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every link holds; so many entries.
    Whole(i64),
    /// The first entry that does not fit.
    Broken(i64),
}

pub(crate) fn head(db: &Connection) -> Result<Head> {
    let mut statement =
        db.prepare_cached("SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1")?;
    let mut rows = statement.query([])?;
    Ok(match rows.next()? {
        Some(row) => Head {
            seq: row.get(0)?,
            mac: row.get(1)?,
        },
        None => Head {
            seq: 0,
            mac: vec![0; 32],
        },
    })
}

/// The seal of an entry.
pub(crate) fn seal_at(db: &Connection, seq: i64) -> Result<Option<Vec<u8>>> {
    if seq == 0 {
        return Ok(Some(vec![0; 32]));
    }
    let mut statement = db.prepare_cached("SELECT mac FROM journal WHERE seq = ?1")?;
    let mut rows = statement.query([seq])?;
    Ok(match rows.next()? {
        Some(row) => Some(row.get(0)?),
        None => None,
    })
}

/// Appends an entry; answers where the chain stands now.
pub(crate) fn append(db: &Connection, keys: &Keyring, entry: &Entry<'_>) -> Result<Head> {
    let last = head(db)?;
    let seq = last.seq.saturating_add(1);
    let epoch = keys.epoch();
    let mac = link(keys, epoch, seq, entry, &last.mac)?;
    db.prepare_cached(
        "INSERT INTO journal (seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        seq,
        epoch,
        entry.at,
        entry.actor,
        entry.role,
        entry.action,
        entry.object,
        entry.object_id,
        entry.detail,
        entry.reason,
        last.mac,
        mac.as_slice()
    ])?;
    Ok(Head {
        seq,
        mac: mac.to_vec(),
    })
}

/// Walks every entry; none is skipped and none may be missing.
pub(crate) fn verify(db: &Connection, keys: &Keyring) -> Result<Verdict> {
    let mut statement = db.prepare(
        "SELECT seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac
         FROM journal ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut expected, mut previous, mut newest) = (1_i64, vec![0_u8; 32], 1_u32);
    while let Some(row) = rows.next()? {
        let (seq, epoch): (i64, u32) = (row.get(0)?, row.get(1)?);
        let texts: [String; 5] = [
            row.get(4)?,
            row.get(5)?,
            row.get(6)?,
            row.get(8)?,
            row.get(9)?,
        ];
        let [role, action, object, detail, reason] = &texts;
        let entry = Entry {
            at: row.get(2)?,
            actor: row.get(3)?,
            role,
            action,
            object,
            object_id: row.get(7)?,
            detail,
            reason,
        };
        let (prev, mac): (Vec<u8>, Vec<u8>) = (row.get(10)?, row.get(11)?);
        // An earlier epoch's key may be known to somebody who left: it seals nothing new.
        let fits = seq == expected && epoch >= newest && same(&prev, &previous);
        let sealed = match link(keys, epoch, seq, &entry, &previous) {
            Ok(right) => same(&right, &mac),
            Err(Error::Damaged(_)) => false,
            Err(error) => return Err(error),
        };
        if !(fits && sealed) {
            return Ok(Verdict::Broken(expected));
        }
        (expected, previous, newest) = (seq.saturating_add(1), mac, epoch);
    }
    Ok(Verdict::Whole(expected - 1))
}

fn link(
    keys: &Keyring,
    epoch: u32,
    seq: i64,
    entry: &Entry<'_>,
    previous: &[u8],
) -> Result<[u8; 32]> {
    let Entry {
        at,
        actor,
        role,
        action,
        object,
        object_id,
        detail,
        reason,
    } = entry;
    seal(
        &keys.at(epoch)?.audit,
        &[
            &seq.to_le_bytes(),
            &epoch.to_le_bytes(),
            &at.to_le_bytes(),
            &actor.to_le_bytes(),
            role.as_bytes(),
            action.as_bytes(),
            object.as_bytes(),
            &object_id.to_le_bytes(),
            detail.as_bytes(),
            reason.as_bytes(),
            previous,
        ],
    )
}

#[cfg(test)]
pub(crate) mod tests;
