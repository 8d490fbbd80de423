//! Erasing a person (PIPL 47): first what would go, what stays and why; then all of
//! it in one transaction. Counted things stay counted, without the person.

use super::{Part, Refused, Step, acts, steps, store};
use crate::ground::keeping::Why;
use crate::ground::text;
use crate::people::visitors;
use crate::people::visitors::{Hold, Standing, standing};
use crate::{Reading, RequestId, Result, VisitorId, Writing};

crate::codes! {
    /// What stays after a person was erased, none of it with a name.
    Kept {
        /// The journal: append-only, by law six months at least; ids and codes only.
        Journal = "journal",
        /// Numbers, days, classes and outcomes, so that the ledger adds up.
        Counts = "counts",
        /// That consent was given and withdrawn, and when.
        Consents = "consents",
        /// That this request was made and answered.
        Requests = "requests",
        /// The register of what left, for three years.
        Disclosures = "disclosures",
        /// Backups, until they run out.
        Backups = "backups",
    }
}

/// What erasing would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is still open; while anything is, the record can only be restricted.
    pub open: Vec<(Why, u32)>,
    /// What goes, by part, with how many records.
    pub gone: Vec<(Part, u32)>,
    /// What stays.
    pub kept: Vec<Kept>,
}

/// What erasing a visitor would do now; changes nothing.
///
/// # Errors
/// `NotFound`.
pub fn plan(r: &Reading<'_>, visitor: VisitorId) -> Result<Plan> {
    visitors::of(r, visitor)?;
    let mut open = store::matters_open(r, visitor)?;
    if standing::in_force(r, visitor)?.is_some_and(|held| held.hold == Hold::Legal) {
        open.push((Why::LegalHold, 1));
    }
    Ok(Plan {
        open,
        gone: gone(r, visitor)?,
        kept: Kept::ALL.to_vec(),
    })
}

/// How many records of each part would lose the person.
fn gone(r: &Reading<'_>, visitor: VisitorId) -> Result<Vec<(Part, u32)>> {
    let mut gone = Vec::new();
    for held in crate::subjects::keeping().flat_map(|keeps| keeps.goes) {
        let records = store::items(r, held, visitor)?.len();
        gone.push((held.part, u32::try_from(records).unwrap_or(u32::MAX)));
    }
    gone.retain(|(_, records)| *records > 0);
    Ok(gone)
}

/// Erases the person a request is about.
///
/// # Errors
/// `NotFound`, `RequestClosed`, `ReasonNeeded`, `VisitorErased` when it was done before;
/// `MattersOpen` while something is open or held.
pub fn erase(w: &Writing<'_>, id: RequestId, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    let (_, visitor) = steps::open(w, id)?;
    let before = visitors::of(&w.reading(), visitor)?;
    if before.standing == Standing::Erased {
        return Err(visitors::Refused::VisitorErased {}.refuse().into());
    }
    let plan = plan(&w.reading(), visitor)?;
    if !plan.open.is_empty() {
        let count = plan.open.iter().map(|(_, n)| i64::from(*n)).sum();
        return Err(Refused::MattersOpen { count }.refuse().into());
    }
    store::erase(w, &before)?;
    crate::ground::operations::forget_answers(w)?;
    let facts: Vec<String> = plan
        .gone
        .iter()
        .map(|(part, n)| format!("{} {n}", part.0))
        .collect();
    steps::take(w, id, Step::Erased, &facts.join(" "))?;
    w.note_because(
        acts::ERASE,
        (crate::people::visitors::acts::VISITOR, visitor.0),
        &facts.join(" "),
        &reason,
    )
}
