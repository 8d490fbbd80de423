//! SQL put together from what the subjects say of their tables.

use super::tables;
use crate::ground::keeping::{Erased, Table, Why};

/// The table at which every chain of `Table::of` ends.
const PEOPLE: &str = "visitors";

/// SQL condition: whether a row of the table belongs to the visitor `?1`.
pub(crate) fn theirs(table: &Table) -> String {
    let ways = table.of.iter().map(|(column, on)| match parent(on) {
        Some(on) => format!("{column} IN ({})", rows_of(on)),
        None => format!("{column} = ?1"),
    });
    format!("({})", ways.collect::<Vec<_>>().join(" OR "))
}

/// SQL: the ids of the table's rows that belong to the visitor `?1`.
pub(crate) fn rows_of(table: &Table) -> String {
    format!("SELECT id FROM {} WHERE {}", table.name, theirs(table))
}

/// SQL expressions for the id of the visitor to whom a row belongs, one for each way in
/// which it hangs on somebody.
pub(crate) fn owners(table: &Table) -> Vec<String> {
    owners_as(table, table.name)
}

fn owners_as(table: &Table, called: &str) -> Vec<String> {
    let way = |(column, on): &(&str, &str)| {
        let Some(on) = parent(on) else {
            return vec![format!("{called}.{column}")];
        };
        let above = format!("{called}_{}", on.name);
        let owners = owners_as(on, &above).into_iter();
        owners
            .map(|owner| {
                format!(
                    "(SELECT {owner} FROM {} {above} WHERE {above}.id = {called}.{column})",
                    on.name
                )
            })
            .collect()
    };
    table.of.iter().flat_map(way).collect()
}

/// The table a row hangs on, unless that is the person.
fn parent(name: &str) -> Option<&'static Table> {
    tables().find(|table| table.name == name && name != PEOPLE)
}

/// What hangs on the row `id` of a table and goes with it: each table with the condition
/// that finds its rows.
pub(crate) fn below(root: &Table, id: &str) -> Vec<(&'static Table, String)> {
    tables()
        .filter(|table| table.lasts.is_none())
        .filter_map(|table| Some((table, hanging(table, root.name, id)?)))
        .collect()
}

fn hanging(table: &Table, root: &str, id: &str) -> Option<String> {
    table.of.iter().find_map(|(column, on)| {
        if *on == root {
            return Some(format!("{column} = {id}"));
        }
        let above = parent(on).filter(|on| on.lasts.is_none())?;
        let above = hanging(above, root, id)?;
        Some(format!("{column} IN (SELECT id FROM {on} WHERE {above})"))
    })
}

/// Everybody whose records must stay, whatever their age: why, and their `visitor_id`.
pub(crate) fn holding() -> Vec<(Why, String)> {
    let holding = tables().filter_map(|table| Some((table, table.holds?)));
    holding
        .flat_map(|(table, (why, condition))| {
            owners(table).into_iter().map(move |owner| {
                let name = table.name;
                let sql = format!("SELECT {owner} AS visitor_id FROM {name} WHERE {condition}");
                (why, sql)
            })
        })
        .collect()
}

/// The statement that takes the visitor `?1` out of a table; `None`: there is nothing to
/// take out.
pub(crate) fn taken_out(table: &Table) -> Option<String> {
    let Table { name, texts, .. } = table;
    let set = match table.erased {
        _ if table.of.is_empty() => return None,
        Erased::Rows => return Some(format!("DELETE FROM {name} WHERE {}", theirs(table))),
        Erased::Set(set) => set,
    };
    let emptied = texts.iter().map(|column| format!("{column} = ''"));
    let set: Vec<String> = emptied
        .chain((!set.is_empty()).then(|| set.to_owned()))
        .collect();
    let sql = || {
        format!(
            "UPDATE {name} SET {} WHERE {}",
            set.join(", "),
            theirs(table)
        )
    };
    (!set.is_empty()).then(sql)
}
