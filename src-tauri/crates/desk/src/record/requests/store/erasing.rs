//! SQL of erasing: what is open, and taking a person out of what each subject keeps.

use crate::ground::drafts;
use crate::ground::keeping::Why;
use crate::people::visitors::Visitor;
use crate::record::keeping::{drafts_about, rows_of, tables, taken_out, theirs};
use crate::{Reading, Result, VisitorId, Writing};
use vault::args;

/// What is still open of a person.
pub(in super::super) fn matters_open(
    r: &Reading<'_>,
    visitor: VisitorId,
) -> Result<Vec<(Why, u32)>> {
    let mut open = Vec::new();
    for table in tables() {
        let Some((why, condition)) = table.open else {
            continue;
        };
        let sql = format!(
            "WITH cut AS (SELECT ?2 AS today) SELECT COUNT(*) AS value FROM {} WHERE {} AND {condition}",
            table.name,
            theirs(table)
        );
        let count: Option<u32> = r.tx.value(&sql, args![visitor, r.today()])?;
        open.extend(count.filter(|n| *n > 0).map(|n| (why, n)));
    }
    open.sort_by_key(|(why, _)| *why);
    Ok(open)
}

/// A number that is nobody else's; shorter ones may be a price or a room.
const OWN_NUMBER: usize = 7;

/// Takes the person out of everything; what was counted stays.
pub(in super::super) fn erase(w: &Writing<'_>, before: &Visitor) -> Result<()> {
    for table in tables().rev() {
        if !table.drafts.is_empty() {
            let ids: Vec<i64> =
                w.tx.all(&rows_of(table), args![before.id], |row| row.get("id"))?;
            for key in ids.into_iter().flat_map(|id| drafts_about(table, id)) {
                drafts::forget(w, &key)?;
            }
        }
        if let Some(sql) = taken_out(table) {
            w.tx.execute(&sql, args![before.id])?;
        }
    }
    let typed = [
        &before.name,
        &before.phone,
        &before.phone_2,
        &before.id_number,
    ];
    for value in typed.into_iter().filter(|v| !v.trim().is_empty()) {
        drafts::forget_saying(w, value)?;
    }
    // Another person's record keeps its sense without the number; a name may be anybody's.
    for number in numbers(&typed[1..]) {
        for table in tables() {
            for column in table.texts {
                let sql = format!(
                    "UPDATE {} SET {column} = replace({column}, ?1, '****') WHERE replace({column}, ?1, '') <> {column}",
                    table.name
                );
                w.tx.execute(&sql, args![&number])?;
            }
        }
    }
    Ok(())
}

/// As typed and as bare digits, the longer ones first.
fn numbers(typed: &[&String]) -> Vec<String> {
    let bare =
        |text: &String| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
    let digits = |text: &String| text.chars().filter(char::is_ascii_digit).count();
    let long = typed.iter().filter(|text| digits(text) >= OWN_NUMBER);
    let mut numbers: Vec<String> = long
        .flat_map(|text| [(*text).clone(), bare(text)])
        .collect();
    numbers.sort_by_key(|number| std::cmp::Reverse(number.len()));
    numbers.dedup();
    numbers
}
