//! Categories and service points. A point names what it can do and a category
//! the point it prefers, so the points come first and learn what they can do last.

use super::basics::parse;
use desk::ground::language::Language;
use desk::reception::categories;
use desk::reception::categories::{Complexity, Urgency};
use desk::reception::points::{self, Audience};
use desk::{CategoryId, Error, Result, Writing};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryFile {
    category: Vec<CategoryEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryEntry {
    code: String,
    parent: String,
    zh: String,
    en: String,
    prefix: String,
    urgency: String,
    complexity: String,
    point: String,
    anonymous: bool,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointFile {
    point: Vec<PointEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PointEntry {
    code: String,
    zh: String,
    en: String,
    place_zh: String,
    place_en: String,
    languages: Vec<String>,
    categories: Vec<String>,
    #[serde(default = "everyone")]
    audience: String,
}

fn everyone() -> String {
    Audience::Everyone.code().to_owned()
}

/// Loads the categories and the service points.
///
/// # Errors
/// Of the desk; a code that is not in its set is a fault of the program.
pub(super) fn load(w: &Writing<'_>) -> Result<()> {
    let file: PointFile = parse(include_str!("../../starter/points.toml"))?;
    let mut waiting = Vec::new();
    for entry in file.point {
        let (code, able) = (entry.code.clone(), entry.categories.clone());
        let point = points::add(w, Some(&code), &draft(entry)?)?;
        waiting.push((point, able));
    }
    let known = load_categories(w)?;
    for (point, able) in waiting {
        let ids = able
            .iter()
            .map(|code| known.get(code).copied().ok_or_else(broken));
        let categories = ids.collect::<Result<Vec<CategoryId>>>()?;
        points::change(
            w,
            point.id,
            &points::PointDetails {
                categories,
                ..point.says
            },
        )?;
    }
    Ok(())
}

fn load_categories(w: &Writing<'_>) -> Result<BTreeMap<String, CategoryId>> {
    let file: CategoryFile = parse(include_str!("../../starter/categories.toml"))?;
    let mut known = BTreeMap::new();
    for entry in file.category {
        let CategoryEntry {
            code,
            parent,
            zh,
            en,
            prefix,
            urgency,
            complexity,
            point,
            anonymous,
            words,
        } = entry;
        let parent = match parent.as_str() {
            "" => None,
            code => Some(known.get(code).copied().ok_or_else(broken)?),
        };
        let draft = categories::CategoryDetails {
            name_zh: zh,
            name_en: en,
            prefix,
            urgency: Urgency::parse(&urgency).ok_or_else(broken)?,
            complexity: Complexity::parse(&complexity).ok_or_else(broken)?,
            point_code: point,
            anonymous,
            words,
        };
        let category = categories::add(w, parent, Some(&code), &draft)?;
        known.insert(code, category.id);
    }
    Ok(known)
}

fn draft(entry: PointEntry) -> Result<points::PointDetails> {
    let PointEntry {
        code: _,
        zh,
        en,
        place_zh,
        place_en,
        languages,
        categories: _,
        audience,
    } = entry;
    let languages = languages
        .iter()
        .map(|code| Language::parse(code).ok_or_else(broken));
    Ok(points::PointDetails {
        name_zh: zh,
        name_en: en,
        place_zh,
        place_en,
        audience: Audience::parse(&audience).ok_or_else(broken)?,
        languages: languages.collect::<Result<Vec<_>>>()?,
        categories: Vec::new(),
    })
}

fn broken() -> Error {
    vault::Error::Damaged("starter content").into()
}
