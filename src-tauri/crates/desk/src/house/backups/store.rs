//! SQL of the second place, and of what changed since a backup.

use super::{Over, Place, Restored};
use crate::house::acts;
use crate::house::staff::acts as staff;
use crate::{Result, StaffId, Writing};
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

pub(super) fn restored_since(tx: &ReadTx<'_>, who: StaffId) -> Result<Option<Restored>> {
    Ok(tx.one(
        "SELECT j.seq, j.at, COALESCE(p.no, '') AS by_no, j.reason, j.detail
         FROM journal j LEFT JOIN staff p ON p.id = j.actor
         WHERE j.action = ?1 AND j.seq > COALESCE(
             (SELECT MAX(s.seq) FROM journal s
              WHERE s.object = ?2 AND s.object_id = ?3 AND s.action IN (?4, ?5)), 0)
         ORDER BY j.seq DESC LIMIT 1",
        args![
            acts::RESTORE.code(),
            staff::STAFF.code(),
            who,
            staff::SIGN_IN.code(),
            staff::ADD.code()
        ],
        |row| {
            let detail: String = row.get("detail")?;
            // Nobody was signed in, and somebody gave their password for it.
            let mut words = detail.split(' ').filter_map(|w| w.strip_prefix("by="));
            let signed_in: String = row.get("by_no")?;
            let by_no = match words.next() {
                Some(no) if signed_in.is_empty() => no.to_owned(),
                _ => signed_in,
            };
            Ok(Restored {
                seq: row.get("seq")?,
                at: row.get("at")?,
                by_no,
                reason: row.get("reason")?,
                over: Over::of(&detail),
            })
        },
    )?)
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
