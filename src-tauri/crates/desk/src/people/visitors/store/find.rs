//! SQL of finding visitors, by what is typed and by what is alike.

use super::super::Visitor;
use super::super::find::{LONGEST_END, VOUCHER_END, Word};
use super::super::register::digits;
use super::{COLUMNS, complete, row};
use crate::Result;
use vault::{ReadTx, Value, args};

pub(in super::super) fn search(
    tx: &ReadTx<'_>,
    words: &[Word],
    document: Option<&str>,
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
                let (clause, wanted) = of_number(text, next);
                clauses.push(clause);
                values.extend(wanted.map(Value::from));
            }
        }
    }
    let mut either: Vec<String> = Vec::new();
    if !clauses.is_empty() {
        either.push(format!("({})", clauses.join(" AND ")));
    }
    if let Some(document) = document {
        values.push(document.to_owned().into());
        either.push(format!("v.id_key = ?{}", values.len()));
    }
    values.push(Value::Int(i64::try_from(limit).unwrap_or(20)));
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v WHERE v.standing <> 'erased' AND ({}) ORDER BY v.seen_at DESC, v.id DESC LIMIT ?{}",
        either.join(" OR "),
        values.len()
    );
    complete(tx, tx.all(&sql, &values, row)?)
}

/// What a number has to be, with two values from the `next`th on: few digits are its end,
/// many the whole of it.
fn of_number(text: &str, next: usize) -> (String, [String; 2]) {
    let (phone, number) = (next, next + 1);
    let voucher = |fits: String| {
        format!(
            " OR EXISTS (SELECT 1 FROM vouchers o JOIN bookings b ON b.id = o.booking_id
                 WHERE b.visitor_id = v.id AND {fits})"
        )
    };
    if text.len() > LONGEST_END {
        let voucher = voucher(format!("o.no = ?{number}"));
        // Without its country code, as phones are kept; an X is in no phone.
        let called = if text.ends_with('X') {
            text.to_owned()
        } else {
            digits(text)
        };
        let clause = format!("(v.digit_key LIKE ?{phone} OR v.id_key = ?{number}{voucher})");
        return (clause, [format!("% {called} %"), text.to_owned()]);
    }
    let voucher = if text.len() >= VOUCHER_END {
        voucher(format!("o.no LIKE ?{number}"))
    } else {
        String::new()
    };
    let clause = format!("(v.digit_key LIKE ?{phone} OR v.id_key LIKE ?{number}{voucher})");
    (clause, [format!("%{text} %"), format!("%{text}")])
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(in super::super) fn alike(tx: &ReadTx<'_>, folded: &str, id_key: &str) -> Result<Vec<Visitor>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v
         WHERE v.standing = 'open' AND ((?1 <> '' AND v.name_key = ?1) OR (?2 <> '' AND v.id_key = ?2))
         ORDER BY v.seen_at DESC LIMIT 10"
    );
    complete(tx, tx.all(&sql, args![folded, id_key], row)?)
}
