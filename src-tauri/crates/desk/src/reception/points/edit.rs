//! Editing service points: what a point must say.

use super::acts;
use super::{Audience, Point, of, store};
use crate::ground::language::Language;
use crate::ground::refusal::Wrong;
use crate::ground::{sequence, text};
use crate::reception::categories;
use crate::{CategoryId, PointId, Reason, Result, Writing};

/// What the institution says of a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointDetails {
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Where it is, in Chinese; may be empty.
    pub place_zh: String,
    /// Where it is, in English; may be empty.
    pub place_en: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Languages spoken; at least one.
    pub languages: Vec<Language>,
    /// What it can do; a top stands for all of its leaves.
    pub categories: Vec<CategoryId>,
}

/// Adds a point; `code` is made up when there is none.
///
/// # Errors
/// `Empty` without a language, `NotFound` for a category, those of the texts.
pub fn add(w: &Writing<'_>, code: Option<&str>, draft: &PointDetails) -> Result<Point> {
    let draft = checked(w, draft)?;
    let code = match code {
        Some(code) => text::required("code", code, 40)?,
        None => format!("own_{}", sequence::next(w, "point", "all")?),
    };
    let id = store::insert(w, &code, &draft)?;
    w.note(acts::ADD, (acts::POINT, id.0), &code)?;
    of(&w.reading(), id)
}

/// Changes what a point says.
///
/// # Errors
/// As `add`; `NotFound`.
pub fn change(w: &Writing<'_>, id: PointId, draft: &PointDetails) -> Result<Point> {
    let point = of(&w.reading(), id)?;
    store::update(w, id, &checked(w, draft)?)?;
    w.note(acts::CHANGE, (acts::POINT, id.0), &point.code)?;
    of(&w.reading(), id)
}

/// Brings a point back.
///
/// # Errors
/// `NotFound`.
pub fn restore(w: &Writing<'_>, id: PointId) -> Result<Point> {
    let point = of(&w.reading(), id)?;
    store::set_active(w, id, 1)?;
    w.note(acts::RESTORE, (acts::POINT, id.0), &point.code)?;
    of(&w.reading(), id)
}

fn checked(w: &Writing<'_>, draft: &PointDetails) -> Result<PointDetails> {
    let mut wrong = Wrong::default();
    if draft.languages.is_empty() {
        wrong.note(Reason::Empty {}.at("languages"));
    }
    let mut wanted = draft.categories.clone();
    wanted.sort_unstable();
    wanted.dedup();
    let r = w.reading();
    for id in &wanted {
        if categories::of(&r, *id).is_err() {
            wrong.note(Reason::NotFound {}.at("categories"));
        }
    }
    let mut languages = draft.languages.clone();
    languages.sort_unstable();
    languages.dedup();
    let checked = PointDetails {
        name_zh: wrong.or(text::required("nameZh", &draft.name_zh, text::NAME)),
        name_en: wrong.or(text::required("nameEn", &draft.name_en, text::NAME)),
        place_zh: wrong.or(text::optional("placeZh", &draft.place_zh, text::LINE)),
        place_en: wrong.or(text::optional("placeEn", &draft.place_en, text::LINE)),
        audience: draft.audience,
        languages,
        categories: wanted,
    };
    wrong.done()?;
    Ok(checked)
}
