//! SQL of reading the journal.

use super::{JournalEntry, Search};
use crate::{Day, Result};
use vault::{ReadTx, Value, args};

pub(super) fn list(tx: &ReadTx<'_>, s: &Search, limit: usize) -> Result<Vec<JournalEntry>> {
    // Only what is asked for stands in the statement, so that each finds its index.
    let mut conditions = vec!["j.seq < ?1".to_owned()];
    let mut values = vec![Value::from(s.before.unwrap_or(i64::MAX))];
    let mut add = |condition: &str, value: Value| {
        values.push(value);
        conditions.push(format!("{condition} ?{}", values.len()));
    };
    if !s.actor.is_empty() {
        add("p.no =", Value::from(&s.actor));
    }
    if let Some(action) = &s.action {
        add("j.action =", Value::from(action));
    }
    if !s.object.is_empty() {
        add("j.object =", Value::from(&s.object));
    }
    if let Some(id) = s.object_id {
        add("j.object_id =", Value::from(id));
    }
    if let Some(day) = s.day {
        add("j.at >=", Value::from(day.start()));
        add("j.at <", Value::from(day.plus_days(1).start()));
    }
    let sql = format!(
        "SELECT j.seq, j.at, COALESCE(p.no, '') AS actor_no, COALESCE(p.name, '') AS actor_name, j.role,
                j.action, j.object, j.object_id, j.detail, j.reason
         FROM journal j LEFT JOIN staff p ON p.id = j.actor
         WHERE {} ORDER BY j.seq DESC LIMIT {limit}",
        conditions.join(" AND ")
    );
    Ok(tx.all(&sql, &values, |row| {
        Ok(JournalEntry {
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor_no: row.get("actor_no")?,
            actor_name: row.get("actor_name")?,
            role: row.get("role")?,
            action: row.get("action")?,
            object: row.get("object")?,
            object_id: row.get("object_id")?,
            detail: row.get("detail")?,
            reason: row.get("reason")?,
        })
    })?)
}

pub(super) fn objects(tx: &ReadTx<'_>) -> Result<Vec<String>> {
    Ok(tx.all(
        "SELECT DISTINCT object FROM journal ORDER BY object",
        args![],
        |row| row.get("object"),
    )?)
}

pub(super) fn count_on(tx: &ReadTx<'_>, day: Day) -> Result<i64> {
    let count = tx.value(
        "SELECT COUNT(*) AS value FROM journal WHERE at >= ?1 AND at < ?2",
        args![day.start(), day.plus_days(1).start()],
    )?;
    Ok(count.unwrap_or(0))
}
