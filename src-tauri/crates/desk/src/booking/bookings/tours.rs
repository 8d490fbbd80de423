//! A consistent set of times on one day for several services: one after the
//! other, fasting ones first. Pure: the free slots of each stop come in.

use super::{Offer, Stop};
use crate::booking::schedules::Window;
use crate::booking::schedules::slots::Slot;
use crate::{Minute, ScheduleId, ServiceId};

/// A stop to be made: what is done there and the slots of the day.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    pub schedule: ScheduleId,
    pub services: Vec<ServiceId>,
    pub fasting: bool,
    /// Goes with the person: its time lies beside the stops, not between them.
    pub alongside: bool,
    pub slots: Vec<Slot>,
}

/// How far apart the starts are that a person chooses from.
const STEP: u16 = 30;

/// The tours of a day, one for each half hour at which one can begin.
pub(super) fn tours(visits: &[Visit]) -> Vec<Offer> {
    let (beside, stops): (Vec<&Visit>, Vec<&Visit>) = visits.iter().partition(|v| v.alongside);
    let fasting = stops.iter().any(|v| v.fasting);
    let first = stops.iter().filter(|v| v.fasting == fasting);
    let mut begins: Vec<Minute> = first
        .flat_map(|v| free(v))
        .map(|slot| slot.time.from)
        .collect();
    begins.sort();
    begins.dedup();
    let mut found: Vec<Offer> = Vec::new();
    for begin in begins {
        let Some(offer) = best(&stops, begin).and_then(|offer| accompanied(offer, &beside)) else {
            continue;
        };
        let new = found.last().is_none_or(|last| {
            last.time.from.0 / STEP < offer.time.from.0 / STEP && last.stops != offer.stops
        });
        if new {
            found.push(offer);
        }
    }
    found
}

/// Whether a day has any tour at all: what `tours` finds, without looking for the rest.
pub(super) fn can(visits: &[&Visit]) -> bool {
    let (beside, stops): (Vec<&Visit>, Vec<&Visit>) = visits.iter().partition(|v| v.alongside);
    let [first, others @ ..] = visits else {
        return false;
    };
    if others.is_empty() {
        return free(first).next().is_some();
    }
    if !has_room(&stops) {
        return false;
    }
    let fasting = stops.iter().any(|v| v.fasting);
    let first = stops.iter().filter(|v| v.fasting == fasting);
    let mut begins: Vec<Minute> = first.flat_map(|v| free(v)).map(|s| s.time.from).collect();
    begins.sort();
    begins.dedup();
    begins.into_iter().any(|begin| {
        let offer = best(&stops, begin);
        offer.is_some_and(|offer| accompanied(offer, &beside).is_some())
    })
}

/// Whether the stops, one after the other, are no longer than the time from the first free
/// slot to the last: whatever else is true, they need as much.
fn has_room(stops: &[&Visit]) -> bool {
    let mut needed = 0_u32;
    let (mut from, mut to) = (u16::MAX, 0_u16);
    for stop in stops {
        let Some(slot) = free(stop).next() else {
            return false;
        };
        needed += u32::from(slot.time.to.0 - slot.time.from.0);
        from = from.min(slot.time.from.0);
        to = free(stop).map(|slot| slot.time.to.0).fold(to, u16::max);
    }
    needed <= u32::from(to.saturating_sub(from))
}

/// Adds who goes along: from before the first stop, or as soon after as there is time.
fn accompanied(mut offer: Offer, beside: &[&Visit]) -> Option<Offer> {
    for visit in beside {
        let during = || free(visit).filter(|slot| slot.time.overlaps(offer.time));
        let slot = during()
            .filter(|slot| slot.time.from <= offer.time.from)
            .last()
            .or_else(|| during().next())?;
        offer.stops.push(Stop {
            schedule: visit.schedule,
            services: visit.services.clone(),
            time: slot.time,
        });
    }
    Some(offer)
}

fn free(visit: &Visit) -> impl Iterator<Item = &Slot> {
    visit.slots.iter().filter(|slot| slot.bar.is_none())
}

/// The better of two ways of going round: always to the stop that is free first, or to the
/// one that closes first. The way that ends earlier is better.
fn best(visits: &[&Visit], begin: Minute) -> Option<Offer> {
    let ways = [
        walk(visits, begin, Choose::FreeFirst),
        walk(visits, begin, Choose::ClosesFirst),
    ];
    ways.into_iter().flatten().min_by_key(|offer| offer.time.to)
}

#[derive(Clone, Copy)]
enum Choose {
    FreeFirst,
    ClosesFirst,
}

fn walk(visits: &[&Visit], begin: Minute, choose: Choose) -> Option<Offer> {
    let mut at = begin;
    let mut stops: Vec<(Stop, Slot)> = Vec::new();
    for fasting in [true, false] {
        let mut left: Vec<&Visit> = visits
            .iter()
            .copied()
            .filter(|v| v.fasting == fasting)
            .collect();
        while !left.is_empty() {
            let (index, slot) = next(&left, at, choose)?;
            let visit = left.remove(index);
            at = slot.time.to;
            let stop = Stop {
                schedule: visit.schedule,
                services: visit.services.clone(),
                time: slot.time,
            };
            stops.push((stop, slot));
        }
    }
    let time = Window {
        from: stops.first()?.1.time.from,
        to: stops.last()?.1.time.to,
    };
    let tightest = stops
        .iter()
        .map(|(_, slot)| slot)
        .min_by_key(|slot| slot.left)?;
    let (left, capacity) = (tightest.left, tightest.capacity);
    let stops = stops.into_iter().map(|(stop, _)| stop).collect();
    Some(Offer {
        time,
        left,
        capacity,
        bar: None,
        stops,
    })
}

