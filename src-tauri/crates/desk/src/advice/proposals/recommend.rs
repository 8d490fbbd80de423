//! What to propose (R 4.3): values in, up to four distinct proposals out, with
//! what each costs, covers and leaves out, and what was ruled out and why.
//! Nothing unsuitable is ever proposed; what is not known counts as unsuitable.

use super::cover::{Candidate, Limits, Order, Pick, search};
use super::points::{self, Point};
use crate::advice::assessments::suit::{self, Hindrance, WhyNot};
use crate::advice::assessments::{self, Asking, MOST_CONCERNS, Needs, contenders, relevant};
use crate::advice::catalogue::{Catalogue, Package, Service};
use crate::{Day, Fen, PackageId, ServiceId};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Most proposals at once: more is no help to choose.
pub const MOST: usize = 4;

crate::codes! {
    /// What a proposal is best at.
    Aim {
        /// Covers the most for the least money.
        Cheapest = "cheapest",
        /// Covers the most in the least time.
        LeastTime = "least_time",
        /// The package that covers the most for the least money.
        BestPackage = "best_package",
        /// Looks at each concern twice, within the limits.
        Fullest = "fullest",
    }
}

/// A part of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// The service.
    pub service: ServiceId,
    /// Whether it comes with the package.
    pub in_package: bool,
    /// Its price by itself.
    pub price: Fen,
}

/// What is proposed, before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is best at.
    pub aims: Vec<Aim>,
    /// The package in it and its price.
    pub package: Option<(PackageId, Fen)>,
    /// Every service, those of the package first.
    pub items: Vec<Item>,
    /// Price of everything.
    pub price: Fen,
    /// Minutes of everything.
    pub minutes: u32,
    /// Whether the person comes fasting.
    pub fasting: bool,
    /// Reasons, drawbacks, what is covered and what is not.
    pub points: Vec<Point>,
}

/// What makes two proposals the same: their package and their services.
pub type Likeness = (Option<PackageId>, BTreeSet<ServiceId>);

impl Draft {
    /// Its package and services.
    pub fn likeness(&self) -> Likeness {
        let services = self.items.iter().map(|i| i.service).collect();
        (self.package.map(|(id, _)| id), services)
    }
}

/// A service or a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A service.
    Service(ServiceId),
    /// A package.
    Package(PackageId),
}

/// Something that would have been proposed, but for a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuledOut {
    /// What.
    pub thing: Thing,
    /// Why.
    pub why: Vec<WhyNot>,
}

/// The answer of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Proposals: the most covering first, then the cheapest.
    pub drafts: Vec<Draft>,
    /// What was ruled out.
    pub ruled_out: Vec<RuledOut>,
    /// The question that is due; its answer may free more.
    pub asking: Option<Asking>,
}

/// A combination with the package it starts from.
#[derive(Clone)]
struct Choice<'a> {
    package: Option<&'a Package>,
    pick: Pick,
}

impl Choice<'_> {
    fn likeness(&self, catalogue: &Catalogue) -> Likeness {
        let mut services: BTreeSet<ServiceId> = self.pick.services.iter().copied().collect();
        if let Some(package) = self.package {
            services.extend(catalogue.contents(package).map(|s| s.id));
        }
        (self.package.map(|p| p.id), services)
    }
}

