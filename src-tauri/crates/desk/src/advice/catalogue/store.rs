//! SQL of the catalogue.

use super::{
    Bilingual, Department, Package, PackageSheet, PriceVersion, Service, ServiceSheet, Term, Whom,
};
use crate::ground::names;
use crate::{Fen, PackageId, Result, ServiceId, Writing};
use std::collections::BTreeMap;
use vault::{ReadTx, Row, args};

const SERVICE: &str = "SELECT id, code, department, name_zh, name_en, content_zh, content_en, \
     process_zh, process_en, advantages_zh, advantages_en, limits_zh, limits_en, for_whom_zh, \
     for_whom_en, not_for_zh, not_for_en, price, minutes, arrive_early, lead_hours, fasting, \
     return_next_day, sex, min_age, max_age, repeat_months, bookable, active FROM services";
const PACKAGE: &str = "SELECT id, code, name_zh, name_en, content_zh, content_en, for_whom_zh, \
     for_whom_en, not_for_zh, not_for_en, limits_zh, limits_en, price, sex, min_age, max_age, \
     active FROM packages";

fn both(row: &Row<'_>, column: &str) -> vault::Result<Bilingual> {
    Ok(Bilingual {
        zh: row.get(&format!("{column}_zh"))?,
        en: row.get(&format!("{column}_en"))?,
    })
}

fn whom(row: &Row<'_>) -> vault::Result<Whom> {
    Ok(Whom {
        sex: row.get("sex")?,
        min_age: row.get("min_age")?,
        max_age: row.get("max_age")?,
    })
}

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

