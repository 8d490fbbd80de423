//! Retention (保存期限): how long each kind of record is kept, what is due, and
//! destroying it with a record of that (PIPL 19, 47; R 10.5). What it may not
//! know: names. It works by days and counts.

pub mod acts;
mod destroy;
mod refusals;
mod rules;
mod store;

pub use crate::ground::keeping::{Kind, Source, Why};
pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::{Day, DestructionId, Moment, Reading, Result, StaffId};
pub use destroy::{Previewed, destroy};
pub use rules::{JOURNAL_DAYS, LONGEST_DAYS, Rule, rules, set};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// What is due of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which kind.
    pub kind: Kind,
    /// Older than this day is old enough.
    pub cutoff: Day,
    /// How many would be destroyed.
    pub count: u32,
    /// Day of the oldest of them.
    pub oldest: Option<Day>,
    /// Day of the newest of them.
    pub newest: Option<Day>,
    /// How many are old enough but kept, by reason.
    pub held: Vec<(Why, u32)>,
}

/// A destruction record (销毁记录).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destruction {
    /// Id.
    pub id: DestructionId,
    /// Its number.
    pub no: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Why.
    pub reason: String,
    /// What, in the order it was done.
    pub kinds: Vec<DestroyedKind>,
}

/// A line of a destruction record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestroyedKind {
    /// Which kind.
    pub kind: Kind,
    /// The rule in force then.
    pub days: u16,
    /// Older than this day.
    pub cutoff: Day,
    /// How many.
    pub count: u32,
    /// Day of the oldest.
    pub oldest: Day,
    /// Day of the newest.
    pub newest: Day,
}

/// What would be destroyed now of some kinds; changes nothing. Kinds that are
/// not asked for are kept, and so is what they refer to.
///
/// # Errors
/// Of the store.
pub fn preview(r: &Reading<'_>, kinds: &[Kind]) -> Result<Vec<Due>> {
    let rules = rules(r)?;
    let cuts = store::Cuts::new(&rules, kinds, r.today());
    Kind::DESTROYED
        .iter()
        .filter(|kind| kinds.contains(kind))
        .map(|kind| store::due(r.tx, *kind, &cuts))
        .collect()
}

/// The destruction records, the newest first.
///
/// # Errors
/// Of the store.
pub fn destructions(r: &Reading<'_>) -> Result<Vec<Destruction>> {
    store::destructions(r.tx)
}

/// One destruction record.
///
/// # Errors
/// `NotFound`.
pub fn destruction(r: &Reading<'_>, id: DestructionId) -> Result<Destruction> {
    let found = store::destruction(r.tx, id)?;
    Ok(found.ok_or_else(|| crate::Reason::NotFound {}.refuse())?)
}
