//! SQL of feedback. Where one stands is its last step.

mod keeping;

use super::steps::Telling;
use super::{Feedback, Filter, How, Kind, NewFeedback, StepTaken};
use crate::{EncounterId, FeedbackId, Moment, Reading, Result, VisitorId, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, Value, args};

const FROM: &str = "SELECT f.id, f.no, f.kind, f.encounter_id, f.visitor_id,
        COALESCE(v.name, f.name) AS name,
        CASE WHEN f.phone <> '' THEN f.phone ELSE COALESCE(v.phone, '') END AS phone,
        f.happened_on, f.about, f.what, f.due_at, f.received_at, f.received_by, s.state,
        (SELECT t.by FROM feedback_steps t WHERE t.feedback_id = f.id AND t.step = 'take' ORDER BY t.id DESC LIMIT 1) AS handler,
        (SELECT COUNT(*) FROM feedback_steps a WHERE a.feedback_id = f.id AND a.step = 'rate' AND a.asked <> 'not_reached'
            AND a.id > (SELECT MAX(b.id) FROM feedback_steps b WHERE b.feedback_id = f.id AND b.step = 'tell')) AS asked,
        (SELECT COUNT(*) FROM feedback_steps a WHERE a.feedback_id = f.id AND a.step = 'rate' AND a.asked = 'not_reached'
            AND a.id > (SELECT MAX(b.id) FROM feedback_steps b WHERE b.feedback_id = f.id AND b.step = 'tell')) AS missed
    FROM feedback f
    JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id)
    LEFT JOIN visitors v ON v.id = f.visitor_id";

fn row(row: &Row<'_>) -> vault::Result<Feedback> {
    Ok(Feedback {
        id: row.get("id")?,
        no: row.get("no")?,
        kind: row.get("kind")?,
        encounter: row.get("encounter_id")?,
        visitor: row.get("visitor_id")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        happened_on: row.get("happened_on")?,
        about: row.get("about")?,
        what: row.get("what")?,
        due_at: row.get("due_at")?,
        received_at: row.get("received_at")?,
        received_by: row.get("received_by")?,
        state: row.get("state")?,
        handler: row.get("handler")?,
        asked: row.get("asked")?,
        missed: row.get("missed")?,
    })
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: FeedbackId) -> Result<Option<Feedback>> {
    Ok(tx.one(&format!("{FROM} WHERE f.id = ?1"), args![id], row)?)
}

pub(super) fn of_encounter(tx: &ReadTx<'_>, id: EncounterId) -> Result<Vec<Feedback>> {
    Ok(tx.all(
        &format!("{FROM} WHERE f.encounter_id = ?1 ORDER BY f.id"),
        args![id],
        row,
    )?)
}

pub(super) fn set_visitor(w: &Writing<'_>, id: FeedbackId, visitor: VisitorId) -> Result<()> {
    w.tx.execute(
        "UPDATE feedback SET visitor_id = ?2 WHERE id = ?1",
        args![id, visitor],
    )?;
    Ok(())
}

/// The condition of a filter; `?1` the kind or empty, `?2` the moment.
const fn condition(filter: Filter) -> &'static str {
    match filter {
        Filter::Open => "s.state <> 'closed' AND ?2 >= 0",
        Filter::Late => "s.state NOT IN ('told', 'closed') AND f.due_at < ?2",
        Filter::Closed => "s.state = 'closed' AND ?2 >= 0",
        Filter::All => "?2 >= 0",
    }
}

fn filter_args(r: &Reading<'_>, kind: Option<Kind>) -> [Value; 2] {
    [Value::from(kind.map_or("", Kind::code)), Value::from(r.at)]
}

pub(super) fn list(
    r: &Reading<'_>,
    filter: Filter,
    kind: Option<Kind>,
    limit: usize,
) -> Result<Vec<Feedback>> {
    let order = match filter {
        // Who was told waits for nothing but an answer, and comes after who was not.
        Filter::Open | Filter::Late => "s.state = 'told', f.due_at, f.id",
        Filter::Closed | Filter::All => "f.id DESC",
    };
    let sql = format!(
        "{FROM} WHERE (?1 = '' OR f.kind = ?1) AND {} ORDER BY {order} LIMIT {limit}",
        condition(filter)
    );
    Ok(r.tx.all(&sql, &filter_args(r, kind), row)?)
}

pub(super) fn count(r: &Reading<'_>, filter: Filter, kind: Option<Kind>) -> Result<u32> {
    let sql = format!(
        "SELECT COUNT(*) AS value FROM feedback f
         JOIN feedback_steps s ON s.id = (SELECT MAX(l.id) FROM feedback_steps l WHERE l.feedback_id = f.id)
         WHERE (?1 = '' OR f.kind = ?1) AND {}",
        condition(filter)
    );
    Ok(r.tx.value(&sql, &filter_args(r, kind))?.unwrap_or(0))
}

