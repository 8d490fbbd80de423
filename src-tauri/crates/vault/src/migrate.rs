//! Numbered migrations, all that are missing in one transaction: a file is at its old
//! step or at the newest, never between. A newer file is refused.

use crate::args;
use crate::engine::{Db, Tx};
use crate::error::{Error, Result};
use crate::slots::hex;
use sha2::{Digest as _, Sha256};

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number, from 1, without gaps.
    pub number: i64,
    /// A noun that names it.
    pub name: &'static str,
    /// Its statements.
    pub sql: &'static str,
}

/// Lays the vault's own tables into an empty file: at set-up and nowhere else.
pub(crate) fn found(db: &mut Db) -> Result<()> {
    db.write(|tx| {
        tx.script(crate::journal::SCHEMA)?;
        tx.script(crate::in_force::SCHEMA)
    })
}

/// A database that opens and holds nothing of ours lost it.
///
/// # Errors
/// `Damaged`.
pub(crate) fn assert_ours(db: &mut Db) -> Result<()> {
    let tables = db.read(|tx| tx.tables())?;
    if tables.iter().any(|name| name == "migrations") {
        Ok(())
    } else {
        Err(Error::Damaged("the tables of the database"))
    }
}

/// The number of the last step that ran.
pub(crate) fn step_of(tx: &Tx<'_>) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(number), 0) AS value FROM migrations";
    Ok(tx.value(sql, args![])?.unwrap_or(0))
}

/// The steps that are missing.
///
/// # Errors
/// `Newer` for a file of a later program, `Damaged` when a step that ran had another text.
pub(crate) fn missing<'a>(tx: &Tx<'_>, steps: &'a [Migration]) -> Result<&'a [Migration]> {
    let done = step_of(tx)?;
    if steps.last().is_none_or(|last| done > last.number) && done > 0 {
        return Err(Error::Newer);
    }
    let ran = usize::try_from(done).map_err(|_| Error::Damaged("migrations"))?;
    let (before, after) = steps.split_at_checked(ran).ok_or(Error::Newer)?;
    for step in before {
        let sql = "SELECT digest AS value FROM migrations WHERE number = ?1";
        let digest: Option<String> = tx.value(sql, args![step.number])?;
        if digest != Some(digest_of(step)) {
            return Err(Error::Damaged("migration text"));
        }
    }
    Ok(after)
}

/// Runs the missing steps.
pub(crate) fn run(db: &mut Db, missing: &[Migration], at: i64) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    db.write(|tx| {
        for step in missing {
            tx.script(step.sql)?;
            tx.execute(
                "INSERT INTO migrations (number, name, digest, ran_at) VALUES (?1, ?2, ?3, ?4)",
                args![step.number, step.name, digest_of(step), at],
            )?;
        }
        Ok(())
    })
}

/// Line ends differ between checkouts; the text does not.
fn digest_of(step: &Migration) -> String {
    hex(&Sha256::digest(step.sql.replace("\r\n", "\n").as_bytes()))
}
