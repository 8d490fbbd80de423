//! What the store runs on. An engine opens its database, runs statements in transactions
//! and turns its own failures into ours; everything else in this crate, and everybody
//! above it, speaks to `Db`, `Tx` and `Row`. SQLite is the only one so far.

mod sqlite;

pub use sqlite::Row;
pub(crate) use sqlite::{Db, PAGE, Tx, Use};
