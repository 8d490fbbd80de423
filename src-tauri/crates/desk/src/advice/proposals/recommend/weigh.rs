//! What there is to choose from: suitable services, what they make together and what a
//! package makes with them; the rest is ruled out with its reasons.

use super::super::cover::{Candidate, Order, Pick, search};
use super::{Combination, Inquiry, Likeness, RuledOut, Thing};
use crate::Fen;
use crate::advice::assessments::suit::{self, Hindrance, WhyNot};
use crate::advice::assessments::{MOST_CONCERNS, Needs, contenders, relevant};
use crate::advice::catalogue::{Catalogue, Package, Service};

/// A service or package that covers a concern, with all that speaks for and against it.
pub(super) struct Weighed {
    pub thing: Thing,
    /// What it is by itself: its price, its minutes, what it covers.
    pub pick: Pick,
    /// As a part of combinations; none for a package.
    pub candidate: Option<Candidate>,
    /// What hinders it, whatever it costs and takes.
    pub why: Vec<WhyNot>,
    /// Offered by itself and declined.
    pub declined: bool,
}

impl Weighed {
    pub(super) fn suits(&self) -> bool {
        self.why.is_empty()
    }

    /// Whether only answers are missing.
    pub(super) fn may_suit(&self) -> bool {
        self.why.iter().all(|why| why.hindrance.is_open())
    }

    pub(super) fn covers(&self, concern: usize) -> bool {
        self.pick.covers & (1 << concern) != 0
    }
}

/// Everything that covers a concern: services, then packages.
pub(super) fn weighed(case: &Inquiry<'_>) -> Vec<Weighed> {
    let Inquiry {
        needs, catalogue, ..
    } = *case;
    let sittings = catalogue.one_sitting.len();
    let services = relevant(needs, catalogue).map(|service| {
        let candidate = Candidate {
            id: service.id,
            covers: mask(service, needs),
            price: service.sheet.price,
            minutes: service.sheet.minutes,
            sitting: sitting(service, catalogue),
        };
        Weighed {
            thing: Thing::Service(service.id),
            pick: Pick::start(0, Fen(0), sittings).with(&candidate),
            why: suit::service(&needs.person, service, case.today),
            declined: case.declined_alone(service.id),
            candidate: Some(candidate),
        }
    });
    let packages = contenders(needs, catalogue).map(|package| {
        let pick = start_of(package, needs, catalogue);
        let alone = Combination {
            package: Some(package),
            pick: pick.clone(),
        };
        Weighed {
            thing: Thing::Package(package.id),
            why: suit::package(&needs.person, package, catalogue, case.today),
            declined: case.pushes_again(&alone),
            pick,
            candidate: None,
        }
    });
    services.chain(packages).collect()
}

/// What of it suits and lies within the limits by itself.
fn choosable<'w>(case: &Inquiry<'_>, all: &'w [Weighed]) -> impl Iterator<Item = &'w Weighed> {
    let limits = case.limits();
    all.iter()
        .filter(move |one| one.suits() && limits.allow(&one.pick))
}

/// Services that may be chosen.
pub(super) fn candidates(case: &Inquiry<'_>, all: &[Weighed]) -> Vec<Candidate> {
    choosable(case, all)
        .filter_map(|one| one.candidate.clone())
        .collect()
}

/// What may not be chosen, with its reasons.
pub(super) fn ruled_out(case: &Inquiry<'_>, all: &[Weighed]) -> Vec<RuledOut> {
    let out = all.iter().filter_map(|one| {
        let mut why = one.why.clone();
        why.extend(over(&one.pick, case.needs));
        (!why.is_empty()).then_some(RuledOut {
            thing: one.thing,
            why,
        })
    });
    out.collect()
}

/// Services without a package: the cheapest together and the quickest.
pub(super) fn singles<'a>(case: &Inquiry<'a>, candidates: &[Candidate]) -> Vec<Combination<'a>> {
    let start = Pick::start(0, Fen(0), case.catalogue.one_sitting.len());
    [Order::Price, Order::Minutes]
        .into_iter()
        .flat_map(|order| fresh(case, None, &start, candidates, order))
        .collect()
}

/// Packages that may be chosen, with what completes them.
pub(super) fn bundles<'a>(
    case: &Inquiry<'a>,
    all: &[Weighed],
    candidates: &[Candidate],
) -> Vec<Combination<'a>> {
    let mut bundles = Vec::new();
    for one in choosable(case, all) {
        let Thing::Package(id) = one.thing else {
            continue;
        };
        let Some(package) = case.catalogue.packages.get(&id) else {
            continue;
        };
        let parts = &package.sheet.services;
        let rest: Vec<Candidate> = candidates
            .iter()
            .filter(|c| !parts.contains(&c.id))
            .cloned()
            .collect();
        bundles.extend(fresh(case, Some(package), &one.pick, &rest, Order::Price));
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

fn over(pick: &Pick, needs: &Needs) -> Vec<WhyNot> {
    let mut why = Vec::new();
    let minutes = pick.minutes();
    if needs.budget.is_some_and(|b| pick.price > b) {
        why.push(WhyNot::new(Hindrance::OverBudget, "", pick.price.0));
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
