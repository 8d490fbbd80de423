//! SQL of encounters, consultations and promises.

mod keeping;

use super::{
    Channel, Consultation, Encounter, Matter, NewConsultation, NewPromise, Outcome, Promise,
};
use crate::ground::batch::{MANY, of_many};
use crate::{
    CategoryId, ConsultationId, EncounterId, PromiseId, Result, StaffId, VisitorId, Writing,
};
pub(super) use keeping::KEEPS;
use std::collections::BTreeMap;
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "id, no, day, channel, visitor_id, on_behalf, matter, category_id, urgency, complexity, \
     read_back_at, handoff, first_asked, started_at, outcome, outcome_note, ended_at, rating, escort_asked_at, escort_done_at";

fn row(row: &Row<'_>) -> vault::Result<Encounter> {
    Ok(Encounter {
        id: row.get("id")?,
        no: row.get("no")?,
        day: row.get("day")?,
        channel: row.get("channel")?,
        visitor: row.get("visitor_id")?,
        on_behalf: row.get("on_behalf")?,
        matter: row.get("matter")?,
        category: row.get("category_id")?,
        urgency: row.get("urgency")?,
        complexity: row.get("complexity")?,
        read_back_at: row.get("read_back_at")?,
        handoff: row.get("handoff")?,
        first_asked: row.get("first_asked")?,
        started_at: row.get("started_at")?,
        outcome: row.get("outcome")?,
        outcome_note: row.get("outcome_note")?,
        ended_at: row.get("ended_at")?,
        rating: row.get("rating")?,
        escort_asked_at: row.get("escort_asked_at")?,
        escort_done_at: row.get("escort_done_at")?,
    })
}

pub(super) fn insert(
    w: &Writing<'_>,
    no: &str,
    channel: Channel,
    visitor: Option<VisitorId>,
) -> Result<EncounterId> {
    let id = w.tx.insert(
        "INSERT INTO encounters (no, day, channel, visitor_id, on_behalf, matter, urgency, complexity,
             handoff, first_asked, started_at, outcome_note)
         VALUES (?1, ?2, ?3, ?4, '', '', 'routine', 'on_the_spot', '', ?5, ?6, '') RETURNING id",
        args![no, w.today(), channel, visitor, w.by.staff, w.at],
    )?;
    Ok(EncounterId(id))
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: EncounterId) -> Result<Option<Encounter>> {
    let sql = format!("SELECT {COLUMNS} FROM encounters WHERE id = ?1");
    Ok(tx.one(&sql, args![id], row)?)
}

pub(super) fn several(
    tx: &ReadTx<'_>,
    ids: &[EncounterId],
) -> Result<BTreeMap<EncounterId, Encounter>> {
    let sql = format!("SELECT {COLUMNS} FROM encounters WHERE id IN ({MANY})");
    let found = of_many(tx, ids, &sql, |each| Ok((each.get("id")?, row(each)?)))?;
    let found = found.into_values().flatten();
    Ok(found.map(|one| (one.id, one)).collect())
}

/// Whether somebody has a part in an encounter.
pub(super) fn wrote(tx: &ReadTx<'_>, id: EncounterId, staff: StaffId) -> Result<bool> {
    let sql = "SELECT 1 AS value FROM encounters e WHERE e.id = ?1 AND (e.first_asked = ?2 OR e.ended_by = ?2
         OR EXISTS (SELECT 1 FROM consultations c WHERE c.encounter_id = e.id AND c.answered_by = ?2)
         OR EXISTS (SELECT 1 FROM promises p WHERE p.encounter_id = e.id AND p.owner = ?2))";
    let wrote: Option<i64> = tx.value(sql, args![id, staff])?;
    Ok(wrote.is_some())
}

pub(super) fn still_open(tx: &ReadTx<'_>, first_asked: Option<StaffId>) -> Result<Vec<Encounter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM encounters WHERE ended_at IS NULL AND (CAST(?1 AS BIGINT) IS NULL OR first_asked = ?1)
         ORDER BY started_at, id"
    );
    Ok(tx.all(&sql, args![first_asked], row)?)
}

pub(super) fn of_visitor(
    tx: &ReadTx<'_>,
    visitor: VisitorId,
    limit: u16,
) -> Result<Vec<Encounter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM encounters WHERE visitor_id = ?1 ORDER BY started_at DESC, id DESC LIMIT ?2"
    );
    Ok(tx.all(&sql, args![visitor, limit], row)?)
}

pub(super) fn category_allows_anonymous(tx: &ReadTx<'_>, id: CategoryId) -> Result<Option<bool>> {
    Ok(tx.value(
        "SELECT anonymous AS value FROM categories WHERE id = ?1 AND active = 1",
        args![id],
    )?)
}

