//! Opening the encrypted database: every setting with its reason.

use crate::error::{Error, Result};
use crate::keys::Secret;
use crate::slots::hex;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use zeroize::Zeroizing;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The one connection that writes.
    Writer,
    /// A connection that can only read.
    Reader,
}

/// Opens and keys a connection and proves the key.
pub(crate) fn open(path: &Path, key: &Secret, purpose: Use) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if purpose == Use::Writer {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    // Pages of the cache are wiped when freed: nothing personal stays in memory after
    // locking. It is a setting of the process and must stand before the file is keyed.
    Connection::open_in_memory()?.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    let db = Connection::open_with_flags(path, flags)?;
    // A raw key: the password was already stretched for the key file.
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", hex(key.as_slice())));
    db.execute_batch(&pragma)?;
    // A wrong key would fill stderr with a line per page.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // The first read proves the key.
    db.query_row("SELECT count(*) FROM sqlite_master", [], |row| {
        row.get::<_, i64>(0)
    })?;
    // Readers run beside the writer; FULL because a voucher in a hand must survive a power cut.
    db.query_row("PRAGMA journal_mode = WAL", [], |row| {
        row.get::<_, String>(0)
    })?;
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
         PRAGMA wal_autocheckpoint = 200; PRAGMA journal_size_limit = 1048576;
         PRAGMA busy_timeout = 5000; PRAGMA cache_size = -32768;
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;",
    )?;
    // Text in double quotes is a mistake, and the schema cannot be edited behind our back.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    if purpose == Use::Reader {
        db.execute_batch("PRAGMA query_only = ON;")?;
    }
    db.set_prepared_statement_cache_capacity(256);
    Ok(db)
}

/// Asserts what `open` asked for: a library built without encryption would
/// accept every pragma above and store plain text.
pub(crate) fn assert_encrypted(db: &Connection, path: &Path) -> Result<()> {
    let version: Option<String> = db
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    let synchronous: i64 = db.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
    let foreign_keys: i64 = db.query_row("PRAGMA foreign_keys", [], |row| row.get(0))?;
    if version.is_none_or(|v| v.is_empty()) || synchronous != 2 || foreign_keys != 1 {
        return Err(Error::Damaged("settings of the database"));
    }
    let mut head = [0_u8; 16];
    let mut file = std::fs::File::open(path)?;
    let read = std::io::Read::read(&mut file, &mut head)?;
    if read == head.len() && head.starts_with(b"SQLite format 3") {
        return Err(Error::Damaged("database is not encrypted"));
    }
    Ok(())
}
