//! SQL of the ledger: rows of a period as they stood at a moment, what is counted of it, and
//! what changed later.

mod counted;
mod later;

use super::{
    BookingRow, EncounterRow, Extent, FeedbackRow, Named, PAGE, Period, PromiseRow, PromiseState,
};
use crate::reception::encounters::Channel;
use crate::{Day, Fen, Moment, Result};
pub(super) use counted::counted;
pub(super) use later::{
    answered, booking_steps, called, ended, feedback_steps, kept, known, listed, ticketed,
};
use vault::{ReadTx, Row, args};

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

/// SQL: the join of a person with what they were called on the day (`n`); `?1` is the last
/// moment that counts, in all statements here.
pub(super) const CALLED: &str = "LEFT JOIN visitors_before n ON n.id = (SELECT MIN(l.id) FROM visitors_before l WHERE l.visitor_id = v.id AND l.until > ?1)";
/// SQL: the join of an encounter with what was known of it on the day (`d`).
pub(super) const KNOWN: &str = "LEFT JOIN encounters_before d ON d.id = (SELECT MIN(l.id) FROM encounters_before l WHERE l.encounter_id = e.id AND l.until > ?1)";
/// SQL: where a booking stood.
pub(super) const STOOD: &str = "COALESCE((SELECT s.state FROM booking_steps s WHERE s.booking_id = b.id AND s.at <= ?1 ORDER BY s.id DESC LIMIT 1), b.state)";

/// SQL: a column of an encounter as it was known on the day.
fn was(column: &str) -> String {
    format!("CASE WHEN d.id IS NULL THEN e.{column} ELSE d.{column} END")
}

