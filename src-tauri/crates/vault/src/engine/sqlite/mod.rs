//! SQLite with SQLCipher: the only folder that names its library.

mod copy;
mod open;
mod tx;
mod values;

use crate::error::{Error, Result};
pub(crate) use open::{PAGE, Use};
use rusqlite::{Connection, TransactionBehavior};
pub(crate) use tx::Tx;
pub use values::Row;

/// One open connection to a database file.
pub(crate) struct Db {
    connection: Connection,
    /// Whether the last commit failed in such a way that it may be on the disk all the same.
    uncertain: bool,
}

impl Db {
    /// Reads one consistent view.
    ///
    /// # Errors
    /// Of the database or of `run`.
    pub(crate) fn read<T, E: From<Error>>(
        &mut self,
        run: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let tx = self.connection.transaction().map_err(Error::from)?;
        run(&Tx::of(&tx))
    }

    /// Changes everything that `run` changes, or nothing when it or the commit fails.
    ///
    /// # Errors
    /// Of the database or of `run`.
    pub(crate) fn write<T, E: From<Error>>(
        &mut self,
        run: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.uncertain = false;
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let value = run(&Tx::of(&tx))?;
        let committed = tx.commit().map_err(Error::from);
        // A full disk took no whole commit; one that could not be flushed may be there.
        self.uncertain = !matches!(committed, Ok(()) | Err(Error::Full));
        committed?;
        Ok(value)
    }

    /// Whether the last change failed and may be on the disk all the same.
    pub(crate) fn commit_is_uncertain(&self) -> bool {
        self.uncertain
    }

    fn of(connection: Connection) -> Self {
        Self {
            connection,
            uncertain: false,
        }
    }

    /// One in memory, not encrypted.
    #[cfg(test)]
    pub(crate) fn in_memory() -> Result<Self> {
        Ok(Self::of(Connection::open_in_memory()?))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        if let rusqlite::Error::SqliteFailure(failure, _) = &error
            && failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE
        {
            // The index of the log is made longer: only room for it can be missing.
            return Self::Full;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::ConstraintViolation) => Self::Conflict,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::NotADatabase) => Self::Damaged("database key or header"),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged("database page"),
            _ => Self::Database(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;

    fn failed(code: i32) -> Error {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()
    }

    #[test]
    fn a_disk_that_takes_no_index_of_the_log_is_called_full() {
        assert!(failed(ffi::SQLITE_FULL).is_full());
        assert!(failed(ffi::SQLITE_IOERR_SHMSIZE).is_full());
        for other in [
            ffi::SQLITE_IOERR_READ,
            ffi::SQLITE_IOERR_WRITE,
            ffi::SQLITE_BUSY,
        ] {
            let error = failed(other);
            assert!(!error.is_full() && error.may_be_full(), "{error}");
        }
        assert!(!failed(ffi::SQLITE_CORRUPT).may_be_full());
    }
}
