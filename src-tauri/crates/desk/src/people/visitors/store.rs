//! SQL of visitors.

mod consent;
mod find;
mod keeping;
mod standing;

use super::register::{VisitorDetails, digits};
use super::standing::Standing;
use super::{IdKind, SpecialGroup, Visitor};
use crate::ground::batch::{MANY, of_many};
use crate::ground::{names, text};
use crate::{Result, VisitorId, Writing};
pub(super) use consent::{
    consents, current_notice, insert_consent, insert_notice, withdraw_consents,
};
pub(super) use find::{alike, search};
pub(super) use keeping::KEEPS;
pub(super) use standing::{
    basis, end_restriction, insert_restriction, restrictions, set_basis, set_standing, standing,
};
use std::collections::BTreeMap;
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "v.id, v.name, v.phone, v.no_phone, v.phone_2, v.id_kind, v.id_number, v.sex, v.born_on, \
     v.address, v.note, v.registered_at, v.registered_by, v.seen_at, v.standing";

fn row(row: &Row<'_>) -> vault::Result<Visitor> {
    Ok(Visitor {
        id: row.get("id")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
        no_phone: row.get("no_phone")?,
        phone_2: row.get("phone_2")?,
        id_kind: row.get("id_kind")?,
        id_number: row.get("id_number")?,
        sex: row.get("sex")?,
        born_on: row.get("born_on")?,
        address: row.get("address")?,
        note: row.get("note")?,
        groups: Vec::new(),
        conditions: Vec::new(),
        allergies: Vec::new(),
        registered_at: row.get("registered_at")?,
        registered_by: row.get("registered_by")?,
        seen_at: row.get("seen_at")?,
        standing: row.get("standing")?,
    })
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: VisitorId) -> Result<Option<Visitor>> {
    let sql = format!("SELECT {COLUMNS} FROM visitors v WHERE v.id = ?1");
    let found = tx.one(&sql, args![id], row)?;
    Ok(complete(tx, found.into_iter().collect())?.pop())
}

pub(super) fn several(tx: &ReadTx<'_>, ids: &[VisitorId]) -> Result<BTreeMap<VisitorId, Visitor>> {
    let sql = format!("SELECT {COLUMNS} FROM visitors v WHERE v.id IN ({MANY})");
    let found = of_many(tx, ids, &sql, |each| Ok((each.get("id")?, row(each)?)))?;
    let found = complete(tx, found.into_values().flatten().collect())?;
    Ok(found.into_iter().map(|one| (one.id, one)).collect())
}

fn complete(tx: &ReadTx<'_>, mut found: Vec<Visitor>) -> Result<Vec<Visitor>> {
    let ids: Vec<VisitorId> = found.iter().map(|visitor| visitor.id).collect();
    let sql = format!(
        "SELECT visitor_id, group_code FROM visitor_groups WHERE visitor_id IN ({MANY}) ORDER BY group_code"
    );
    let mut groups = of_many(tx, &ids, &sql, |row| {
        Ok((row.get("visitor_id")?, row.get("group_code")?))
    })?;
    let sql = format!(
        "SELECT visitor_id, kind, code FROM visitor_health WHERE visitor_id IN ({MANY}) ORDER BY kind, code"
    );
    let mut health = of_many(tx, &ids, &sql, |row| {
        let said: (String, String) = (row.get("kind")?, row.get("code")?);
        Ok((row.get("visitor_id")?, said))
    })?;
    for visitor in &mut found {
        visitor.groups = groups.remove(&visitor.id).unwrap_or_default();
        for (kind, code) in health.remove(&visitor.id).unwrap_or_default() {
            match kind.as_str() {
                "condition" => visitor.conditions.push(code),
                _ => visitor.allergies.push(code),
            }
        }
    }
    Ok(found)
}

/// Whose document this is: of old records more than one may have it, each in another spelling.
pub(super) fn by_id_key(tx: &ReadTx<'_>, kind: IdKind, key: &str) -> Result<Vec<VisitorId>> {
    Ok(tx.all(
        "SELECT id FROM visitors WHERE id_kind = ?1 AND id_key = ?2 AND id_key <> '' ORDER BY id",
        args![kind, key],
        |row| row.get("id"),
    )?)
}

/// Standing and name of several visitors; only of an open record the name, else it is empty.
pub(super) fn names(
    tx: &ReadTx<'_>,
    ids: &[VisitorId],
) -> Result<BTreeMap<VisitorId, (Standing, String)>> {
    let sql = format!(
        "SELECT id, standing, CASE standing WHEN 'open' THEN name ELSE '' END AS name
         FROM visitors WHERE id IN ({MANY})"
    );
    let found = of_many(tx, ids, &sql, |row| {
        let said = (row.get("standing")?, row.get("name")?);
        Ok((row.get("id")?, said))
    })?;
    let one = |(id, mut said): (VisitorId, Vec<_>)| said.pop().map(|said| (id, said));
    Ok(found.into_iter().filter_map(one).collect())
}

