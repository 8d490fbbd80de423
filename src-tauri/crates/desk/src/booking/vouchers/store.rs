//! SQL of vouchers and their prints.

use super::{Lines, Paper, Print, PrintState, VoidCause, Voucher, Way};
use crate::advice::catalogue::Bilingual;
use crate::people::visitors::Visitor;
use crate::{BookingId, Result, VoucherId, Writing};
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

fn find(tx: &ReadTx<'_>, clause: &str, values: &[Value]) -> Result<Option<Voucher>> {
    let sql = format!(
        "SELECT id, booking_id, no, name, phone, issued_at, issued_by, voided_at, void_cause
         FROM vouchers WHERE {clause}"
    );
    let Some(mut voucher) = tx.one(&sql, values, row)? else {
        return Ok(None);
    };
    let lines: Vec<(String, Bilingual)> = tx.all(
        "SELECT kind, text_zh, text_en FROM voucher_lines WHERE voucher_id = ?1 ORDER BY kind, position",
        args![voucher.id],
        |row| {
            let text = Bilingual { zh: row.get("text_zh")?, en: row.get("text_en")? };
            Ok((row.get("kind")?, text))
        },
    )?;
    for (kind, text) in lines {
        match kind.as_str() {
            "bring" => voucher.lines.bring.push(text),
            _ => voucher.lines.prepare.push(text),
        }
    }
    Ok(Some(voucher))
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
