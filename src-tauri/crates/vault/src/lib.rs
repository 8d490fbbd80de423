//! The encrypted store: keys, opening, migrations, transactions, journal.
//!
//! It knows no subject of the desk, takes no time and no randomness of its own,
//! and is the only crate that names the database library.

mod attempts;
mod error;
mod folder;
mod journal;
mod keyfile;
mod keys;
mod migrate;
mod open;
mod place;
mod recovery;
mod slots;
mod tx;
mod value;
mod vault;

pub use attempts::{Account, Attempts, Happened, Paused, Try, Waiting};
pub use error::{Error, Result};
pub use folder::Folder;
pub use journal::{Entry, Head, Verdict};
pub use keyfile::{KeyFile, replace_file};
pub use keys::{Cost, Entropy, same};
pub use migrate::Migration;
pub use recovery::{Code, Typo, group_matches, read_code};
pub use slots::{Kind, Slot};
pub use tx::{ReadTx, WriteTx};
pub use value::{FromValue, Row, Value};
pub use vault::{Administrator, NewVault, Vault};
