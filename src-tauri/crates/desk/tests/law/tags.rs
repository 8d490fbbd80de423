//! What the document of the schema calls a visitor's own text is what is planted and
//! sought: neither list can forget a column that the other knows.

#[path = "../schema/written.rs"]
#[allow(dead_code, reason = "the schema's own tests use the rest")]
mod written;

use super::house::House;
use super::planted::is_ours;
use std::collections::BTreeSet;

#[test]
fn what_the_schema_calls_a_visitors_text_is_what_is_planted() {
    let planted: BTreeSet<String> = House::new()
        .text_columns()
        .into_iter()
        .filter(|(table, column)| !is_ours(table, column))
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    let mut tagged = BTreeSet::new();
    for table in written::things() {
        for column in table.columns.iter().filter(|column| column.is_text()) {
            if column.whose(&table) == Some("visitor") {
                tagged.insert(format!("{}.{}", table.name, column.name));
            }
        }
    }
    assert_eq!(tagged, planted);
}