pub(super) fn points(tx: &ReadTx<'_>, id: FeedbackId) -> Result<Vec<String>> {
    Ok(tx.all(
        "SELECT what FROM feedback_points WHERE feedback_id = ?1 ORDER BY position",
        args![id],
        |row| row.get("what"),
    )?)
}

pub(super) fn steps(tx: &ReadTx<'_>, id: FeedbackId) -> Result<Vec<StepTaken>> {
    let done = tx.all(
        "SELECT h.step_id, h.done FROM feedback_handled h JOIN feedback_steps s ON s.id = h.step_id
         WHERE s.feedback_id = ?1 ORDER BY h.step_id, h.position",
        args![id],
        |row| Ok((row.get::<i64>("step_id")?, row.get::<String>("done")?)),
    )?;
    let done_in = |step: i64| {
        done.iter()
            .filter(|d| d.0 == step)
            .map(|d| d.1.clone())
            .collect()
    };
    Ok(tx.all(
        "SELECT id, step, state, at, by, note, how, reply, adoption, why, apology, measure, result, asked, rating
         FROM feedback_steps WHERE feedback_id = ?1 ORDER BY id",
        args![id],
        |row| {
            let how: Option<How> = row.get("how")?;
            let telling = match how {
                Some(how) => Some(Telling {
                    how,
                    reply: row.get("reply")?,
                    adoption: row.get("adoption")?,
                    why: row.get("why")?,
                    apology: row.get("apology")?,
                    measure: row.get("measure")?,
                    result: row.get("result")?,
                }),
                None => None,
            };
            let rating: Option<u8> = row.get("rating")?;
            Ok(StepTaken {
                step: row.get("step")?,
                state: row.get("state")?,
                at: row.get("at")?,
                by: row.get("by")?,
                note: row.get("note")?,
                telling,
                asked: row.get::<Option<_>>("asked")?.map(|asked| (asked, rating)),
                done: done_in(row.get("id")?),
            })
        },
    )?)
}

pub(super) fn insert(
    w: &Writing<'_>,
    no: &str,
    f: &NewFeedback,
    due_at: Moment,
) -> Result<FeedbackId> {
    let id = w.tx.insert(
        "INSERT INTO feedback (no, day, kind, encounter_id, visitor_id, name, phone, happened_on, about, what, due_at, received_at, received_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING id",
        args![
            no, w.today(), f.kind, f.encounter, f.visitor, &f.name, &f.phone, f.happened_on,
            &f.about, &f.what, due_at, w.at, w.by.staff
        ],
    )?;
    Ok(FeedbackId(id))
}

pub(super) fn set_due(w: &Writing<'_>, id: FeedbackId, due_at: Moment) -> Result<()> {
    w.tx.execute(
        "UPDATE feedback SET due_at = ?2 WHERE id = ?1",
        args![id, due_at],
    )?;
    Ok(())
}

pub(super) fn insert_points(w: &Writing<'_>, id: FeedbackId, points: &[String]) -> Result<()> {
    for (position, what) in (1_i64..).zip(points) {
        w.tx.execute(
            "INSERT INTO feedback_points (feedback_id, position, what) VALUES (?1, ?2, ?3)",
            args![id, position, what],
        )?;
    }
    Ok(())
}

pub(super) fn insert_step(w: &Writing<'_>, id: FeedbackId, s: &StepTaken) -> Result<()> {
    let told = s.telling.as_ref();
    let said = |pick: fn(&Telling) -> &String| told.map_or(String::new(), |t| pick(t).clone());
    let step = w.tx.insert(
        "INSERT INTO feedback_steps (feedback_id, step, state, at, by, note, how, reply, adoption, why, apology, measure, result, asked, rating)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING id",
        args![
            id, s.step, s.state, s.at, s.by, &s.note, told.map(|t| t.how), said(|t| &t.reply),
            told.and_then(|t| t.adoption), said(|t| &t.why), said(|t| &t.apology),
            said(|t| &t.measure), said(|t| &t.result), s.asked.map(|a| a.0), s.asked.and_then(|a| a.1)
        ],
    )?;
    for (position, done) in (1_i64..).zip(&s.done) {
        w.tx.execute(
            "INSERT INTO feedback_handled (step_id, position, done) VALUES (?1, ?2, ?3)",
            args![step, position, done],
        )?;
    }
    Ok(())
}

pub(super) fn visitor_exists(tx: &ReadTx<'_>, id: VisitorId) -> Result<bool> {
    exists(tx, "SELECT 1 AS value FROM visitors WHERE id = ?1", id.0)
}

pub(super) fn encounter_exists(tx: &ReadTx<'_>, id: EncounterId) -> Result<bool> {
    exists(tx, "SELECT 1 AS value FROM encounters WHERE id = ?1", id.0)
}

fn exists(tx: &ReadTx<'_>, sql: &str, id: i64) -> Result<bool> {
    Ok(tx.value::<i64>(sql, args![id])?.is_some())
}
