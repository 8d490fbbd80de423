//! The search for combinations: which services together cover which concerns
//! within money and time. Pure, exact over what it keeps, the same every time.

use crate::{Fen, ServiceId};
use std::collections::BTreeMap;

/// How many combinations are kept for each coverage, so that others are left when the best
/// one was declined.
const KEPT: usize = 6;

/// A service that may be chosen.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub id: ServiceId,
    /// Bit i: covers concern i.
    pub covers: u16,
    pub price: Fen,
    pub minutes: u32,
    /// Which one-sitting department it belongs to.
    pub sitting: Option<usize>,
}

/// A combination while it grows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pick {
    pub services: Vec<ServiceId>,
    pub covers: u16,
    pub price: Fen,
    apart: u32,
    sittings: Vec<u32>,
}

impl Pick {
    /// A start that covers something already: a package, or nothing.
    pub(super) fn start(covers: u16, price: Fen, sittings: usize) -> Self {
        Self {
            services: Vec::new(),
            covers,
            price,
            apart: 0,
            sittings: vec![0; sittings],
        }
    }

    /// Minutes of everything, a sitting counted once.
    pub(super) fn minutes(&self) -> u32 {
        self.sittings
            .iter()
            .fold(self.apart, |sum, m| sum.saturating_add(*m))
    }

    /// Minutes with one more service.
    fn minutes_with(&self, candidate: &Candidate) -> u32 {
        let more = match candidate.sitting.and_then(|s| self.sittings.get(s)) {
            Some(longest) => candidate.minutes.saturating_sub(*longest),
            None => candidate.minutes,
        };
        self.minutes().saturating_add(more)
    }

    /// Adds the minutes of a service, not its price: the caller counts that.
    pub(super) fn spend(&mut self, minutes: u32, sitting: Option<usize>) {
        match sitting.and_then(|s| self.sittings.get_mut(s)) {
            Some(longest) => *longest = (*longest).max(minutes),
            None => self.apart = self.apart.saturating_add(minutes),
        }
    }

    /// With one more service.
    pub(super) fn with(&self, candidate: &Candidate) -> Self {
        let mut next = self.clone();
        next.spend(candidate.minutes, candidate.sitting);
        next.services.push(candidate.id);
        next.services.sort_unstable();
        next.covers |= candidate.covers;
        next.price = next.price.plus(candidate.price);
        next
    }
}

/// What must not be exceeded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub budget: Option<Fen>,
    pub minutes: Option<u32>,
}

impl Limits {
    pub(super) fn allow(&self, pick: &Pick) -> bool {
        self.budget.is_none_or(|b| pick.price <= b)
            && self.minutes.is_none_or(|m| pick.minutes() <= m)
    }
}

/// Whether combinations of equal coverage are compared by price or by time first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Price,
    Minutes,
}

impl Order {
    /// What is compared: first what counts, then the other.
    fn cost(self, price: Fen, minutes: u32) -> (i64, i64) {
        match self {
            Self::Price => (price.0, i64::from(minutes)),
            Self::Minutes => (i64::from(minutes), price.0),
        }
    }

    fn of(self, pick: &Pick) -> (i64, i64) {
        self.cost(pick.price, pick.minutes())
    }

    /// The order of combinations; of equal ones the older services.
    pub(super) fn key(self, pick: &Pick) -> ((i64, i64), Vec<ServiceId>) {
        (self.of(pick), pick.services.clone())
    }
}

