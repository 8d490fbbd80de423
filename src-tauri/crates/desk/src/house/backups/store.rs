//! SQL of the second place, and of what changed since a backup.

use super::Place;
use crate::{Result, Writing};
use vault::{ReadTx, args};

pub(super) fn changed_since(tx: &ReadTx<'_>, seq: i64) -> Result<bool> {
    let found: Option<i64> = tx.value(
        "SELECT seq AS value FROM journal
         WHERE seq > ?1 AND action NOT LIKE 'session.%' AND action NOT LIKE 'backups.%'
         ORDER BY seq LIMIT 1",
        args![seq],
    )?;
    Ok(found.is_some())
}

pub(super) fn place(tx: &ReadTx<'_>) -> Result<Option<Place>> {
    Ok(tx.one(
        "SELECT path, set_at, copied_at FROM backup_place WHERE id = 1",
        args![],
        |row| {
            Ok(Place {
                path: row.get("path")?,
                set_at: row.get("set_at")?,
                copied_at: row.get("copied_at")?,
            })
        },
    )?)
}

pub(super) fn set_place(w: &Writing<'_>, path: &str) -> Result<()> {
    w.tx.execute("DELETE FROM backup_place", args![])?;
    w.tx.execute(
        "INSERT INTO backup_place (id, path, set_at) VALUES (1, ?1, ?2)",
        args![path, w.at],
    )?;
    Ok(())
}

pub(super) fn forget_place(w: &Writing<'_>) -> Result<()> {
    w.tx.execute("DELETE FROM backup_place", args![])?;
    Ok(())
}

pub(super) fn set_copied(w: &Writing<'_>) -> Result<()> {
    w.tx.execute("UPDATE backup_place SET copied_at = ?1", args![w.at])?;
    Ok(())
}
