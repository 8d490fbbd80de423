//! What to propose (R 4.3): values in, up to four distinct proposals out, with
//! what each costs, covers and leaves out, and what was ruled out and why.
//! Nothing unsuitable is ever proposed; what is not known counts as unsuitable.

mod choose;
mod verdict;
mod weigh;

use super::cover::{Candidate, Limits, Pick};
use super::points::{self, Lack, Remark};
use crate::advice::assessments::suit::WhyNot;
use crate::advice::assessments::{self, Asking, MOST_CONCERNS, Needs};
use crate::advice::catalogue::{Catalogue, Package, Service};
use crate::{Day, Fen, PackageId, ServiceId};
use std::collections::{BTreeMap, BTreeSet};
pub use verdict::{Verdict, Way};
use weigh::Weighed;

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
pub struct Proposed {
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
    pub points: Vec<Remark>,
}

/// What makes two proposals the same: their package and their services.
pub type Likeness = (Option<PackageId>, BTreeSet<ServiceId>);

impl Proposed {
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
    pub drafts: Vec<Proposed>,
    /// What came of it: the true reason where nothing is proposed.
    pub verdict: Verdict,
    /// The limits with which something would be proposed, where they are in the way.
    pub ways: Vec<Way>,
    /// What was ruled out.
    pub ruled_out: Vec<RuledOut>,
    /// The question that is due; its answer may free more.
    pub asking: Option<Asking>,
}

/// What is asked: whose needs, from which catalogue, after what was declined.
struct Inquiry<'a> {
    needs: &'a Needs,
    catalogue: &'a Catalogue,
    declined: &'a [Likeness],
    today: Day,
}

impl Inquiry<'_> {
    fn limits(&self) -> Limits {
        Limits {
            budget: self.needs.budget,
            minutes: self.needs.minutes,
        }
    }

    /// How many concerns are weighed against each other.
    fn concerns(&self) -> usize {
        self.needs.concerns.len().min(MOST_CONCERNS)
    }

    /// Whether a service was offered by itself and declined.
    fn declined_alone(&self, id: ServiceId) -> bool {
        self.declined.iter().any(|(package, services)| {
            package.is_none() && services.len() == 1 && services.contains(&id)
        })
    }

    /// Whether it is, or holds, something that was declined: the same package with
    /// all of its services, or all of the single services.
    fn pushes_again(&self, choice: &Combination<'_>) -> bool {
        let offer = choice.likeness(self.catalogue);
        self.declined
            .iter()
            .any(|(package, services)| offer.0 == *package && services.is_subset(&offer.1))
    }
}

/// A combination with the package it starts from.
#[derive(Clone)]
struct Combination<'a> {
    package: Option<&'a Package>,
    pick: Pick,
}

impl Combination<'_> {
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
    let case = Inquiry {
        needs,
        catalogue,
        declined,
        today,
    };
    let all = weigh::weighed(&case);
    let candidates = weigh::candidates(&case, &all);
    // What was declined by itself is still welcome beside a package.
    let alone: Vec<Candidate> = candidates
        .iter()
        .filter(|c| !case.declined_alone(c.id))
        .cloned()
        .collect();
    let singles = weigh::singles(&case, &alone);
    let bundles = weigh::bundles(&case, &all, &candidates);
    let mut ruled_out = weigh::ruled_out(&case, &all);
    ruled_out.extend(weigh::declined(declined));
    let drafts = choose::choose(&case, &singles, &bundles, &alone)
        .into_iter()
        .map(|(choice, aims)| draft(&case, &choice, aims, &all))
        .collect();
    let (verdict, ways) = verdict::verdict(&case, &all);
    Advice {
        drafts,
        verdict,
        ways,
        ruled_out,
        asking: assessments::next_question(needs, catalogue, today),
    }
}

fn draft(
    case: &Inquiry<'_>,
    choice: &Combination<'_>,
    aims: Vec<Aim>,
    all: &[Weighed],
) -> Proposed {
    let Inquiry {
        needs,
        catalogue,
        today,
        ..
    } = *case;
    let package = choice.package;
    let mut items: Vec<Item> = Vec::new();
    if let Some(package) = package {
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
    let minutes = choice.pick.minutes();
    let mut points = points::coverage(needs, &services, &lacks(case, all, &choice.pick));
    points.extend(points::reasons(&aims, package, needs, catalogue, &services));
    points.extend(points::drawbacks(
        &needs.person,
        needs,
        &services,
        package,
        minutes,
        today,
    ));
    Proposed {
        aims,
        package: package.map(|p| (p.id, p.sheet.price)),
        fasting: services.iter().any(|s| s.sheet.fasting),
        items,
        price: choice.pick.price,
        minutes,
        points,
    }
}

/// Of each concern, why it would be left out.
fn lacks<'a>(case: &Inquiry<'a>, all: &[Weighed], pick: &Pick) -> BTreeMap<&'a str, Lack> {
    let concerns = case.needs.concerns.iter().take(MOST_CONCERNS).enumerate();
    concerns
        .map(|(i, concern)| (concern.as_str(), verdict::lack(case, all, pick, i)))
        .collect()
}

fn item(service: &Service, in_package: bool) -> Item {
    Item {
        service: service.id,
        in_package,
        price: service.sheet.price,
    }
}

#[cfg(test)]
mod tests;
