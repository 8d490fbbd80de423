//! What every subject keeps of people, as the law's subjects go through it.

mod store;

use crate::ground::keeping::{Held, Lasts, Table};
use crate::subjects::keeping;
pub(crate) use store::{below, holding, owners, rows_of, taken_out, theirs};

/// Every table, from the lowest wing to the highest: what hangs on another comes after it.
pub(crate) fn tables() -> impl DoubleEndedIterator<Item = &'static Table> {
    keeping().flat_map(|keeps| keeps.tables)
}

/// Every part of what a person is shown on request.
pub(crate) fn held() -> impl Iterator<Item = &'static Held> {
    keeping().flat_map(|keeps| keeps.goes.iter().chain(keeps.stays))
}

/// Every table whose rows are kept for a time.
pub(crate) fn lasting() -> impl Iterator<Item = (&'static Table, Lasts)> {
    tables().filter_map(|table| Some((table, table.lasts?)))
}

/// The keys of every draft about a row.
pub(crate) fn drafts_about(table: &Table, id: i64) -> impl Iterator<Item = String> {
    let keys = table.drafts.iter();
    keys.map(move |key| key.replace('#', &id.to_string()))
}
