//! Everything the desk holds about one person, part by part, and who looked at it
//! (PIPL 44, 45). A part is a list of facts; each subject says its own.

use super::store;
pub use crate::ground::keeping::{Field, HealthFact, Part};
use crate::record::keeping::held;
use crate::{Moment, Reading, Result, VisitorId};

/// One fact of a record: a field with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it says.
    pub field: Field,
    /// The value: text, or a code of `set`.
    pub value: String,
    /// The closed set that the value is a code of.
    pub set: Option<&'static str>,
}

/// One record in which something of the person stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// When it was made.
    pub at: Option<Moment>,
    /// Its number; may be empty.
    pub no: String,
    /// What stands in it.
    pub facts: Vec<Fact>,
}

/// The records of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Which part.
    pub part: Part,
    /// The records, the oldest first.
    pub items: Vec<Item>,
}

/// Everything held about a visitor; parts without a record are left out.
///
/// # Errors
/// `NotFound`.
pub fn holdings(r: &Reading<'_>, visitor: VisitorId) -> Result<Vec<Group>> {
    crate::people::visitors::of(r, visitor)?;
    let mut groups = Vec::new();
    for held in held() {
        groups.push((held.part, store::items(r, held, visitor)?));
    }
    groups.push((Part::LOOKS, store::looks(r.tx, visitor)?));
    groups.retain(|(_, items)| !items.is_empty());
    let group = |(part, items)| Group { part, items };
    Ok(groups.into_iter().map(group).collect())
}
