//! SQL of what is held about a person: each subject's own statements, and the journal.

use super::super::holdings::{Fact, Field, Item};
use crate::ground::keeping::Held;
use crate::record::disclosures::acts::{EXPORT_LEDGER, LEDGER};
use crate::record::disclosures::said::Said;
use crate::record::keeping::{rows_of, tables, theirs};
use crate::{Day, Moment, Reading, Result, VisitorId};
use vault::{ReadTx, Value, args};

/// The records of a part, the oldest first.
pub(in super::super) fn items(
    r: &Reading<'_>,
    held: &Held,
    visitor: VisitorId,
) -> Result<Vec<Item>> {
    let sql = format!("WITH cut AS (SELECT ?2 AS today) {}", held.rows);
    Ok(r.tx.all(&sql, args![visitor, r.today()], |row| {
        let mut facts = Vec::with_capacity(held.fields.len());
        for field in held.fields {
            let value = field.write(row.get::<Value>(field.code())?);
            facts.extend(value.map(|value| Fact {
                field: *field,
                value,
                set: held.set_of(*field),
            }));
        }
        Ok(Item {
            at: row.get("at")?,
            no: row.get("no")?,
            facts,
        })
    })?)
}

/// Most entries that are listed; the newest count.
const LOOKS: usize = 500;

/// The days on which the ledger lists the person.
fn listed_on(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<Day>> {
    let mut days = Vec::new();
    let listed = tables().flat_map(|table| table.listed.iter().map(move |age| (table, age)));
    for (table, age) in listed {
        let sql = format!(
            "SELECT {} AS listed FROM {} WHERE {}",
            age.column(),
            table.name,
            theirs(table)
        );
        days.extend(tx.all(&sql, args![visitor], |row| age.read(row, "listed"))?);
    }
    Ok(days)
}

/// Entries of the journal about the person: by every record that is theirs; and exports
/// of days on which the ledger lists them.
pub(in super::super) fn looks(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<Item>> {
    let days = listed_on(tx, visitor)?;
    let theirs: Vec<String> = tables()
        .filter_map(|table| Some((table.object?.code(), rows_of(table))))
        .map(|(object, rows)| format!("(j.object = '{object}' AND j.object_id IN ({rows}))"))
        .collect();
    let about = format!(
        "SELECT j.seq, j.at, j.action, j.detail, COALESCE(s.no, '') AS staff FROM journal j LEFT JOIN staff s ON s.id = j.actor
         WHERE {} OR (j.object = '{}' AND j.action = '{}')
         ORDER BY j.seq DESC",
        theirs.join(" OR "),
        LEDGER.code(),
        EXPORT_LEDGER.code()
    );
    let found: Vec<(Moment, String, String, String)> = tx.all(&about, args![visitor], |row| {
        Ok((
            row.get("at")?,
            row.get("action")?,
            row.get("detail")?,
            row.get("staff")?,
        ))
    })?;
    let touches = |detail: &str| {
        let period = Said::read(detail).and_then(|said| said.period);
        period.is_some_and(|span| days.iter().any(|day| (span.from..=span.to).contains(day)))
    };
    let mut items: Vec<Item> = found
        .into_iter()
        .filter(|(_, action, detail, _)| action != EXPORT_LEDGER.code() || touches(detail))
        .take(LOOKS)
        .map(|(at, action, detail, staff)| {
            let facts = [
                (Field::Action, action, Some("JournalAction")),
                (Field::Detail, detail, None),
                (Field::Staff, staff, None),
            ];
            Item {
                at: Some(at),
                no: String::new(),
                facts: facts
                    .into_iter()
                    .filter(|(_, value, _)| !value.is_empty())
                    .map(|(field, value, set)| Fact { field, value, set })
                    .collect(),
            }
        })
        .collect();
    items.reverse();
    Ok(items)
}