pub(super) fn encounters(
    tx: &ReadTx<'_>,
    p: Period,
    bound: Moment,
    wanted: Extent,
) -> Result<Vec<EncounterRow>> {
    let sql = format!(
        "SELECT e.id, e.no, e.day, e.started_at, e.channel, COALESCE(n.name, v.name, '') AS name, COALESCE(v.name, '') AS now_called,
                COALESCE(n.phone, v.phone, '') AS phone, COALESCE(v.standing, 'open') AS standing,
                COALESCE(u.name_zh, c.name_zh) AS top_zh, COALESCE(u.name_en, c.name_en) AS top_en,
                CASE WHEN u.id IS NULL THEN NULL ELSE c.name_zh END AS leaf_zh,
                CASE WHEN u.id IS NULL THEN NULL ELSE c.name_en END AS leaf_en,
                {} AS matter, {} AS urgency, {} AS complexity, q.name_zh AS point_zh, q.name_en AS point_en,
                COALESCE(t.no, '') AS ticket, CASE WHEN e.ended_at <= ?1 THEN e.outcome END AS outcome,
                CASE WHEN e.ended_at <= ?1 THEN e.ended_at END AS ended_at, s.no AS first_asked,
                COALESCE((SELECT a.answer FROM consultations a WHERE a.encounter_id = e.id AND a.answered_at <= ?1 ORDER BY a.id LIMIT 1),
                         CASE WHEN e.ended_at <= ?1 THEN e.outcome_note ELSE '' END) AS answer
         FROM encounters e
         JOIN staff s ON s.id = e.first_asked
         {KNOWN}
         LEFT JOIN visitors v ON v.id = {}
         {CALLED}
         LEFT JOIN categories c ON c.id = {}
         LEFT JOIN categories u ON u.id = c.parent_id
         LEFT JOIN tickets t ON t.id = (SELECT MAX(l.id) FROM tickets l WHERE l.encounter_id = e.id AND l.issued_at <= ?1)
         LEFT JOIN points q ON q.id = COALESCE(
             (SELECT z.point_id FROM ticket_steps z WHERE z.ticket_id = t.id AND z.at <= ?1 ORDER BY z.id DESC LIMIT 1), t.point_id)
         WHERE e.day BETWEEN ?2 AND ?3 {}",
        was("matter"),
        was("urgency"),
        was("complexity"),
        was("visitor_id"),
        was("category_id"),
        cut(wanted, "e.day, e.id", "e.day DESC, e.id DESC")
    );
    Ok(tx.all(&sql, args![bound, p.from, p.to], |row| {
        Ok(EncounterRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            no: row.get("no")?,
            day: row.get("day")?,
            started_at: row.get("started_at")?,
            channel: row.get("channel")?,
            name: row.get("name")?,
            now_called: row.get("now_called")?,
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

/// SQL: the columns and joins of a booking's row.
fn booked(condition: &str) -> String {
    format!(
        "SELECT b.id, COALESCE(o.no, '') AS voucher, COALESCE(n.name, v.name) AS name, COALESCE(n.phone, v.phone) AS phone, v.standing,
                b.title_zh, b.title_en, b.day, b.starts, {STOOD} AS state, b.price
         FROM bookings b
         JOIN visitors v ON v.id = b.visitor_id
         {CALLED}
         LEFT JOIN vouchers o ON o.booking_id = b.id
         WHERE {condition}"
    )
}

fn booking(row: &Row<'_>) -> vault::Result<BookingRow> {
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
}

pub(super) fn bookings(
    tx: &ReadTx<'_>,
    p: Period,
    bound: Moment,
    wanted: Extent,
) -> Result<Vec<BookingRow>> {
    let sql = format!(
        "{} {}",
        booked("b.booked_at >= ?2 AND b.booked_at < ?3"),
        cut(wanted, "b.booked_at, b.id", "b.booked_at DESC, b.id DESC")
    );
    Ok(tx.all(&sql, args![bound, p.start(), p.end()], booking)?)
}

/// SQL: a booking is a visit of the days from `?2` to `?3`: it was neither cancelled nor moved.
pub(super) fn visit() -> String {
    format!("b.day BETWEEN ?2 AND ?3 AND {STOOD} NOT IN ('cancelled', 'rescheduled')")
}

pub(super) fn visits(
    tx: &ReadTx<'_>,
    p: Period,
    bound: Moment,
    wanted: Extent,
) -> Result<Vec<BookingRow>> {
    let sql = format!(
        "{} {}",
        booked(&visit()),
        cut(
            wanted,
            "b.day, b.starts, b.id",
            "b.day DESC, b.starts DESC, b.id DESC"
        )
    );
    Ok(tx.all(&sql, args![bound, p.from, p.to], booking)?)
}

pub(super) fn feedback(
    tx: &ReadTx<'_>,
    p: Period,
    bound: Moment,
    wanted: Extent,
) -> Result<Vec<FeedbackRow>> {
    let last = |step: &str, column: &str| {
        format!(
            "(SELECT z.{column} FROM feedback_steps z WHERE z.feedback_id = f.id AND z.step = '{step}' AND z.at <= ?1 ORDER BY z.id DESC LIMIT 1)"
        )
    };
    let sql = format!(
        "SELECT f.id, f.no, f.kind, COALESCE(n.name, v.name, f.name) AS name, COALESCE(v.name, f.name) AS now_called,
                COALESCE(v.standing, 'open') AS standing,
                CASE WHEN f.phone <> '' THEN f.phone ELSE COALESCE(n.phone, v.phone, '') END AS phone,
                f.day, f.what, s.state, COALESCE(h.no, '') AS handler, {} AS told_at, {} AS rating
         FROM feedback f
         JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id AND l.at <= ?1)
         LEFT JOIN visitors v ON v.id = f.visitor_id
         {CALLED}
         LEFT JOIN staff h ON h.id = {}
         WHERE f.day BETWEEN ?2 AND ?3 {}",
        last("tell", "at"),
        last("rate", "rating"),
        last("take", "by"),
        cut(wanted, "f.day, f.id", "f.day DESC, f.id DESC")
    );
    Ok(tx.all(&sql, args![bound, p.from, p.to], |row| {
        Ok(FeedbackRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            no: row.get("no")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            now_called: row.get("now_called")?,
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

pub(super) fn promises(
    tx: &ReadTx<'_>,
    p: Period,
    bound: Moment,
    wanted: Extent,
) -> Result<Vec<PromiseRow>> {
    let sql = format!(
        "SELECT m.id, e.no, COALESCE(n.name, v.name, '') AS name, COALESCE(v.name, '') AS now_called,
                COALESCE(n.phone, v.phone, '') AS phone, COALESCE(v.standing, 'open') AS standing, m.what, m.due_at,
                CASE WHEN m.kept_at <= ?1 THEN m.kept_at END AS kept_at
         FROM promises m
         JOIN encounters e ON e.id = m.encounter_id
         {KNOWN}
         LEFT JOIN visitors v ON v.id = {}
         {CALLED}
         WHERE m.made_at >= ?2 AND m.made_at < ?3 {}",
        was("visitor_id"),
        cut(wanted, "m.made_at, m.id", "m.made_at DESC, m.id DESC")
    );
    Ok(tx.all(&sql, args![bound, p.start(), p.end()], |row| {
        Ok(PromiseRow {
            id: row.get("id")?,
            standing: row.get("standing")?,
            encounter: row.get("no")?,
            name: row.get("name")?,
            now_called: row.get("now_called")?,
            phone: row.get("phone")?,
            what: row.get("what")?,
            due_at: row.get("due_at")?,
            kept_at: row.get("kept_at")?,
            state: PromiseState::Open,
        })
    })?)
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
