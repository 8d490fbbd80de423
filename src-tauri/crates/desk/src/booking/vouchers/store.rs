//! SQL of vouchers and their prints.

mod keeping;

use super::{Lines, Paper, Print, PrintState, VoidCause, Voucher, Way};
use crate::advice::catalogue::Bilingual;
use crate::ground::batch::{MANY, of_many};
use crate::people::visitors::Visitor;
use crate::{BookingId, Result, VoucherId, Writing};
pub(super) use keeping::KEEPS;
use std::collections::BTreeSet;
use vault::{ReadTx, Row, Value, args};

fn row(row: &Row<'_>) -> vault::Result<Voucher> {
    let (at, cause) = (row.get("voided_at")?, row.get("void_cause")?);
    Ok(Voucher {
        id: row.get("id")?,
        booking: row.get("booking_id")?,
        no: row.get("no")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        issued_at: row.get("issued_at")?,
        issued_by: row.get("issued_by")?,
        voided: Option::zip(at, cause),
        lines: Lines::default(),
    })
}

const COLUMNS: &str =
    "id, booking_id, no, name, phone, issued_at, issued_by, voided_at, void_cause";

fn find(tx: &ReadTx<'_>, clause: &str, values: &[Value]) -> Result<Option<Voucher>> {
    let sql = format!("SELECT {COLUMNS} FROM vouchers WHERE {clause}");
    let found = tx.one(&sql, values, row)?;
    Ok(complete(tx, found.into_iter().collect())?.pop())
}

fn complete(tx: &ReadTx<'_>, mut found: Vec<Voucher>) -> Result<Vec<Voucher>> {
    let ids: Vec<VoucherId> = found.iter().map(|voucher| voucher.id).collect();
    let sql = format!(
        "SELECT voucher_id, kind, text_zh, text_en FROM voucher_lines
         WHERE voucher_id IN ({MANY}) ORDER BY kind, position"
    );
    let mut lines = of_many(tx, &ids, &sql, |row| {
        let text = Bilingual {
            zh: row.get("text_zh")?,
            en: row.get("text_en")?,
        };
        Ok((row.get("voucher_id")?, (row.get::<String>("kind")?, text)))
    })?;
    for voucher in &mut found {
        for (kind, text) in lines.remove(&voucher.id).unwrap_or_default() {
            match kind.as_str() {
                "bring" => voucher.lines.bring.push(text),
                _ => voucher.lines.prepare.push(text),
            }
        }
    }
    Ok(found)
}

pub(super) fn of_bookings(tx: &ReadTx<'_>, ids: &[BookingId]) -> Result<Vec<Voucher>> {
    let sql = format!("SELECT {COLUMNS} FROM vouchers WHERE booking_id IN ({MANY})");
    let found = of_many(tx, ids, &sql, |each| {
        Ok((each.get("booking_id")?, row(each)?))
    })?;
    complete(tx, found.into_values().flatten().collect())
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: VoucherId) -> Result<Option<Voucher>> {
    find(tx, "id = ?1", args![id])
}

pub(super) fn of_booking(tx: &ReadTx<'_>, booking: BookingId) -> Result<Option<Voucher>> {
    find(tx, "booking_id = ?1", args![booking])
}

pub(super) fn by_no(tx: &ReadTx<'_>, no: &str) -> Result<Option<Voucher>> {
    find(tx, "no = ?1", args![no])
}

pub(super) fn insert(
    w: &Writing<'_>,
    booking: BookingId,
    no: &str,
    visitor: &Visitor,
    lines: &Lines,
) -> Result<VoucherId> {
    let id = VoucherId(w.tx.insert(
        "INSERT INTO vouchers (booking_id, no, name, phone, issued_at, issued_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
        args![booking, no, &visitor.name, &visitor.phone, w.at, w.by.staff],
    )?);
    for (kind, texts) in [("bring", &lines.bring), ("prepare", &lines.prepare)] {
        for (position, text) in texts.iter().enumerate() {
            w.tx.execute(
                "INSERT INTO voucher_lines (voucher_id, kind, position, text_zh, text_en) VALUES (?1, ?2, ?3, ?4, ?5)",
                args![id, kind, i64::try_from(position).unwrap_or(i64::MAX), &text.zh, &text.en],
            )?;
        }
    }
    Ok(id)
}

pub(super) fn set_void(w: &Writing<'_>, id: VoucherId, cause: VoidCause) -> Result<()> {
    w.tx.execute(
        "UPDATE vouchers SET voided_at = ?2, voided_by = ?3, void_cause = ?4 WHERE id = ?1 AND voided_at IS NULL",
        args![id, w.at, w.by.staff, cause],
    )?;
    Ok(())
}

pub(super) fn prints(tx: &ReadTx<'_>, id: VoucherId) -> Result<Vec<Print>> {
    Ok(tx.all(
        "SELECT n, paper, way, state, asked_at, asked_by FROM voucher_prints WHERE voucher_id = ?1 ORDER BY id",
        args![id],
        |row| {
            Ok(Print {
                n: row.get("n")?,
                paper: row.get("paper")?,
                way: row.get("way")?,
                state: row.get("state")?,
                at: row.get("asked_at")?,
                by: row.get("asked_by")?,
            })
        },
    )?)
}

/// Which of them came out of a printer.
pub(super) fn printed(tx: &ReadTx<'_>, ids: &[VoucherId]) -> Result<BTreeSet<VoucherId>> {
    let sql = format!(
        "SELECT DISTINCT voucher_id FROM voucher_prints
         WHERE voucher_id IN ({MANY}) AND state = 'done' AND way = 'printer'"
    );
    let found = of_many(tx, ids, &sql, |row| Ok((row.get("voucher_id")?, ())))?;
    Ok(found.into_keys().collect())
}

pub(super) fn insert_print(
    w: &Writing<'_>,
    id: VoucherId,
    n: u32,
    paper: Paper,
    way: Way,
) -> Result<i64> {
    Ok(w.tx.insert(
        "INSERT INTO voucher_prints (voucher_id, n, paper, way, state, job, asked_at, asked_by)
         VALUES (?1, ?2, ?3, ?4, 'asked', '', ?5, ?6) RETURNING id",
        args![id, n, paper, way, w.at, w.by.staff],
    )?)
}

pub(super) fn settle_print(w: &Writing<'_>, id: i64, state: PrintState, job: &str) -> Result<()> {
    w.tx.execute(
        "UPDATE voucher_prints SET state = ?2, job = ?3 WHERE id = ?1 AND state = 'asked'",
        args![id, state, job],
    )?;
    Ok(())
}
