//! The category tree: read, searched while typing, edited.

use crate::codes::{Complexity, Urgency};
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use crate::wire::{IdBecause, Nothing, OneId};
use desk::ground::roles::Right;
use desk::reception::categories::{self, Category, CategoryDetails};
use desk::{CategoryId, Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::CATEGORIES];
const TOUCHES: &[Topic] = &[Topic::CATEGORIES, Topic::TICKETS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("categories.list", None, SHOWS, list),
        read("categories.suggest", None, SHOWS, suggest),
        write("categories.add", Right::EditContent, TOUCHES, add),
        write("categories.change", Right::EditContent, TOUCHES, change),
        write("categories.retire", Right::EditContent, TOUCHES, retire),
        write("categories.restore", Right::EditContent, TOUCHES, restore),
        write("categories.arrange", Right::EditContent, TOUCHES, arrange),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<CategoryTree, Fault> {
    Ok(CategoryTree {
        rows: categories::list(r)?
            .into_iter()
            .map(CategoryView::from)
            .collect(),
    })
}

fn suggest(r: &Reading<'_>, input: SuggestCategory) -> Result<SuggestedCategories, Fault> {
    let found = categories::suggest(r, &input.text)?;
    let rows = found.into_iter().map(|s| SuggestedCategory {
        id: s.id.0,
        because: s.because,
    });
    Ok(SuggestedCategories {
        rows: rows.collect(),
    })
}

fn add(w: &Writing<'_>, input: AddCategory) -> Result<CategoryView, Fault> {
    let parent = input.parent_id.map(CategoryId);
    Ok(categories::add(w, parent, None, &input.category.into())?.into())
}

fn change(w: &Writing<'_>, input: ChangeCategory) -> Result<CategoryView, Fault> {
    Ok(categories::change(w, CategoryId(input.id), &input.category.into())?.into())
}

fn retire(w: &Writing<'_>, input: IdBecause) -> Result<CategoryView, Fault> {
    Ok(categories::retire(w, CategoryId(input.id), &input.reason)?.into())
}

fn restore(w: &Writing<'_>, input: OneId) -> Result<CategoryView, Fault> {
    Ok(categories::restore(w, CategoryId(input.id))?.into())
}

fn arrange(w: &Writing<'_>, input: ArrangeCategories) -> Result<CategoryTree, Fault> {
    let order: Vec<CategoryId> = input.order.into_iter().map(CategoryId).collect();
    categories::arrange(w, input.parent_id.map(CategoryId), &order)?;
    list(&w.reading(), Nothing {})
}

/// The matter as told, or the beginning of a name, its pinyin or its initials.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestCategory {
    /// What was typed.
    pub text: String,
}

/// Leaves that fit.
#[derive(Debug, Serialize, TS)]
pub struct SuggestedCategories {
    /// The best first, at most eight.
    pub rows: Vec<SuggestedCategory>,
}

/// A leaf that fits.
#[derive(Debug, Serialize, TS)]
pub struct SuggestedCategory {
    /// The leaf.
    pub id: i64,
    /// The word that spoke for it.
    pub because: String,
}

/// What the institution says of a category.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CategoryDraft {
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Letter of ticket numbers; tops only.
    pub prefix: String,
    /// Urgency that triage starts from.
    pub urgency: Urgency,
    /// Complexity that triage starts from.
    pub complexity: Complexity,
    /// Code of the preferred service point; may be empty.
    pub point_code: String,
    /// Whether the matter may stay anonymous.
    pub anonymous: bool,
    /// Everyday words that point to it.
    pub words: Vec<String>,
}

impl From<CategoryDraft> for CategoryDetails {
    fn from(d: CategoryDraft) -> Self {
        let CategoryDraft {
            name_zh,
            name_en,
            prefix,
            urgency,
            complexity,
            point_code,
            anonymous,
            words,
        } = d;
        let (urgency, complexity) = (urgency.0, complexity.0);
        Self {
            name_zh,
            name_en,
            prefix,
            urgency,
            complexity,
            point_code,
            anonymous,
            words,
        }
    }
}

/// A new category.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddCategory {
    /// The top it belongs to; none for a new top.
    pub parent_id: Option<i64>,
    /// What it says.
    pub category: CategoryDraft,
}

/// A change of a category.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeCategory {
    /// Which.
    pub id: i64,
    /// All fields as they should be.
    pub category: CategoryDraft,
}

/// A new order of siblings.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ArrangeCategories {
    /// Below which top; none for the tops themselves.
    pub parent_id: Option<i64>,
    /// Their ids in the new order.
    pub order: Vec<i64>,
}

/// The tree: each top with its leaves behind it.
#[derive(Debug, Serialize, TS)]
pub struct CategoryTree {
    /// In the institution's order.
    pub rows: Vec<CategoryView>,
}

/// A node of the tree.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CategoryView {
    /// Id.
    pub id: i64,
    /// The top it belongs to.
    pub parent_id: Option<i64>,
    /// Code.
    pub code: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Letter of ticket numbers; tops only.
    pub prefix: String,
    /// Urgency that triage starts from.
    pub urgency: Urgency,
    /// Complexity that triage starts from.
    pub complexity: Complexity,
    /// Code of the preferred service point; may be empty.
    pub point_code: String,
    /// Whether the matter may stay anonymous.
    pub anonymous: bool,
    /// Everyday words that point to it.
    pub words: Vec<String>,
    /// Whether it is offered.
    pub active: bool,
}

impl From<Category> for CategoryView {
    fn from(category: Category) -> Self {
        let Category {
            id,
            parent,
            code,
            says,
            position: _,
            active,
        } = category;
        let CategoryDetails {
            name_zh,
            name_en,
            prefix,
            urgency,
            complexity,
            point_code,
            anonymous,
            words,
        } = says;
        Self {
            id: id.0,
            parent_id: parent.map(|p| p.0),
            code,
            name_zh,
            name_en,
            prefix,
            urgency: Urgency(urgency),
            complexity: Complexity(complexity),
            point_code,
            anonymous,
            words,
            active,
        }
    }
}
