//! What the journal says of some days: counted, by whom, without a name.

use super::{Scope, store};
use crate::ground::acts::{Action, Kind};
use crate::house::staff::Tries;
use crate::house::staff::acts::SIGN_IN_FAILED;
use crate::people::reveals::MANY_A_DAY;
use crate::subjects::action;
use crate::{Day, Moment, Reading, Result};

crate::codes! {
    /// A part of the report.
    Section {
        /// Hidden values that were shown, records that were looked at on purpose.
        Looked = "looked",
        /// What was written.
        Changed = "changed",
        /// What left the desk.
        Exported = "exported",
        /// More reveals than usual by one person on one day.
        ManyReveals = "many_reveals",
        /// Sign-ins and locks.
        SignIns = "sign_ins",
        /// Wrong passwords and codes.
        FailedSignIns = "failed_sign_ins",
        /// Alarms of the store and of the clock.
        Alarms = "alarms",
        /// What was done about it: keys, accounts, backups.
        Answered = "answered",
    }
}

/// One counted line of a report: what was done, by whom, how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its part.
    pub section: Section,
    /// The journal's action; of what left, its kind and `full` or `masked`.
    pub what: String,
    /// Staff number; empty: nobody was signed in.
    pub staff_no: String,
    /// The day, where it matters.
    pub day: Option<Day>,
    /// How often; of what left, how many rows.
    pub count: i64,
}

/// Everything the journal says for a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The lines, by part.
    pub lines: Vec<Fact>,
    /// Number of the first entry; 0: none.
    pub first_seq: i64,
    /// Number of the last.
    pub last_seq: i64,
    /// How many entries.
    pub entries: i64,
    /// How many visitors are concerned.
    pub visitors: i64,
    /// How many of them have health information on record.
    pub health: i64,
}

/// What the journal says now about a scope, for a report that is not saved yet.
///
/// # Errors
/// Of the store.
pub fn draft(r: &Reading<'_>, scope: &Scope) -> Result<Facts> {
    let mut lines: Vec<Fact> = store::actions(r.tx, scope)?
        .into_iter()
        .map(|(what, staff_no, count)| Fact {
            section: section(&what),
            what,
            staff_no,
            day: None,
            count,
        })
        // Counted by its rows below.
        .filter(|fact| fact.section != Section::Exported)
        .collect();
    lines.extend(store::exports(r.tx, scope)?);
    lines.extend(store::many_reveals(r.tx, scope, MANY_A_DAY)?);
    lines.extend(failed(&store::failures(r.tx, scope)?));
    lines.sort_by(|a, b| {
        (a.section, &a.staff_no, a.day, &a.what).cmp(&(b.section, &b.staff_no, b.day, &b.what))
    });
    let (first_seq, last_seq, entries) = store::span(r.tx, scope)?;
    let (visitors, health) = store::concerned(r.tx, scope)?;
    Ok(Facts {
        lines,
        first_seq,
        last_seq,
        entries,
        visitors,
        health,
    })
}

/// The part an action belongs to; one that this version does not know has changed something.
fn section(code: &str) -> Section {
    match action(code).map_or(Kind::Changed, Action::kind) {
        Kind::Changed => Section::Changed,
        Kind::Looked | Kind::Revealed => Section::Looked,
        Kind::Exported => Section::Exported,
        Kind::SignedIn => Section::SignIns,
        Kind::Failed => Section::FailedSignIns,
        Kind::Alarmed => Section::Alarms,
        Kind::Answered => Section::Answered,
    }
}

/// One line a staff number: an entry may stand for several tries.
fn failed(entries: &[(String, String, Moment)]) -> Vec<Fact> {
    let mut lines: Vec<Fact> = Vec::new();
    for (detail, staff_no, at) in entries {
        let tries = Tries::read(detail).map_or(1, |tries| tries.count);
        let day = at.day();
        match lines
            .iter_mut()
            .find(|line| line.staff_no == *staff_no && line.day == Some(day))
        {
            Some(line) => line.count = line.count.saturating_add(tries),
            None => lines.push(Fact {
                section: Section::FailedSignIns,
                what: SIGN_IN_FAILED.code().to_owned(),
                staff_no: staff_no.clone(),
                day: Some(day),
                count: tries,
            }),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_in_one_part() {
        for (action, part) in [
            ("visitors.reveal", Section::Looked),
            ("feedback.reveal", Section::Looked),
            ("requests.see", Section::Looked),
            ("ledger.export", Section::Exported),
            ("visitors.copy", Section::Exported),
            ("visitors.correct", Section::Changed),
            ("tickets.print", Section::Changed),
            ("session.sign_in", Section::SignIns),
            ("session.sign_in_failed", Section::FailedSignIns),
            ("integrity.go_on", Section::Alarms),
            ("clock.moved", Section::Alarms),
            ("vault.restore", Section::Answered),
            ("keys.rotate", Section::Answered),
            ("staff.deactivate", Section::Answered),
            ("staff.add", Section::Changed),
        ] {
            assert_eq!(section(action), part, "{action}");
        }
    }

    #[test]
    fn an_entry_may_stand_for_several_tries() {
        let entry = |detail: &str, no: &str, day| (detail.to_owned(), no.to_owned(), Moment(day));
        let lines = failed(&[
            entry(
                "count 4 first 2026-11-23T08:00 last 2026-11-23T08:05",
                "1002",
                7,
            ),
            entry(
                "count 2 first 2026-11-23T09:00 last 2026-11-23T09:00",
                "1002",
                7,
            ),
            entry(
                "unknown_account count 3 first 2026-11-23T08:00 last 2026-11-23T08:05",
                "",
                7,
            ),
        ]);
        let counted: Vec<(&str, i64)> = lines
            .iter()
            .map(|line| (line.staff_no.as_str(), line.count))
            .collect();
        assert_eq!(counted, [("1002", 6), ("", 3)]);
    }
}
