//! SQL of what may be done with a record and on what it rests.

use super::super::Basis;
use super::super::standing::{Hold, Restriction, Standing};
use crate::{Result, VisitorId, Writing};
use vault::{ReadTx, args};

pub(in super::super) fn standing(tx: &ReadTx<'_>, id: VisitorId) -> Result<Option<Standing>> {
    Ok(tx.value(
        "SELECT standing AS value FROM visitors WHERE id = ?1",
        args![id],
    )?)
}

pub(in super::super) fn set_standing(
    w: &Writing<'_>,
    id: VisitorId,
    standing: Standing,
) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET standing = ?2, changed_at = ?3 WHERE id = ?1",
        args![id, standing, w.at],
    )?;
    Ok(())
}

pub(in super::super) fn insert_restriction(
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

pub(in super::super) fn end_restriction(
    w: &Writing<'_>,
    id: VisitorId,
    reason: &str,
) -> Result<()> {
    w.tx.execute(
        "UPDATE restrictions SET lifted_at = ?2, lifted_by = ?3, lift_reason = ?4
         WHERE visitor_id = ?1 AND lifted_at IS NULL",
        args![id, w.at, w.by.staff, reason],
    )?;
    Ok(())
}

pub(in super::super) fn restrictions(tx: &ReadTx<'_>, id: VisitorId) -> Result<Vec<Restriction>> {
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

pub(in super::super) fn basis(tx: &ReadTx<'_>, id: VisitorId) -> Result<Option<Basis>> {
    Ok(tx.value(
        "SELECT basis AS value FROM visitors WHERE id = ?1",
        args![id],
    )?)
}

pub(in super::super) fn set_basis(w: &Writing<'_>, id: VisitorId, basis: Basis) -> Result<()> {
    w.tx.execute(
        "UPDATE visitors SET basis = ?2, changed_at = ?3 WHERE id = ?1",
        args![id, basis, w.at],
    )?;
    Ok(())
}
