//! Editing the tree (R 2.1): what a category must say, and what may be taken away.

use super::Refused;
use super::acts;
use super::{Category, of, store};
use crate::ground::refusal::Wrong;
use crate::ground::{sequence, text};
use crate::reception::categories::{Complexity, Urgency};
use crate::{CategoryId, Reason, Refusal, Result, Writing};

/// Longest list of everyday words, in characters.
const WORDS: usize = 500;

/// What the institution says of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryDetails {
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Letter of ticket numbers, A to Z; tops only.
    pub prefix: String,
    /// Urgency that triage starts from.
    pub urgency: Urgency,
    /// Complexity that triage starts from.
    pub complexity: Complexity,
    /// Code of the preferred service point; may be empty.
    pub point_code: String,
    /// Whether the matter may stay anonymous (R 1.5).
    pub anonymous: bool,
    /// Everyday words that point to it.
    pub words: Vec<String>,
}

/// Adds a top, or a leaf below `parent`; `code` is made up when there is none.
///
/// # Errors
/// `TwoLevels`, `PrefixShape`, `PrefixTaken`, `NotFound` for parent or point, those of the texts.
pub fn add(
    w: &Writing<'_>,
    parent: Option<CategoryId>,
    code: Option<&str>,
    draft: &CategoryDetails,
) -> Result<Category> {
    if let Some(parent) = parent {
        let top = store::by_id(w.tx, parent)?.ok_or_else(|| Reason::NotFound {}.at("parentId"))?;
        if top.is_leaf() {
            return Err(Refused::TwoLevels {}.at("parentId").into());
        }
    }
    let draft = checked(w, None, parent, draft)?;
    let code = match code {
        Some(code) => text::required("code", code, 40)?,
        None => format!("own_{}", sequence::next(w, "category", "all")?),
    };
    let id = store::insert(w, parent, &code, &draft)?;
    w.note(acts::ADD, (acts::CATEGORY, id.0), &code)?;
    of(&w.reading(), id)
}

/// Changes what a category says. Tickets that were issued keep their numbers.
///
/// # Errors
/// As `add`.
pub fn change(w: &Writing<'_>, id: CategoryId, draft: &CategoryDetails) -> Result<Category> {
    let category = of(&w.reading(), id)?;
    let draft = checked(w, Some(id), category.parent, draft)?;
    store::update(w, id, &draft)?;
    w.note(acts::CHANGE, (acts::CATEGORY, id.0), &category.code)?;
    of(&w.reading(), id)
}

/// No longer offers a category; what it classified keeps it.
///
/// # Errors
/// `NotFound`, `ReasonNeeded`; `CategoryHasLeaves` for a top whose leaves are still offered.
pub fn retire(w: &Writing<'_>, id: CategoryId, reason: &str) -> Result<Category> {
    let category = of(&w.reading(), id)?;
    let reason = text::reason(reason)?;
    let count = store::active_leaves(w.tx, id)?;
    if count > 0 {
        return Err(Refused::CategoryHasLeaves { count }.refuse().into());
    }
    store::set_active(w, id, 0)?;
    w.note_because(
        acts::RETIRE,
        (acts::CATEGORY, id.0),
        &category.code,
        &reason,
    )?;
    of(&w.reading(), id)
}

/// Offers a category again.
///
/// # Errors
/// `NotFound`; `WrongState` when its top is not offered.
pub fn restore(w: &Writing<'_>, id: CategoryId) -> Result<Category> {
    let r = w.reading();
    let category = of(&r, id)?;
    if let Some(parent) = category.parent
        && !of(&r, parent)?.active
    {
        return Err(Reason::WrongState {
            state: "retired".into(),
        }
        .refuse()
        .into());
    }
    store::set_active(w, id, 1)?;
    w.note(acts::RESTORE, (acts::CATEGORY, id.0), &category.code)?;
    of(&w.reading(), id)
}

/// Puts siblings in a new order; who is not named keeps its place behind them.
///
/// # Errors
/// `NotFound` when one is not a child of `parent`.
pub fn arrange(w: &Writing<'_>, parent: Option<CategoryId>, order: &[CategoryId]) -> Result<()> {
    let r = w.reading();
    for id in order {
        if of(&r, *id)?.parent != parent {
            return Err(Reason::NotFound {}.at("order").into());
        }
    }
    let all = store::all(w.tx)?;
    let rest = all
        .iter()
        .filter(|c| c.parent == parent && !order.contains(&c.id))
        .map(|c| c.id);
    for (position, id) in order.iter().copied().chain(rest).enumerate() {
        store::set_position(w, id, i64::try_from(position).unwrap_or(i64::MAX))?;
    }
    let top = parent.map_or(0, |p| p.0);
    w.note(
        acts::ARRANGE,
        (acts::CATEGORY, top),
        &format!("{} rows", order.len()),
    )
}

fn checked(
    w: &Writing<'_>,
    own: Option<CategoryId>,
    parent: Option<CategoryId>,
    draft: &CategoryDetails,
) -> Result<CategoryDetails> {
    let mut wrong = Wrong::default();
    let prefix = if parent.is_some() {
        String::new()
    } else {
        wrong.or(checked_prefix(&draft.prefix))
    };
    if !prefix.is_empty() && store::prefix_owner(w.tx, &prefix)?.is_some_and(|id| Some(id) != own) {
        wrong.note(Refused::PrefixTaken {}.at("prefix"));
    }
    let point_code = draft.point_code.trim();
    if !point_code.is_empty() && !store::point_is_there(w.tx, point_code)? {
        wrong.note(Reason::NotFound {}.at("pointCode"));
    }
    wrong.or(text::optional("words", &draft.words.join(" "), WORDS));
    let words = draft
        .words
        .iter()
        .flat_map(|w| w.split_whitespace())
        .map(str::to_owned);
    let checked = CategoryDetails {
        name_zh: wrong.or(text::required("nameZh", &draft.name_zh, text::NAME)),
        name_en: wrong.or(text::required("nameEn", &draft.name_en, text::NAME)),
        prefix,
        point_code: point_code.to_owned(),
        words: words.collect(),
        ..draft.clone()
    };
    wrong.done()?;
    Ok(checked)
}

/// One letter, A to Z.
fn checked_prefix(prefix: &str) -> Result<String, Refusal> {
    let letter = prefix.trim().to_ascii_uppercase();
    if letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(letter)
    } else {
        Err(Refused::PrefixShape {}.at("prefix"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_prefix_is_one_letter() {
        assert_eq!(checked_prefix(" a ").unwrap(), "A");
        for wrong in ["", "AB", "1", "甲", "Á"] {
            assert!(checked_prefix(wrong).is_err(), "{wrong}");
        }
    }
}
