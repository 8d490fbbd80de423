//! SQL of the register.

mod keeping;

use super::{Disclosure, Kind, NewDisclosure, Search};
use crate::{DisclosureId, Result, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, Value, args};

pub(super) fn insert(w: &Writing<'_>, new: &NewDisclosure<'_>, seq: i64) -> Result<DisclosureId> {
    let id = w.tx.insert(
        "INSERT INTO disclosures (at, day, staff_id, kind, detail, format, from_day, to_day, row_count, visitor_id,
                                  purpose, purpose_note, receiver, receiver_name, file_name, seq)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) RETURNING id",
        args![
            w.at,
            w.today(),
            w.by.staff,
            new.kind,
            new.detail,
            new.format,
            new.period.map(|p| p.from),
            new.period.map(|p| p.to),
            i64::try_from(new.rows).unwrap_or(i64::MAX),
            new.visitor,
            new.purpose,
            new.purpose_note,
            new.receiver,
            new.receiver_name,
            new.file_name,
            seq
        ],
    )?;
    Ok(DisclosureId(id))
}

/// Marks a row; answers its kind and id.
pub(super) fn mark_lost(w: &Writing<'_>, seq: i64) -> Result<Option<(Kind, i64)>> {
    w.tx.execute(
        "UPDATE disclosures SET lost_at = ?2 WHERE seq = ?1 AND lost_at IS NULL",
        args![seq, w.at],
    )?;
    Ok(w.tx.one(
        "SELECT kind, id FROM disclosures WHERE seq = ?1",
        args![seq],
        |row| Ok((row.get("kind")?, row.get("id")?)),
    )?)
}

pub(super) fn list(
    tx: &ReadTx<'_>,
    search: &Search,
    limit: Option<usize>,
) -> Result<Vec<Disclosure>> {
    let limit = limit.map_or(i64::MAX, |n| i64::try_from(n).unwrap_or(i64::MAX));
    let before = search.before.map_or(i64::MAX, |id| id.0);
    let kind = search.kind.map_or(Value::Null, Value::from);
    Ok(tx.all(
        "SELECT d.id, d.at, s.no AS staff_no, d.kind, d.detail, d.format, d.from_day, d.to_day, d.row_count, d.visitor_id,
                d.purpose, d.purpose_note, d.receiver, d.receiver_name, d.file_name, d.seq, d.lost_at
         FROM disclosures d JOIN staff s ON s.id = d.staff_id
         WHERE d.day BETWEEN ?1 AND ?2 AND d.id < ?3 AND (CAST(?4 AS TEXT) IS NULL OR d.kind = ?4)
         ORDER BY d.id DESC LIMIT ?5",
        args![search.period.from, search.period.to, before, kind, limit],
        row,
    )?)
}

fn row(row: &Row<'_>) -> vault::Result<Disclosure> {
    let (from, to) = (row.get("from_day")?, row.get("to_day")?);
    Ok(Disclosure {
        id: row.get("id")?,
        at: row.get("at")?,
        staff_no: row.get("staff_no")?,
        kind: row.get("kind")?,
        detail: row.get("detail")?,
        format: row.get("format")?,
        period: Option::zip(from, to),
        rows: row.get("row_count")?,
        visitor: row.get("visitor_id")?,
        purpose: row.get("purpose")?,
        purpose_note: row.get("purpose_note")?,
        receiver: row.get("receiver")?,
        receiver_name: row.get("receiver_name")?,
        file_name: row.get("file_name")?,
        seq: row.get("seq")?,
        lost_at: row.get("lost_at")?,
    })
}
