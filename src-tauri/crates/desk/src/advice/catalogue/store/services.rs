//! SQL of services with their codes and lines.

use super::super::{Bilingual, Service, ServiceSheet};
use super::find::keys;
use super::{both, whom};
use crate::{Result, ServiceId, Writing};
use std::collections::BTreeMap;
use vault::{ReadTx, Row, args};

const SERVICE: &str = "SELECT id, code, department, name_zh, name_en, content_zh, content_en, \
     process_zh, process_en, advantages_zh, advantages_en, limits_zh, limits_en, for_whom_zh, \
     for_whom_en, not_for_zh, not_for_en, price, minutes, arrive_early, lead_hours, fasting, \
     return_next_day, sex, min_age, max_age, repeat_months, bookable, active FROM services";

fn service_row(row: &Row<'_>) -> vault::Result<Service> {
    let sheet = ServiceSheet {
        code: row.get("code")?,
        department: row.get("department")?,
        name: both(row, "name")?,
        content: both(row, "content")?,
        process: both(row, "process")?,
        advantages: both(row, "advantages")?,
        limits: both(row, "limits")?,
        for_whom: both(row, "for_whom")?,
        not_for: both(row, "not_for")?,
        price: row.get("price")?,
        minutes: row.get("minutes")?,
        arrive_early: row.get("arrive_early")?,
        lead_hours: row.get("lead_hours")?,
        fasting: row.get("fasting")?,
        return_next_day: row.get("return_next_day")?,
        covers: Vec::new(),
        whom: whom(row)?,
        not_conditions: Vec::new(),
        not_allergies: Vec::new(),
        caution_conditions: Vec::new(),
        prepare: Vec::new(),
        bring: Vec::new(),
        repeat_months: row.get("repeat_months")?,
        bookable: row.get("bookable")?,
    };
    Ok(Service {
        id: row.get("id")?,
        active: row.get("active")?,
        sheet,
    })
}

/// Puts codes and lines to their services; two statements, however many services.
fn complete(tx: &ReadTx<'_>, mut found: Vec<Service>) -> Result<Vec<Service>> {
    let only = if let [one] = found.as_slice() {
        Some(one.id)
    } else {
        None
    };
    let places: BTreeMap<ServiceId, usize> =
        found.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
    let codes: Vec<(ServiceId, String, String)> = tx.all(
        "SELECT service_id, kind, code FROM service_codes
         WHERE CAST(?1 AS BIGINT) IS NULL OR service_id = ?1 ORDER BY service_id, kind, position",
        args![only],
        |row| Ok((row.get("service_id")?, row.get("kind")?, row.get("code")?)),
    )?;
    for (id, kind, code) in codes {
        let place = places.get(&id).and_then(|i| found.get_mut(*i));
        let Some(Service { sheet, .. }) = place else {
            continue;
        };
        match kind.as_str() {
            "covers" => sheet.covers.push(code),
            "not_condition" => sheet.not_conditions.push(code),
            "not_allergy" => sheet.not_allergies.push(code),
            _ => sheet.caution_conditions.push(code),
        }
    }
    let lines: Vec<(ServiceId, String, Bilingual)> = tx.all(
        "SELECT service_id, kind, zh, en FROM service_lines
         WHERE CAST(?1 AS BIGINT) IS NULL OR service_id = ?1 ORDER BY service_id, kind, position",
        args![only],
        |row| {
            let line = Bilingual {
                zh: row.get("zh")?,
                en: row.get("en")?,
            };
            Ok((row.get("service_id")?, row.get("kind")?, line))
        },
    )?;
    for (id, kind, line) in lines {
        let place = places.get(&id).and_then(|i| found.get_mut(*i));
        let Some(Service { sheet, .. }) = place else {
            continue;
        };
        match kind.as_str() {
            "prepare" => sheet.prepare.push(line),
            _ => sheet.bring.push(line),
        }
    }
    Ok(found)
}

pub(in super::super) fn services(tx: &ReadTx<'_>) -> Result<Vec<Service>> {
    complete(
        tx,
        tx.all(&format!("{SERVICE} ORDER BY id"), args![], service_row)?,
    )
}

pub(in super::super) fn service(tx: &ReadTx<'_>, id: ServiceId) -> Result<Option<Service>> {
    let found = tx.all(&format!("{SERVICE} WHERE id = ?1"), args![id], service_row)?;
    Ok(complete(tx, found)?.pop())
}

