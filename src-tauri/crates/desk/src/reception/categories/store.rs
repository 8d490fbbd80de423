//! SQL of the category tree.

use super::{Category, CategoryDetails};
use crate::{CategoryId, Result, Writing};
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "id, parent_id, code, name_zh, name_en, prefix, urgency, complexity, point_code, \
     anonymous, words, position, active";

fn row(row: &Row<'_>) -> vault::Result<Category> {
    let words: String = row.get("words")?;
    Ok(Category {
        id: row.get("id")?,
        parent: row.get("parent_id")?,
        code: row.get("code")?,
        says: CategoryDetails {
            name_zh: row.get("name_zh")?,
            name_en: row.get("name_en")?,
            prefix: row.get("prefix")?,
            urgency: row.get("urgency")?,
            complexity: row.get("complexity")?,
            point_code: row.get("point_code")?,
            anonymous: row.get("anonymous")?,
            words: words.split_whitespace().map(str::to_owned).collect(),
        },
        position: row.get("position")?,
        active: row.get("active")?,
    })
}

pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<Category>> {
    let sql = format!("SELECT {COLUMNS} FROM categories ORDER BY position, id");
    Ok(tx.all(&sql, args![], row)?)
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: CategoryId) -> Result<Option<Category>> {
    let sql = format!("SELECT {COLUMNS} FROM categories WHERE id = ?1");
    Ok(tx.one(&sql, args![id], row)?)
}

pub(super) fn active_leaves(tx: &ReadTx<'_>, parent: CategoryId) -> Result<i64> {
    let count = tx.value(
        "SELECT count(*) AS value FROM categories WHERE parent_id = ?1 AND active = 1",
        args![parent],
    )?;
    Ok(count.unwrap_or(0))
}

pub(super) fn prefix_owner(tx: &ReadTx<'_>, prefix: &str) -> Result<Option<CategoryId>> {
    Ok(tx.value(
        "SELECT id AS value FROM categories WHERE parent_id IS NULL AND active = 1 AND prefix = ?1",
        args![prefix],
    )?)
}

pub(super) fn insert(
    w: &Writing<'_>,
    parent: Option<CategoryId>,
    code: &str,
    d: &CategoryDetails,
) -> Result<CategoryId> {
    let id = w.tx.insert(
        "INSERT INTO categories (parent_id, code, name_zh, name_en, prefix, urgency, complexity, point_code,
             anonymous, words, position, active)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
             (SELECT coalesce(max(position), -1) + 1 FROM categories), 1) RETURNING id",
        args![
            parent, code, &d.name_zh, &d.name_en, &d.prefix, d.urgency, d.complexity, &d.point_code,
            d.anonymous, d.words.join(" ")
        ],
    )?;
    Ok(CategoryId(id))
}

pub(super) fn update(w: &Writing<'_>, id: CategoryId, d: &CategoryDetails) -> Result<()> {
    w.tx.execute(
        "UPDATE categories SET name_zh = ?2, name_en = ?3, prefix = ?4, urgency = ?5, complexity = ?6,
             point_code = ?7, anonymous = ?8, words = ?9
         WHERE id = ?1",
        args![
            id, &d.name_zh, &d.name_en, &d.prefix, d.urgency, d.complexity, &d.point_code, d.anonymous,
            d.words.join(" ")
        ],
    )?;
    Ok(())
}

pub(super) fn set_active(w: &Writing<'_>, id: CategoryId, active: i64) -> Result<()> {
    w.tx.execute(
        "UPDATE categories SET active = ?2 WHERE id = ?1",
        args![id, active],
    )?;
    Ok(())
}

pub(super) fn set_position(w: &Writing<'_>, id: CategoryId, position: i64) -> Result<()> {
    w.tx.execute(
        "UPDATE categories SET position = ?2 WHERE id = ?1",
        args![id, position],
    )?;
    Ok(())
}

/// Whether a service point has that code. Points stand above categories, which only
/// remember the code of the one they prefer.
pub(super) fn point_is_there(tx: &ReadTx<'_>, code: &str) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT id AS value FROM points WHERE code = ?1",
        args![code],
    )?;
    Ok(found.is_some())
}
