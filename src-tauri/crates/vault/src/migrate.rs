//! Numbered migrations, all that are missing in one transaction: a file is at its old
//! step or at the newest, never between. A newer file is refused.

use crate::error::{Error, Result};
use crate::slots::hex;
use rusqlite::{Connection, TransactionBehavior, params};
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

/// Lays the vault's own tables into an empty file; answers whether it was empty.
pub(crate) fn found(db: &mut Connection) -> Result<bool> {
    let tables: i64 = db.query_row(
        "SELECT count(*) FROM sqlite_master WHERE name = 'migrations'",
        [],
        |row| row.get(0),
    )?;
    if tables == 0 {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(crate::journal::SCHEMA)?;
        tx.commit()?;
    }
    Ok(tables == 0)
}

/// The number of the last step that ran.
pub(crate) fn step_of(db: &Connection) -> Result<i64> {
    Ok(db.query_row(
        "SELECT coalesce(max(number), 0) FROM migrations",
        [],
        |row| row.get(0),
    )?)
}

/// The steps that are missing.
///
/// # Errors
/// `Newer` for a file of a later program, `Damaged` when a step that ran had another text.
pub(crate) fn missing<'a>(db: &Connection, steps: &'a [Migration]) -> Result<&'a [Migration]> {
    let done = step_of(db)?;
    if steps.last().is_none_or(|last| done > last.number) && done > 0 {
        return Err(Error::Newer);
    }
    let ran = usize::try_from(done).map_err(|_| Error::Damaged("migrations"))?;
    let (before, after) = steps.split_at_checked(ran).ok_or(Error::Newer)?;
    for step in before {
        let digest: String = db.query_row(
            "SELECT digest FROM migrations WHERE number = ?1",
            [step.number],
            |row| row.get(0),
        )?;
        if digest != digest_of(step) {
            return Err(Error::Damaged("migration text"));
        }
    }
    Ok(after)
}

/// Runs the missing steps.
pub(crate) fn run(db: &mut Connection, missing: &[Migration], at: i64) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in missing {
        tx.execute_batch(step.sql)?;
        tx.execute(
            "INSERT INTO migrations (number, name, digest, ran_at) VALUES (?1, ?2, ?3, ?4)",
            params![step.number, step.name, digest_of(step), at],
        )?;
    }
    Ok(tx.commit()?)
}

/// Line ends differ between checkouts; the text does not.
fn digest_of(step: &Migration) -> String {
    hex(&Sha256::digest(step.sql.replace("\r\n", "\n").as_bytes()))
}
