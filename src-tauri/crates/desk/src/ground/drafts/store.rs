//! SQL of drafts.

mod keeping;

use super::Draft;
use crate::{Reading, Result, Writing};
pub(super) use keeping::KEEPS;
use vault::args;

pub(super) fn put(w: &Writing<'_>, key: &str, body: &str) -> Result<()> {
    w.tx.execute(
        "INSERT INTO drafts (staff_id, key, body, saved_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (staff_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        args![w.by.staff, key, body, w.at],
    )?;
    Ok(())
}

pub(super) fn find(r: &Reading<'_>, key: &str) -> Result<Option<Draft>> {
    Ok(r.tx.one(
        "SELECT body, saved_at FROM drafts WHERE staff_id = ?1 AND key = ?2",
        args![r.by.staff, key],
        |row| {
            Ok(Draft {
                body: row.get("body")?,
                saved_at: row.get("saved_at")?,
            })
        },
    )?)
}

pub(super) fn delete(w: &Writing<'_>, key: &str) -> Result<()> {
    w.tx.execute(
        "DELETE FROM drafts WHERE staff_id = ?1 AND key = ?2",
        args![w.by.staff, key],
    )?;
    Ok(())
}

pub(super) fn delete_of_anybody(w: &Writing<'_>, key: &str) -> Result<()> {
    w.tx.execute("DELETE FROM drafts WHERE key = ?1", args![key])?;
    Ok(())
}

pub(super) fn delete_saying(w: &Writing<'_>, text: &str, escaped: &str) -> Result<()> {
    w.tx.execute(
        "DELETE FROM drafts WHERE replace(body, ?1, '') <> body OR replace(body, ?2, '') <> body",
        args![text, escaped],
    )?;
    Ok(())
}
