//! Our values as SQLite's, and SQLite's rows as ours.

use crate::error::{Error, Result};
use crate::keys::Secret;
use crate::value::{FromValue, Value};
use rusqlite::types::{ToSql, ToSqlOutput, Value as SqlValue, ValueRef};
use zeroize::Zeroizing;

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(SqlValue::Null),
            Self::Int(n) => ToSqlOutput::Owned(SqlValue::Integer(*n)),
            Self::Text(s) => ToSqlOutput::Borrowed(ValueRef::Text(s.as_bytes())),
            Self::Blob(b) => ToSqlOutput::Borrowed(ValueRef::Blob(b)),
        })
    }
}

/// One row of an answer.
pub struct Row<'a>(pub(super) &'a rusqlite::Row<'a>);

impl Row<'_> {
    /// Reads the column of that name.
    ///
    /// # Errors
    /// `Shape` when there is no such column or it holds another type.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T> {
        let value = match self.0.get_ref(column)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(n) => Value::Int(n),
            ValueRef::Text(bytes) => Value::Text(
                std::str::from_utf8(bytes)
                    .map_err(|_| Error::Shape(column.to_owned()))?
                    .to_owned(),
            ),
            ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
            ValueRef::Real(_) => return Err(Error::Shape(column.to_owned())),
        };
        T::from_value(&value).ok_or_else(|| Error::Shape(column.to_owned()))
    }

    /// Reads a key; no copy of it is left behind.
    ///
    /// # Errors
    /// `Shape` when the column does not hold one.
    pub(crate) fn secret(&self, column: &str) -> Result<Secret> {
        let mut secret = Zeroizing::new([0_u8; 32]);
        match self.0.get_ref(column)? {
            ValueRef::Blob(bytes) if bytes.len() == secret.len() => secret.copy_from_slice(bytes),
            _ => return Err(Error::Shape(column.to_owned())),
        }
        Ok(secret)
    }
}
