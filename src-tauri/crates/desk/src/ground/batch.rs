//! Reading what belongs to many: a list asks once for what hangs on all of its rows,
//! not once a row.

use crate::Result;
use std::collections::BTreeMap;
use vault::{ReadTx, Row, Value};

/// Placeholders for `IN (…)`, `SIZE` of them; `of_many` repeats the last id in those left
/// over.
pub(crate) const MANY: &str = "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, \
     ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32";

const SIZE: usize = 32;

/// Asks a statement with `IN ({MANY})` about all the owners; `map` answers whose a row is
/// and what is in it. The rows of one owner keep the order of the statement.
pub(crate) fn of_many<K: Copy + Ord + Into<Value>, T>(
    tx: &ReadTx<'_>,
    owners: &[K],
    sql: &str,
    map: impl Fn(&Row<'_>) -> vault::Result<(K, T)>,
) -> Result<BTreeMap<K, Vec<T>>> {
    let mut found: BTreeMap<K, Vec<T>> = BTreeMap::new();
    for some in owners.chunks(SIZE) {
        // One text for any number: places that are left over ask for the last one again.
        let padded = some.iter().chain(some.last().into_iter().cycle());
        let values: Vec<Value> = padded.take(SIZE).map(|id| (*id).into()).collect();
        for (owner, what) in tx.all(sql, &values, &map)? {
            found.entry(owner).or_default().push(what);
        }
    }
    Ok(found)
}
