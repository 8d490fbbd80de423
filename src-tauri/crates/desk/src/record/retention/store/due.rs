//! SQL of what is due: one statement finds a kind's old records and says of each
//! why it is kept, if it is. Preview and job ask the same one. It is put together from
//! what each subject says of its own records.

use super::super::{Due, Kind, Rule, Why};
use crate::ground::drafts;
use crate::ground::keeping::{Lasts, Table};
use crate::record::keeping::{below, drafts_about, holding, lasting, owners};
use crate::{Day, Moment, Result, Writing};
use vault::{ReadTx, Value, args};

/// The cut-off day of each kind; kinds that were not asked for have none.
pub(in super::super) struct Cuts {
    days: Vec<(Lasts, Option<Day>)>,
    today: Day,
}

impl Cuts {
    pub(in super::super) fn new(rules: &[Rule], kinds: &[Kind], today: Day) -> Self {
        let cut = |(_, lasts): (_, Lasts)| {
            let rule = rules.iter().find(|rule| rule.kind == lasts.kind);
            let asked = kinds.contains(&lasts.kind);
            (lasts, rule.filter(|_| asked).map(|r| r.cutoff(today)))
        };
        Self {
            days: lasting().map(cut).collect(),
            today,
        }
    }

    fn of(&self, kind: Kind) -> Day {
        let cut = self.days.iter().find(|(lasts, _)| lasts.kind == kind);
        cut.and_then(|c| c.1).unwrap_or_else(|| Moment(0).day())
    }

    /// The CTE `cut`: a column for each kind, from where on its records are too young to be
    /// destroyed, and `today`. A kind that was not asked for has the smallest value.
    fn named(&self) -> String {
        let kinds = self.days.iter().map(|(lasts, _)| lasts.kind.code());
        let columns = (1..).zip(kinds.chain(["today"]));
        let columns: Vec<String> = columns.map(|(n, name)| format!("?{n} AS {name}")).collect();
        format!("WITH cut AS (SELECT {})", columns.join(", "))
    }

    /// The values of the statement's parameters, in the order of `named`.
    fn values(&self) -> Vec<Value> {
        let value = |(lasts, day): &(Lasts, Option<Day>)| lasts.age.start_of(*day);
        let days = self.days.iter().map(value);
        days.chain([self.today.into()]).collect()
    }
}

/// Why a row of a table is kept, as an expression; empty: it is not.
fn hold(table: &Table) -> String {
    let name = table.name;
    let own = [table.open, table.holds, table.kept_while];
    let own = own.into_iter().flatten();
    let mut held: Vec<(Why, String)> = own.map(|(why, sql)| (why, sql.to_owned())).collect();
    // What holds others is not held by what holds them.
    if let (Some(owner), None) = (owners(table).first(), table.holds) {
        let holding = holding().into_iter();
        held.extend(holding.map(|(why, who)| (why, format!("{owner} IN ({who})"))));
    }
    for (table, rows) in below(table, &format!("{name}.id")) {
        let keeps = table.open.into_iter().chain(table.kept_while);
        held.extend(keeps.map(|(why, condition)| {
            let rows = format!("SELECT 1 FROM {} WHERE {rows} AND {condition}", table.name);
            (why, format!("EXISTS ({rows})"))
        }));
    }
    for (other, lasts) in lasting() {
        let refers = other.refers.iter().filter(|(_, to)| *to == name);
        held.extend(refers.map(|(column, _)| {
            let refers = format!("{}.{column} = {name}.id", other.name);
            (Why::PartKept, left(other, &lasts, &refers))
        }));
    }
    held.sort_by_key(|(why, _)| *why);
    let whens = held.into_iter();
    let whens = whens.map(|(why, condition)| format!(" WHEN {condition} THEN '{}'", why.code()));
    match whens.collect::<String>() {
        none if none.is_empty() => "''".to_owned(),
        whens => format!("CASE{whens} ELSE '' END"),
    }
}