pub(super) fn insert(w: &Writing<'_>, d: &VisitorDetails) -> Result<VisitorId> {
    let keys = search_keys(d);
    let [name_key, pinyin_key, initial_key, digit_key, id_key] = &keys;
    let id = VisitorId(w.tx.insert(
        "INSERT INTO visitors (name, phone, phone_2, id_kind, id_number, sex, born_on, address, note,
             name_key, pinyin_key, initial_key, digit_key, registered_at, registered_by, changed_at, seen_at,
             id_key, no_phone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?14, ?14, ?16, ?17) RETURNING id",
        args![
            &d.name, &d.phone, &d.phone_2, d.id_kind, &d.id_number, d.sex, d.born_on, &d.address,
            &d.note, name_key, pinyin_key, initial_key, digit_key, w.at, w.by.staff,
            id_key, d.no_phone
        ],
    )?);
    put_codes(w, id, d)?;
    Ok(id)
}

/// Writes down what a person was called until now.
pub(super) fn keep_before(w: &Writing<'_>, before: &Visitor) -> Result<()> {
    w.tx.execute(
        "INSERT INTO visitors_before (visitor_id, name, phone, until, by) VALUES (?1, ?2, ?3, ?4, ?5)",
        args![before.id, &before.name, &before.phone, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn update(w: &Writing<'_>, id: VisitorId, d: &VisitorDetails) -> Result<()> {
    let keys = search_keys(d);
    let [name_key, pinyin_key, initial_key, digit_key, id_key] = &keys;
    w.tx.execute(
        "UPDATE visitors SET name = ?2, phone = ?3, phone_2 = ?4, id_kind = ?5, id_number = ?6, sex = ?7,
             born_on = ?8, address = ?9, note = ?10, name_key = ?11, pinyin_key = ?12, initial_key = ?13,
             digit_key = ?14, changed_at = ?15, id_key = ?16, no_phone = ?17
         WHERE id = ?1",
        args![
            id, &d.name, &d.phone, &d.phone_2, d.id_kind, &d.id_number, d.sex, d.born_on, &d.address,
            &d.note, name_key, pinyin_key, initial_key, digit_key, w.at,
            id_key, d.no_phone
        ],
    )?;
    put_codes(w, id, d)
}

fn put_codes(w: &Writing<'_>, id: VisitorId, d: &VisitorDetails) -> Result<()> {
    w.tx.execute(
        "DELETE FROM visitor_groups WHERE visitor_id = ?1",
        args![id],
    )?;
    for code in &d.groups {
        w.tx.execute(
            "INSERT INTO visitor_groups (visitor_id, group_code) VALUES (?1, ?2)",
            args![id, code],
        )?;
    }
    w.tx.execute(
        "DELETE FROM visitor_health WHERE visitor_id = ?1",
        args![id],
    )?;
    let health = d.conditions.iter().map(|c| ("condition", c));
    for (kind, code) in health.chain(d.allergies.iter().map(|c| ("allergy", c))) {
        w.tx.execute(
            "INSERT INTO visitor_health (visitor_id, kind, code) VALUES (?1, ?2, ?3)",
            args![id, kind, code],
        )?;
    }
    Ok(())
}

fn search_keys(d: &VisitorDetails) -> [String; 5] {
    let keys = names::keys(&d.name);
    let spaced = |words: &[String]| format!(" {} ", words.join(" "));
    let numbers = [digits(&d.phone), digits(&d.phone_2)];
    [
        names::person(&d.name),
        spaced(&keys.pinyin),
        spaced(&keys.initials),
        spaced(&numbers),
        text::identifier(&d.id_number),
    ]
}

pub(super) fn set_seen(w: &Writing<'_>, id: VisitorId) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET seen_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(super) fn groups(tx: &ReadTx<'_>) -> Result<Vec<SpecialGroup>> {
    Ok(tx.all(
        "SELECT code, name_zh, name_en, lifts, escort, min_age FROM special_groups ORDER BY position",
        args![],
        |row| {
            Ok(SpecialGroup {
                code: row.get("code")?,
                name_zh: row.get("name_zh")?,
                name_en: row.get("name_en")?,
                lifts: row.get("lifts")?,
                escort: row.get("escort")?,
                min_age: row.get("min_age")?,
            })
        },
    )?)
}

pub(super) fn put_group(w: &Writing<'_>, g: &SpecialGroup) -> Result<()> {
    w.tx.execute(
        "INSERT INTO special_groups (code, name_zh, name_en, lifts, escort, min_age, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT COALESCE(MAX(position), 0) + 1 FROM special_groups))
         ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
             lifts = excluded.lifts, escort = excluded.escort, min_age = excluded.min_age",
        args![&g.code, &g.name_zh, &g.name_en, g.lifts, g.escort, g.min_age],
    )?;
    Ok(())
}