/// Writes down what was known of an encounter until now.
pub(super) fn keep_before(w: &Writing<'_>, id: EncounterId) -> Result<()> {
    w.tx.execute(
        "INSERT INTO encounters_before (encounter_id, day, visitor_id, matter, category_id, urgency, complexity, until, by)
         SELECT id, day, visitor_id, matter, category_id, urgency, complexity, ?2, ?3 FROM encounters WHERE id = ?1",
        args![id, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn set_visitor(w: &Writing<'_>, id: EncounterId, visitor: VisitorId) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET visitor_id = ?2, read_back_at = NULL WHERE id = ?1",
        args![id, visitor],
    )?;
    Ok(())
}

pub(super) fn set_matter(w: &Writing<'_>, id: EncounterId, m: &Matter) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET matter = ?2, on_behalf = ?3, category_id = ?4, urgency = ?5, complexity = ?6,
             handoff = ?7
         WHERE id = ?1",
        args![id, &m.matter, &m.on_behalf, m.category, m.urgency, m.complexity, &m.handoff],
    )?;
    Ok(())
}

pub(super) fn set_read_back(w: &Writing<'_>, id: EncounterId) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET read_back_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(crate) fn set_closed(
    w: &Writing<'_>,
    id: EncounterId,
    outcome: Outcome,
    note: &str,
    rating: Option<u8>,
) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET outcome = ?2, outcome_note = ?3, rating = ?4, ended_at = ?5, ended_by = ?6
         WHERE id = ?1",
        args![id, outcome, note, rating, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(crate) fn set_open(w: &Writing<'_>, id: EncounterId) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET outcome = NULL, ended_at = NULL, ended_by = NULL WHERE id = ?1",
        args![id],
    )?;
    Ok(())
}

pub(super) fn set_escort_asked(w: &Writing<'_>, id: EncounterId) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET escort_asked_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(super) fn set_escort_done(w: &Writing<'_>, id: EncounterId) -> Result<()> {
    w.tx.execute(
        "UPDATE encounters SET escort_done_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(super) fn waiting_for_escort(tx: &ReadTx<'_>) -> Result<Vec<Encounter>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM encounters WHERE escort_asked_at IS NOT NULL AND escort_done_at IS NULL
         ORDER BY escort_asked_at, id"
    );
    Ok(tx.all(&sql, args![], row)?)
}

pub(super) fn insert_consultation(
    w: &Writing<'_>,
    id: EncounterId,
    said: &NewConsultation,
) -> Result<ConsultationId> {
    let NewConsultation {
        question,
        nature,
        analysis,
        answer,
    } = said;
    let id = w.tx.insert(
        "INSERT INTO consultations (encounter_id, question, nature, analysis, answer, answered_by, answered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
        args![id, question, *nature, analysis, answer, w.by.staff, w.at],
    )?;
    Ok(ConsultationId(id))
}

pub(super) fn consultations(tx: &ReadTx<'_>, id: EncounterId) -> Result<Vec<Consultation>> {
    Ok(tx.all(
        "SELECT id, question, nature, analysis, answer, answered_by, answered_at FROM consultations
         WHERE encounter_id = ?1 ORDER BY id",
        args![id],
        |row| {
            Ok(Consultation {
                id: row.get("id")?,
                said: NewConsultation {
                    question: row.get("question")?,
                    nature: row.get("nature")?,
                    analysis: row.get("analysis")?,
                    answer: row.get("answer")?,
                },
                answered_by: row.get("answered_by")?,
                answered_at: row.get("answered_at")?,
            })
        },
    )?)
}

const PROMISE: &str = "id, encounter_id, what, due_at, owner, made_at, kept_at, result";

fn promise_row(row: &Row<'_>) -> vault::Result<Promise> {
    Ok(Promise {
        id: row.get("id")?,
        encounter: row.get("encounter_id")?,
        what: row.get("what")?,
        due_at: row.get("due_at")?,
        owner: row.get("owner")?,
        made_at: row.get("made_at")?,
        kept_at: row.get("kept_at")?,
        result: row.get("result")?,
    })
}

pub(super) fn insert_promise(
    w: &Writing<'_>,
    id: EncounterId,
    owner: StaffId,
    new: &NewPromise,
) -> Result<PromiseId> {
    let id = w.tx.insert(
        "INSERT INTO promises (encounter_id, what, due_at, owner, made_at, result) VALUES (?1, ?2, ?3, ?4, ?5, '') RETURNING id",
        args![id, &new.what, new.due_at, owner, w.at],
    )?;
    Ok(PromiseId(id))
}

pub(super) fn promise_by_id(tx: &ReadTx<'_>, id: PromiseId) -> Result<Option<Promise>> {
    let sql = format!("SELECT {PROMISE} FROM promises WHERE id = ?1");
    Ok(tx.one(&sql, args![id], promise_row)?)
}

pub(super) fn promises_of(tx: &ReadTx<'_>, id: EncounterId) -> Result<Vec<Promise>> {
    let sql = format!("SELECT {PROMISE} FROM promises WHERE encounter_id = ?1 ORDER BY id");
    Ok(tx.all(&sql, args![id], promise_row)?)
}

pub(super) fn open_promises(tx: &ReadTx<'_>) -> Result<Vec<Promise>> {
    let sql = format!("SELECT {PROMISE} FROM promises WHERE kept_at IS NULL ORDER BY due_at, id");
    Ok(tx.all(&sql, args![], promise_row)?)
}

pub(super) fn set_kept(w: &Writing<'_>, id: PromiseId, result: &str) -> Result<()> {
    w.tx.execute(
        "UPDATE promises SET kept_at = ?2, kept_by = ?3, result = ?4 WHERE id = ?1",
        args![id, w.at, w.by.staff, result],
    )?;
    Ok(())
}
