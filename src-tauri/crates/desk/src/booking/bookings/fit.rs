//! Whether what is booked suits who comes (R 4.3): by their record, and by what they said of
//! themselves in the encounter. What nobody asked yet is told, and does not hinder.

use super::Refused;
use crate::advice::assessments::suit::{self, WhyNot};
use crate::advice::assessments::{self, Person};
use crate::advice::catalogue::{self, Bilingual, Catalogue, TermKind};
use crate::ground::roles::Right;
use crate::people::visitors::{self, Visitor};
use crate::{Day, EncounterId, PackageId, Reading, Refusal, Result, ServiceId, VisitorId, Writing};
use std::collections::BTreeSet;

/// What speaks against a service for somebody, or against the package as such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The service; `None` for the package.
    pub service: Option<ServiceId>,
    /// Why: what is known, and what should be asked.
    pub whys: Vec<WhyNot>,
}

impl Misfit {
    /// Whether it is known, and not only to be asked.
    pub fn is_known(&self) -> bool {
        self.whys.iter().any(|why| !why.hindrance.is_open())
    }
}

/// Whoever comes, as far as it decides what suits them on a day: by their record, and by what
/// they said of themselves where it was agreed, and in whichever encounter of today.
fn person(
    r: &Reading<'_>,
    visitor: &Visitor,
    encounter: Option<EncounterId>,
    day: Day,
) -> Result<Person> {
    let told = assessments::record::said_by(r, visitor.id, encounter)?;
    assessments::record::known(r, visitor, told, day)
}

/// What does not suit somebody of what they want on a day, or should be asked before.
///
/// # Errors
/// `NotFound`.
pub(super) fn misfits(
    r: &Reading<'_>,
    (visitor, encounter): (VisitorId, Option<EncounterId>),
    package: Option<PackageId>,
    services: &[ServiceId],
    catalogue: &Catalogue,
    day: Day,
) -> Result<Vec<Misfit>> {
    let visitor = visitors::of(r, visitor)?;
    let person = person(r, &visitor, encounter, day)?;
    let package = package.and_then(|id| catalogue.packages.get(&id));
    let whole = package.map(|package| Misfit {
        service: None,
        whys: suit::booked_package(&person, package),
    });
    let single = services.iter().filter_map(|id| {
        let service = catalogue.services.get(id)?;
        Some(Misfit {
            service: Some(*id),
            whys: suit::booked(&person, service, day),
        })
    });
    let all = whole.into_iter().chain(single);
    Ok(all.filter(|misfit| !misfit.whys.is_empty()).collect())
}

/// Refuses what is known not to suit, unless somebody who may has said why it is booked
/// nevertheless. Answers that reason; none where everything suits.
pub(super) fn refuse_unless(
    w: &Writing<'_>,
    found: &[Misfit],
    despite: String,
    catalogue: &Catalogue,
) -> Result<String, Refusal> {
    let Some(misfit) = found.iter().find(|misfit| misfit.is_known()) else {
        return Ok(String::new());
    };
    if !despite.is_empty() && w.by.role.may(Right::BookUnsuited) {
        return Ok(despite);
    }
    let why = misfit.whys.iter().find(|why| !why.hindrance.is_open());
    let service = misfit.service.and_then(|id| catalogue.services.get(&id));
    let reason = Refused::Unsuited {
        service: service.map_or_else(String::new, |s| s.sheet.code.clone()),
        why: why.map_or_else(String::new, |why| why.hindrance.code().to_owned()),
        about: why.map_or_else(String::new, |why| why.about.clone()),
    };
    Err(reason.at(if despite.is_empty() {
        "items"
    } else {
        "despite"
    }))
}

/// What a department must know of whoever comes, by name: conditions, then allergies, of
/// the record and of what they said where it was agreed.
///
/// # Errors
/// Of the store.
pub fn to_be_known(
    r: &Reading<'_>,
    visitor: &Visitor,
    encounter: Option<EncounterId>,
) -> Result<Vec<Bilingual>> {
    let person = person(r, visitor, encounter, r.today())?;
    let terms = catalogue::vocabulary(r)?.terms;
    let named = |kind: TermKind, codes: &BTreeSet<String>| -> Vec<Bilingual> {
        let of_kind = terms.iter().filter(|term| term.kind == kind);
        of_kind
            .filter(|term| codes.contains(&term.code))
            .map(|term| term.name.clone())
            .collect()
    };
    let mut all = named(TermKind::Condition, &person.conditions);
    all.extend(named(TermKind::Allergy, &person.allergies));
    Ok(all)
}
