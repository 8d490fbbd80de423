//! SQL of the words needs are told in, and of departments.

use super::super::{Department, Term};
use super::both;
use crate::{Result, Writing};
use vault::{ReadTx, args};

pub(in super::super) fn terms(tx: &ReadTx<'_>) -> Result<Vec<Term>> {
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

pub(in super::super) fn put_term(w: &Writing<'_>, t: &Term) -> Result<()> {
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

pub(in super::super) fn departments(tx: &ReadTx<'_>) -> Result<Vec<Department>> {
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

pub(in super::super) fn put_department(w: &Writing<'_>, d: &Department) -> Result<()> {
    w.tx.execute(
        "INSERT INTO departments (code, name_zh, name_en, place_zh, place_en, one_sitting, position)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT count(*) FROM departments))
         ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
             place_zh = excluded.place_zh, place_en = excluded.place_en, one_sitting = excluded.one_sitting",
        args![&d.code, &d.name.zh, &d.name.en, &d.place.zh, &d.place.en, d.one_sitting],
    )?;
    Ok(())
}
