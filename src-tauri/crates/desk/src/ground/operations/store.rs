//! SQL of operation ids.

mod keeping;

use super::{Kept, Operation};
use crate::{Result, Writing};
pub(super) use keeping::KEEPS;
use vault::{ReadTx, args};

pub(super) fn find(tx: &ReadTx<'_>, op_id: &str) -> Result<Option<Kept>> {
    Ok(tx.one(
        "SELECT command, input, actor, answer FROM operations WHERE op_id = ?1",
        args![op_id],
        |row| {
            Ok(Kept {
                command: row.get("command")?,
                input: row.get("input")?,
                actor: row.get("actor")?,
                answer: row.get("answer")?,
            })
        },
    )?)
}

pub(super) fn insert(w: &Writing<'_>, operation: &Operation<'_>, answer: &str) -> Result<()> {
    w.tx.execute(
        "INSERT INTO operations (op_id, command, input, answer, actor, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        args![
            operation.id,
            operation.command,
            operation.digest(),
            answer,
            w.by.staff,
            w.at
        ],
    )?;
    Ok(())
}

pub(super) fn forget_answers(w: &Writing<'_>) -> Result<()> {
    w.tx.execute(
        "UPDATE operations SET answer = 'null', input = '' WHERE answer <> 'null' OR input <> ''",
        args![],
    )?;
    Ok(())
}
