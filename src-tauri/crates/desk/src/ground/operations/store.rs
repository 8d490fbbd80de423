//! SQL of operation ids.

mod keeping;

use crate::{Result, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, args};

pub(super) fn find(tx: &ReadTx<'_>, op_id: &str) -> Result<Option<(String, String)>> {
    Ok(tx.one(
        "SELECT command, answer FROM operations WHERE op_id = ?1",
        args![op_id],
        |row| Ok((row.get("command")?, row.get("answer")?)),
    )?)
}

pub(super) fn insert(w: &Writing<'_>, op_id: &str, command: &str, answer: &str) -> Result<()> {
    w.tx.execute(
        "INSERT INTO operations (op_id, command, answer, actor, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        args![op_id, command, answer, w.by.staff, w.at],
    )?;
    Ok(())
}

pub(super) fn forget_answers(w: &Writing<'_>) -> Result<()> {
    w.tx.execute(
        "UPDATE operations SET answer = 'null' WHERE answer <> 'null'",
        args![],
    )?;
    Ok(())
}
