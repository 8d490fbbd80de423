//! Which question is necessary next, and because of what (R 4.1). A question
//! whose answer could change nothing is not asked.

use super::suit::{self, Hindrance, WhyNot};
use super::{Needs, Question};
use crate::advice::catalogue::{Catalogue, Package, Service};
use crate::{Day, ServiceId};
use std::collections::BTreeSet;

/// A question that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Which.
    pub question: Question,
    /// Codes of conditions or allergies it is about.
    pub codes: Vec<String>,
    /// Services that wait for the answer.
    pub because: Vec<ServiceId>,
}

/// The next question, or none when everything that matters is known.
pub fn next_question(needs: &Needs, catalogue: &Catalogue, today: Day) -> Option<Asking> {
    let plain = |question| {
        Some(Asking {
            question,
            codes: Vec::new(),
            because: Vec::new(),
        })
    };
    let person = &needs.person;
    if needs.concerns.is_empty() && !needs.asked.contains(&Question::Concerns) {
        return plain(Question::Concerns);
    }
    if person.sex.is_none() {
        return plain(Question::Sex);
    }
    if person.age.is_none() {
        return plain(Question::Age);
    }
    if let Some(unknown) = unknown(needs, catalogue, today) {
        return Some(unknown);
    }
    let again: Vec<ServiceId> = relevant(needs, catalogue)
        .filter(|s| s.sheet.repeat_months > 0 && suit::service(person, s, today).is_empty())
        .map(|s| s.id)
        .collect();
    if !again.is_empty() && person.done.is_empty() && !needs.asked.contains(&Question::LastDone) {
        return Some(Asking {
            question: Question::LastDone,
            codes: Vec::new(),
            because: again,
        });
    }
    if needs.budget.is_none() && !needs.asked.contains(&Question::Budget) {
        return plain(Question::Budget);
    }
    let timeless = needs.minutes.is_none() && needs.days.trim().is_empty();
    if timeless && !needs.asked.contains(&Question::Time) {
        return plain(Question::Time);
    }
    None
}

/// The first question of the usual order whose missing answer rules something out, with all
/// the codes it is about.
fn unknown(needs: &Needs, catalogue: &Catalogue, today: Day) -> Option<Asking> {
    let waiting = waiting(needs, catalogue, today);
    for question in [
        Question::Pregnancy,
        Question::Implants,
        Question::Conditions,
        Question::Allergies,
    ] {
        let fitting = || {
            waiting
                .iter()
                .filter(move |(_, why)| question_of(why) == question)
        };
        let mut codes: Vec<String> = fitting().map(|(_, why)| why.about.clone()).collect();
        codes.sort_unstable();
        codes.dedup();
        if !codes.is_empty() {
            let because: BTreeSet<ServiceId> = fitting().map(|(service, _)| *service).collect();
            return Some(Asking {
                question,
                codes,
                because: because.into_iter().collect(),
            });
        }
    }
    None
}

/// Active services that cover a concern.
pub(crate) fn relevant<'a>(
    needs: &'a Needs,
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = &'a Service> {
    catalogue
        .services
        .values()
        .filter(|s| s.active && s.sheet.covers.iter().any(|c| needs.concerns.contains(c)))
}

/// Active packages to the point: they cover at least half of the concerns, and
/// either two of them, or one twice, or one that a check-up as a whole answers.
/// A package of twenty services for one toothache would be a sale, not advice.
pub(crate) fn contenders<'a>(
    needs: &'a Needs,
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = &'a Package> {
    catalogue.packages.values().filter(|package| {
        let covers = |concern: &String| {
            let parts = catalogue.contents(package);
            parts.filter(|s| s.sheet.covers.contains(concern)).count()
        };
        let counts: Vec<usize> = needs.concerns.iter().map(covers).collect();
        let covered = counts.iter().filter(|n| **n > 0).count();
        let broad = || {
            let both = needs.concerns.iter().zip(&counts);
            both.into_iter()
                .any(|(concern, n)| *n > 0 && catalogue.broad.contains(concern))
        };
        let to_the_point = covered > 1 || counts.iter().any(|n| *n > 1) || broad();
        package.active && to_the_point && covered * 2 >= needs.concerns.len()
    })
}

/// The unknowns that alone keep a service or package from being proposed: an answer may
/// resolve them.
fn waiting(needs: &Needs, catalogue: &Catalogue, today: Day) -> Vec<(ServiceId, WhyNot)> {
    let mut found = Vec::new();
    for service in relevant(needs, catalogue) {
        let over = needs.budget.is_some_and(|b| service.sheet.price > b);
        let whys = suit::service(&needs.person, service, today);
        if !over && whys.iter().all(|w| w.hindrance.is_open()) {
            found.extend(whys.into_iter().map(|why| (service.id, why)));
        }
    }
    for package in contenders(needs, catalogue) {
        let long = catalogue.minutes_of(catalogue.contents(package));
        let over = needs.budget.is_some_and(|b| package.sheet.price > b)
            || needs.minutes.is_some_and(|m| long > m);
        let whys = suit::package(&needs.person, package, catalogue, today);
        if !over && whys.iter().all(|w| w.hindrance.is_open()) {
            found.extend(whys.into_iter().filter_map(|why| Some((why.service?, why))));
        }
    }
    found
}

fn question_of(why: &WhyNot) -> Question {
    match (why.hindrance, why.about.as_str()) {
        (Hindrance::UnknownAllergy, _) => Question::Allergies,
        (_, "pregnant" | "possibly_pregnant" | "lactating") => Question::Pregnancy,
        (_, "pacemaker" | "metal_implant") => Question::Implants,
        _ => Question::Conditions,
    }
}
