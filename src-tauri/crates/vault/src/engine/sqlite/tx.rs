//! Statements of a transaction.

use super::Row;
use crate::error::{Error, Result};
use crate::value::{FromValue, Value};
use rusqlite::{CachedStatement, Connection, params_from_iter};
use std::ops::ControlFlow::{self, Break, Continue};

/// A transaction that is open.
pub(crate) struct Tx<'a>(&'a Connection);

impl<'a> Tx<'a> {
    pub(super) fn of(db: &'a Connection) -> Self {
        Self(db)
    }

    pub(super) fn connection(&self) -> &Connection {
        self.0
    }

    /// Shows the rows one after the other until one is what was looked for.
    ///
    /// # Errors
    /// Of the database or of `see`.
    pub(crate) fn each<T>(
        &self,
        sql: &str,
        values: &[Value],
        mut see: impl FnMut(&Row<'_>) -> Result<ControlFlow<T>>,
    ) -> Result<Option<T>> {
        let mut statement = self.prepared(sql, values)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if let Break(found) = see(&Row(row))? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// Of the database or of `map`.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        values: &[Value],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        self.each(sql, values, |row| Ok(Break(map(row)?)))
    }

    /// All rows.
    ///
    /// # Errors
    /// Of the database or of `map`.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        values: &[Value],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(sql, values, |row| {
            found.push(map(row)?);
            Ok(Continue::<()>(()))
        })?;
        Ok(found)
    }

    /// One column named `value` of the first row.
    ///
    /// # Errors
    /// Of the database, or `Shape`.
    pub(crate) fn value<T: FromValue>(&self, sql: &str, values: &[Value]) -> Result<Option<T>> {
        self.one(sql, values, |row| row.get("value"))
    }

    /// Runs a statement; answers how many rows it changed.
    ///
    /// # Errors
    /// `Conflict` when a constraint refuses, others of the database.
    pub(crate) fn execute(&self, sql: &str, values: &[Value]) -> Result<usize> {
        Ok(self
            .prepared(sql, values)?
            .execute(params_from_iter(values))?)
    }

    /// Runs the statements of a schema, which are this engine's own.
    ///
    /// # Errors
    /// Of the database.
    pub(crate) fn script(&self, sql: &str) -> Result<()> {
        Ok(self.0.execute_batch(sql)?)
    }

    /// The tables that were made, by name.
    ///
    /// # Errors
    /// Of the database.
    pub(crate) fn tables(&self) -> Result<Vec<String>> {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
        let mut statement = self.0.prepare(sql)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    fn prepared(&self, sql: &str, values: &[Value]) -> Result<CachedStatement<'_>> {
        #[cfg(debug_assertions)]
        crate::overhear::tell(sql, values);
        self.0.prepare_cached(sql).map_err(Error::from)
    }
}
