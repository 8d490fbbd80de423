//! SQL of schedules and their exceptions.

use super::{Exception, Schedule, ScheduleDetails, Window};
use crate::{Day, Result, ScheduleId, ServiceId, Writing};
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "s.id, s.code, s.name_zh, s.name_en, s.department, s.place_zh, s.place_en, \
     s.slot_minutes, s.capacity, s.alongside, s.active";

fn row(row: &Row<'_>) -> vault::Result<Schedule> {
    Ok(Schedule {
        id: row.get("id")?,
        code: row.get("code")?,
        name_zh: row.get("name_zh")?,
        name_en: row.get("name_en")?,
        department: row.get("department")?,
        place_zh: row.get("place_zh")?,
        place_en: row.get("place_en")?,
        slot_minutes: row.get("slot_minutes")?,
        capacity: row.get("capacity")?,
        alongside: row.get("alongside")?,
        active: row.get("active")?,
        weekly: Vec::new(),
        services: Vec::new(),
    })
}

fn window(row: &Row<'_>) -> vault::Result<Window> {
    Ok(Window {
        from: row.get("opens")?,
        to: row.get("closes")?,
    })
}

fn complete(tx: &ReadTx<'_>, mut schedule: Schedule) -> Result<Schedule> {
    schedule.weekly = tx.all(
        "SELECT weekday, opens, closes FROM schedule_windows WHERE schedule_id = ?1 ORDER BY weekday, opens",
        args![schedule.id],
        |row| Ok((row.get("weekday")?, window(row)?)),
    )?;
    schedule.services = tx.all(
        "SELECT service_id FROM schedule_services WHERE schedule_id = ?1 ORDER BY service_id",
        args![schedule.id],
        |row| row.get("service_id"),
    )?;
    Ok(schedule)
}

pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<Schedule>> {
    let sql = format!("SELECT {COLUMNS} FROM schedules s ORDER BY s.id");
    let found = tx.all(&sql, args![], row)?;
    found.into_iter().map(|s| complete(tx, s)).collect()
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: ScheduleId) -> Result<Option<Schedule>> {
    let sql = format!("SELECT {COLUMNS} FROM schedules s WHERE s.id = ?1");
    let found = tx.one(&sql, args![id], row)?;
    found.map(|s| complete(tx, s)).transpose()
}

pub(super) fn id_by_code(tx: &ReadTx<'_>, code: &str) -> Result<Option<ScheduleId>> {
    Ok(tx.value(
        "SELECT id AS value FROM schedules WHERE code = ?1",
        args![code],
    )?)
}

/// The schedules in use where any of these services is done.
pub(crate) fn for_services(tx: &ReadTx<'_>, services: &[ServiceId]) -> Result<Vec<Schedule>> {
    let in_use = all(tx)?.into_iter().filter(|s| s.active);
    Ok(in_use
        .filter(|s| s.services.iter().any(|id| services.contains(id)))
        .collect())
}

pub(super) fn insert(w: &Writing<'_>, d: &ScheduleDetails) -> Result<ScheduleId> {
    let id = ScheduleId(w.tx.insert(
        "INSERT INTO schedules (code, name_zh, name_en, department, place_zh, place_en, slot_minutes,
             capacity, active, alongside)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id",
        args![
            &d.code, &d.name_zh, &d.name_en, &d.department, &d.place_zh, &d.place_en, d.slot_minutes,
            d.capacity, d.active, d.alongside
        ],
    )?);
    put_parts(w, id, d)?;
    Ok(id)
}

pub(super) fn update(w: &Writing<'_>, id: ScheduleId, d: &ScheduleDetails) -> Result<()> {
    w.tx.execute(
        "UPDATE schedules SET name_zh = ?2, name_en = ?3, department = ?4, place_zh = ?5, place_en = ?6,
             slot_minutes = ?7, capacity = ?8, active = ?9, alongside = ?10
         WHERE id = ?1",
        args![
            id, &d.name_zh, &d.name_en, &d.department, &d.place_zh, &d.place_en, d.slot_minutes,
            d.capacity, d.active, d.alongside
        ],
    )?;
    put_parts(w, id, d)
}

fn put_parts(w: &Writing<'_>, id: ScheduleId, d: &ScheduleDetails) -> Result<()> {
    w.tx.execute(
        "DELETE FROM schedule_windows WHERE schedule_id = ?1",
        args![id],
    )?;
    for (weekday, window) in &d.weekly {
        w.tx.execute(
            "INSERT INTO schedule_windows (schedule_id, weekday, opens, closes) VALUES (?1, ?2, ?3, ?4)",
            args![id, *weekday, window.from, window.to],
        )?;
    }
    w.tx.execute(
        "DELETE FROM schedule_services WHERE schedule_id = ?1",
        args![id],
    )?;
    for service in &d.services {
        w.tx.execute(
            "INSERT INTO schedule_services (schedule_id, service_id) VALUES (?1, ?2)",
            args![id, *service],
        )?;
    }
    Ok(())
}

/// The exceptions of all schedules between two days, both included.
pub(crate) fn exceptions(tx: &ReadTx<'_>, from: Day, to: Day) -> Result<Vec<Exception>> {
    let found: Vec<(i64, Exception)> = tx.all(
        "SELECT id, schedule_id, day, kind, capacity, reason FROM schedule_exceptions
         WHERE day BETWEEN ?1 AND ?2 ORDER BY day, schedule_id",
        args![from, to],
        |row| {
            let exception = Exception {
                schedule: row.get("schedule_id")?,
                day: row.get("day")?,
                kind: row.get("kind")?,
                windows: Vec::new(),
                capacity: row.get("capacity")?,
                reason: row.get("reason")?,
            };
            Ok((row.get("id")?, exception))
        },
    )?;
    let mut complete = Vec::with_capacity(found.len());
    for (id, mut exception) in found {
        exception.windows = tx.all(
            "SELECT opens, closes FROM schedule_exception_windows WHERE exception_id = ?1 ORDER BY opens",
            args![id],
            window,
        )?;
        complete.push(exception);
    }
    Ok(complete)
}

pub(super) fn put_exception(w: &Writing<'_>, e: &Exception) -> Result<()> {
    delete_exception(w, e.schedule, e.day)?;
    let id = w.tx.insert(
        "INSERT INTO schedule_exceptions (schedule_id, day, kind, capacity, reason, set_at, set_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
        args![
            e.schedule, e.day, e.kind, e.capacity, &e.reason, w.at, w.by.staff
        ],
    )?;
    for window in &e.windows {
        w.tx.execute(
            "INSERT INTO schedule_exception_windows (exception_id, opens, closes) VALUES (?1, ?2, ?3)",
            args![id, window.from, window.to],
        )?;
    }
    Ok(())
}

pub(super) fn delete_exception(w: &Writing<'_>, schedule: ScheduleId, day: Day) -> Result<bool> {
    let gone = w.tx.execute(
        "DELETE FROM schedule_exceptions WHERE schedule_id = ?1 AND day = ?2",
        args![schedule, day],
    )?;
    Ok(gone > 0)
}
