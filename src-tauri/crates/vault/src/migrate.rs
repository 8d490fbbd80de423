//! Numbered migrations, one transaction each. A newer file is refused.

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

/// Brings the schema up to the last migration.
pub(crate) fn migrate(db: &mut Connection, steps: &[Migration], at: i64) -> Result<()> {
    let fresh: i64 = db.query_row(
        "SELECT count(*) FROM sqlite_master WHERE name = 'migrations'",
        [],
        |row| row.get(0),
    )?;
    if fresh == 0 {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(crate::journal::SCHEMA)?;
        tx.commit()?;
    }
    let done: i64 = db.query_row(
        "SELECT coalesce(max(number), 0) FROM migrations",
        [],
        |row| row.get(0),
    )?;
    if steps.last().is_none_or(|last| done > last.number) && done > 0 {
        return Err(Error::Newer);
    }
    for step in steps.iter().filter(|step| step.number <= done) {
        let digest: String = db.query_row(
            "SELECT digest FROM migrations WHERE number = ?1",
            [step.number],
            |row| row.get(0),
        )?;
        if digest != digest_of(step) {
            return Err(Error::Damaged("migration text"));
        }
    }
    for step in steps.iter().filter(|step| step.number > done) {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(step.sql)?;
        tx.execute(
            "INSERT INTO migrations (number, name, digest, ran_at) VALUES (?1, ?2, ?3, ?4)",
            params![step.number, step.name, digest_of(step), at],
        )?;
        tx.commit()?;
    }
    Ok(())
}

/// Line ends differ between checkouts; the text does not.
fn digest_of(step: &Migration) -> String {
    hex(&Sha256::digest(step.sql.replace("\r\n", "\n").as_bytes()))
}
