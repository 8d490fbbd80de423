//! What may be done inside a transaction. Reading and writing are types:
//! what holds a `ReadTx` cannot change anything.

use crate::engine::{Row, Tx};
use crate::error::{Error, Result};
use crate::journal::{Entry, Head};
use crate::keyfile::KeyFile;
use crate::keyring::Keyring;
use crate::value::{FromValue, Value};
use std::cell::{Cell, RefCell};
use std::ops::Deref;

/// A consistent view of the store.
pub struct ReadTx<'a> {
    pub(crate) tx: &'a Tx<'a>,
    pub(crate) keys: &'a Keyring,
}

impl ReadTx<'_> {
    /// The first row, if any.
    ///
    /// # Errors
    /// Of the database or of `map`.
    pub fn one<T>(
        &self,
        sql: &str,
        values: &[Value],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        self.tx.one(sql, values, map)
    }

    /// All rows.
    ///
    /// # Errors
    /// Of the database or of `map`.
    pub fn all<T>(
        &self,
        sql: &str,
        values: &[Value],
        map: impl Fn(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.tx.all(sql, values, map)
    }

    /// One column named `value` of the first row.
    ///
    /// # Errors
    /// Of the database, or `Shape`.
    pub fn value<T: FromValue>(&self, sql: &str, values: &[Value]) -> Result<Option<T>> {
        self.tx.value(sql, values)
    }

    /// Authenticates bytes that leave the house on a voucher.
    ///
    /// # Errors
    /// None in practice.
    pub fn seal_voucher(&self, bytes: &[u8]) -> Result<[u8; 32]> {
        crate::keys::seal(&self.keys.current()?.voucher, &[bytes])
    }

    /// What `seal_voucher` may have answered for these bytes at any time: a voucher
    /// stays valid when the master key is replaced. The newest first.
    ///
    /// # Errors
    /// None in practice.
    pub fn voucher_seals(&self, bytes: &[u8]) -> Result<Vec<[u8; 32]>> {
        self.keys
            .all()
            .map(|keys| crate::keys::seal(&keys.voucher, &[bytes]))
            .collect()
    }

    /// Number and seal of the last journal entry.
    ///
    /// # Errors
    /// Of the database.
    pub fn journal_head(&self) -> Result<Head> {
        crate::journal::head(self.tx)
    }

    /// Walks the whole journal and checks every link.
    ///
    /// # Errors
    /// Of the database; a broken chain is an answer, not an error.
    pub fn verify_journal(&self) -> Result<crate::journal::Verdict> {
        crate::journal::verify(self.tx, self.keys)
    }

    /// The seal of one journal entry, to compare with a head on paper.
    ///
    /// # Errors
    /// Of the database.
    pub fn journal_seal(&self, seq: i64) -> Result<Option<Vec<u8>>> {
        crate::journal::seal_at(self.tx, seq)
    }
}

/// A transaction that may change the store.
pub struct WriteTx<'a> {
    pub(crate) read: ReadTx<'a>,
    pub(crate) noted: Cell<u32>,
    /// The last entry's number and seal, and when it was made.
    pub(crate) head: RefCell<Option<(Head, i64)>>,
    /// The key file as it shall be from this transaction on.
    pub(crate) staged: RefCell<Option<KeyFile>>,
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl<'a> WriteTx<'a> {
    pub(crate) fn new(tx: &'a Tx<'a>, keys: &'a Keyring) -> Self {
        Self {
            read: ReadTx { tx, keys },
            noted: Cell::new(0),
            head: RefCell::new(None),
            staged: RefCell::new(None),
        }
    }

    /// Runs a statement; answers how many rows it changed.
    ///
    /// # Errors
    /// `Conflict` when a constraint refuses, others of the database.
    pub fn execute(&self, sql: &str, values: &[Value]) -> Result<usize> {
        self.tx.execute(sql, values)
    }

    /// Inserts one row by a statement that returns its `id`; answers it.
    ///
    /// # Errors
    /// `Conflict` when a constraint refuses, others of the database.
    pub fn insert(&self, sql: &str, values: &[Value]) -> Result<i64> {
        let ids = self.tx.all(sql, values, |row| row.get("id"))?;
        ids.first()
            .copied()
            .ok_or_else(|| Error::Shape("id".to_owned()))
    }

    /// Declares that this transaction leaves no record of an act on anything:
    /// only for what somebody is still typing.
    pub fn is_only_a_draft(&self) {
        self.noted.set(self.noted.get().saturating_add(1));
    }

    /// Appends to the journal, in this transaction.
    ///
    /// # Errors
    /// Of the database.
    pub fn note(&self, entry: &Entry<'_>) -> Result<()> {
        let head = crate::journal::append(self.tx, self.keys, entry)?;
        self.head.replace(Some((head, entry.at)));
        self.noted.set(self.noted.get().saturating_add(1));
        Ok(())
    }
}
