//! What there is to choose from: suitable services, what they make together and what a
//! package makes with them; the rest is ruled out with its reasons.

use super::super::cover::{Candidate, Order, Pick, search};
use super::{Combination, Inquiry, Likeness, RuledOut, Thing};
use crate::Fen;
use crate::advice::assessments::suit::{self, Hindrance, WhyNot};
use crate::advice::assessments::{MOST_CONCERNS, Needs, contenders, relevant};
use crate::advice::catalogue::{Catalogue, Package, Service};

/// Suitable services for the concerns; the others are ruled out with their reasons.
pub(super) fn candidates(case: &Inquiry<'_>, ruled_out: &mut Vec<RuledOut>) -> Vec<Candidate> {
    let Inquiry {
        needs, catalogue, ..
    } = *case;
    let mut found = Vec::new();
    for service in relevant(needs, catalogue) {
        let mut why = suit::service(&needs.person, service, case.today);
        why.extend(over(service.sheet.price, service.sheet.minutes, needs));
        if why.is_empty() {
            found.push(Candidate {
                id: service.id,
                covers: mask(service, needs),
                price: service.sheet.price,
                minutes: service.sheet.minutes,
                sitting: sitting(service, catalogue),
            });
        } else {
            ruled_out.push(RuledOut {
                thing: Thing::Service(service.id),
                why,
            });
        }
    }
    found
}

/// Services without a package: the cheapest together and the quickest.
pub(super) fn singles<'a>(case: &Inquiry<'a>, candidates: &[Candidate]) -> Vec<Combination<'a>> {
    let start = Pick::start(0, Fen(0), case.catalogue.one_sitting.len());
    [Order::Price, Order::Minutes]
        .into_iter()
        .flat_map(|order| fresh(case, None, &start, candidates, order))
        .collect()
}

/// Packages that cover a concern, with what completes them; the unsuitable ones are ruled out.
pub(super) fn bundles<'a>(
    case: &Inquiry<'a>,
    candidates: &[Candidate],
    ruled_out: &mut Vec<RuledOut>,
) -> Vec<Combination<'a>> {
    let Inquiry {
        needs, catalogue, ..
    } = *case;
    let mut bundles = Vec::new();
    for package in contenders(needs, catalogue) {
        let start = start_of(package, needs, catalogue);
        let mut why = suit::package(&needs.person, package, catalogue, case.today);
        why.extend(over(start.price, start.minutes(), needs));
        if why.is_empty() {
            let parts = &package.sheet.services;
            let rest: Vec<Candidate> = candidates
                .iter()
                .filter(|c| !parts.contains(&c.id))
                .cloned()
                .collect();
            bundles.extend(fresh(case, Some(package), &start, &rest, Order::Price));
        } else {
            ruled_out.push(RuledOut {
                thing: Thing::Package(package.id),
                why,
            });
        }
    }
    bundles
}

/// Declined packages and declined single services; a declined combination rules nothing out.
pub(super) fn declined(declined: &[Likeness]) -> impl Iterator<Item = RuledOut> {
    declined.iter().filter_map(|(package, services)| {
        let thing = match (package, services.len(), services.first()) {
            (Some(package), _, _) => Thing::Package(*package),
            (None, 1, Some(service)) => Thing::Service(*service),
            _ => return None,
        };
        let why = vec![WhyNot::new(Hindrance::Declined, "", 0)];
        Some(RuledOut { thing, why })
    })
}

/// Combinations from a start that cover something and push nothing declined again.
fn fresh<'a>(
    case: &Inquiry<'a>,
    package: Option<&'a Package>,
    start: &Pick,
    candidates: &[Candidate],
    order: Order,
) -> Vec<Combination<'a>> {
    search(start, candidates, case.concerns(), case.limits(), order)
        .into_iter()
        .map(|pick| Combination { package, pick })
        .filter(|choice| choice.pick.covers != 0 && !case.pushes_again(choice))
        .collect()
}

fn over(price: Fen, minutes: u32, needs: &Needs) -> Vec<WhyNot> {
    let mut why = Vec::new();
    if needs.budget.is_some_and(|b| price > b) {
        why.push(WhyNot::new(Hindrance::OverBudget, "", price.0));
    }
    if needs.minutes.is_some_and(|m| minutes > m) {
        why.push(WhyNot::new(Hindrance::OverTime, "", i64::from(minutes)));
    }
    why
}

fn mask(service: &Service, needs: &Needs) -> u16 {
    let concerns = needs.concerns.iter().take(MOST_CONCERNS).enumerate();
    concerns
        .filter(|(_, concern)| service.sheet.covers.contains(concern))
        .fold(0, |mask, (i, _)| mask | (1 << i))
}

fn sitting(service: &Service, catalogue: &Catalogue) -> Option<usize> {
    catalogue
        .one_sitting
        .iter()
        .position(|d| *d == service.sheet.department)
}

fn start_of(package: &Package, needs: &Needs, catalogue: &Catalogue) -> Pick {
    let covers = catalogue
        .contents(package)
        .fold(0, |all, s| all | mask(s, needs));
    let mut start = Pick::start(covers, package.sheet.price, catalogue.one_sitting.len());
    for part in catalogue.contents(package) {
        start.spend(part.sheet.minutes, sitting(part, catalogue));
    }
    start
}