/// SQL: there is a record of another kind that refers to this one and would not be destroyed.
fn left(table: &Table, lasts: &Lasts, refers: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM {} WHERE {refers} AND NOT ({} < (SELECT {} FROM cut) AND {} = ''))",
        table.name,
        lasts.age.column(),
        lasts.kind.code(),
        hold(table)
    )
}

/// The old records of a kind: what is asked of each, and why it is kept.
fn old(table: &Table, lasts: &Lasts, asked: &str) -> String {
    format!(
        "(SELECT {asked}, {} AS hold FROM {} WHERE {} < (SELECT {} FROM cut)) old",
        hold(table),
        table.name,
        lasts.age.column(),
        lasts.kind.code()
    )
}

fn of(kind: Kind) -> Option<(&'static Table, Lasts)> {
    lasting().find(|(_, lasts)| lasts.kind == kind)
}

/// What is due of a kind.
pub(in super::super) fn due(tx: &ReadTx<'_>, kind: Kind, cuts: &Cuts) -> Result<Due> {
    let mut due = Due {
        kind,
        cutoff: cuts.of(kind),
        count: 0,
        oldest: None,
        newest: None,
        held: Vec::new(),
    };
    let Some((table, lasts)) = of(kind) else {
        return Ok(due);
    };
    let sql = format!(
        "{} SELECT hold, COUNT(*) AS n, MIN(age) AS oldest, MAX(age) AS newest FROM {} GROUP BY hold",
        cuts.named(),
        old(table, &lasts, &format!("{} AS age", lasts.age.column()))
    );
    let found: Vec<(String, u32, Day, Day)> = tx.all(&sql, &cuts.values(), |row| {
        Ok((
            row.get("hold")?,
            row.get("n")?,
            lasts.age.read(row, "oldest")?,
            lasts.age.read(row, "newest")?,
        ))
    })?;
    for (hold, n, oldest, newest) in found {
        match Why::parse(&hold) {
            Some(why) => due.held.push((why, n)),
            None => (due.count, due.oldest, due.newest) = (n, Some(oldest), Some(newest)),
        }
    }
    Ok(due)
}

/// Destroys what is due of a kind; answers how many records went.
pub(in super::super) fn destroy(w: &Writing<'_>, kind: Kind, cuts: &Cuts) -> Result<u32> {
    let Some((table, lasts)) = of(kind) else {
        return Ok(0);
    };
    let name = table.name;
    if table.of.is_empty() {
        // Nothing hangs on what is nobody's: it goes by its age.
        let sql = format!("DELETE FROM {name} WHERE {} < ?1", lasts.age.column());
        let gone =
            w.tx.execute(&sql, &[lasts.age.start_of(Some(cuts.of(kind)))])?;
        return Ok(u32::try_from(gone).unwrap_or(u32::MAX));
    }
    let sql = format!(
        "{} SELECT id FROM {} WHERE hold = ''",
        cuts.named(),
        old(table, &lasts, "id")
    );
    let ids: Vec<i64> = w.tx.all(&sql, &cuts.values(), |row| row.get("id"))?;
    let goes = going(table);
    for id in &ids {
        for key in drafts_about(table, *id) {
            drafts::forget(w, &key)?;
        }
        for sql in &goes {
            w.tx.execute(sql, args![*id])?;
        }
    }
    Ok(u32::try_from(ids.len()).unwrap_or(u32::MAX))
}

/// What takes the row `?1` of a table and all that hangs on it, the last first.
fn going(table: &Table) -> Vec<String> {
    let name = table.name;
    let below = below(table, "?1").into_iter().rev();
    let mut goes: Vec<String> = below
        .map(|(table, rows)| format!("DELETE FROM {} WHERE {rows}", table.name))
        .collect();
    let untied = table.untied.iter();
    goes.extend(untied.map(|c| format!("UPDATE {name} SET {c} = NULL WHERE {c} = ?1")));
    goes.push(format!("DELETE FROM {name} WHERE id = ?1"));
    goes
}
