//! Categories (事项分类): the two-level tree the institution edits, and the leaf
//! that a matter suggests (R 2.1). Knows nothing of tickets.

pub mod acts;
mod edit;
mod refusals;
mod store;
mod suggest;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::{CategoryId, Reading, Reason, Result};
pub use edit::{CategoryDetails, add, arrange, change, restore, retire};
pub use suggest::{Suggestion, best_leaves};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

crate::codes! {
    /// Urgency (R 2.1), the most urgent first.
    Urgency {
        /// 紧急.
        Immediate = "immediate",
        /// 较急.
        Urgent = "urgent",
        /// 普通.
        Routine = "routine",
    }

    /// Complexity (R 2.1).
    Complexity {
        /// 当场可办.
        OnTheSpot = "on_the_spot",
        /// 须专岗.
        Specialist = "specialist",
        /// 涉多部门.
        SeveralDepartments = "several_departments",
    }
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Id.
    pub id: CategoryId,
    /// The top it belongs to; `None` for a top.
    pub parent: Option<CategoryId>,
    /// Code, stable over renaming.
    pub code: String,
    /// What the institution says of it.
    pub says: CategoryDetails,
    /// Place among its siblings.
    pub position: i64,
    /// Whether it is offered.
    pub active: bool,
}

impl Category {
    /// Whether it is a leaf: only leaves classify an encounter well enough.
    pub fn is_leaf(&self) -> bool {
        self.parent.is_some()
    }
}

/// The tree, tops first, each with its leaves behind it, in the institution's order.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>) -> Result<Vec<Category>> {
    let all = store::all(r.tx)?;
    let (tops, leaves): (Vec<Category>, Vec<Category>) =
        all.into_iter().partition(|c| !c.is_leaf());
    let mut tree = Vec::with_capacity(tops.len() + leaves.len());
    for top in tops {
        let own = leaves
            .iter()
            .filter(|leaf| leaf.parent == Some(top.id))
            .cloned();
        let own: Vec<Category> = own.collect();
        tree.push(top);
        tree.extend(own);
    }
    Ok(tree)
}

/// One node.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: CategoryId) -> Result<Category> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.at("categoryId"))?)
}

/// The leaves that what was typed suggests, the best first: everyday words in a
/// told matter, or a name, its pinyin or its initials.
///
/// # Errors
/// Of the store.
pub fn suggest(r: &Reading<'_>, typed: &str) -> Result<Vec<Suggestion>> {
    Ok(best_leaves(&store::all(r.tx)?, typed))
}
