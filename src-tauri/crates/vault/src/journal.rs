//! The journal (操作日志): who did, saw, exported what. Each entry is sealed
//! together with the one before, so that a changed, missing or moved row shows.
//! No names and no values stand in it, so that erasing a person breaks nothing.

use crate::error::Result;
use crate::keys::{Secret, same, seal};
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

pub(crate) fn append(db: &Connection, key: &Secret, entry: &Entry<'_>) -> Result<()> {
    let last = head(db)?;
    let seq = last.seq.saturating_add(1);
    let mac = link(key, seq, entry, &last.mac)?;
    db.prepare_cached(
        "INSERT INTO journal (seq, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        seq,
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
    Ok(())
}

pub(crate) fn verify(db: &Connection, key: &Secret) -> Result<Verdict> {
    let mut statement = db.prepare(
        "SELECT seq, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac
         FROM journal ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let (mut expected, mut previous) = (1_i64, vec![0_u8; 32]);
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let texts: [String; 5] = [
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
            row.get(7)?,
            row.get(8)?,
        ];
        let [role, action, object, detail, reason] = &texts;
        let entry = Entry {
            at: row.get(1)?,
            actor: row.get(2)?,
            role,
            action,
            object,
            object_id: row.get(6)?,
            detail,
            reason,
        };
        let (prev, mac): (Vec<u8>, Vec<u8>) = (row.get(9)?, row.get(10)?);
        let fits = seq == expected
            && same(&prev, &previous)
            && same(&link(key, seq, &entry, &previous)?, &mac);
        if !fits {
            return Ok(Verdict::Broken(expected));
        }
        (expected, previous) = (seq.saturating_add(1), mac);
    }
    Ok(Verdict::Whole(expected - 1))
}

fn link(key: &Secret, seq: i64, entry: &Entry<'_>, previous: &[u8]) -> Result<[u8; 32]> {
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
        key,
        &[
            &seq.to_le_bytes(),
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
