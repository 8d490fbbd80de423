//! Triage (分诊, R 2.1–2.2): what is told of a matter, and the ticket that follows it.

use super::categories;
use super::encounters::{self, Encounter, Matter};
use super::tickets::{self, Note};
use crate::{EncounterId, Reason, Result, VisitorId, Writing};

/// Describes the matter; a ticket that was issued for it follows.
///
/// # Errors
/// Those of `encounters::describe`; `Empty` at `matter` when nothing is said; `ClassNotLeaf`;
/// `Empty` at `categoryId` when a live ticket would lose its class; `NoPointCan`.
pub fn describe(w: &Writing<'_>, id: EncounterId, matter: &Matter) -> Result<Encounter> {
    let before = encounters::open(w, id)?;
    let silent = [&matter.matter, &matter.on_behalf, &matter.handoff]
        .iter()
        .all(|text| text.trim().is_empty());
    if silent && matter.category.is_none() {
        return Err(Reason::Empty {}.at("matter").into());
    }
    if let Some(class) = matter.category
        && !categories::of(&w.reading(), class)?.is_leaf()
    {
        return Err(categories::Refused::ClassNotLeaf {}.at("categoryId").into());
    }
    let after = encounters::describe(w, id, matter)?;
    let note = if before.handoff == after.handoff {
        Note::Kept
    } else {
        Note::New
    };
    tickets::retriage(w, id, note)?;
    Ok(after)
}

/// Says whom an open encounter is with; a ticket that was issued before counts their groups.
///
/// # Errors
/// Those of `encounters::identify`.
pub(crate) fn identify(w: &Writing<'_>, id: EncounterId, visitor: VisitorId) -> Result<Encounter> {
    let encounter = encounters::identify(w, id, visitor)?;
    tickets::retriage(w, id, Note::Kept)?;
    Ok(encounter)
}

/// Lets the tickets of somebody follow who are waiting while their record is corrected.
///
/// # Errors
/// Of the store.
pub fn person_corrected(w: &Writing<'_>, visitor: VisitorId) -> Result<()> {
    tickets::person_corrected(w, visitor)
}
