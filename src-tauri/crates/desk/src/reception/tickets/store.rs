//! SQL of tickets and their steps.

mod keeping;

use super::alarm::Taken;
use super::estimate::{Expected, LOOKED_AT, RECENT, Told};
use super::order::Place;
use super::outlook::Service;
use super::{Standing, Step, StepKind, Ticket, Totals};
use crate::reception::categories::Urgency;
use crate::{Day, EncounterId, Moment, PointId, Result, StaffId, TicketId, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, Value, args};

const COLUMNS: &str = "t.id, t.no, t.day, t.encounter_id, e.visitor_id, t.category_id, t.language, t.need, t.first, \
     t.lifted_by, t.issued_at, t.issued_by, t.state, t.point_id, t.note, t.place_need, t.place_first, t.place_at, \
     t.called_at, t.called_by, t.started_at, t.ended_at, t.transfers, t.needless";
const FROM: &str = "FROM tickets t JOIN encounters e ON e.id = t.encounter_id";

fn standing(row: &Row<'_>) -> vault::Result<Standing> {
    let need: Option<Urgency> = row.get("place_need")?;
    let arrival: Option<Moment> = row.get("place_at")?;
    let first: Option<bool> = row.get("place_first")?;
    let place = need.zip(arrival).map(|(need, arrival)| Place {
        need,
        first: first.unwrap_or(false),
        arrival,
    });
    Ok(Standing {
        state: row.get("state")?,
        point: row.get("point_id")?,
        note: row.get("note")?,
        place,
        called_at: row.get("called_at")?,
        called_by: row.get("called_by")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        transfers: row.get("transfers")?,
        needless: row.get("needless")?,
    })
}

fn row(row: &Row<'_>) -> vault::Result<Ticket> {
    Ok(Ticket {
        id: row.get("id")?,
        no: row.get("no")?,
        day: row.get("day")?,
        encounter: row.get("encounter_id")?,
        visitor: row.get("visitor_id")?,
        category: row.get("category_id")?,
        language: row.get("language")?,
        need: row.get("need")?,
        first: row.get("first")?,
        lifted_by: row.get("lifted_by")?,
        issued_at: row.get("issued_at")?,
        issued_by: row.get("issued_by")?,
        standing: standing(row)?,
    })
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: TicketId) -> Result<Option<Ticket>> {
    Ok(tx.one(
        &format!("SELECT {COLUMNS} {FROM} WHERE t.id = ?1"),
        args![id],
        row,
    )?)
}

pub(super) fn of_encounter(tx: &ReadTx<'_>, id: EncounterId) -> Result<Option<Ticket>> {
    let sql =
        format!("SELECT {COLUMNS} {FROM} WHERE t.encounter_id = ?1 ORDER BY t.id DESC LIMIT 1");
    Ok(tx.one(&sql, args![id], row)?)
}

/// Whether somebody called or served a ticket of an encounter.
pub(super) fn served(tx: &ReadTx<'_>, id: EncounterId, staff: StaffId) -> Result<bool> {
    let sql = "SELECT 1 AS value FROM ticket_steps s JOIN tickets t ON t.id = s.ticket_id
         WHERE t.encounter_id = ?1 AND s.by = ?2
           AND s.kind IN ('called', 'recalled', 'started', 'finished', 'no_show') LIMIT 1";
    let served: Option<i64> = tx.value(sql, args![id, staff])?;
    Ok(served.is_some())
}

/// The tickets of a day whose way is not at its end.
pub(super) fn live(tx: &ReadTx<'_>, day: Day) -> Result<Vec<Ticket>> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE t.state IN ('waiting', 'called', 'serving') AND t.day = ?1 ORDER BY t.id"
    );
    Ok(tx.all(&sql, args![day], row)?)
}

/// Live tickets of days before.
pub(super) fn left_over(tx: &ReadTx<'_>, today: Day) -> Result<Vec<Ticket>> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE t.state IN ('waiting', 'called', 'serving') AND t.day < ?1 ORDER BY t.id"
    );
    Ok(tx.all(&sql, args![today], row)?)
}

pub(super) fn held_by(tx: &ReadTx<'_>, staff: StaffId, day: Day) -> Result<Option<Ticket>> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE t.state IN ('called', 'serving') AND t.called_by = ?1 AND t.day = ?2"
    );
    Ok(tx.one(&sql, args![staff, day], row)?)
}

