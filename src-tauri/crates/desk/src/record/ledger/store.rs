//! SQL of the ledger: rows of a period, and what is counted of it.

use super::rules::{Alike, Counted};
use super::{
    BookingRow, EncounterRow, Extent, FeedbackRow, Named, PAGE, Period, PromiseRow, PromiseState,
};
use crate::reception::encounters::Channel;
use crate::{Day, Fen, Moment, Result};
use std::collections::BTreeMap;
use vault::{ReadTx, Row, Value, args};

/// How a table is cut: everything in order, or a page from its end.
fn cut(wanted: Extent, ascending: &str, descending: &str) -> String {
    match wanted {
        Extent::All => format!("ORDER BY {ascending}"),
        Extent::Page(n) => {
            let skip = u64::from(n) * u64::from(PAGE);
            format!("ORDER BY {descending} LIMIT {PAGE} OFFSET {skip}")
        }
    }
}

fn named(row: &Row<'_>, zh: &str, en: &str) -> vault::Result<Named> {
    Ok(Named {
        zh: row.get::<Option<String>>(zh)?.unwrap_or_default(),
        en: row.get::<Option<String>>(en)?.unwrap_or_default(),
    })
}

pub(super) fn encounters(tx: &ReadTx<'_>, p: Period, wanted: Extent) -> Result<Vec<EncounterRow>> {
    let sql = format!(
        "SELECT e.id, e.no, e.day, e.started_at, e.channel, COALESCE(v.name, '') AS name, COALESCE(v.phone, '') AS phone,
                COALESCE(v.standing, 'open') AS standing, COALESCE(u.name_zh, c.name_zh) AS top_zh, COALESCE(u.name_en, c.name_en) AS top_en,
                CASE WHEN u.id IS NULL THEN NULL ELSE c.name_zh END AS leaf_zh,
                CASE WHEN u.id IS NULL THEN NULL ELSE c.name_en END AS leaf_en,
                e.matter, e.urgency, e.complexity, q.name_zh AS point_zh, q.name_en AS point_en,
                COALESCE(t.no, '') AS ticket, e.outcome, e.ended_at, s.no AS first_asked,
                COALESCE((SELECT a.answer FROM consultations a WHERE a.encounter_id = e.id ORDER BY a.id LIMIT 1),
                         e.outcome_note) AS answer
         FROM encounters e
         JOIN staff s ON s.id = e.first_asked
         LEFT JOIN visitors v ON v.id = e.visitor_id
         LEFT JOIN categories c ON c.id = e.category_id
         LEFT JOIN categories u ON u.id = c.parent_id
         LEFT JOIN tickets t ON t.id = (SELECT MAX(l.id) FROM tickets l WHERE l.encounter_id = e.id)
         LEFT JOIN points q ON q.id = t.point_id
         WHERE e.day BETWEEN ?1 AND ?2 {}",
        cut(wanted, "e.day, e.id", "e.day DESC, e.id DESC")
    );
    Ok(tx.all(&sql, args![p.from, p.to], |row| {
        Ok(EncounterRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            no: row.get("no")?,
            day: row.get("day")?,
            started_at: row.get("started_at")?,
            channel: row.get("channel")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            top: named(row, "top_zh", "top_en")?,
            leaf: named(row, "leaf_zh", "leaf_en")?,
            matter: row.get("matter")?,
            urgency: row.get("urgency")?,
            complexity: row.get("complexity")?,
            point: named(row, "point_zh", "point_en")?,
            ticket: row.get("ticket")?,
            outcome: row.get("outcome")?,
            answer: row.get("answer")?,
            first_asked: row.get("first_asked")?,
            ended_at: row.get("ended_at")?,
        })
    })?)
}

pub(super) fn bookings(tx: &ReadTx<'_>, p: Period, wanted: Extent) -> Result<Vec<BookingRow>> {
    let sql = format!(
        "SELECT b.id, COALESCE(o.no, '') AS voucher, v.name, v.phone, v.standing, b.title_zh, b.title_en, b.day, b.starts, b.state, b.price
         FROM bookings b
         JOIN visitors v ON v.id = b.visitor_id
         LEFT JOIN vouchers o ON o.booking_id = b.id
         WHERE b.booked_at >= ?1 AND b.booked_at < ?2 {}",
        cut(wanted, "b.booked_at, b.id", "b.booked_at DESC, b.id DESC")
    );
    Ok(tx.all(&sql, args![p.start(), p.end()], |row| {
        Ok(BookingRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            voucher: row.get("voucher")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            title: named(row, "title_zh", "title_en")?,
            day: row.get("day")?,
            starts: row.get("starts")?,
            state: row.get("state")?,
            price: Fen(row.get("price")?),
        })
    })?)
}