/// Every kept combination from a start, for each coverage the best few.
pub(super) fn search(
    start: &Pick,
    candidates: &[Candidate],
    concerns: usize,
    limits: Limits,
    order: Order,
) -> Vec<Pick> {
    if !limits.allow(start) {
        return Vec::new();
    }
    let mut kept: BTreeMap<u16, Vec<Pick>> = BTreeMap::from([(start.covers, vec![start.clone()])]);
    for concern in 0..concerns {
        let bit = 1_u16 << concern;
        let mut next: BTreeMap<u16, Vec<Pick>> = BTreeMap::new();
        for pick in kept.into_values().flatten() {
            if pick.covers & bit == 0 {
                for candidate in candidates.iter().filter(|c| c.covers & bit != 0) {
                    let rivals = next.entry(pick.covers | candidate.covers).or_default();
                    let cost = order.cost(
                        pick.price.plus(candidate.price),
                        pick.minutes_with(candidate),
                    );
                    let hopeless = rivals.len() == KEPT
                        && rivals.last().is_some_and(|last| order.of(last) < cost);
                    if !hopeless {
                        keep(rivals, pick.with(candidate), limits, order);
                    }
                }
            }
            // Left uncovered here; a later choice may still cover it.
            keep(next.entry(pick.covers).or_default(), pick, limits, order);
        }
        kept = next;
    }
    let all = kept.into_values().flatten();
    all.filter(|pick| is_lean(pick, start, candidates))
        .collect()
}

/// Puts a combination among its rivals, the best first, each once.
fn keep(rivals: &mut Vec<Pick>, pick: Pick, limits: Limits, order: Order) {
    if !limits.allow(&pick) {
        return;
    }
    let place =
        |rival: &Pick| (order.of(rival), &rival.services) < (order.of(&pick), &pick.services);
    let at = rivals.partition_point(place);
    if rivals
        .get(at)
        .is_none_or(|rival| rival.services != pick.services)
    {
        rivals.insert(at, pick);
        rivals.truncate(KEPT);
    }
}

/// Whether no service could be left out without losing a concern.
fn is_lean(pick: &Pick, start: &Pick, candidates: &[Candidate]) -> bool {
    let covers = |id: &ServiceId| {
        let own = candidates.iter().find(|c| c.id == *id);
        own.map_or(0, |c| c.covers)
    };
    pick.services.iter().all(|left_out| {
        let others = pick.services.iter().filter(|id| *id != left_out);
        let without = others.fold(start.covers, |all, id| all | covers(id));
        without != pick.covers
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn candidate(
        id: i64,
        covers: u16,
        price: i64,
        minutes: u32,
        sitting: Option<usize>,
    ) -> Candidate {
        Candidate {
            id: ServiceId(id),
            covers,
            price: Fen(price),
            minutes,
            sitting,
        }
    }

    fn best(limits: Limits, order: Order, all: &[Candidate]) -> Pick {
        let start = Pick::start(0, Fen(0), 1);
        let mut found = search(&start, all, 2, limits, order);
        found.sort_by_key(|p| (std::cmp::Reverse(p.covers.count_ones()), order.key(p)));
        found.into_iter().next().unwrap()
    }

    #[test]
    fn one_service_for_two_concerns_beats_two_dearer_ones() {
        let all = [
            candidate(1, 0b01, 50, 10, None),
            candidate(2, 0b10, 60, 10, None),
            candidate(3, 0b11, 100, 30, None),
        ];
        let none = Limits {
            budget: None,
            minutes: None,
        };
        assert_eq!(best(none, Order::Price, &all).services, vec![ServiceId(3)]);
        assert_eq!(
            best(none, Order::Minutes, &all).services,
            vec![ServiceId(1), ServiceId(2)]
        );
        let poor = Limits {
            budget: Some(Fen(99)),
            minutes: None,
        };
        assert_eq!(best(poor, Order::Price, &all).covers.count_ones(), 1);
    }

    #[test]
    fn one_blood_draw_takes_its_time_once() {
        let all = [
            candidate(1, 0b01, 50, 10, Some(0)),
            candidate(2, 0b10, 60, 12, Some(0)),
        ];
        let hurried = Limits {
            budget: None,
            minutes: Some(12),
        };
        let pick = best(hurried, Order::Minutes, &all);
        assert_eq!((pick.covers, pick.minutes()), (0b11, 12));
    }
}
