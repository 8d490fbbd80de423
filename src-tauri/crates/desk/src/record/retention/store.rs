//! SQL of retention: rules that were changed, destruction records, what is due.

mod due;

use super::rules::Changed;
use super::{DestroyedKind, Destruction, Kind};
use crate::ground::batch::{MANY, of_many};
use crate::{DestructionId, Result, Writing};
pub(super) use due::{Cuts, destroy, due};
use vault::{ReadTx, Row, args};

pub(super) fn changed_rules(tx: &ReadTx<'_>) -> Result<Vec<(Kind, u16, Changed)>> {
    Ok(tx.all(
        "SELECT kind, days, reason, changed_at, changed_by FROM retention_rules",
        args![],
        |row| {
            let change = Changed {
                at: row.get("changed_at")?,
                by: row.get("changed_by")?,
                reason: row.get("reason")?,
            };
            Ok((row.get("kind")?, row.get("days")?, change))
        },
    )?)
}

pub(super) fn put_rule(w: &Writing<'_>, kind: Kind, days: u16, reason: &str) -> Result<()> {
    w.tx.execute(
        "INSERT INTO retention_rules (kind, days, reason, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (kind) DO UPDATE SET days = excluded.days, reason = excluded.reason,
             changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        args![kind, days, reason, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn insert_destruction(
    w: &Writing<'_>,
    no: &str,
    reason: &str,
    lines: &[DestroyedKind],
) -> Result<DestructionId> {
    let id = DestructionId(w.tx.insert(
        "INSERT INTO destructions (no, at, by, reason) VALUES (?1, ?2, ?3, ?4) RETURNING id",
        args![no, w.at, w.by.staff, reason],
    )?);
    for line in lines {
        w.tx.execute(
            "INSERT INTO destruction_kinds (destruction_id, kind, days, cutoff, count, oldest, newest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            args![id, line.kind, line.days, line.cutoff, line.count, line.oldest, line.newest],
        )?;
    }
    Ok(id)
}

const COLUMNS: &str = "SELECT id, no, at, by, reason FROM destructions";

fn row(row: &Row<'_>) -> vault::Result<Destruction> {
    Ok(Destruction {
        id: row.get("id")?,
        no: row.get("no")?,
        at: row.get("at")?,
        by: row.get("by")?,
        reason: row.get("reason")?,
        kinds: Vec::new(),
    })
}

fn complete(tx: &ReadTx<'_>, mut found: Vec<Destruction>) -> Result<Vec<Destruction>> {
    let ids: Vec<DestructionId> = found.iter().map(|record| record.id).collect();
    let sql = format!(
        "SELECT destruction_id, kind, days, cutoff, count, oldest, newest FROM destruction_kinds
         WHERE destruction_id IN ({MANY})"
    );
    let mut kinds = of_many(tx, &ids, &sql, |row| {
        let line = DestroyedKind {
            kind: row.get("kind")?,
            days: row.get("days")?,
            cutoff: row.get("cutoff")?,
            count: row.get("count")?,
            oldest: row.get("oldest")?,
            newest: row.get("newest")?,
        };
        Ok((row.get("destruction_id")?, line))
    })?;
    for record in &mut found {
        record.kinds = kinds.remove(&record.id).unwrap_or_default();
        record.kinds.sort_by_key(|line| line.kind);
    }
    Ok(found)
}

pub(super) fn destructions(tx: &ReadTx<'_>) -> Result<Vec<Destruction>> {
    let sql = format!("{COLUMNS} ORDER BY id DESC LIMIT 500");
    complete(tx, tx.all(&sql, args![], row)?)
}

pub(super) fn destruction(tx: &ReadTx<'_>, id: DestructionId) -> Result<Option<Destruction>> {
    let sql = format!("{COLUMNS} WHERE id = ?1");
    let found = tx.one(&sql, args![id], row)?;
    Ok(complete(tx, found.into_iter().collect())?.pop())
}
