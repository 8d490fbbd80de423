//! The journal (操作日志): who did, saw, exported what. Each entry is sealed
//! together with the one before, so that a changed, missing or moved row shows.
//! No names and no values stand in it, so that erasing a person breaks nothing.

use crate::args;
use crate::engine::Tx;
use crate::error::{Error, Result};
use crate::keyring::Keyring;
use crate::keys::{same, seal};
use std::ops::ControlFlow::{Break, Continue};

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

pub(crate) fn head(tx: &Tx<'_>) -> Result<Head> {
    let sql = "SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1";
    let last = tx.one(sql, args![], |row| {
        Ok(Head {
            seq: row.get("seq")?,
            mac: row.get("mac")?,
        })
    })?;
    Ok(last.unwrap_or_else(|| Head {
        seq: 0,
        mac: vec![0; 32],
    }))
}

/// The seal of an entry.
pub(crate) fn seal_at(tx: &Tx<'_>, seq: i64) -> Result<Option<Vec<u8>>> {
    if seq == 0 {
        return Ok(Some(vec![0; 32]));
    }
    tx.value(
        "SELECT mac AS value FROM journal WHERE seq = ?1",
        args![seq],
    )
}

/// Number of the first entry of each day that any entry was made on.
pub(crate) fn first_of_days(tx: &Tx<'_>) -> Result<Vec<i64>> {
    tx.all(
        "SELECT MIN(seq) AS first FROM journal GROUP BY at / 86400000",
        args![],
        |row| row.get("first"),
    )
}

/// How many entries the key of an epoch has sealed.
pub(crate) fn count_of(tx: &Tx<'_>, epoch: u32) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS value FROM journal WHERE epoch = ?1";
    Ok(tx.value(sql, args![epoch])?.unwrap_or(0))
}

/// Appends an entry; answers where the chain stands now.
pub(crate) fn append(tx: &Tx<'_>, keys: &Keyring, entry: &Entry<'_>) -> Result<Head> {
    let last = head(tx)?;
    let seq = last.seq.saturating_add(1);
    let epoch = keys.epoch();
    let mac = link(keys, epoch, seq, entry, &last.mac)?;
    tx.execute(
        "INSERT INTO journal (seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        args![
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
            last.mac.as_slice(),
            mac.as_slice()
        ],
    )?;
    Ok(Head {
        seq,
        mac: mac.to_vec(),
    })
}

/// Walks every entry; none is skipped and none may be missing.
pub(crate) fn verify(tx: &Tx<'_>, keys: &Keyring) -> Result<Verdict> {
    let (mut expected, mut previous, mut newest) = (1_i64, vec![0_u8; 32], 1_u32);
    let broken = tx.each(
        "SELECT seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac
         FROM journal ORDER BY seq",
        args![],
        |row| {
            let (seq, epoch): (i64, u32) = (row.get("seq")?, row.get("epoch")?);
            let texts: [String; 5] = [
                row.get("role")?,
                row.get("action")?,
                row.get("object")?,
                row.get("detail")?,
                row.get("reason")?,
            ];
            let [role, action, object, detail, reason] = &texts;
            let entry = Entry {
                at: row.get("at")?,
                actor: row.get("actor")?,
                role,
                action,
                object,
                object_id: row.get("object_id")?,
                detail,
                reason,
            };
            let (prev, mac): (Vec<u8>, Vec<u8>) = (row.get("prev_mac")?, row.get("mac")?);
            // An earlier epoch's key may be known to somebody who left: it seals nothing new.
            let fits = seq == expected && epoch >= newest && same(&prev, &previous);
            let sealed = match link(keys, epoch, seq, &entry, &previous) {
                Ok(right) => same(&right, &mac),
                Err(Error::Damaged(_)) => false,
                Err(error) => return Err(error),
            };
            if !(fits && sealed) {
                return Ok(Break(expected));
            }
            (expected, previous, newest) = (seq.saturating_add(1), mac, epoch);
            Ok(Continue(()))
        },
    )?;
    Ok(match broken {
        Some(seq) => Verdict::Broken(seq),
        None => Verdict::Whole(expected - 1),
    })
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