/// Weighs the catalogue against the needs.
pub fn recommend(
    needs: &Needs,
    catalogue: &Catalogue,
    declined: &[Likeness],
    today: Day,
) -> Advice {
    let asking = assessments::next_question(needs, catalogue, today);
    let mut ruled_out = Vec::new();
    let candidates = candidates(needs, catalogue, today, &mut ruled_out);
    let limits = Limits {
        budget: needs.budget,
        minutes: needs.minutes,
    };
    let concerns = needs.concerns.len().min(MOST_CONCERNS);
    let sittings = catalogue.one_sitting.len();
    let mut singles = Vec::new();
    let mut bundles = Vec::new();
    for order in [Order::Price, Order::Minutes] {
        let start = Pick::start(0, Fen(0), sittings);
        let found = search(&start, &candidates, concerns, limits, order);
        singles.extend(found.into_iter().map(|pick| Choice {
            package: None,
            pick,
        }));
    }
    for package in contenders(needs, catalogue) {
        let start = start_of(package, needs, catalogue);
        let mut why = suit::package(&needs.person, package, catalogue, today);
        why.extend(over(start.price, start.minutes(), needs));
        if why.is_empty() {
            let parts = &package.sheet.services;
            let rest: Vec<Candidate> = candidates
                .iter()
                .filter(|c| !parts.contains(&c.id))
                .cloned()
                .collect();
            let found = search(&start, &rest, concerns, limits, Order::Price);
            bundles.extend(found.into_iter().map(|pick| Choice {
                package: Some(package),
                pick,
            }));
        } else {
            ruled_out.push(RuledOut {
                thing: Thing::Package(package.id),
                why,
            });
        }
    }
    let fresh = |choice: &Choice<'_>| {
        choice.pick.covers != 0 && !pushes_again(&choice.likeness(catalogue), declined)
    };
    singles.retain(fresh);
    bundles.retain(fresh);
    for (package, services) in declined {
        let thing = match (package, services.len(), services.first()) {
            (Some(package), _, _) => Thing::Package(*package),
            (None, 1, Some(service)) => Thing::Service(*service),
            _ => continue,
        };
        let why = vec![WhyNot::new(Hindrance::Declined, "", 0)];
        ruled_out.push(RuledOut { thing, why });
    }
    let chosen = choose(
        &singles,
        &bundles,
        &candidates,
        limits,
        concerns,
        catalogue,
        declined,
    );
    let drafts = chosen
        .into_iter()
        .map(|(choice, aims)| draft(&choice, aims, needs, catalogue, &candidates, today))
        .collect();
    Advice {
        drafts,
        ruled_out,
        asking,
    }
}

