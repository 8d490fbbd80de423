//! SQL of events and sign-ups.

mod keeping;

use super::{Event, EventDetails, EventId, EventState, SignUp, SignUpId, SignUpState};
use crate::{Day, Result, VisitorId, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, Row, args};

const EVENT: &str = "SELECT e.id, e.kind, e.title_zh, e.title_en, e.speaker, e.day, e.starts, e.ends, e.place_zh,
         e.place_en, e.seats, e.note, e.state, e.reason,
         (SELECT COUNT(*) FROM sign_ups s WHERE s.event_id = e.id AND s.state <> 'withdrawn') AS taken,
         (SELECT COUNT(*) FROM sign_ups s WHERE s.event_id = e.id AND s.state = 'came') AS came
     FROM events e";

fn event(row: &Row<'_>) -> vault::Result<Event> {
    Ok(Event {
        id: row.get("id")?,
        kind: row.get("kind")?,
        title: (row.get("title_zh")?, row.get("title_en")?),
        speaker: row.get("speaker")?,
        day: row.get("day")?,
        starts: row.get("starts")?,
        ends: row.get("ends")?,
        place: (row.get("place_zh")?, row.get("place_en")?),
        seats: row.get("seats")?,
        note: row.get("note")?,
        state: row.get("state")?,
        reason: row.get("reason")?,
        taken: row.get("taken")?,
        came: row.get("came")?,
    })
}

pub(super) fn between(tx: &ReadTx<'_>, from: Day, to: Day) -> Result<Vec<Event>> {
    let sql = format!("{EVENT} WHERE e.day BETWEEN ?1 AND ?2 ORDER BY e.day, e.starts, e.id");
    Ok(tx.all(&sql, args![from, to], event)?)
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: EventId) -> Result<Option<Event>> {
    Ok(tx.one(&format!("{EVENT} WHERE e.id = ?1"), args![id], event)?)
}

pub(super) fn insert(w: &Writing<'_>, d: &EventDetails) -> Result<EventId> {
    Ok(EventId(w.tx.insert(
        "INSERT INTO events (kind, title_zh, title_en, speaker, day, starts, ends, place_zh, place_en, seats, note,
             state, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, '') RETURNING id",
        args![
            d.kind, &d.title.0, &d.title.1, &d.speaker, d.day, d.starts, d.ends, &d.place.0, &d.place.1, d.seats,
            &d.note, EventState::Planned
        ],
    )?))
}

pub(super) fn update(w: &Writing<'_>, id: EventId, d: &EventDetails) -> Result<()> {
    w.tx.execute(
        "UPDATE events SET kind = ?2, title_zh = ?3, title_en = ?4, speaker = ?5, day = ?6, starts = ?7, ends = ?8,
             place_zh = ?9, place_en = ?10, seats = ?11, note = ?12
         WHERE id = ?1",
        args![
            id, d.kind, &d.title.0, &d.title.1, &d.speaker, d.day, d.starts, d.ends, &d.place.0, &d.place.1, d.seats,
            &d.note
        ],
    )?;
    Ok(())
}

pub(super) fn set_state(w: &Writing<'_>, id: EventId, state: EventState, why: &str) -> Result<()> {
    w.tx.execute(
        "UPDATE events SET state = ?2, reason = ?3 WHERE id = ?1",
        args![id, state, why],
    )?;
    Ok(())
}

const SIGN_UP: &str = "SELECT id, event_id, visitor_id, state, signed_at FROM sign_ups";

fn one(row: &Row<'_>) -> vault::Result<SignUp> {
    Ok(SignUp {
        id: row.get("id")?,
        event: row.get("event_id")?,
        visitor: row.get("visitor_id")?,
        state: row.get("state")?,
        at: row.get("signed_at")?,
    })
}

/// The seats that are taken.
pub(super) fn sign_ups(tx: &ReadTx<'_>, event: EventId) -> Result<Vec<SignUp>> {
    let sql = format!("{SIGN_UP} WHERE event_id = ?1 AND state <> ?2 ORDER BY id");
    Ok(tx.all(&sql, args![event, SignUpState::Withdrawn], one)?)
}

pub(super) fn sign_up_of(tx: &ReadTx<'_>, id: SignUpId) -> Result<Option<SignUp>> {
    Ok(tx.one(&format!("{SIGN_UP} WHERE id = ?1"), args![id], one)?)
}

pub(super) fn sign_up(w: &Writing<'_>, event: EventId, visitor: VisitorId) -> Result<SignUpId> {
    Ok(SignUpId(w.tx.insert(
        "INSERT INTO sign_ups (event_id, visitor_id, state, signed_at, signed_by)
         VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id",
        args![event, visitor, SignUpState::SignedUp, w.at, w.by.staff],
    )?))
}

pub(super) fn set_sign_up(w: &Writing<'_>, id: SignUpId, state: SignUpState) -> Result<()> {
    w.tx.execute(
        "UPDATE sign_ups SET state = ?2 WHERE id = ?1",
        args![id, state],
    )?;
    Ok(())
}