pub(super) fn insert(w: &Writing<'_>, t: &Ticket) -> Result<TicketId> {
    let s = &t.standing;
    let id = TicketId(w.tx.insert(
        "INSERT INTO tickets (no, day, encounter_id, category_id, language, need, first, lifted_by, issued_at,
             issued_by, state, point_id, note, transfers, needless)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0) RETURNING id",
        args![
            &t.no, t.day, t.encounter, t.category, t.language, t.need, t.first, &t.lifted_by, t.issued_at,
            t.issued_by, s.state, s.point, &s.note
        ],
    )?);
    insert_step(w, id, StepKind::Issued, "", s)?;
    Ok(id)
}

/// Keeps what was told of the wait when a ticket was issued.
pub(super) fn set_told(w: &Writing<'_>, id: TicketId, told: Option<Expected>) -> Result<()> {
    w.tx.execute(
        "UPDATE tickets SET told_median = ?2, told_bound = ?3, told_model = ?4 WHERE id = ?1",
        args![
            id,
            told.map(|t| t.wait.median),
            told.map(|t| t.wait.bound),
            told.map(|t| t.model)
        ],
    )?;
    Ok(())
}

/// Sets what a ticket was issued for to what is known now.
pub(super) fn set_triage(w: &Writing<'_>, t: &Ticket) -> Result<()> {
    w.tx.execute(
        "UPDATE tickets SET category_id = ?2, language = ?3, need = ?4, first = ?5, lifted_by = ?6 WHERE id = ?1",
        args![t.id, t.category, t.language, t.need, t.first, &t.lifted_by],
    )?;
    Ok(())
}

/// Takes a step: where the ticket stands now, and a row that it stood there.
pub(super) fn take(
    w: &Writing<'_>,
    id: TicketId,
    kind: StepKind,
    reason: &str,
    s: &Standing,
) -> Result<()> {
    let mut values = columns(s);
    values.insert(0, id.into());
    w.tx.execute(
        "UPDATE tickets SET state = ?2, point_id = ?3, note = ?4, place_need = ?5, place_first = ?6,
             place_at = ?7, called_at = ?8, called_by = ?9, started_at = ?10, ended_at = ?11,
             transfers = ?12, needless = ?13
         WHERE id = ?1",
        &values,
    )?;
    insert_step(w, id, kind, reason, s)
}

fn insert_step(
    w: &Writing<'_>,
    id: TicketId,
    kind: StepKind,
    reason: &str,
    s: &Standing,
) -> Result<()> {
    let mut values: Vec<Value> = vec![
        id.into(),
        kind.into(),
        w.at.into(),
        w.by.staff.into(),
        reason.into(),
    ];
    values.extend(columns(s));
    w.tx.execute(
        "INSERT INTO ticket_steps (ticket_id, kind, at, by, reason, state, point_id, note, place_need, place_first,
             place_at, called_at, called_by, started_at, ended_at, transfers, needless)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        &values,
    )?;
    Ok(())
}

fn columns(s: &Standing) -> Vec<Value> {
    vec![
        s.state.into(),
        s.point.into(),
        (&s.note).into(),
        s.place.map(|p| p.need).into(),
        s.place.map(|p| p.first).into(),
        s.place.map(|p| p.arrival).into(),
        s.called_at.into(),
        s.called_by.into(),
        s.started_at.into(),
        s.ended_at.into(),
        s.transfers.into(),
        s.needless.into(),
    ]
}

const STEP: &str = "SELECT s.id, s.ticket_id, s.kind, s.at, s.by, staff.no AS by_no, s.reason, s.state, s.point_id, s.note, \
     s.place_need, s.place_first, s.place_at, s.called_at, s.called_by, s.started_at, s.ended_at, s.transfers, s.needless \
     FROM ticket_steps s JOIN staff ON staff.id = s.by";

