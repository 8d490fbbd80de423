//! Reports of incidents (安全事件报告, PIPL 57), filled from the journal: what was
//! looked at, changed, exported, by whom, how many visitors are concerned. People
//! add cause, harm, remedy, measures, contact. Every saving is a version.

pub mod acts;
mod facts;
mod store;

use crate::ground::refusal::Wrong;
use crate::ground::subject::Subject;
use crate::ground::text;
use crate::record::ledger::Period;
use crate::{IncidentId, Moment, Reading, Reason, Result, Writing};
pub use facts::{Fact, Facts, Section, draft};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};

/// What a report speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Which days.
    pub period: Period,
    /// Staff number of who acted; empty: everybody.
    pub staff_no: String,
    /// Kind of object; empty: all.
    pub object: String,
}

/// What people add to the facts of a report (PIPL 57).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// 原因.
    pub cause: String,
    /// 可能造成的危害.
    pub harm: String,
    /// 已采取的补救措施.
    pub remedy: String,
    /// 个人可以采取的减轻危害的措施.
    pub measures: String,
    /// 联系方式.
    pub contact: String,
}

/// A report in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Id, which is also its number.
    pub id: IncidentId,
    /// What it speaks of.
    pub scope: Scope,
    /// When its last version was saved.
    pub at: Moment,
    /// Staff number of who saved it.
    pub by_no: String,
    /// How many versions there are.
    pub version: i64,
    /// How many visitors are concerned.
    pub visitors: i64,
}

/// One version of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The report.
    pub id: IncidentId,
    /// What it speaks of.
    pub scope: Scope,
    /// Which version.
    pub version: i64,
    /// How many there are.
    pub versions: i64,
    /// When it was saved.
    pub at: Moment,
    /// Staff number of who saved it.
    pub by_no: String,
    /// What people added.
    pub said: Said,
    /// What the journal said then.
    pub facts: Facts,
}

/// All reports, the newest first.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Listed>> {
    store::list(r.tx)
}

/// A version of a report; the last one for `None`.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: IncidentId, version: Option<i64>) -> Result<Report> {
    Ok(store::report(r.tx, id, version)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// Saves a new report with its first version.
///
/// # Errors
/// Those of the texts.
pub fn begin(w: &Writing<'_>, scope: &Scope, said: &Said) -> Result<Report> {
    text::optional("staffNo", &scope.staff_no, text::NAME)?;
    text::optional("object", &scope.object, text::NAME)?;
    let id = store::insert(w, scope)?;
    add(w, id, scope, said)
}

/// Saves a new version of a report; the journal is asked again.
///
/// # Errors
/// `NotFound`, those of the texts.
pub fn revise(w: &Writing<'_>, id: IncidentId, said: &Said) -> Result<Report> {
    let scope = of(&w.reading(), id, None)?.scope;
    add(w, id, &scope, said)
}

fn add(w: &Writing<'_>, id: IncidentId, scope: &Scope, said: &Said) -> Result<Report> {
    let mut wrong = Wrong::default();
    for (field, words) in [
        ("cause", &said.cause),
        ("harm", &said.harm),
        ("remedy", &said.remedy),
        ("measures", &said.measures),
        ("contact", &said.contact),
    ] {
        wrong.or(text::optional(field, words, text::NOTE));
    }
    wrong.done()?;
    let facts = draft(&w.reading(), scope)?;
    let version = store::insert_version(w, id, said, &facts)?;
    w.note(
        acts::SAVE,
        (crate::record::disclosures::acts::INCIDENT, id.0),
        &format!("version {version}"),
    )?;
    of(&w.reading(), id, Some(version))
}
