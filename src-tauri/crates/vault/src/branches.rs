//! Histories of the journal. A restore, and the decision to go on with what is there,
//! begin a new one at some entry of an old one; what the old one went on to is left on
//! purpose. So a head that was noted elsewhere is compared by number, seal and history,
//! and never by a clock.

use crate::acts;
use crate::args;
use crate::engine::Tx;
use crate::error::Result;
use crate::head::Alarm;
use crate::journal;
use crate::keys::same;
use crate::slots::hex;
use std::collections::BTreeSet;

/// Where a journal stood, and in which history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noted {
    /// Number of the last entry.
    pub seq: i64,
    /// Its seal.
    pub mac: Vec<u8>,
    /// The history; empty: the first.
    pub branch: String,
}

impl Noted {
    /// What tells this head from any other of its history.
    fn name(&self) -> String {
        format!("{}-{}", self.seq, name_of(&self.mac))
    }
}

/// The histories that a journal knows of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Branches {
    /// The one that goes on.
    pub current: String,
    /// Number of the entry that began it; 0 for the first.
    pub began: i64,
    /// Those that it came from, each with its last entry that is still there.
    ended: Vec<(String, i64)>,
    /// Those that were left and of which nothing is there.
    left: BTreeSet<String>,
}

/// How the detail of an entry that begins a history names those that were left.
const LEFT: &str = "left=";

impl Branches {
    /// Whether it is the current one or one that it came from.
    pub(crate) fn holds(&self, branch: &str) -> bool {
        self.current == branch || self.ended.iter().any(|(name, _)| name == branch)
    }

    /// Those that were left and of which nothing is there.
    pub(crate) fn left(&self) -> Vec<String> {
        self.left.iter().cloned().collect()
    }

    /// The detail of an entry that begins a history, with the names of those that are
    /// left with it.
    pub(crate) fn detail(&self, said: &str, others: impl IntoIterator<Item = String>) -> String {
        let strange: BTreeSet<String> = others
            .into_iter()
            .filter(|name| !name.is_empty() && !self.holds(name) && !self.left.contains(name))
            .collect();
        if strange.is_empty() {
            return said.to_owned();
        }
        let names: Vec<String> = strange.into_iter().collect();
        format!("{said} {LEFT}{}", names.join(","))
            .trim_start()
            .to_owned()
    }

    fn begin(&mut self, seq: i64, mac: &[u8], detail: &str) {
        let lists = detail.split(' ').filter_map(|w| w.strip_prefix(LEFT));
        let names = lists.flat_map(|list| list.split(','));
        self.left
            .extend(names.filter(|n| !n.is_empty()).map(str::to_owned));
        let before = std::mem::replace(&mut self.current, name_of(mac));
        self.ended.push((before, seq - 1));
        self.began = seq;
    }
}

/// The name of the history that an entry begins: the beginning of its seal.
fn name_of(mac: &[u8]) -> String {
    hex(mac.get(..8).unwrap_or(mac))
}

/// The histories of an open journal.
///
/// # Errors
/// Of the database.
pub(crate) fn read(tx: &Tx<'_>) -> Result<Branches> {
    let begun = tx.all(
        "SELECT seq, mac, detail FROM journal WHERE action IN (?1, ?2) ORDER BY seq",
        args![acts::RESTORE, acts::GO_ON],
        |row| {
            let (seq, mac): (i64, Vec<u8>) = (row.get("seq")?, row.get("mac")?);
            Ok((seq, mac, row.get::<String>("detail")?))
        },
    )?;
    let mut branches = Branches::default();
    for (seq, mac, detail) in begun {
        branches.begin(seq, &mac, &detail);
    }
    Ok(branches)
}

/// What a head that was noted elsewhere says of the journal that is there. `last` is the
/// number of its last entry, `there` the seal of the entry with the noted number.
pub(crate) fn judge(
    branches: &Branches,
    last: i64,
    there: Option<&[u8]>,
    noted: &Noted,
) -> Option<Alarm> {
    let left = |name: &str| branches.left.contains(name);
    if there.is_some_and(|mac| same(mac, &noted.mac)) || left(&noted.branch) || left(&noted.name())
    {
        return None;
    }
    let end = branches
        .ended
        .iter()
        .find(|(name, _)| *name == noted.branch);
    if end.is_some_and(|(_, end)| noted.seq > *end) && noted.branch != branches.current {
        return None;
    }
    Some(if noted.seq > last {
        Alarm::Missing {
            operations: noted.seq - last,
            last,
        }
    } else {
        Alarm::Different { at: noted.seq }
    })
}

/// As `judge`, of an open journal.
///
/// # Errors
/// Of the database.
pub(crate) fn compare(tx: &Tx<'_>, branches: &Branches, noted: &Noted) -> Result<Option<Alarm>> {
    let last = journal::head(tx)?.seq;
    let there = journal::seal_at(tx, noted.seq)?;
    Ok(judge(branches, last, there.as_deref(), noted))
}

/// How heads that do not fit are named where they are left: by their history where nothing
/// of it is there, else one by one.
///
/// # Errors
/// Of the database.
pub(crate) fn strange(
    tx: &Tx<'_>,
    branches: &Branches,
    heads: impl IntoIterator<Item = Result<Noted>>,
) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for noted in heads {
        let noted = noted?;
        if compare(tx, branches, &noted)?.is_some() {
            names.push(if branches.holds(&noted.branch) {
                noted.name()
            } else {
                noted.branch
            });
        }
    }
    Ok(names)
}

/// Of two alarms the one that says more.
pub(crate) fn worse(a: Option<Alarm>, b: Option<Alarm>) -> Option<Alarm> {
    match (a, b) {
        (
            Some(Alarm::Missing {
                operations: a,
                last,
            }),
            Some(Alarm::Missing { operations: b, .. }),
        ) => Some(Alarm::Missing {
            operations: a.max(b),
            last,
        }),
        (missing @ Some(Alarm::Missing { .. }), _) | (_, missing @ Some(Alarm::Missing { .. })) => {
            missing
        }
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests;
