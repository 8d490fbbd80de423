//! SQL of marks.

use crate::{Result, Writing};
use vault::{ReadTx, args};

pub(super) fn find(tx: &ReadTx<'_>, name: &str) -> Result<Option<i64>> {
    Ok(tx.value("SELECT value FROM marks WHERE name = ?1", args![name])?)
}

pub(super) fn put(w: &Writing<'_>, name: &str, value: i64) -> Result<()> {
    w.tx.execute(
        "INSERT INTO marks (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        args![name, value],
    )?;
    Ok(())
}
