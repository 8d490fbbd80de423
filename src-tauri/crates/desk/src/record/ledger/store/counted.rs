//! SQL of what is counted of a period, as it stood at a moment (`?1` in each statement).

use super::super::Period;
use super::super::rules::{Alike, Counted};
use super::{KNOWN, STOOD, named, visit, was};
use crate::booking::bookings::BookingState;
use crate::{Day, Moment, Result};
use std::collections::BTreeMap;
use vault::{ReadTx, Value, args};

/// SQL: the join of a ticket with its last step that counts (`z`).
const STEP: &str = "LEFT JOIN ticket_steps z ON z.id = (SELECT MAX(l.id) FROM ticket_steps l WHERE l.ticket_id = t.id AND l.at <= ?1)";

/// What a period adds up to, of what was done until `bound`; promises are judged at `judged`, and
/// who was expected before the day `seen` and is not marked did not come.
pub(in super::super) fn counted(
    tx: &ReadTx<'_>,
    p: Period,
    (bound, judged, seen): (Moment, Moment, Day),
) -> Result<Counted> {
    let days = args![bound, p.from, p.to];
    let sql = format!(
        "SELECT x.channel, x.urgency, x.outcome, COALESCE(u.name_zh, c.name_zh) AS zh, COALESCE(u.name_en, c.name_en) AS en, COUNT(*) AS n
         FROM (SELECT e.channel, {} AS urgency, CASE WHEN e.ended_at <= ?1 THEN e.outcome END AS outcome, {} AS category_id
               FROM encounters e {KNOWN} WHERE e.day BETWEEN ?2 AND ?3) x
         LEFT JOIN categories c ON c.id = x.category_id
         LEFT JOIN categories u ON u.id = c.parent_id
         GROUP BY x.channel, x.urgency, x.outcome, COALESCE(u.name_zh, c.name_zh), COALESCE(u.name_en, c.name_en)",
        was("urgency"),
        was("category_id")
    );
    let encounters = tx.all(&sql, days, |row| {
        Ok(Alike {
            channel: row.get("channel")?,
            urgency: row.get("urgency")?,
            outcome: row.get("outcome")?,
            top: named(row, "zh", "en")?,
            count: row.get("n")?,
        })
    })?;
    let sql = format!(
        "SELECT COUNT(*) AS value FROM tickets t {STEP} WHERE COALESCE(z.state, t.state) = ?4 AND t.day BETWEEN ?2 AND ?3"
    );
    let tickets = |state: &str| tx.value::<u32>(&sql, args![bound, p.from, p.to, state]);
    let states = |condition: &str, values: &[Value]| booked(tx, seen, condition, values);
    let feedback = tx.all(
        "SELECT f.kind, s.state, COUNT(*) AS n FROM feedback f
         JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id AND l.at <= ?1)
         WHERE f.day BETWEEN ?2 AND ?3 GROUP BY f.kind, s.state ORDER BY f.kind, s.state",
        days,
        |row| Ok((row.get("kind")?, row.get("state")?, row.get("n")?)),
    )?;
    let promises = tx.all(
        "SELECT x.state, COUNT(*) AS n FROM (
             SELECT CASE WHEN m.kept_at <= ?1 AND m.kept_at <= m.due_at THEN 'kept' WHEN m.kept_at <= ?1 THEN 'late'
                         WHEN m.due_at >= ?4 THEN 'open' ELSE 'overdue' END AS state
             FROM promises m WHERE m.made_at >= ?2 AND m.made_at < ?3) x
         GROUP BY x.state ORDER BY x.state",
        args![bound, p.start(), p.end(), judged],
        |row| Ok((row.get("state")?, row.get("n")?)),
    )?;
    Ok(Counted {
        encounters,
        served: tickets("done")?.unwrap_or(0),
        no_show: tickets("no_show")?.unwrap_or(0),
        waits: waits(tx, days)?,
        bookings: states(
            "b.booked_at >= ?2 AND b.booked_at < ?3",
            args![bound, p.start(), p.end()],
        )?,
        visits: states(&visit(), days)?,
        feedback,
        promises,
    })
}

/// How many bookings stood where; who was expected before the day `seen` did not come.
fn booked(
    tx: &ReadTx<'_>,
    seen: Day,
    condition: &str,
    values: &[Value],
) -> vault::Result<Vec<(BookingState, u32)>> {
    let sql = format!(
        "SELECT x.state, COUNT(*) AS n FROM (
             SELECT CASE WHEN y.state = 'booked' AND y.day < '{seen}' THEN 'no_show' ELSE y.state END AS state
             FROM (SELECT {STOOD} AS state, b.day FROM bookings b WHERE {condition}) y) x
         GROUP BY x.state ORDER BY x.state"
    );
    tx.all(&sql, values, |row| Ok((row.get("state")?, row.get("n")?)))
}

/// How long each ticket that was called has stood waiting, minutes: at all its points
/// together, and not while somebody served it.
fn waits(tx: &ReadTx<'_>, days: &[Value]) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT s.ticket_id, x.at - s.at AS ms FROM ticket_steps s
         JOIN tickets t ON t.id = s.ticket_id
         {STEP}
         JOIN ticket_steps x ON x.id = (SELECT MIN(m.id) FROM ticket_steps m WHERE m.ticket_id = s.ticket_id AND m.id > s.id)
         WHERE s.state = 'waiting' AND x.at <= ?1 AND t.day BETWEEN ?2 AND ?3
             AND CASE WHEN z.id IS NULL THEN t.called_at ELSE z.called_at END IS NOT NULL"
    );
    let stood: Vec<(i64, i64)> = tx.all(&sql, days, |row| {
        Ok((row.get("ticket_id")?, row.get("ms")?))
    })?;
    let mut each: BTreeMap<i64, i64> = BTreeMap::new();
    for (ticket, ms) in stood {
        *each.entry(ticket).or_default() += ms;
    }
    Ok(each.into_values().map(|ms| ms / 60_000).collect())
}
