//! SQL of visitors and consents.

mod keeping;

use super::find::Word;
use super::register::{Draft, digits};
use super::standing::{Hold, Restriction, Standing};
use super::{Basis, Consent, IdKind, Manner, Notice, Scope, SpecialGroup, Visitor};
use crate::ground::batch::{MANY, of_many};
use crate::ground::names;
use crate::{ConsentId, Result, VisitorId, Writing};
pub(super) use keeping::KEEPS;
use std::collections::BTreeMap;
use vault::{ReadTx, Row, Value, args};

const COLUMNS: &str = "v.id, v.name, v.phone, v.phone_2, v.id_kind, v.id_number, v.sex, v.born_on, \
     v.address, v.note, v.registered_at, v.registered_by, v.seen_at, v.standing";

/// Fewer digits fit too many vouchers: their numbers begin with the day.
const VOUCHER_DIGITS: usize = 6;

fn row(row: &Row<'_>) -> vault::Result<Visitor> {
    Ok(Visitor {
        id: row.get("id")?,
        name: row.get("name")?,
        phone: row.get("phone")?,
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

pub(super) fn by_id_number(
    tx: &ReadTx<'_>,
    kind: IdKind,
    number: &str,
) -> Result<Option<VisitorId>> {
    Ok(tx.value(
        "SELECT id AS value FROM visitors WHERE id_kind = ?1 AND id_number = ?2",
        args![kind, number],
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

pub(super) fn insert(w: &Writing<'_>, d: &Draft) -> Result<VisitorId> {
    let keys = search_keys(d);
    let [name_key, pinyin_key, initial_key, digit_key] = &keys;
    let id = VisitorId(w.tx.insert(
        "INSERT INTO visitors (name, phone, phone_2, id_kind, id_number, sex, born_on, address, note,
             name_key, pinyin_key, initial_key, digit_key, registered_at, registered_by, changed_at, seen_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?14, ?14) RETURNING id",
        args![
            &d.name, &d.phone, &d.phone_2, d.id_kind, &d.id_number, d.sex, d.born_on, &d.address,
            &d.note, name_key, pinyin_key, initial_key, digit_key, w.at, w.by.staff
        ],
    )?);
    put_codes(w, id, d)?;
    Ok(id)
}

pub(super) fn update(w: &Writing<'_>, id: VisitorId, d: &Draft) -> Result<()> {
    let keys = search_keys(d);
    let [name_key, pinyin_key, initial_key, digit_key] = &keys;
    w.tx.execute(
        "UPDATE visitors SET name = ?2, phone = ?3, phone_2 = ?4, id_kind = ?5, id_number = ?6, sex = ?7,
             born_on = ?8, address = ?9, note = ?10, name_key = ?11, pinyin_key = ?12, initial_key = ?13,
             digit_key = ?14, changed_at = ?15
         WHERE id = ?1",
        args![
            id, &d.name, &d.phone, &d.phone_2, d.id_kind, &d.id_number, d.sex, d.born_on, &d.address,
            &d.note, name_key, pinyin_key, initial_key, digit_key, w.at
        ],
    )?;
    put_codes(w, id, d)
}

fn put_codes(w: &Writing<'_>, id: VisitorId, d: &Draft) -> Result<()> {
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

fn search_keys(d: &Draft) -> [String; 4] {
    let keys = names::keys(&d.name);
    let spaced = |words: &[String]| format!(" {} ", words.join(" "));
    let numbers = [digits(&d.phone), digits(&d.phone_2)];
    [
        keys.folded,
        spaced(&keys.pinyin),
        spaced(&keys.initials),
        spaced(&numbers),
    ]
}

pub(super) fn set_seen(w: &Writing<'_>, id: VisitorId) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET seen_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(super) fn search(tx: &ReadTx<'_>, words: &[Word], limit: usize) -> Result<Vec<Visitor>> {
    let mut clauses: Vec<String> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    for word in words {
        let next = values.len() + 1;
        match word {
            Word::Script(text) => {
                clauses.push(format!("v.name_key LIKE ?{next} ESCAPE '\\'"));
                values.push(format!("%{}%", escaped(text)).into());
            }
            Word::Letters(text) => {
                clauses.push(format!(
                    "(v.initial_key LIKE ?{next} ESCAPE '\\' OR v.pinyin_key LIKE ?{next} ESCAPE '\\')"
                ));
                values.push(format!("% {}%", escaped(text)).into());
            }
            Word::Digits(text) => {
                let voucher = if text.len() >= VOUCHER_DIGITS {
                    format!(
                        " OR EXISTS (SELECT 1 FROM vouchers o JOIN bookings b ON b.id = o.booking_id
                             WHERE b.visitor_id = v.id AND o.no LIKE ?{next})"
                    )
                } else {
                    String::new()
                };
                clauses.push(format!(
                    "(v.digit_key LIKE ?{next} OR v.id_number LIKE ?{next}{voucher})"
                ));
                values.push(format!("%{text}%").into());
            }
        }
    }
    values.push(Value::Int(i64::try_from(limit).unwrap_or(20)));
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v WHERE v.standing <> 'erased' AND {} ORDER BY v.seen_at DESC, v.id DESC LIMIT ?{}",
        clauses.join(" AND "),
        values.len()
    );
    complete(tx, tx.all(&sql, &values, row)?)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(super) fn alike(tx: &ReadTx<'_>, folded: &str, id_number: &str) -> Result<Vec<Visitor>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM visitors v
         WHERE v.standing = 'open' AND ((?1 <> '' AND v.name_key = ?1) OR (?2 <> '' AND v.id_number = upper(?2)))
         ORDER BY v.seen_at DESC LIMIT 10"
    );
    complete(tx, tx.all(&sql, args![folded, id_number], row)?)
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

pub(super) fn insert_consent(
    w: &Writing<'_>,
    visitor: VisitorId,
    scope: Scope,
    version: &str,
    manner: Manner,
) -> Result<ConsentId> {
    let id = w.tx.insert(
        "INSERT INTO consents (visitor_id, scope, version, manner, given_at, witnessed_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING id",
        args![visitor, scope, version, manner, w.at, w.by.staff],
    )?;
    Ok(ConsentId(id))
}

pub(super) fn withdraw_consents(w: &Writing<'_>, visitor: VisitorId, scope: Scope) -> Result<()> {
    w.tx.execute(
        "UPDATE consents SET withdrawn_at = ?3, withdrawn_by = ?4
         WHERE visitor_id = ?1 AND scope = ?2 AND withdrawn_at IS NULL",
        args![visitor, scope, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn consents(tx: &ReadTx<'_>, visitor: VisitorId) -> Result<Vec<Consent>> {
    Ok(tx.all(
        "SELECT id, scope, version, manner, given_at, witnessed_by, withdrawn_at FROM consents
         WHERE visitor_id = ?1 ORDER BY given_at DESC, id DESC",
        args![visitor],
        |row| {
            Ok(Consent {
                id: row.get("id")?,
                scope: row.get("scope")?,
                version: row.get("version")?,
                manner: row.get("manner")?,
                given_at: row.get("given_at")?,
                witnessed_by: row.get("witnessed_by")?,
                withdrawn_at: row.get("withdrawn_at")?,
            })
        },
    )?)
}

pub(super) fn current_notice(tx: &ReadTx<'_>) -> Result<Option<Notice>> {
    Ok(tx.one(
        "SELECT version, text_zh, text_en FROM notices ORDER BY valid_from DESC, version DESC LIMIT 1",
        args![],
        |row| {
            Ok(Notice {
                version: row.get("version")?,
                text_zh: row.get("text_zh")?,
                text_en: row.get("text_en")?,
            })
        },
    )?)
}

pub(super) fn insert_notice(w: &Writing<'_>, n: &Notice) -> Result<()> {
    w.tx.execute(
        "INSERT INTO notices (version, text_zh, text_en, valid_from) VALUES (?1, ?2, ?3, ?4)",
        args![&n.version, &n.text_zh, &n.text_en, w.at],
    )?;
    Ok(())
}

pub(super) fn standing(tx: &ReadTx<'_>, id: VisitorId) -> Result<Option<Standing>> {
    Ok(tx.value(
        "SELECT standing AS value FROM visitors WHERE id = ?1",
        args![id],
    )?)
}

pub(super) fn set_standing(w: &Writing<'_>, id: VisitorId, standing: Standing) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET standing = ?2, changed_at = ?3 WHERE id = ?1",
        args![id, standing, w.at],
    )?;
    Ok(())
}

pub(super) fn insert_restriction(
    w: &Writing<'_>,
    id: VisitorId,
    hold: Hold,
    reason: &str,
) -> Result<()> {
    w.tx.execute(
        "INSERT INTO restrictions (visitor_id, hold, reason, set_at, set_by, lift_reason) VALUES (?1, ?2, ?3, ?4, ?5, '')",
        args![id, hold, reason, w.at, w.by.staff],
    )?;
    Ok(())
}

pub(super) fn end_restriction(w: &Writing<'_>, id: VisitorId, reason: &str) -> Result<()> {
    w.tx.execute(
        "UPDATE restrictions SET lifted_at = ?2, lifted_by = ?3, lift_reason = ?4
         WHERE visitor_id = ?1 AND lifted_at IS NULL",
        args![id, w.at, w.by.staff, reason],
    )?;
    Ok(())
}

pub(super) fn restrictions(tx: &ReadTx<'_>, id: VisitorId) -> Result<Vec<Restriction>> {
    Ok(tx.all(
        "SELECT hold, reason, set_at, set_by, lifted_at, lift_reason FROM restrictions
         WHERE visitor_id = ?1 ORDER BY id DESC",
        args![id],
        |row| {
            Ok(Restriction {
                hold: row.get("hold")?,
                reason: row.get("reason")?,
                set_at: row.get("set_at")?,
                set_by: row.get("set_by")?,
                lifted_at: row.get("lifted_at")?,
                lift_reason: row.get("lift_reason")?,
            })
        },
    )?)
}

pub(super) fn basis(tx: &ReadTx<'_>, id: VisitorId) -> Result<Option<Basis>> {
    Ok(tx.value(
        "SELECT basis AS value FROM visitors WHERE id = ?1",
        args![id],
    )?)
}

pub(super) fn set_basis(w: &Writing<'_>, id: VisitorId, basis: Basis) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET basis = ?2, changed_at = ?3 WHERE id = ?1",
        args![id, basis, w.at],
    )?;
    Ok(())
}