pub(in super::super) fn service_id(tx: &ReadTx<'_>, code: &str) -> Result<Option<ServiceId>> {
    Ok(tx.value(
        "SELECT id AS value FROM services WHERE code = ?1",
        args![code],
    )?)
}

pub(in super::super) fn put_service(
    w: &Writing<'_>,
    id: Option<ServiceId>,
    s: &ServiceSheet,
) -> Result<ServiceId> {
    let [name_key, pinyin_key, initial_key] = &keys(&s.name);
    let id = match id {
        Some(id) => id,
        None => ServiceId(w.tx.insert(
            "INSERT INTO services (code, department, name_zh, name_en, content_zh, content_en, process_zh,
                 process_en, advantages_zh, advantages_en, limits_zh, limits_en, for_whom_zh, for_whom_en,
                 not_for_zh, not_for_en, price, minutes, arrive_early, lead_hours, fasting, return_next_day,
                 sex, min_age, max_age, repeat_months, bookable, active, name_key, pinyin_key, initial_key,
                 changed_at)
             VALUES (?1, ?2, '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 1, 0, 0, 0, 0,
                 NULL, 0, 150, 0, 0, 1, '', '', '', ?3) RETURNING id",
            args![&s.code, &s.department, w.at],
        )?),
    };
    w.tx.execute(
        "UPDATE services SET department = ?2, name_zh = ?3, name_en = ?4, content_zh = ?5, content_en = ?6,
             process_zh = ?7, process_en = ?8, advantages_zh = ?9, advantages_en = ?10, limits_zh = ?11,
             limits_en = ?12, for_whom_zh = ?13, for_whom_en = ?14, not_for_zh = ?15, not_for_en = ?16,
             price = ?17, minutes = ?18, arrive_early = ?19, lead_hours = ?20, fasting = ?21,
             return_next_day = ?22, sex = ?23, min_age = ?24, max_age = ?25, repeat_months = ?26,
             bookable = ?27, name_key = ?28, pinyin_key = ?29, initial_key = ?30, changed_at = ?31
         WHERE id = ?1",
        args![
            id, &s.department, &s.name.zh, &s.name.en, &s.content.zh, &s.content.en, &s.process.zh,
            &s.process.en, &s.advantages.zh, &s.advantages.en, &s.limits.zh, &s.limits.en,
            &s.for_whom.zh, &s.for_whom.en, &s.not_for.zh, &s.not_for.en, s.price, s.minutes,
            s.arrive_early, s.lead_hours, s.fasting, s.return_next_day, s.whom.sex, s.whom.min_age,
            s.whom.max_age, s.repeat_months, s.bookable, name_key, pinyin_key, initial_key, w.at
        ],
    )?;
    put_parts(w, id, s)?;
    Ok(id)
}

/// Puts codes and lines of a service in the place of those before.
fn put_parts(w: &Writing<'_>, id: ServiceId, s: &ServiceSheet) -> Result<()> {
    w.tx.execute("DELETE FROM service_codes WHERE service_id = ?1", args![id])?;
    w.tx.execute("DELETE FROM service_lines WHERE service_id = ?1", args![id])?;
    for (kind, codes) in [
        ("covers", &s.covers),
        ("not_condition", &s.not_conditions),
        ("not_allergy", &s.not_allergies),
        ("caution_condition", &s.caution_conditions),
    ] {
        for (position, code) in (0_i64..).zip(codes) {
            w.tx.execute(
                "INSERT INTO service_codes (service_id, kind, position, code) VALUES (?1, ?2, ?3, ?4)",
                args![id, kind, position, code],
            )?;
        }
    }
    for (kind, lines) in [("prepare", &s.prepare), ("bring", &s.bring)] {
        for (position, line) in (0_i64..).zip(lines) {
            w.tx.execute(
                "INSERT INTO service_lines (service_id, kind, position, zh, en) VALUES (?1, ?2, ?3, ?4, ?5)",
                args![id, kind, position, &line.zh, &line.en],
            )?;
        }
    }
    Ok(())
}

pub(in super::super) fn set_service_active(
    w: &Writing<'_>,
    id: ServiceId,
    active: bool,
) -> Result<()> {
    let sql = "UPDATE services SET active = ?2, changed_at = ?3 WHERE id = ?1";
    w.tx.execute(sql, args![id, active, w.at])?;
    Ok(())
}
