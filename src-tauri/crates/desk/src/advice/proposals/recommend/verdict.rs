//! The true reason (R 4.3, 4.4): what came of weighing where nothing is proposed, and why a
//! concern is left out. What suits and costs more than the budget is not called unsuitable.

use super::super::cover::{Limits, Pick};
use super::weigh::Weighed;
use super::{Inquiry, Thing};
use crate::Fen;
use crate::advice::proposals::points::{Lack, Say};

crate::codes! {
    /// What came of weighing the catalogue.
    Verdict {
        /// Something is proposed.
        Fits = "fits",
        /// Something suits, and exceeds the budget or the time.
        OverLimits = "over_limits",
        /// Whatever suits was declined in this encounter.
        Declined = "declined",
        /// Something may suit: an answer is missing.
        Unknown = "unknown",
        /// Something looks at a concern, and nothing of it suits.
        Unsuited = "unsuited",
        /// Nothing that is offered looks at a concern.
        NotOffered = "not_offered",
    }
}

/// Limits with which something would be proposed; what is `None` may stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The budget it takes.
    pub budget: Option<Fen>,
    /// The minutes it takes.
    pub minutes: Option<u32>,
}

/// What came of it, and how the limits would have to change.
pub(super) fn verdict(case: &Inquiry<'_>, all: &[Weighed]) -> (Verdict, Vec<Way>) {
    let limits = case.limits();
    let fresh = |one: &&Weighed| one.suits() && !one.declined;
    let open = |one: &&Weighed| one.may_suit() && !one.declined;
    let within = |one: &Weighed| limits.allow(&one.pick);
    if all.iter().filter(fresh).any(within) {
        (Verdict::Fits, Vec::new())
    } else if all.iter().any(|one| fresh(&one)) {
        (Verdict::OverLimits, ways(limits, all.iter().filter(fresh)))
    } else if all.iter().filter(open).any(within) {
        (Verdict::Unknown, Vec::new())
    } else if all.iter().any(|one| open(&one)) {
        (Verdict::Unknown, ways(limits, all.iter().filter(open)))
    } else if all.iter().any(Weighed::suits) {
        (Verdict::Declined, Vec::new())
    } else if all.is_empty() {
        (Verdict::NotOffered, Vec::new())
    } else {
        (Verdict::Unsuited, Vec::new())
    }
}

/// The cheapest within the time, and the quickest within the budget; where there is neither,
/// the cheapest of all.
fn ways<'a>(limits: Limits, found: impl Iterator<Item = &'a Weighed>) -> Vec<Way> {
    let found: Vec<&Pick> = found.map(|one| &one.pick).collect();
    let dear = |pick: &Pick| limits.budget.is_some_and(|most| pick.price > most);
    let long = |pick: &Pick| limits.minutes.is_some_and(|most| pick.minutes() > most);
    let way = |pick: &Pick| Way {
        budget: dear(pick).then_some(pick.price),
        minutes: long(pick).then(|| pick.minutes()),
    };
    let cost = |pick: &&&Pick| (pick.price, pick.minutes());
    let cheapest = found.iter().filter(|pick| !long(pick)).min_by_key(cost);
    let quickest = found
        .iter()
        .filter(|pick| !dear(pick))
        .min_by_key(|pick| (pick.minutes(), pick.price));
    let mut ways: Vec<Way> = cheapest
        .into_iter()
        .chain(quickest)
        .map(|p| way(p))
        .collect();
    if ways.is_empty() {
        ways.extend(found.iter().min_by_key(cost).map(|p| way(p)));
    }
    ways
}

/// Why a proposal leaves a concern out that was told as number `concern`.
pub(super) fn lack(case: &Inquiry<'_>, all: &[Weighed], pick: &Pick, concern: usize) -> Lack {
    let limits = case.limits();
    let to_it: Vec<&Weighed> = all.iter().filter(|one| one.covers(concern)).collect();
    let suited = || to_it.iter().copied().filter(|one| one.suits());
    let addable = |one: &Weighed| match &one.candidate {
        Some(candidate) => limits.allow(&pick.with(candidate)),
        None => limits.allow(&one.pick),
    };
    let mut fresh: Vec<&Weighed> = suited().filter(|one| !one.declined).collect();
    fresh.sort_by_key(|one| (one.candidate.is_none(), one.pick.price, one.thing));
    if fresh.iter().any(|one| addable(one)) {
        return Lack::of(Say::NotIncluded);
    }
    if let Some(cheapest) = fresh.first() {
        let service = match cheapest.thing {
            Thing::Service(id) => Some(id),
            Thing::Package(_) => None,
        };
        return Lack {
            say: Say::BeyondLimits,
            service,
            amount: cheapest.pick.price.0,
        };
    }
    Lack::of(if suited().next().is_some() {
        Say::Declined
    } else if to_it.iter().any(|one| one.may_suit()) {
        Say::Unknown
    } else if to_it.is_empty() {
        Say::NotOffered
    } else {
        Say::NothingSuitable
    })
}
