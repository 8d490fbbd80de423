//! SQL of finding visitors, by what is typed and by what is alike.

use super::super::Visitor;
use super::super::find::Word;
use super::{COLUMNS, complete, row};
use crate::Result;
use vault::{ReadTx, Value, args};

/// Fewer digits fit too many vouchers: their numbers begin with the day.
const VOUCHER_DIGITS: usize = 6;

pub(in super::super) fn search(
    tx: &ReadTx<'_>,
    words: &[Word],
    limit: usize,
) -> Result<Vec<Visitor>> {
    let mut clauses: Vec<String> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    for word in words {
        let next = values.len() + 1;
        match word {
            Word::Script(text) => {
                clauses.push(format!("v.name_key LIKE ?{next} ESCAPE '\\'"));
                values.push(format!("%{}%", escaped(text)).into());
            }
            Word::Letters(text) => {
                clauses.push(format!(
                    "(v.initial_key LIKE ?{next} ESCAPE '\\' OR v.pinyin_key LIKE ?{next} ESCAPE '\\')"
                ));
                values.push(format!("% {}%", escaped(text)).into());
            }
            Word::Digits(text) => {
                let voucher = if text.len() >= VOUCHER_DIGITS {
                    format!(
                        " OR EXISTS (SELECT 1 FROM vouchers o JOIN bookings b ON b.id = o.booking_id
                             WHERE b.visitor_id = v.id AND o.no LIKE ?{next})"
                    )
                } else {
                    String::new()
                };
                clauses.push(format!(
                    "(v.digit_key LIKE ?{next} OR v.id_number LIKE ?{next}{voucher})"
                ));
                values.push(format!("%{text}%").into());
            }
        }
    }
    values.push(Value::Int(i64::try_from(limit).unwrap_or(20)));
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v WHERE v.standing <> 'erased' AND {} ORDER BY v.seen_at DESC, v.id DESC LIMIT ?{}",
        clauses.join(" AND "),
        values.len()
    );
    complete(tx, tx.all(&sql, &values, row)?)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(in super::super) fn alike(
    tx: &ReadTx<'_>,
    folded: &str,
    id_number: &str,
) -> Result<Vec<Visitor>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v
         WHERE v.standing = 'open' AND ((?1 <> '' AND v.name_key = ?1) OR (?2 <> '' AND v.id_number = upper(?2)))
         ORDER BY v.seen_at DESC LIMIT 10"
    );
    complete(tx, tx.all(&sql, args![folded, id_number], row)?)
}
