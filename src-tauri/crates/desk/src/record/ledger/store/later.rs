//! SQL of what changed after a period was over. In each statement `?1` is the last moment of
//! it, `?2` and `?3` are its first and last day or its first moment and the one after it.

use super::super::Period;
use super::super::corrections::{Called, Kept, Known, Listed, Made, Moved};
use super::{KNOWN, named, was};
use crate::booking::bookings::BookingState;
use crate::quality::feedback;
use crate::reception::encounters::Outcome;
use crate::{Moment, Result};
use vault::{ReadTx, Row, args};

/// When, by whom, of which row, and whose row it is.
fn made(row: &Row<'_>) -> vault::Result<Made> {
    Ok(Made {
        at: row.get("at")?,
        by: row.get("staff")?,
        no: row.get("no")?,
        of_booking: false,
        visitor: row.get("visitor_id")?,
        names: vec![row.get("name")?],
        standing: row.get("standing")?,
    })
}

/// SQL: the columns of the person that `made` reads.
const PERSON: &str =
    "v.id AS visitor_id, COALESCE(v.name, '') AS name, COALESCE(v.standing, 'open') AS standing";

/// What was known of each encounter of the period that was changed later, step by step; the
/// last row of each is what is known now.
pub(in super::super) fn known(tx: &ReadTx<'_>, p: Period, closed: Moment) -> Result<Vec<Known>> {
    let columns = |of: &str| {
        format!(
            "{of}.visitor_id, {of}.matter, {of}.urgency, {of}.complexity, COALESCE(v.name, '') AS name,
             COALESCE(v.standing, 'open') AS standing,
             ltrim(rtrim(COALESCE(u.name_zh, '') || ' › ' || COALESCE(c.name_zh, ''), ' ›'), ' ›') AS zh,
             ltrim(rtrim(COALESCE(u.name_en, '') || ' › ' || COALESCE(c.name_en, ''), ' ›'), ' ›') AS en"
        )
    };
    let joins = |of: &str| {
        format!(
            "LEFT JOIN visitors v ON v.id = {of}.visitor_id
             LEFT JOIN categories c ON c.id = {of}.category_id
             LEFT JOIN categories u ON u.id = c.parent_id"
        )
    };
    let sql = format!(
        "SELECT x.* FROM (
             SELECT e.id AS encounter_id, e.no, d.id AS step, d.until AS at, h.no AS staff, {}
             FROM encounters_before d JOIN encounters e ON e.id = d.encounter_id JOIN staff h ON h.id = d.by {}
             WHERE e.day BETWEEN ?2 AND ?3 AND d.until > ?1
             UNION ALL
             SELECT e.id, e.no, NULL, NULL, NULL, {}
             FROM encounters e {}
             WHERE e.day BETWEEN ?2 AND ?3 AND e.id IN (SELECT l.encounter_id FROM encounters_before l WHERE l.until > ?1)) x
         ORDER BY x.encounter_id, CASE WHEN x.step IS NULL THEN 1 ELSE 0 END, x.step",
        columns("d"),
        joins("d"),
        columns("e"),
        joins("e")
    );
    Ok(tx.all(&sql, args![closed, p.from, p.to], |row| {
        let changed: Option<Moment> = row.get("at")?;
        Ok(Known {
            encounter: row.get("encounter_id")?,
            made: changed.map(|_| made(row)).transpose()?,
            visitor: row.get("visitor_id")?,
            visitor_name: row.get("name")?,
            matter: row.get("matter")?,
            class: named(row, "zh", "en")?,
            urgency: row.get("urgency")?,
            complexity: row.get("complexity")?,
        })
    })?)
}

