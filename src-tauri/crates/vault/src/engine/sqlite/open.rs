//! Opening the encrypted database: every setting with its reason, asserted as read back.

use super::Db;
use crate::error::{Error, Result};
use crate::keys::Secret;
use crate::slots::hex;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The one connection that writes.
    Writer,
    /// A connection that can only read.
    Reader,
    /// The writer of a database that is set up just now: the only one that makes a file.
    New,
    /// A copy of the database that lies apart: no log beside it.
    Copy,
    /// A copy that is about to be filled.
    Blank,
}

/// Bytes of a page of the database.
pub(crate) const PAGE: u64 = 4096;

/// Name, value, and what SQLite answers when it took it.
type Setting = (&'static str, &'static str, &'static str);

/// Settings of every connection.
const SETTINGS: &[Setting] = &[
    // A voucher in a hand must survive a power cut: with NORMAL half of all cuts lose commits.
    ("synchronous", "FULL", "2"),
    // On macOS an ordinary flush ends in the drive's own cache.
    ("fullfsync", "ON", "1"),
    ("checkpoint_fullfsync", "ON", "1"),
    // A short log: what a damaged log can take with it stays little.
    ("wal_autocheckpoint", "200", "200"),
    ("journal_size_limit", "1048576", "1048576"),
    // A virus scanner or a backup program may hold the file for a moment.
    ("busy_timeout", "5000", "5000"),
    // 32 MB of pages: decrypting again is what makes reads slow.
    ("cache_size", "-32768", "-32768"),
    // Sorting never writes plain text to a file.
    ("temp_store", "MEMORY", "2"),
    ("foreign_keys", "ON", "1"),
    // What is deleted is overwritten.
    ("secure_delete", "ON", "1"),
    // A schema edited by somebody else calls none of our functions.
    ("trusted_schema", "OFF", "0"),
    // A damaged page is said when it is read, not when it bites.
    ("cell_size_check", "ON", "1"),
];

impl Db {
    /// Opens and keys a connection, proves the key, applies and asserts the settings.
    ///
    /// # Errors
    /// `Damaged` when the key is another's or the file is no database; others of the database.
    pub(crate) fn open(path: &Path, key: &Secret, purpose: Use) -> Result<Self> {
        connected(path, key, purpose).map(Self::of)
    }

    /// Encrypts the whole database with another key, in one transaction.
    ///
    /// # Errors
    /// Of the database.
    pub(crate) fn rekey(&self, key: &Secret) -> Result<()> {
        key_with(&self.connection, "rekey", key)
    }

    /// Asserts that the library encrypts: one built without would accept every pragma
    /// and store plain text.
    ///
    /// # Errors
    /// `Damaged` when it does not.
    pub(crate) fn assert_encrypted(&self, path: &Path) -> Result<()> {
        let refused = Err(Error::Damaged("settings of the database"));
        let version = pragma(&self.connection, "cipher_version")?;
        let mut numbers = version
            .split(['.', ' '])
            .map(|n| n.parse::<u32>().unwrap_or(0));
        if (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) < (4, 19) {
            return refused;
        }
        for (name, expected) in [
            ("cipher_memory_security", "1"),
            ("cipher_page_size", "4096"),
            ("cipher_use_hmac", "1"),
            ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ] {
            if pragma(&self.connection, name)? != expected {
                return refused;
            }
        }
        let mut head = [0_u8; 16];
        let mut file = std::fs::File::open(path)?;
        let read = std::io::Read::read(&mut file, &mut head)?;
        if read == head.len() && head.starts_with(b"SQLite format 3") {
            return Err(Error::Damaged("database is not encrypted"));
        }
        Ok(())
    }

    /// A fast look at the structure of every page.
    ///
    /// # Errors
    /// `Damaged`.
    pub(crate) fn quick_check(&self) -> Result<()> {
        if pragma(&self.connection, "quick_check(1)")? == "ok" {
            Ok(())
        } else {
            Err(Error::Damaged("database page"))
        }
    }

    /// Every page's seal, then the whole structure. The log must be folded in before:
    /// the first of both reads the file only.
    ///
    /// # Errors
    /// `Damaged`.
    pub(crate) fn full_check(&self) -> Result<()> {
        let mut statement = self.connection.prepare("PRAGMA cipher_integrity_check")?;
        let bad_page = statement.query([])?.next()?.is_some();
        if bad_page || pragma(&self.connection, "integrity_check(1)")? != "ok" {
            return Err(Error::Damaged("database page"));
        }
        Ok(())
    }

    /// Folds the log into the database and empties it.
    ///
    /// # Errors
    /// Of the database; when a reader holds the log.
    pub(crate) fn fold(&self) -> Result<()> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        let busy: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        if busy == 0 {
            Ok(())
        } else {
            Err(Error::Database("the log is in use".to_owned()))
        }
    }
}