pub(super) fn feedback(tx: &ReadTx<'_>, p: Period, wanted: Extent) -> Result<Vec<FeedbackRow>> {
    let last = |step: &str, column: &str| {
        format!(
            "(SELECT z.{column} FROM feedback_steps z WHERE z.feedback_id = f.id AND z.step = '{step}' ORDER BY z.id DESC LIMIT 1)"
        )
    };
    let sql = format!(
        "SELECT f.id, f.no, f.kind, COALESCE(v.name, f.name) AS name, COALESCE(v.standing, 'open') AS standing,
                CASE WHEN f.phone <> '' THEN f.phone ELSE COALESCE(v.phone, '') END AS phone,
                f.day, f.what, s.state, COALESCE(h.no, '') AS handler, {} AS told_at, {} AS rating
         FROM feedback f
         JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id)
         LEFT JOIN visitors v ON v.id = f.visitor_id
         LEFT JOIN staff h ON h.id = {}
         WHERE f.day BETWEEN ?1 AND ?2 {}",
        last("tell", "at"),
        last("rate", "rating"),
        last("take", "by"),
        cut(wanted, "f.day, f.id", "f.day DESC, f.id DESC")
    );
    Ok(tx.all(&sql, args![p.from, p.to], |row| {
        Ok(FeedbackRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            no: row.get("no")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            received: row.get("day")?,
            what: row.get("what")?,
            state: row.get("state")?,
            handler: row.get("handler")?,
            told_at: row.get("told_at")?,
            rating: row.get("rating")?,
        })
    })?)
}

pub(super) fn promises(tx: &ReadTx<'_>, p: Period, wanted: Extent) -> Result<Vec<PromiseRow>> {
    let sql = format!(
        "SELECT m.id, e.no, COALESCE(v.name, '') AS name, COALESCE(v.phone, '') AS phone,
                COALESCE(v.standing, 'open') AS standing, m.what, m.due_at, m.kept_at
         FROM promises m
         JOIN encounters e ON e.id = m.encounter_id
         LEFT JOIN visitors v ON v.id = e.visitor_id
         WHERE m.made_at >= ?1 AND m.made_at < ?2 {}",
        cut(wanted, "m.made_at, m.id", "m.made_at DESC, m.id DESC")
    );
    Ok(tx.all(&sql, args![p.start(), p.end()], |row| {
        Ok(PromiseRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            encounter: row.get("no")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            what: row.get("what")?,
            due_at: row.get("due_at")?,
            kept_at: row.get("kept_at")?,
            state: PromiseState::Open,
        })
    })?)
}

pub(super) fn counted(tx: &ReadTx<'_>, p: Period, now: Moment) -> Result<Counted> {
    let days = args![p.from, p.to];
    let encounters = tx.all(
        "SELECT e.channel, e.urgency, e.outcome, COALESCE(u.name_zh, c.name_zh) AS zh,
                COALESCE(u.name_en, c.name_en) AS en, COUNT(*) AS n
         FROM encounters e
         LEFT JOIN categories c ON c.id = e.category_id
         LEFT JOIN categories u ON u.id = c.parent_id
         WHERE e.day BETWEEN ?1 AND ?2 GROUP BY e.channel, e.urgency, e.outcome, zh, en",
        days,
        |row| {
            Ok(Alike {
                channel: row.get("channel")?,
                urgency: row.get("urgency")?,
                outcome: row.get("outcome")?,
                top: named(row, "zh", "en")?,
                count: row.get("n")?,
            })
        },
    )?;
    let tickets = |state: &str| {
        let sql =
            "SELECT COUNT(*) AS value FROM tickets WHERE state = ?3 AND day BETWEEN ?1 AND ?2";
        tx.value::<u32>(sql, args![p.from, p.to, state])
    };
    let waits = waits(tx, days)?;
    let bookings = tx.all(
        "SELECT CASE WHEN state = 'booked' AND day < ?3 THEN 'no_show' ELSE state END AS stands, COUNT(*) AS n
         FROM bookings WHERE booked_at >= ?1 AND booked_at < ?2 GROUP BY stands ORDER BY stands",
        args![p.start(), p.end(), now.day()],
        |row| Ok((row.get("stands")?, row.get("n")?)),
    )?;
    let feedback = tx.all(
        "SELECT f.kind, s.state, COUNT(*) AS n FROM feedback f
         JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id)
         WHERE f.day BETWEEN ?1 AND ?2 GROUP BY f.kind, s.state ORDER BY f.kind, s.state",
        days,
        |row| Ok((row.get("kind")?, row.get("state")?, row.get("n")?)),
    )?;
    Ok(Counted {
        encounters,
        served: tickets("done")?.unwrap_or(0),
        no_show: tickets("no_show")?.unwrap_or(0),
        waits,
        bookings,
        feedback,
        promises: promise_states(tx, p, now)?,
    })
}