/// What everybody was called who was called otherwise later, step by step; the last row of
/// each is what they are called now.
pub(in super::super) fn called(tx: &ReadTx<'_>, closed: Moment) -> Result<Vec<Called>> {
    let sql = "SELECT x.* FROM (
             SELECT n.visitor_id, n.id AS step, n.until, h.no AS staff, n.name, n.phone, v.standing
             FROM visitors_before n JOIN visitors v ON v.id = n.visitor_id JOIN staff h ON h.id = n.by
             WHERE n.until > ?1
             UNION ALL
             SELECT v.id, NULL, NULL, NULL, v.name, v.phone, v.standing
             FROM visitors v WHERE v.id IN (SELECT l.visitor_id FROM visitors_before l WHERE l.until > ?1)) x
         ORDER BY x.visitor_id, CASE WHEN x.step IS NULL THEN 1 ELSE 0 END, x.step";
    Ok(tx.all(sql, args![closed], |row| {
        let until: Option<Moment> = row.get("until")?;
        let by: Option<String> = row.get("staff")?;
        Ok(Called {
            visitor: row.get("visitor_id")?,
            until: until.zip(by),
            name: row.get("name")?,
            phone: row.get("phone")?,
            standing: row.get("standing")?,
        })
    })?)
}

/// The rows of the period that name somebody who was called otherwise later.
pub(in super::super) fn listed(tx: &ReadTx<'_>, p: Period, closed: Moment) -> Result<Vec<Listed>> {
    let sql = format!(
        "SELECT DISTINCT x.visitor_id, x.no, x.kind FROM (
             SELECT {} AS visitor_id, e.no, 'encounter' AS kind FROM encounters e {KNOWN} WHERE e.day BETWEEN ?2 AND ?3
             UNION ALL
             SELECT {}, e.no, 'encounter' FROM promises m JOIN encounters e ON e.id = m.encounter_id {KNOWN}
             WHERE m.made_at >= ?4 AND m.made_at < ?5
             UNION ALL
             SELECT f.visitor_id, f.no, 'feedback' FROM feedback f WHERE f.day BETWEEN ?2 AND ?3
             UNION ALL
             SELECT b.visitor_id, o.no, 'booking' FROM bookings b JOIN vouchers o ON o.booking_id = b.id
             WHERE b.day BETWEEN ?2 AND ?3 OR b.booked_at >= ?4 AND b.booked_at < ?5) x
         WHERE x.visitor_id IN (SELECT l.visitor_id FROM visitors_before l WHERE l.until > ?1)
         ORDER BY x.kind, x.no",
        was("visitor_id"),
        was("visitor_id")
    );
    Ok(tx.all(
        &sql,
        args![closed, p.from, p.to, p.start(), p.end()],
        |row| {
            Ok(Listed {
                visitor: row.get("visitor_id")?,
                no: row.get("no")?,
                of_booking: row.get::<String>("kind")? == "booking",
            })
        },
    )?)
}

/// SQL: the person of an encounter's row.
fn with_person() -> String {
    format!(
        "{KNOWN} LEFT JOIN visitors v ON v.id = {}",
        was("visitor_id")
    )
}

/// Encounters that had no answer at the end, and have one since.
pub(in super::super) fn answered(
    tx: &ReadTx<'_>,
    p: Period,
    closed: Moment,
) -> Result<Vec<Moved<String>>> {
    let sql = format!(
        "SELECT a.answered_at AS at, h.no AS staff, e.no, {PERSON}, a.answer AS after,
                CASE WHEN e.ended_at <= ?1 THEN e.outcome_note ELSE '' END AS before
         FROM encounters e
         JOIN consultations a ON a.id = (SELECT MIN(l.id) FROM consultations l WHERE l.encounter_id = e.id)
         JOIN staff h ON h.id = a.answered_by
         {}
         WHERE e.day BETWEEN ?2 AND ?3 AND a.answered_at > ?1",
        with_person()
    );
    Ok(tx.all(&sql, args![closed, p.from, p.to], moved)?)
}

fn moved<T: vault::FromValue>(row: &Row<'_>) -> vault::Result<Moved<T>> {
    Ok(Moved {
        made: made(row)?,
        before: row.get("before")?,
        after: row.get("after")?,
    })
}

