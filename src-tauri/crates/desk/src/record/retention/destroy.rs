//! The job itself: exactly what the preview showed, in one transaction.

use super::Refused;
use super::acts;
use super::{DestroyedKind, Destruction, Due, Kind, preview, rules, store};
use crate::ground::sequence;
use crate::ground::text;
use crate::{Day, DestructionId, Error, Result, Writing};

/// A line of the preview as it is handed back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Previewed {
    /// Which kind.
    pub kind: Kind,
    /// Its day.
    pub cutoff: Day,
    /// How many were shown.
    pub count: u32,
}

/// Destroys what was previewed and writes the record of it.
///
/// # Errors
/// `ReasonNeeded`; `PreviewStale` when days or counts are others now;
/// `NothingDue` when there is nothing to destroy.
pub fn destroy(w: &Writing<'_>, wanted: &[Previewed], reason: &str) -> Result<Destruction> {
    let reason = text::reason(reason)?;
    let kinds: Vec<Kind> = wanted.iter().map(|line| line.kind).collect();
    let due = preview(&w.reading(), &kinds)?;
    refuse_stale(&due, wanted)?;
    if due.iter().all(|line| line.count == 0) {
        return Err(Refused::NothingDue {}.refuse().into());
    }
    let rules = rules(&w.reading())?;
    let cuts = store::Cuts::new(&rules, &kinds, w.today());
    let mut lines = Vec::new();
    for line in &due {
        let gone = store::destroy(w, line.kind, &cuts)?;
        if gone != line.count {
            // What was shown and what is found differ inside one transaction: a
            // fault of ours. Nothing is kept of it.
            return Err(Error::Store(vault::Error::Conflict));
        }
        let rule = rules.iter().find(|rule| rule.kind == line.kind);
        if let (Some(rule), Some(oldest), Some(newest)) = (rule, line.oldest, line.newest) {
            lines.push(DestroyedKind {
                kind: line.kind,
                days: rule.days,
                cutoff: line.cutoff,
                count: line.count,
                oldest,
                newest,
            });
        }
    }
    // Answers kept for repeated operations show what the screen showed, of anybody.
    crate::ground::operations::forget_answers(w)?;
    let id = write_record(w, &lines, &reason)?;
    super::destruction(&w.reading(), id)
}

fn refuse_stale(due: &[Due], wanted: &[Previewed]) -> Result<()> {
    let shown = |line: &Due| {
        wanted
            .iter()
            .any(|w| w.kind == line.kind && w.cutoff == line.cutoff && w.count == line.count)
    };
    if due.len() == wanted.len() && due.iter().all(shown) {
        Ok(())
    } else {
        Err(Refused::PreviewStale {}.refuse().into())
    }
}

fn write_record(w: &Writing<'_>, lines: &[DestroyedKind], reason: &str) -> Result<DestructionId> {
    let day = w.today().to_string();
    let running = sequence::next(w, "destruction", &day)?;
    let no = format!("D{}-{running:03}", day.replace('-', ""));
    let id = store::insert_destruction(w, &no, reason, lines)?;
    let facts: Vec<String> = lines
        .iter()
        .map(|line| format!("{} {}", line.kind.code(), line.count))
        .collect();
    w.note_because(
        acts::DESTROY,
        (acts::DESTRUCTION, id.0),
        &facts.join(" "),
        reason,
    )?;
    Ok(id)
}
