//! SQL of staff.

use super::{NewStaff, Staff};
use crate::ground::roles::Role;
use crate::{Moment, Result, StaffId, Writing};
use vault::{ReadTx, Row, args};

const COLUMNS: &str = "id, no, name, role, active, must_change, code_until, last_seen_at";

fn row(row: &Row<'_>) -> vault::Result<Staff> {
    Ok(Staff {
        id: row.get("id")?,
        no: row.get("no")?,
        name: row.get("name")?,
        role: row.get("role")?,
        active: row.get("active")?,
        must_change: row.get("must_change")?,
        code_until: row.get("code_until")?,
        last_seen_at: row.get("last_seen_at")?,
    })
}

pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Staff>> {
    let sql = format!("SELECT {COLUMNS} FROM staff ORDER BY active DESC, no");
    Ok(tx.all(&sql, args![], row)?)
}

pub(super) fn by_id(tx: &ReadTx<'_>, id: StaffId) -> Result<Option<Staff>> {
    let sql = format!("SELECT {COLUMNS} FROM staff WHERE id = ?1");
    Ok(tx.one(&sql, args![id], row)?)
}

pub(super) fn by_no(tx: &ReadTx<'_>, no: &str) -> Result<Option<Staff>> {
    let sql = format!("SELECT {COLUMNS} FROM staff WHERE no = ?1");
    Ok(tx.one(&sql, args![no], row)?)
}

pub(super) fn insert(w: &Writing<'_>, new: &NewStaff) -> Result<StaffId> {
    let NewStaff {
        no,
        name,
        role,
        must_change,
    } = new;
    let id = w.tx.insert(
        "INSERT INTO staff (no, name, role, active, must_change, added_at) VALUES (?1, ?2, ?3, 1, ?4, ?5) RETURNING id",
        args![no, name, *role, *must_change, w.at],
    )?;
    Ok(StaffId(id))
}

pub(super) fn set_seen(w: &Writing<'_>, id: StaffId) -> Result<()> {
    w.tx.execute(
        "UPDATE staff SET last_seen_at = ?2 WHERE id = ?1",
        args![id, w.at],
    )?;
    Ok(())
}

pub(super) fn set_role(w: &Writing<'_>, id: StaffId, role: Role) -> Result<()> {
    w.tx.execute("UPDATE staff SET role = ?2 WHERE id = ?1", args![id, role])?;
    Ok(())
}

pub(super) fn set_active(w: &Writing<'_>, id: StaffId, active: i64) -> Result<()> {
    w.tx.execute(
        "UPDATE staff SET active = ?2 WHERE id = ?1",
        args![id, active],
    )?;
    Ok(())
}

/// Sets whether the secret has to be changed, and until when it opens the account if it is
/// a one-time code.
pub(super) fn set_secret(
    w: &Writing<'_>,
    id: StaffId,
    must_change: i64,
    code_until: Option<Moment>,
) -> Result<()> {
    w.tx.execute(
        "UPDATE staff SET must_change = ?2, code_until = ?3 WHERE id = ?1",
        args![id, must_change, code_until],
    )?;
    Ok(())
}