/// Tickets that encounters of the period were given later.
pub(in super::super) fn ticketed(
    tx: &ReadTx<'_>,
    p: Period,
    closed: Moment,
) -> Result<Vec<Moved<String>>> {
    let sql = format!(
        "SELECT t.issued_at AS at, h.no AS staff, e.no, {PERSON}, t.no AS after,
                COALESCE((SELECT l.no FROM tickets l WHERE l.encounter_id = e.id AND l.id < t.id ORDER BY l.id DESC LIMIT 1), '') AS before
         FROM tickets t
         JOIN encounters e ON e.id = t.encounter_id
         JOIN staff h ON h.id = t.issued_by
         {}
         WHERE e.day BETWEEN ?2 AND ?3 AND t.issued_at > ?1",
        with_person()
    );
    Ok(tx.all(&sql, args![closed, p.from, p.to], moved)?)
}

/// Encounters of the period that ended later.
pub(in super::super) fn ended(
    tx: &ReadTx<'_>,
    p: Period,
    closed: Moment,
) -> Result<Vec<(Made, Outcome)>> {
    let sql = format!(
        "SELECT e.ended_at AS at, h.no AS staff, e.no, {PERSON}, e.outcome
         FROM encounters e
         JOIN staff h ON h.id = e.ended_by
         {}
         WHERE e.day BETWEEN ?2 AND ?3 AND e.ended_at > ?1 AND e.outcome IS NOT NULL",
        with_person()
    );
    Ok(tx.all(&sql, args![closed, p.from, p.to], |row| {
        Ok((made(row)?, row.get("outcome")?))
    })?)
}

/// What became later of bookings that were made in the period, or were visits of its days.
pub(in super::super) fn booking_steps(
    tx: &ReadTx<'_>,
    p: Period,
    closed: Moment,
) -> Result<Vec<Moved<BookingState>>> {
    let sql = format!(
        "SELECT s.at, h.no AS staff, COALESCE(o.no, '') AS no, {PERSON}, s.state AS after, q.state AS before
         FROM booking_steps s
         JOIN booking_steps q ON q.id = (SELECT MAX(l.id) FROM booking_steps l WHERE l.booking_id = s.booking_id AND l.id < s.id)
         JOIN bookings b ON b.id = s.booking_id
         JOIN staff h ON h.id = s.by
         JOIN visitors v ON v.id = b.visitor_id
         LEFT JOIN vouchers o ON o.booking_id = b.id
         WHERE s.at > ?1 AND (b.day BETWEEN ?2 AND ?3 OR b.booked_at >= ?4 AND b.booked_at < ?5)
         ORDER BY s.id"
    );
    let mut steps = tx.all(
        &sql,
        args![closed, p.from, p.to, p.start(), p.end()],
        moved::<BookingState>,
    )?;
    for step in &mut steps {
        step.made.of_booking = true;
    }
    Ok(steps)
}

/// Promises of the period that were kept later.
pub(in super::super) fn kept(tx: &ReadTx<'_>, p: Period, closed: Moment) -> Result<Vec<Kept>> {
    let sql = format!(
        "SELECT m.kept_at AS at, h.no AS staff, e.no, {PERSON}, m.due_at
         FROM promises m
         JOIN encounters e ON e.id = m.encounter_id
         JOIN staff h ON h.id = m.kept_by
         {}
         WHERE m.made_at >= ?2 AND m.made_at < ?3 AND m.kept_at > ?1",
        with_person()
    );
    Ok(tx.all(&sql, args![closed, p.start(), p.end()], |row| {
        Ok(Kept {
            made: made(row)?,
            due_at: row.get("due_at")?,
        })
    })?)
}

/// Later steps of feedback that came in during the period.
pub(in super::super) fn feedback_steps(
    tx: &ReadTx<'_>,
    p: Period,
    closed: Moment,
) -> Result<Vec<Moved<feedback::State>>> {
    let sql = format!(
        "SELECT s.at, h.no AS staff, f.no, {PERSON}, s.state AS after, q.state AS before
         FROM feedback_steps s
         JOIN feedback_steps q ON q.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = s.feedback_id AND l.id < s.id)
         JOIN feedback f ON f.id = s.feedback_id
         JOIN staff h ON h.id = s.by
         LEFT JOIN visitors v ON v.id = f.visitor_id
         WHERE s.at > ?1 AND f.day BETWEEN ?2 AND ?3
         ORDER BY s.id"
    );
    Ok(tx.all(&sql, args![closed, p.from, p.to], moved)?)
}
