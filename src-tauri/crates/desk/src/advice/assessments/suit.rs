//! What suits whom (R 4.3): every hindrance of a service or package for a
//! person. What is not known counts as a hindrance until it is asked.

use super::{Month, Person};
use crate::advice::catalogue::{Catalogue, Package, Service, ServiceSheet, Whom};
pub use crate::people::visitors::possible::FERTILE;
use crate::people::visitors::{Ages, possible};
use crate::{Day, ServiceId};

crate::codes! {
    /// Why something is not proposed.
    Hindrance {
        /// For the other sex.
        Sex = "sex",
        /// Too young or too old.
        Age = "age",
        /// A condition rules it out.
        Condition = "condition",
        /// An allergy rules it out.
        Allergy = "allergy",
        /// Done so lately that it makes no sense yet.
        Repeated = "repeated",
        /// The sex is not known.
        UnknownSex = "unknown_sex",
        /// The age is not known.
        UnknownAge = "unknown_age",
        /// Whether they have a condition is not known.
        UnknownCondition = "unknown_condition",
        /// Whether they have an allergy is not known.
        UnknownAllergy = "unknown_allergy",
        /// Dearer than the budget.
        OverBudget = "over_budget",
        /// Longer than the time there is.
        OverTime = "over_time",
        /// A part of the package is not offered any more.
        PartRetired = "part_retired",
        /// It was declined in this encounter (R 4.5).
        Declined = "declined",
    }
}

impl Hindrance {
    /// Whether an answer could remove it.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::UnknownSex | Self::UnknownAge | Self::UnknownCondition | Self::UnknownAllergy
        )
    }
}

/// One reason why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// What hinders.
    pub hindrance: Hindrance,
    /// A condition, an allergy, a month; may be empty.
    pub about: String,
    /// The part of a package it comes from.
    pub service: Option<ServiceId>,
    /// Fen, minutes or months.
    pub amount: i64,
}

impl WhyNot {
    pub(crate) fn new(hindrance: Hindrance, about: impl Into<String>, amount: i64) -> Self {
        Self {
            hindrance,
            about: about.into(),
            service: None,
            amount,
        }
    }
}

/// Everything that speaks against a service for a person; empty: it suits.
pub fn service(person: &Person, service: &Service, today: Day) -> Vec<WhyNot> {
    let mut found = of_sheet(person, &service.sheet);
    found.extend(repeated(person, service, today));
    found
}

/// What is known to speak against a service of a booking, and what was not asked yet. An
/// early repetition counts only where it burdens the person.
pub fn booked(person: &Person, service: &Service, day: Day) -> Vec<WhyNot> {
    let mut found = of_sheet(person, &service.sheet);
    if burdens(&service.sheet) {
        found.extend(repeated(person, service, day));
    }
    found
}

/// What is known to speak against a package as such, beside its services.
pub fn booked_package(person: &Person, package: &Package) -> Vec<WhyNot> {
    of_whom(person, package.sheet.whom)
}

/// Everything that speaks against a package: its own limits and the union over
/// its services. A part repeated early is a drawback, not a hindrance, unless
/// it burdens the person.
pub fn package(
    person: &Person,
    package: &Package,
    catalogue: &Catalogue,
    today: Day,
) -> Vec<WhyNot> {
    let mut found = of_whom(person, package.sheet.whom);
    for part in catalogue.contents(package) {
        let mut own = of_sheet(person, &part.sheet);
        if burdens(&part.sheet) {
            own.extend(repeated(person, part, today));
        }
        if !part.active {
            own.push(WhyNot::new(Hindrance::PartRetired, "", 0));
        }
        for mut why in own {
            why.service = Some(part.id);
            found.push(why);
        }
    }
    found
}

/// Whether it was done so lately that it makes no sense yet.
pub fn repeated(person: &Person, service: &Service, today: Day) -> Option<WhyNot> {
    let last = *person.done.get(&service.id)?;
    let months = service.sheet.repeat_months;
    (last.plus(months) > Month::of(today))
        .then(|| WhyNot::new(Hindrance::Repeated, last.to_string(), i64::from(months)))
}

/// Whether a service carries radiation, contrast agent or sedation, read off from its
/// being ruled out by a possible pregnancy. Such a part is not repeated early, not even
/// in a package.
fn burdens(sheet: &ServiceSheet) -> bool {
    sheet
        .not_conditions
        .iter()
        .any(|c| c == "possibly_pregnant")
}

fn of_whom(person: &Person, whom: Whom) -> Vec<WhyNot> {
    let mut found = Vec::new();
    if let Some(only) = whom.sex {
        match person.sex {
            Some(sex) if sex == only => {}
            Some(_) => found.push(WhyNot::new(Hindrance::Sex, only.code(), 0)),
            None => found.push(WhyNot::new(Hindrance::UnknownSex, only.code(), 0)),
        }
    }
    let limit = |about, limit| WhyNot::new(Hindrance::Age, about, i64::from(limit));
    match ages(person) {
        Some(ages) if ages.least >= whom.min_age && ages.most <= whom.max_age => {}
        Some(ages) if ages.most < whom.min_age => found.push(limit("min", whom.min_age)),
        Some(ages) if ages.least > whom.max_age => found.push(limit("max", whom.max_age)),
        // The limit lies between the ages they may have: it has to be asked.
        Some(_) => found.push(WhyNot::new(Hindrance::UnknownAge, "", 0)),
        None if whom.min_age == 0 && whom.max_age >= 150 => {}
        None => found.push(WhyNot::new(Hindrance::UnknownAge, "", 0)),
    }
    found
}

fn of_sheet(person: &Person, sheet: &ServiceSheet) -> Vec<WhyNot> {
    let mut found = of_whom(person, sheet.whom);
    for code in &sheet.not_conditions {
        if person.conditions.contains(code) {
            found.push(WhyNot::new(Hindrance::Condition, code, 0));
        } else if !person.denied_conditions.contains(code) && may_have(person, code) {
            found.push(WhyNot::new(Hindrance::UnknownCondition, code, 0));
        }
    }
    for code in &sheet.not_allergies {
        if person.allergies.contains(code) {
            found.push(WhyNot::new(Hindrance::Allergy, code, 0));
        } else if !person.denied_allergies.contains(code) {
            found.push(WhyNot::new(Hindrance::UnknownAllergy, code, 0));
        }
    }
    found
}

/// Whether somebody of this sex and age can have a condition at all; what is
/// not known counts as yes.
fn may_have(person: &Person, condition: &str) -> bool {
    possible::by_sex(person.sex, condition) && possible::by_age(ages(person), condition)
}

/// The ages they may have; none known: none.
fn ages(person: &Person) -> Option<Ages> {
    person.age.map(|least| Ages {
        least,
        most: person.age_to.unwrap_or(least).max(least),
    })
}
