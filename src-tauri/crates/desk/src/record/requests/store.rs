//! SQL of requests and their steps.

mod erasing;
mod holding;
mod keeping;

use super::{NewRequest, Request, RequestOutcome, Step, StepTaken};
use crate::people::visitors::acts::CORRECT;
use crate::{Day, Moment, RequestId, Result, VisitorId, Writing};
pub(super) use erasing::{erase, matters_open};
pub(super) use holding::{items, looks};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "SELECT id, no, visitor_id, wish, words, verified, verified_note, received_at, received_by, due_on,
    outcome, answer, closed_at, closed_by FROM requests";

fn row(row: &Row<'_>) -> vault::Result<Request> {
    Ok(Request {
        id: row.get("id")?,
        no: row.get("no")?,
        visitor: row.get("visitor_id")?,
        wish: row.get("wish")?,
        words: row.get("words")?,
        verified: row.get("verified")?,
        verified_note: row.get("verified_note")?,
        received_at: row.get("received_at")?,
        received_by: row.get("received_by")?,
        due_on: row.get("due_on")?,
        outcome: row.get("outcome")?,
        answer: row.get("answer")?,
        closed_at: row.get("closed_at")?,
        closed_by: row.get("closed_by")?,
    })
}

pub(super) fn insert(
    w: &Writing<'_>,
    no: &str,
    new: &NewRequest,
    due_on: Day,
) -> Result<RequestId> {
    Ok(RequestId(w.tx.insert(
        "INSERT INTO requests (no, visitor_id, wish, words, verified, verified_note, received_at, received_by, due_on, answer)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '') RETURNING id",
        args![
            no, new.visitor, new.wish, &new.words, new.verified, &new.verified_note, w.at, w.by.staff, due_on
        ],
    )?))
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: RequestId) -> Result<Option<Request>> {
    let sql = format!("{COLUMNS} WHERE id = ?1");
    Ok(tx.one(&sql, args![id], row)?)
}

pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Request>> {
    let sql = format!(
        "{COLUMNS} ORDER BY closed_at IS NOT NULL, CASE WHEN closed_at IS NULL THEN due_on END, id DESC LIMIT 300"
    );
    Ok(tx.all(&sql, args![], row)?)
}

pub(super) fn open(tx: &ReadTx<'_>) -> Result<Vec<Request>> {
    let sql = format!("{COLUMNS} WHERE closed_at IS NULL ORDER BY id");
    Ok(tx.all(&sql, args![], row)?)
}

pub(super) fn set_due(w: &Writing<'_>, id: RequestId, due_on: Day) -> Result<()> {
    w.tx.execute(
        "UPDATE requests SET due_on = ?2 WHERE id = ?1",
        args![id, due_on],
    )?;
    Ok(())
}

pub(super) fn waiting(tx: &ReadTx<'_>, today: Day) -> Result<(u32, u32)> {
    let found = tx.one(
        "SELECT COUNT(*) AS open, COUNT(CASE WHEN due_on < ?1 THEN 1 END) AS late FROM requests WHERE closed_at IS NULL",
        args![today],
        |row| Ok((row.get("open")?, row.get("late")?)),
    )?;
    Ok(found.unwrap_or((0, 0)))
}

pub(super) fn set_closed(
    w: &Writing<'_>,
    id: RequestId,
    outcome: RequestOutcome,
    answer: &str,
) -> Result<()> {
    w.tx.execute(
        "UPDATE requests SET outcome = ?2, answer = ?3, closed_at = ?4, closed_by = ?5 WHERE id = ?1",
        args![id, outcome, answer, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn insert_step(w: &Writing<'_>, id: RequestId, step: Step, detail: &str) -> Result<()> {
    w.tx.execute(
        "INSERT INTO request_steps (request_id, step, at, by, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        args![id, step, w.at, w.by.staff, detail],
    )?;
    Ok(())
}

pub(super) fn steps(tx: &ReadTx<'_>, id: RequestId) -> Result<Vec<StepTaken>> {
    Ok(tx.all(
        "SELECT step, at, by, detail FROM request_steps WHERE request_id = ?1 ORDER BY id",
        args![id],
        |row| {
            Ok(StepTaken {
                step: row.get("step")?,
                at: row.get("at")?,
                by: row.get("by")?,
                detail: row.get("detail")?,
            })
        },
    )?)
}

/// Whether the journal knows of a correction of the record since a moment.
pub(super) fn corrected_since(tx: &ReadTx<'_>, id: VisitorId, since: Moment) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT COUNT(*) AS value FROM journal
         WHERE object = 'visitor' AND object_id = ?1 AND action = ?3 AND at >= ?2",
        args![id, since, CORRECT.code()],
    )?;
    Ok(found.unwrap_or(0) > 0)
}