fn connected(path: &Path, key: &Secret, purpose: Use) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if matches!(purpose, Use::New | Use::Blank) {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    } else {
        refuse_less_than_a_page(path)?;
    }
    prepare_process()?;
    let db = Connection::open_with_flags(path, flags)?;
    key_with(&db, "key", key)?;
    // A wrong key would fill stderr with a line per page.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    // The first read proves the key.
    db.query_row("SELECT count(*) FROM sqlite_master", [], |row| {
        row.get::<_, i64>(0)
    })?;
    // Readers run beside the writer; a copy is one file.
    let apart = matches!(purpose, Use::Copy | Use::Blank);
    let mode = if apart { "delete" } else { "wal" };
    let got: String = db.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| {
        row.get(0)
    })?;
    if got != mode {
        return Err(Error::Database(format!("journal mode {got}")));
    }
    for (name, value, taken) in SETTINGS {
        db.execute_batch(&format!("PRAGMA {name} = {value};"))?;
        if pragma(&db, name)? != *taken {
            return Err(Error::Database(format!("setting {name}")));
        }
    }
    // Text in double quotes is a mistake, and the schema cannot be edited behind our back.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // No second file can be attached, with or without a key; no value is larger than 16 MiB.
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, 16 << 20)?;
    if purpose == Use::Reader {
        db.execute_batch("PRAGMA query_only = ON;")?;
    }
    db.set_prepared_statement_cache_capacity(256);
    Ok(db)
}

/// SQLite takes a file of less than a page for a new database and throws its log away.
fn refuse_less_than_a_page(path: &Path) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(file) if file.len() < PAGE => Err(Error::Damaged("the database file is empty")),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Error::Damaged("the database file is missing"))
        }
        Err(error) => Err(error.into()),
    }
}

/// What stands for the whole process, done once, before any file is keyed. Whoever comes
/// meanwhile waits: SQLite calls itself initialised before SQLCipher is, and a key that is
/// set between the two is refused.
fn prepare_process() -> Result<()> {
    static DONE: Mutex<bool> = Mutex::new(false);
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    if !*done {
        // Pages of the cache are wiped when freed: nothing personal stays in memory after
        // locking.
        Connection::open_in_memory()?.execute_batch("PRAGMA cipher_memory_security = ON;")?;
        *done = true;
    }
    Ok(())
}

/// A raw key: the password was already stretched for the key file.
fn key_with(db: &Connection, verb: &str, key: &Secret) -> Result<()> {
    let digits = Zeroizing::new(hex(key.as_slice()));
    let pragma = Zeroizing::new(format!("PRAGMA {verb} = \"x'{}'\";", digits.as_str()));
    Ok(db.execute_batch(&pragma)?)
}

/// The first column of the first row of a pragma, as text; empty when it answers nothing.
fn pragma(db: &Connection, name: &str) -> Result<String> {
    use rusqlite::types::ValueRef;
    let mut statement = db.prepare(&format!("PRAGMA {name}"))?;
    let mut rows = statement.query([])?;
    Ok(match rows.next()? {
        Some(row) => match row.get_ref(0)? {
            ValueRef::Integer(n) => n.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            _ => String::new(),
        },
        None => String::new(),
    })
}