fn package_row(row: &Row<'_>) -> vault::Result<Package> {
    let sheet = PackageSheet {
        code: row.get("code")?,
        name: both(row, "name")?,
        content: both(row, "content")?,
        for_whom: both(row, "for_whom")?,
        not_for: both(row, "not_for")?,
        limits: both(row, "limits")?,
        price: row.get("price")?,
        services: Vec::new(),
        whom: whom(row)?,
    };
    Ok(Package {
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

pub(super) fn services(tx: &ReadTx<'_>) -> Result<Vec<Service>> {
    complete(
        tx,
        tx.all(&format!("{SERVICE} ORDER BY id"), args![], service_row)?,
    )
}

pub(super) fn service(tx: &ReadTx<'_>, id: ServiceId) -> Result<Option<Service>> {
    let found = tx.all(&format!("{SERVICE} WHERE id = ?1"), args![id], service_row)?;
    Ok(complete(tx, found)?.pop())
}

pub(super) fn service_id(tx: &ReadTx<'_>, code: &str) -> Result<Option<ServiceId>> {
    Ok(tx.value(
        "SELECT id AS value FROM services WHERE code = ?1",
        args![code],
    )?)
}

pub(super) fn packages(tx: &ReadTx<'_>) -> Result<Vec<Package>> {
    let mut found = tx.all(&format!("{PACKAGE} ORDER BY id"), args![], package_row)?;
    let parts: Vec<(PackageId, ServiceId)> = tx.all(
        "SELECT package_id, service_id FROM package_services ORDER BY package_id, position",
        args![],
        |row| Ok((row.get("package_id")?, row.get("service_id")?)),
    )?;
    for package in &mut found {
        let own = parts.iter().filter(|(id, _)| *id == package.id);
        package.sheet.services = own.map(|(_, service)| *service).collect();
    }
    Ok(found)
}

pub(super) fn package(tx: &ReadTx<'_>, id: PackageId) -> Result<Option<Package>> {
    Ok(packages(tx)?.into_iter().find(|p| p.id == id))
}

pub(super) fn package_id(tx: &ReadTx<'_>, code: &str) -> Result<Option<PackageId>> {
    Ok(tx.value(
        "SELECT id AS value FROM packages WHERE code = ?1",
        args![code],
    )?)
}

/// The keys a thing is found by: folded names, spellings, initials.
fn keys(name: &Bilingual) -> [String; 3] {
    let names::Keys {
        folded,
        pinyin,
        initials,
    } = names::keys(&name.zh);
    let padded = |all: &[String]| format!(" {} ", all.join(" "));
    [
        format!("{folded} {}", names::fold(&name.en)),
        padded(&pinyin),
        padded(&initials),
    ]
}

/// Ids of services and packages that fit every word, in no order.
pub(super) fn matching(
    tx: &ReadTx<'_>,
    words: &[String],
) -> Result<(Vec<ServiceId>, Vec<PackageId>)> {
    let mut clauses = vec!["1 = 1".to_owned()];
    let mut values: Vec<vault::Value> = Vec::new();
    for word in words {
        let next = values.len() + 1;
        clauses.push(format!(
            "(name_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR pinyin_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR initial_key LIKE '%' || ?{next} || '%' ESCAPE '\\'
              OR code LIKE ?{next} || '%' ESCAPE '\\')"
        ));
        values.push(escaped(word).into());
    }
    let clause = clauses.join(" AND ");
    let services = tx.all(
        &format!("SELECT id FROM services WHERE {clause}"),
        &values,
        |row| row.get("id"),
    )?;
    let packages = tx.all(
        &format!("SELECT id FROM packages WHERE {clause}"),
        &values,
        |row| row.get("id"),
    )?;
    Ok((services, packages))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(super) fn put_service(
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
    Ok(id)
}

pub(super) fn put_package(
    w: &Writing<'_>,
    id: Option<PackageId>,
    p: &PackageSheet,
) -> Result<PackageId> {
    let [name_key, pinyin_key, initial_key] = &keys(&p.name);
    let id = match id {
        Some(id) => id,
        None => PackageId(w.tx.insert(
            "INSERT INTO packages (code, name_zh, name_en, content_zh, content_en, for_whom_zh, for_whom_en,
                 not_for_zh, not_for_en, limits_zh, limits_en, price, sex, min_age, max_age, active,
                 name_key, pinyin_key, initial_key, changed_at)
             VALUES (?1, '', '', '', '', '', '', '', '', '', '', 0, NULL, 0, 150, 1, '', '', '', ?2) RETURNING id",
            args![&p.code, w.at],
        )?),
    };
    w.tx.execute(
        "UPDATE packages SET name_zh = ?2, name_en = ?3, content_zh = ?4, content_en = ?5, for_whom_zh = ?6,
             for_whom_en = ?7, not_for_zh = ?8, not_for_en = ?9, limits_zh = ?10, limits_en = ?11, price = ?12,
             sex = ?13, min_age = ?14, max_age = ?15, name_key = ?16, pinyin_key = ?17, initial_key = ?18,
             changed_at = ?19
         WHERE id = ?1",
        args![
            id, &p.name.zh, &p.name.en, &p.content.zh, &p.content.en, &p.for_whom.zh, &p.for_whom.en,
            &p.not_for.zh, &p.not_for.en, &p.limits.zh, &p.limits.en, p.price, p.whom.sex,
            p.whom.min_age, p.whom.max_age, name_key, pinyin_key, initial_key, w.at
        ],
    )?;
    w.tx.execute(
        "DELETE FROM package_services WHERE package_id = ?1",
        args![id],
    )?;
    for (position, service) in (0_i64..).zip(&p.services) {
        w.tx.execute(
            "INSERT INTO package_services (package_id, service_id, position) VALUES (?1, ?2, ?3)",
            args![id, *service, position],
        )?;
    }
    Ok(id)
}

pub(super) fn insert_price(
    w: &Writing<'_>,
    service: Option<ServiceId>,
    package: Option<PackageId>,
    price: Fen,
) -> Result<()> {
    w.tx.execute(
        "INSERT INTO prices (service_id, package_id, price, valid_from, set_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        args![service, package, price, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn prices(
    tx: &ReadTx<'_>,
    service: Option<ServiceId>,
    package: Option<PackageId>,
) -> Result<Vec<PriceVersion>> {
    Ok(tx.all(
        "SELECT price, valid_from, set_by FROM prices
         WHERE service_id = ?1 OR package_id = ?2 ORDER BY id DESC",
        args![service, package],
        |row| {
            Ok(PriceVersion {
                price: row.get("price")?,
                valid_from: row.get("valid_from")?,
                set_by: row.get("set_by")?,
            })
        },
    )?)
}

pub(super) fn set_service_active(w: &Writing<'_>, id: ServiceId, active: bool) -> Result<()> {
    let sql = "UPDATE services SET active = ?2, changed_at = ?3 WHERE id = ?1";
    w.tx.execute(sql, args![id, active, w.at])?;
    Ok(())
}

pub(super) fn set_package_active(w: &Writing<'_>, id: PackageId, active: bool) -> Result<()> {
    let sql = "UPDATE packages SET active = ?2, changed_at = ?3 WHERE id = ?1";
    w.tx.execute(sql, args![id, active, w.at])?;
    Ok(())
}

pub(super) fn terms(tx: &ReadTx<'_>) -> Result<Vec<Term>> {
    Ok(tx.all(
        "SELECT kind, code, name_zh, name_en, words, broad, active FROM terms ORDER BY kind, position",
        args![],
        |row| {
            let words: String = row.get("words")?;
            Ok(Term {
                kind: row.get("kind")?,
                code: row.get("code")?,
                name: both(row, "name")?,
                words: words.split_whitespace().map(str::to_owned).collect(),
                broad: row.get("broad")?,
                active: row.get("active")?,
            })
        },
    )?)
}

pub(super) fn put_term(w: &Writing<'_>, t: &Term) -> Result<()> {
    w.tx.execute(
        "INSERT INTO terms (kind, code, name_zh, name_en, words, broad, position, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT count(*) FROM terms WHERE kind = ?1), ?7)
         ON CONFLICT (kind, code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
             words = excluded.words, broad = excluded.broad, active = excluded.active",
        args![
            t.kind,
            &t.code,
            &t.name.zh,
            &t.name.en,
            t.words.join(" "),
            t.broad,
            t.active
        ],
    )?;
    Ok(())
}

pub(super) fn departments(tx: &ReadTx<'_>) -> Result<Vec<Department>> {
    Ok(tx.all(
        "SELECT code, name_zh, name_en, place_zh, place_en, one_sitting FROM departments ORDER BY position",
        args![],
        |row| {
            Ok(Department {
                code: row.get("code")?,
                name: both(row, "name")?,
                place: both(row, "place")?,
                one_sitting: row.get("one_sitting")?,
            })
        },
    )?)
}

pub(super) fn put_department(w: &Writing<'_>, d: &Department) -> Result<()> {
    w.tx.execute(
        "INSERT INTO departments (code, name_zh, name_en, place_zh, place_en, one_sitting, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT count(*) FROM departments))
         ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
             place_zh = excluded.place_zh, place_en = excluded.place_en, one_sitting = excluded.one_sitting",
        args![&d.code, &d.name.zh, &d.name.en, &d.place.zh, &d.place.en, d.one_sitting],
    )?;
    Ok(())
}
