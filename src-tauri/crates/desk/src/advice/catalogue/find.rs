//! Finding in the catalogue by words, pinyin, initials or a concern's everyday
//! words; several words narrow.

use super::{Catalogue, Package, Service, TermKind, store};
use crate::ground::names;
use crate::{PackageId, Reading, Result, ServiceId};
use std::collections::BTreeSet;

/// A service or package that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A service.
    Service(Box<Service>),
    /// A package with the sum of its services' prices and its minutes.
    Package(Box<Package>, crate::Fen, u32),
}

/// What fits every word: services in the order of departments, then packages.
/// Nothing typed finds everything.
///
/// # Errors
/// Of the store.
pub fn find(r: &Reading<'_>, typed: &str) -> Result<Vec<Line>> {
    let catalogue = super::whole(r)?;
    let vocabulary = super::vocabulary(r)?;
    let words: Vec<String> = typed
        .split_whitespace()
        .take(6)
        .map(names::fold)
        .filter(|w| !w.is_empty())
        .collect();
    let mut services: BTreeSet<ServiceId> = catalogue.services.keys().copied().collect();
    let mut packages: BTreeSet<PackageId> = catalogue.packages.keys().copied().collect();
    for word in &words {
        let (named, bundled) = store::matching(r.tx, std::slice::from_ref(word))?;
        let named: BTreeSet<ServiceId> = named.into_iter().collect();
        let concerns: Vec<&str> = vocabulary
            .terms
            .iter()
            .filter(|t| t.kind == TermKind::Concern)
            .filter(|t| {
                names::fold(&t.name.zh).contains(word.as_str())
                    || t.words
                        .iter()
                        .any(|w| names::fold(w).contains(word.as_str()))
            })
            .map(|t| t.code.as_str())
            .collect();
        let covers = |id: &ServiceId| {
            let sheet = catalogue.services.get(id).map(|s| &s.sheet);
            sheet.is_some_and(|s| s.covers.iter().any(|c| concerns.contains(&c.as_str())))
        };
        services.retain(|id| named.contains(id) || covers(id));
        packages.retain(|id| bundled.contains(id));
    }
    let place = |code: &str| vocabulary.departments.iter().position(|d| d.code == code);
    let mut found: Vec<&Service> = services
        .iter()
        .filter_map(|id| catalogue.services.get(id))
        .collect();
    found.sort_by_key(|s| (place(&s.sheet.department), s.id));
    let mut lines: Vec<Line> = found
        .into_iter()
        .cloned()
        .map(Box::new)
        .map(Line::Service)
        .collect();
    lines.extend(
        packages
            .iter()
            .filter_map(|id| catalogue.packages.get(id))
            .map(|p| bundle(&catalogue, p)),
    );
    Ok(lines)
}

fn bundle(catalogue: &Catalogue, package: &Package) -> Line {
    let sum = catalogue.contents(package).map(|s| s.sheet.price).sum();
    let minutes = catalogue.minutes_of(catalogue.contents(package));
    Line::Package(Box::new(package.clone()), sum, minutes)
}
