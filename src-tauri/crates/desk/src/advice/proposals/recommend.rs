//! What to propose (R 4.3): values in, up to four distinct proposals out, with
//! what each costs, covers and leaves out, and what was ruled out and why.
//! Nothing unsuitable is ever proposed; what is not known counts as unsuitable.

mod choose;
mod weigh;

use super::cover::{Candidate, Limits, Pick};
use super::points::{self, Remark};
use crate::advice::assessments::suit::WhyNot;
use crate::advice::assessments::{self, Asking, MOST_CONCERNS, Needs};
use crate::advice::catalogue::{Catalogue, Package, Service};
use crate::{Day, Fen, PackageId, ServiceId};
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
    let mut ruled_out = Vec::new();
    let candidates = weigh::candidates(&case, &mut ruled_out);
    let singles = weigh::singles(&case, &candidates);
    let bundles = weigh::bundles(&case, &candidates, &mut ruled_out);
    ruled_out.extend(weigh::declined(declined));
    let drafts = choose::choose(&case, &singles, &bundles, &candidates)
        .into_iter()
        .map(|(choice, aims)| draft(&case, &choice, aims, &candidates))
        .collect();
    Advice {
        drafts,
        ruled_out,
        asking: assessments::next_question(needs, catalogue, today),
    }
}

fn draft(
    case: &Inquiry<'_>,
    choice: &Combination<'_>,
    aims: Vec<Aim>,
    candidates: &[Candidate],
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
    let mut points = points::coverage(needs, &services, &possible(needs, candidates));
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

/// Of each concern, whether anything suitable covers it.
fn possible<'a>(needs: &'a Needs, candidates: &[Candidate]) -> BTreeMap<&'a str, bool> {
    let covered = |i: usize| candidates.iter().any(|c| c.covers & (1 << i) != 0);
    let concerns = needs.concerns.iter().enumerate();
    concerns.map(|(i, c)| (c.as_str(), covered(i))).collect()
}

fn item(service: &Service, in_package: bool) -> Item {
    Item {
        service: service.id,
        in_package,
        price: service.sheet.price,
    }
}
