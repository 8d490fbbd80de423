//! The encrypted store: keys, opening, migrations, transactions, journal, backups.
//!
//! It knows no subject of the desk, takes no time and no randomness of its own,
//! and is the only crate that names the database library.

mod accounts;
pub mod acts;
mod attempts;
mod backup;
mod branches;
mod engine;
mod error;
mod folder;
mod head;
mod in_force;
mod journal;
mod keyfile;
mod keyplace;
mod keyring;
mod keys;
mod migrate;
#[cfg(debug_assertions)]
mod overhear;
mod place;
mod recovery;
#[cfg(debug_assertions)]
mod remember;
mod replace;
mod reserve;
mod rotate;
mod slots;
mod tx;
mod value;
mod vault;
mod watch;

pub use accounts::Administrator;
pub use attempts::{Account, At, Attempts, Happened, Paused, Try, Waiting};
pub use backup::{
    Archive, Copied, EXTENSION, Kept, Listed, Made, Manifest, Progress, RestoreNote, Restored,
    Stage, continues, copy_to, is_foreign, list, restore, thin,
};
pub use engine::Row;
pub use error::{Error, Result};
pub use folder::Folder;
pub use head::Alarm;
pub use journal::{Entry, Head, Verdict};
pub use keyfile::KeyFile;
pub use keys::{Cost, Entropy, calibrate, digest, same};
pub use migrate::Migration;
#[cfg(debug_assertions)]
pub use overhear::{Ear, overhear};
pub use recovery::{Code, Typo, group_matches, read_code};
#[cfg(debug_assertions)]
pub use remember::remember_keys;
pub use replace::replace_file;
pub use rotate::NewSlot;
pub use slots::{Kind, Slot};
pub use tx::{ReadTx, WriteTx};
pub use value::{FromValue, Value};
pub use vault::{NewVault, Proven, Unsealed, Vault};