fn step(row: &Row<'_>) -> vault::Result<Step> {
    Ok(Step {
        id: row.get("id")?,
        ticket: row.get("ticket_id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
        by: row.get("by")?,
        by_no: row.get("by_no")?,
        reason: row.get("reason")?,
        standing: standing(row)?,
    })
}

pub(super) fn steps(tx: &ReadTx<'_>, id: TicketId) -> Result<Vec<Step>> {
    Ok(tx.all(
        &format!("{STEP} WHERE s.ticket_id = ?1 ORDER BY s.id"),
        args![id],
        step,
    )?)
}

/// The last step somebody took on any ticket since a moment.
pub(super) fn last_step_by(tx: &ReadTx<'_>, staff: StaffId, since: Moment) -> Result<Option<Step>> {
    let sql = format!("{STEP} WHERE s.by = ?1 AND s.at >= ?2 ORDER BY s.id DESC LIMIT 1");
    Ok(tx.one(&sql, args![staff, since], step)?)
}

/// The latest services at a point, the latest first.
pub(super) fn services(tx: &ReadTx<'_>, point: PointId) -> Result<Vec<Service>> {
    Ok(tx.all(
        "SELECT called_by, issued_at, called_at, ended_at FROM tickets
         WHERE point_id = ?1 AND state = 'done' AND called_at IS NOT NULL AND called_by IS NOT NULL
         ORDER BY ended_at DESC, id DESC LIMIT ?2",
        args![point, RECENT],
        |row| {
            Ok(Service {
                by: row.get("called_by")?,
                issued: row.get("issued_at")?,
                called: row.get("called_at")?,
                ended: row.get("ended_at")?,
            })
        },
    )?)
}

/// What was told lately at a point and how long it was until the first call; nothing of
/// those who were passed on or moved.
pub(super) fn told(tx: &ReadTx<'_>, point: PointId) -> Result<Vec<Told>> {
    Ok(tx.all(
        "SELECT t.told_model, t.issued_at, COALESCE((SELECT MIN(s.at) FROM ticket_steps s
             WHERE s.ticket_id = t.id AND s.kind = 'called'), t.issued_at) AS called_at
         FROM tickets t
         WHERE t.point_id = ?1 AND t.state = 'done' AND t.told_model IS NOT NULL AND t.called_at IS NOT NULL
           AND t.transfers = 0 AND t.place_at IS NULL
         ORDER BY t.ended_at DESC, t.id DESC LIMIT ?2",
        args![point, LOOKED_AT],
        |row| {
            let (issued, called): (Moment, Moment) = (row.get("issued_at")?, row.get("called_at")?);
            Ok(Told {
                model: row.get("told_model")?,
                came: (called.0 - issued.0).max(0) / 1000,
            })
        },
    )?)
}

/// How many of each need, first among equals or not, came to a point since a day.
pub(super) fn kinds(
    tx: &ReadTx<'_>,
    point: PointId,
    since: Day,
) -> Result<Vec<(Urgency, bool, u64)>> {
    Ok(tx.all(
        "SELECT need, first, COUNT(*) AS n FROM tickets WHERE day >= ?1 AND point_id = ?2
         GROUP BY need, first ORDER BY need, first",
        args![since, point],
        |row| {
            let n: i64 = row.get("n")?;
            Ok((row.get("need")?, row.get("first")?, n.unsigned_abs()))
        },
    )?)
}

/// How many came to a point today since a moment.
pub(super) fn seen(tx: &ReadTx<'_>, point: PointId, today: Day, since: Moment) -> Result<u64> {
    let n: Option<i64> = tx.value(
        "SELECT COUNT(*) AS value FROM tickets WHERE day = ?1 AND point_id = ?2 AND issued_at >= ?3",
        args![today, point, since],
    )?;
    Ok(n.unwrap_or(0).unsigned_abs())
}

/// Who took the alarm of a ticket last.
pub(super) fn taken(tx: &ReadTx<'_>, id: TicketId) -> Result<Option<Taken>> {
    Ok(tx.one(
        "SELECT a.taken_by, staff.no, a.taken_at FROM ticket_alarms a JOIN staff ON staff.id = a.taken_by
         WHERE a.ticket_id = ?1 ORDER BY a.id DESC LIMIT 1",
        args![id],
        |row| {
            Ok(Taken {
                by: row.get("taken_by")?,
                by_no: row.get("no")?,
                at: row.get("taken_at")?,
            })
        },
    )?)
}

pub(super) fn take_alarm(w: &Writing<'_>, id: TicketId) -> Result<()> {
    w.tx.execute(
        "INSERT INTO ticket_alarms (ticket_id, taken_at, taken_by) VALUES (?1, ?2, ?3)",
        args![id, w.at, w.by.staff],
    )?;
    Ok(())
}

/// Counts of a day: issued, done, no-shows, left, transfers, needless ones.
pub(super) fn totals(tx: &ReadTx<'_>, day: Day) -> Result<Totals> {
    let found = tx.one(
        "SELECT COUNT(*) AS issued, COUNT(CASE WHEN state = 'done' THEN 1 END) AS done,
             COUNT(CASE WHEN state = 'no_show' THEN 1 END) AS no_show, COUNT(CASE WHEN state = 'left' THEN 1 END) AS gone,
             CAST(COALESCE(SUM(transfers), 0) AS BIGINT) AS transfers, CAST(COALESCE(SUM(needless), 0) AS BIGINT) AS needless
         FROM tickets WHERE day = ?1",
        args![day],
        |row| {
            Ok(Totals {
                issued: row.get("issued")?,
                done: row.get("done")?,
                no_show: row.get("no_show")?,
                left: row.get("gone")?,
                transfers: row.get("transfers")?,
                needless: row.get("needless")?,
            })
        },
    )?;
    Ok(found.unwrap_or_default())
}
