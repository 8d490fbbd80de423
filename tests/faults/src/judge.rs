//! What must hold of a folder after a fault, given what was acknowledged before it.

use crate::checker::FELL;
use crate::look::Found;
use crate::work::{STEPS, marker, op_id, step_of};
use std::collections::BTreeMap;

/// What a folder holds before the work, and what each kind of step adds to each table.
#[derive(Debug, Clone)]
pub struct Model {
    /// Rows before the work.
    pub base: BTreeMap<String, i64>,
    /// Rows each of `STEPS` adds.
    pub adds: Vec<BTreeMap<String, i64>>,
}

/// Rows of a series are made once a day and then only counted up.
const COUNTED_UP: &str = "sequences";

/// A step whose answer reached the caller, and that answer's print.
pub type Ack = (usize, u64);

/// How a run ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Acknowledged steps that are not there.
    pub lost: Vec<String>,
    /// What is there only in part, twice, or wrong.
    pub damaged: Vec<String>,
    /// Why it does not open.
    pub unreadable: Option<String>,
    /// What the program says is missing.
    pub alarm: Option<String>,
}

impl Verdict {
    /// Nothing lost, damaged or shut, and no false alarm.
    pub fn is_clean(&self) -> bool {
        *self == Self::default()
    }

    /// Everything that is wrong, as one line.
    pub fn words(&self) -> String {
        let mut words = Vec::new();
        words.extend(self.unreadable.clone());
        words.extend(self.alarm.clone());
        words.extend(self.lost.iter().map(|what| format!("lost {what}")));
        words.extend(self.damaged.iter().cloned());
        words.truncate(4);
        words.join("; ")
    }
}

impl Model {
    /// Learns from what is found after each step of one round that met no fault.
    pub fn learn(found: &[Found]) -> Self {
        let mut model = Self {
            base: found.first().map(|f| f.rows.clone()).unwrap_or_default(),
            adds: Vec::new(),
        };
        for pair in found.windows(2) {
            let [before, after] = pair else { continue };
            let grown = after.rows.iter().map(|(table, rows)| {
                let had = before.rows.get(table).copied().unwrap_or(0);
                (table.clone(), rows - had)
            });
            model.adds.push(grown.filter(|(_, n)| *n != 0).collect());
        }
        model
    }

    /// Judges what was found. Steps from the second round on count; those below are
    /// the base's own.
    pub fn judge(&self, found: &Found, acknowledged: &[Ack]) -> Verdict {
        let mut verdict = Verdict::default();
        if !found.refused.is_empty() {
            verdict.unreadable = Some(found.refused.clone());
            return verdict;
        }
        verdict.damaged.extend(found.faults.iter().cloned());
        // An alarm says that something was lost: false ones teach people to ignore it.
        verdict.alarm = found.alarm.clone();
        for (step, print) in acknowledged {
            match found.operations.get(&op_id(*step)) {
                Some(kept) if kept == print => {}
                Some(_) => verdict.damaged.push(format!("another answer to {step}")),
                None => verdict.lost.push(format!("step {step}")),
            }
        }
        self.judge_effects(found, &mut verdict);
        self.judge_rows(found, &mut verdict);
        verdict
    }

    fn judge_effects(&self, found: &Found, verdict: &mut Verdict) {
        let mut expected: BTreeMap<String, i64> = BTreeMap::new();
        for operation in found.operations.keys() {
            match step_of(operation) {
                Some(step) => {
                    let (round, kind) = (step / STEPS.len(), step % STEPS.len());
                    expected.insert(format!("{} {}", STEPS[kind], marker(round)), 1);
                }
                None => verdict
                    .damaged
                    .push(format!("unknown operation {operation}")),
            }
        }
        let names = expected.keys().chain(found.effects.keys());
        for name in names.collect::<std::collections::BTreeSet<_>>() {
            let of = |map: &BTreeMap<String, i64>| map.get(name).copied().unwrap_or(0);
            let (want, is) = (of(&expected), of(&found.effects));
            if want != is {
                verdict
                    .damaged
                    .push(format!("{name}: {is} instead of {want}"));
            }
        }
    }

    fn judge_rows(&self, found: &Found, verdict: &mut Verdict) {
        let mut expected = self.base.clone();
        for step in found.operations.keys().filter_map(|id| step_of(id)) {
            if step < STEPS.len() {
                continue;
            }
            for (table, rows) in self.adds.get(step % STEPS.len()).into_iter().flatten() {
                *expected.entry(table.clone()).or_default() += rows;
            }
        }
        for (table, want) in expected {
            let is = found.rows.get(&table).copied().unwrap_or(-1);
            if is != want && table != COUNTED_UP {
                verdict
                    .damaged
                    .push(format!("{table}: {is} rows instead of {want}"));
            }
        }
    }

    /// As `judge`, for work that was cut off: what is there is a beginning of it.
    pub fn judge_beginning(&self, found: &Found, acknowledged: &[Ack]) -> Verdict {
        let mut verdict = self.judge(found, acknowledged);
        let steps: Vec<usize> = found
            .operations
            .keys()
            .filter_map(|id| step_of(id))
            .collect();
        let last = steps.iter().max().copied();
        if last.is_some_and(|last| last + 1 != steps.len()) {
            verdict
                .damaged
                .push("later steps are there, earlier ones not".to_owned());
        }
        verdict
    }
}

/// Whether the program says that something is wrong: it refuses without falling over,
/// raises an alarm, or finds the fault when it checks.
pub fn is_reported(found: &Found) -> bool {
    let refused = !found.refused.is_empty() && !found.refused.starts_with(FELL);
    refused || found.alarm.is_some() || !found.faults.is_empty()
}