/// How long each ticket that was called has stood waiting, minutes: at all its points
/// together, and not while somebody served it.
fn waits(tx: &ReadTx<'_>, days: &[Value]) -> Result<Vec<i64>> {
    let stood: Vec<(i64, i64)> = tx.all(
        "SELECT s.ticket_id, n.at - s.at AS ms FROM ticket_steps s
         JOIN tickets t ON t.id = s.ticket_id
         JOIN ticket_steps n ON n.id = (SELECT MIN(m.id) FROM ticket_steps m WHERE m.ticket_id = s.ticket_id AND m.id > s.id)
         WHERE s.state = 'waiting' AND t.called_at IS NOT NULL AND t.day BETWEEN ?1 AND ?2",
        days,
        |row| Ok((row.get("ticket_id")?, row.get("ms")?)),
    )?;
    let mut each: BTreeMap<i64, i64> = BTreeMap::new();
    for (ticket, ms) in stood {
        *each.entry(ticket).or_default() += ms;
    }
    Ok(each.into_values().map(|ms| ms / 60_000).collect())
}

fn promise_states(tx: &ReadTx<'_>, p: Period, now: Moment) -> Result<Vec<(PromiseState, u32)>> {
    Ok(tx.all(
        "SELECT CASE WHEN kept_at IS NULL AND due_at >= ?3 THEN 'open' WHEN kept_at IS NULL THEN 'overdue'
                     WHEN kept_at <= due_at THEN 'kept' ELSE 'late' END AS state, COUNT(*) AS n
         FROM promises WHERE made_at >= ?1 AND made_at < ?2 GROUP BY state ORDER BY state",
        args![p.start(), p.end(), now],
        |row| Ok((row.get("state")?, row.get("n")?)),
    )?)
}

pub(super) const WAITING: &str =
    "SELECT COUNT(*) AS value FROM tickets WHERE state = 'waiting' AND day = ?1";
pub(super) const PROMISES: &str =
    "SELECT COUNT(*) AS value FROM promises WHERE kept_at IS NULL AND due_at < ?1";
pub(super) const EXPECTED: &str = "SELECT COUNT(*) AS value FROM bookings WHERE day = ?1 AND state NOT IN ('cancelled', 'rescheduled')";
pub(super) const ARRIVED: &str = "SELECT COUNT(*) AS value FROM bookings WHERE day = ?1 AND state IN ('checked_in', 'completed')";
pub(super) const NO_SHOW: &str =
    "SELECT COUNT(*) AS value FROM bookings WHERE day = ?1 AND state = 'no_show'";

/// What one of the statements above counts.
pub(super) fn count(tx: &ReadTx<'_>, sql: &str, values: &[vault::Value]) -> Result<u32> {
    Ok(tx.value(sql, values)?.unwrap_or(0))
}

/// Minutes the longest waiting ticket of a day has waited.
pub(super) fn longest(tx: &ReadTx<'_>, day: Day, now: Moment) -> Result<Option<u32>> {
    let first: Option<Option<Moment>> = tx.value(
        "SELECT MIN(issued_at) AS value FROM tickets WHERE state = 'waiting' AND day = ?1",
        args![day],
    )?;
    let minutes = first.flatten().map(|issued| now.minutes_since(issued));
    Ok(minutes.map(|m| u32::try_from(m).unwrap_or(u32::MAX)))
}

pub(super) fn channels(tx: &ReadTx<'_>, day: Day) -> Result<Vec<(Channel, u32)>> {
    Ok(tx.all(
        "SELECT channel, COUNT(*) AS n FROM encounters WHERE day = ?1 GROUP BY channel ORDER BY n DESC, channel",
        args![day],
        |row| Ok((row.get("channel")?, row.get("n")?)),
    )?)
}