/// Suitable services for the concerns; the others are ruled out with their reasons.
fn candidates(
    needs: &Needs,
    catalogue: &Catalogue,
    today: Day,
    ruled_out: &mut Vec<RuledOut>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    for service in relevant(needs, catalogue) {
        let mut why = suit::service(&needs.person, service, today);
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

/// The best of each aim, distinct, the most covering first, then the cheapest.
fn choose<'a>(
    singles: &[Choice<'a>],
    bundles: &[Choice<'a>],
    candidates: &[Candidate],
    limits: Limits,
    concerns: usize,
    catalogue: &Catalogue,
    declined: &[Likeness],
) -> Vec<(Choice<'a>, Vec<Aim>)> {
    let all = || singles.iter().chain(bundles);
    let mut found: Vec<(Choice<'a>, Vec<Aim>)> = Vec::new();
    let cheapest = best(all(), Order::Price);
    let fullest = best(singles.iter(), Order::Price)
        .map(|c| fuller(c, candidates, limits, concerns))
        .filter(|c| !pushes_again(&c.likeness(catalogue), declined));
    let aimed = [
        (Aim::Cheapest, cheapest.cloned()),
        (
            Aim::BestPackage,
            best(bundles.iter(), Order::Price).cloned(),
        ),
        (Aim::LeastTime, best(all(), Order::Minutes).cloned()),
        (Aim::Fullest, fullest),
    ];
    for (aim, choice) in aimed {
        let Some(choice) = choice else { continue };
        let likeness = choice.likeness(catalogue);
        let same = found
            .iter_mut()
            .find(|(c, _)| c.likeness(catalogue) == likeness);
        if let Some((_, aims)) = same {
            // The same services are the fullest only when nothing could be added.
            if aim != Aim::Fullest {
                aims.push(aim);
            }
        } else if !found
            .iter()
            .any(|(c, _)| near(&c.likeness(catalogue), &likeness))
        {
            found.push((choice, vec![aim]));
        }
    }
    found.truncate(MOST);
    found.sort_by_key(|(c, _)| (Reverse(c.pick.covers.count_ones()), c.pick.price));
    found
}

/// The most coverage; of equal coverage the concerns told first; then the order.
fn best<'c, 'a: 'c>(
    choices: impl Iterator<Item = &'c Choice<'a>>,
    order: Order,
) -> Option<&'c Choice<'a>> {
    choices.min_by_key(|c| {
        let covers = c.pick.covers;
        let package = c.package.map(|p| p.id);
        (
            Reverse(covers.count_ones()),
            Reverse(covers.reverse_bits()),
            order.key(&c.pick),
            package,
        )
    })
}

/// A second service for each concern, the cheapest that is not in yet.
fn fuller<'a>(
    choice: &Choice<'a>,
    candidates: &[Candidate],
    limits: Limits,
    concerns: usize,
) -> Choice<'a> {
    let mut pick = choice.pick.clone();
    for concern in 0..concerns {
        let bit = 1_u16 << concern;
        let twice = candidates
            .iter()
            .filter(|c| c.covers & bit != 0 && pick.services.contains(&c.id))
            .count();
        if twice > 1 {
            continue;
        }
        let mut others: Vec<&Candidate> = candidates
            .iter()
            .filter(|c| c.covers & bit != 0 && !pick.services.contains(&c.id))
            .collect();
        others.sort_by_key(|c| (c.price, c.minutes, c.id));
        if let Some(next) = others
            .into_iter()
            .map(|c| pick.with(c))
            .find(|p| limits.allow(p))
        {
            pick = next;
        }
    }
    Choice {
        package: choice.package,
        pick,
    }
}

/// Whether it is, or holds, something that was declined: the same package with
/// all of its services, or all of the single services.
fn pushes_again(offer: &Likeness, declined: &[Likeness]) -> bool {
    declined
        .iter()
        .any(|(package, services)| offer.0 == *package && services.is_subset(&offer.1))
}

/// Whether two proposals share so much that showing both helps nobody.
fn near(a: &Likeness, b: &Likeness) -> bool {
    let shared = a.1.intersection(&b.1).count();
    let all = a.1.union(&b.1).count();
    shared * 5 >= all * 4
}

fn draft(
    choice: &Choice<'_>,
    aims: Vec<Aim>,
    needs: &Needs,
    catalogue: &Catalogue,
    candidates: &[Candidate],
    today: Day,
) -> Draft {
    let mut items: Vec<Item> = Vec::new();
    if let Some(package) = choice.package {
        items.extend(catalogue.contents(package).map(|s| item(s, true)));
    }
    let single = choice
        .pick
        .services
        .iter()
        .filter_map(|id| catalogue.services.get(id));
    items.extend(single.map(|s| item(s, false)));
    let services: Vec<&Service> = items
        .iter()
        .filter_map(|i| catalogue.services.get(&i.service))
        .collect();
    let possible: BTreeMap<&str, bool> = needs
        .concerns
        .iter()
        .enumerate()
        .map(|(i, c)| {
            (
                c.as_str(),
                candidates.iter().any(|x| x.covers & (1 << i) != 0),
            )
        })
        .collect();
    let minutes = choice.pick.minutes();
    let mut points = points::coverage(needs, &services, &possible);
    points.extend(points::reasons(
        &aims,
        choice.package,
        needs,
        catalogue,
        &services,
    ));
    points.extend(points::drawbacks(
        &needs.person,
        needs,
        &services,
        choice.package,
        minutes,
        today,
    ));
    Draft {
        aims,
        package: choice.package.map(|p| (p.id, p.sheet.price)),
        fasting: services.iter().any(|s| s.sheet.fasting),
        items,
        price: choice.pick.price,
        minutes,
        points,
    }
}

fn item(service: &Service, in_package: bool) -> Item {
    Item {
        service: service.id,
        in_package,
        price: service.sheet.price,
    }
}