fn next(left: &[&Visit], at: Minute, choose: Choose) -> Option<(usize, Slot)> {
    let mut options = Vec::with_capacity(left.len());
    for (index, visit) in left.iter().enumerate() {
        // A stop that can no longer be made ends this way.
        let slot = free(visit).find(|slot| slot.time.from >= at)?;
        let last = free(visit).last()?.time.from;
        options.push((index, *slot, last));
    }
    let chosen = options
        .into_iter()
        .min_by_key(|(_, slot, last)| match choose {
            Choose::FreeFirst => (slot.time.from, *last),
            Choose::ClosesFirst => (*last, slot.time.from),
        });
    chosen.map(|(index, slot, _)| (index, slot))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn visit(id: i64, fasting: bool, starts: &[u16], minutes: u16) -> Visit {
        let slots = starts.iter().map(|start| Slot {
            time: Window {
                from: Minute(*start),
                to: Minute(start + minutes),
            },
            left: 1,
            capacity: 1,
            bar: None,
        });
        Visit {
            schedule: ScheduleId(id),
            services: vec![ServiceId(id)],
            fasting,
            alongside: false,
            slots: slots.collect(),
        }
    }

    fn order(offer: &Offer) -> Vec<(i64, u16)> {
        offer
            .stops
            .iter()
            .map(|s| (s.schedule.0, s.time.from.0))
            .collect()
    }

    #[test]
    fn whoever_comes_fasting_has_that_done_first() {
        let visits = [
            visit(1, false, &[480, 490, 500, 510, 520], 10),
            visit(2, true, &[495, 510], 15),
        ];
        let found = tours(&visits);
        assert_eq!(order(&found[0]), vec![(2, 495), (1, 510)]);
    }

    #[test]
    fn a_stop_that_closes_early_is_not_missed_for_one_that_stays_open() {
        // Going to whoever is free first would be too late for the second.
        let visits = [
            visit(1, false, &[480, 540, 600, 660], 60),
            visit(2, false, &[500], 20),
        ];
        let found = tours(&visits);
        assert!(
            found
                .iter()
                .any(|offer| order(offer) == vec![(2, 500), (1, 540)])
        );
    }

    #[test]
    fn a_day_on_which_one_stop_is_full_offers_nothing() {
        let mut full = visit(2, false, &[500], 20);
        full.slots[0].bar = Some(crate::booking::schedules::slots::Bar::Full);
        assert_eq!(tours(&[visit(1, false, &[480], 10), full]), vec![]);
    }

    #[test]
    fn a_companion_goes_along_and_takes_no_time_between_stops() {
        let companion = Visit {
            alongside: true,
            ..visit(9, false, &[450, 780], 240)
        };
        let visits = [
            companion,
            visit(1, false, &[480], 10),
            visit(2, false, &[490], 10),
        ];
        let found = tours(&visits);
        assert_eq!(order(&found[0]), vec![(1, 480), (2, 490), (9, 450)]);
        assert_eq!(
            (found[0].time.from, found[0].time.to),
            (Minute(480), Minute(500))
        );
    }

    proptest! {
        /// Whatever is offered can be walked: no stop overlaps another, each is a free
        /// slot of its own, every stop is there once, fasting ones come first.
        #[test]
        fn every_tour_can_be_walked(
            rooms in prop::collection::vec((any::<bool>(), prop::collection::btree_set(0_u16..40, 1..12), 1_u16..6), 1..6),
        ) {
            let visits: Vec<Visit> = rooms.iter().enumerate().map(|(id, (fasting, starts, minutes))| {
                let starts: Vec<u16> = starts.iter().map(|s| 480 + s * 10).collect();
                visit(i64::try_from(id).unwrap(), *fasting, &starts, minutes * 10)
            }).collect();
            let all: Vec<&Visit> = visits.iter().collect();
            let free = |v: &Visit| v.slots.iter().any(|slot| slot.bar.is_none());
            let any = if let [one] = visits.as_slice() { free(one) } else { !tours(&visits).is_empty() };
            prop_assert_eq!(can(&all), any);
            for offer in tours(&visits) {
                prop_assert_eq!(offer.stops.len(), visits.len());
                for pair in offer.stops.windows(2) {
                    prop_assert!(pair[0].time.to <= pair[1].time.from);
                    let fast = |stop: &Stop| visits[usize::try_from(stop.schedule.0).unwrap()].fasting;
                    prop_assert!(fast(&pair[0]) || !fast(&pair[1]));
                }
                for stop in &offer.stops {
                    let room = &visits[usize::try_from(stop.schedule.0).unwrap()];
                    prop_assert!(room.slots.iter().any(|slot| slot.time == stop.time));
                }
            }
        }
    }
}
