//! In how many visits something can be done within the horizon, and on which days first: what
//! is proposed says so before anybody chooses it (R 4.3, 5.1).

use super::context::Context;
use super::offers::{Group, grouped, visit, wanted};
use super::tours::{Visit, can};
use crate::advice::catalogue::{self, Catalogue, Service};
use crate::booking::schedules::slots::HORIZON_DAYS;
use crate::booking::schedules::{self, Schedule};
use crate::{Day, PackageId, Reading, Result, ServiceId, VisitorId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Days that are read at once: most of what is wanted is free within the first of them.
const CHUNK: i64 = 15;
/// On so many days a first of two visits is tried.
const TRIES: usize = 12;

crate::codes! {
    /// In how many visits something can be done.
    Reached {
        /// In one.
        Once = "once",
        /// In two, on different days.
        Twice = "twice",
        /// Not within the horizon.
        Never = "never",
        /// It needs no booking.
        Unbooked = "unbooked",
    }
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The first day on which it is free.
    pub day: Day,
    /// What is done then, and has a time of its own.
    pub services: Vec<ServiceId>,
}

/// In how many visits, when, and what is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// In how many.
    pub how: Reached,
    /// The visits in the order of their days; none where there are none.
    pub parts: Vec<Part>,
    /// What has no time, where it cannot be booked.
    pub missing: Vec<ServiceId>,
}

impl Reach {
    fn of(how: Reached, parts: Vec<Part>) -> Self {
        Self {
            how,
            parts,
            missing: Vec::new(),
        }
    }

    fn never(missing: Vec<ServiceId>) -> Self {
        Self {
            how: Reached::Never,
            parts: Vec::new(),
            missing,
        }
    }
}

/// A package, services beside it, or both.
pub type Wanted = (Option<PackageId>, Vec<ServiceId>);

/// For each that is wanted, in how many visits it can be done. Whoever it is for: their other
/// bookings are in the way.
///
/// # Errors
/// `NotFound` for a service or package, `Empty` when nothing is asked for.
pub fn reach(r: &Reading<'_>, visitor: Option<VisitorId>, all: &[Wanted]) -> Result<Vec<Reach>> {
    let catalogue = catalogue::whole(r)?;
    let mut ahead = Ahead {
        r,
        visitor,
        chunks: BTreeMap::new(),
    };
    let found = all.iter().map(|(package, services)| {
        let services = wanted(&catalogue, *package, services)?;
        one(&mut ahead, &catalogue, services)
    });
    found.collect()
}

fn one(ahead: &mut Ahead<'_, '_>, catalogue: &Catalogue, wanted: Vec<&Service>) -> Result<Reach> {
    let ids: Vec<ServiceId> = wanted.iter().map(|s| s.id).collect();
    let places: Vec<Schedule> = schedules::for_services(ahead.r.tx, &ids)?;
    let placed = |s: &&Service| places.iter().any(|p| p.services.contains(&s.id));
    let unbookable = wanted
        .iter()
        .filter(|s| !s.active || (s.sheet.bookable && !placed(s)));
    let missing: Vec<ServiceId> = unbookable.map(|s| s.id).collect();
    if !missing.is_empty() {
        return Ok(Reach::never(missing));
    }
    let timed: Vec<&Service> = wanted.into_iter().filter(|s| s.sheet.bookable).collect();
    if timed.is_empty() {
        return Ok(Reach::of(Reached::Unbooked, Vec::new()));
    }
    let groups = grouped(catalogue, &places, &timed);
    let (today, mut days) = (ahead.r.today(), Vec::new());
    for n in 0..=HORIZON_DAYS {
        let day = today.plus_days(n);
        let free = ahead.free(&groups, day)?;
        let all: Vec<&Visit> = free.iter().flatten().collect();
        if all.len() == groups.len() && can(&all) {
            let part = part(day, all);
            return Ok(Reach::of(Reached::Once, vec![part]));
        }
        days.push((day, free));
    }
    Ok(in_two(&groups, &days))
}

fn part(day: Day, visits: Vec<&Visit>) -> Part {
    let services = visits.into_iter().flat_map(|v| v.services.clone());
    Part {
        day,
        services: services.collect(),
    }
}

/// The free stops of each day, in the order of the groups.
type Days = [(Day, Vec<Option<Visit>>)];

/// As much as goes into an early day, and the rest on the first day after that takes it.
fn in_two(groups: &[Group<'_>], days: &Days) -> Reach {
    let never = |at: &usize| {
        days.iter()
            .all(|(_, free)| free.get(*at).is_none_or(Option::is_none))
    };
    let missing: Vec<usize> = (0..groups.len()).filter(never).collect();
    if !missing.is_empty() {
        return Reach::never(services(groups, &missing));
    }
    let mut left_over = Vec::new();
    let mut tried = 0;
    for (n, (day, free)) in days.iter().enumerate() {
        let first = most(groups, free);
        if first.is_empty() {
            continue;
        }
        let rest: Vec<usize> = (0..groups.len()).filter(|at| !first.contains(at)).collect();
        let later = days.iter().skip(n + 1).find_map(|(day, free)| {
            let visits = stops(free, &rest);
            (visits.len() == rest.len() && can(&visits)).then(|| part(*day, visits))
        });
        if let Some(later) = later {
            let parts = vec![part(*day, stops(free, &first)), later];
            return Reach::of(Reached::Twice, parts);
        }
        if left_over.is_empty() {
            left_over = rest;
        }
        tried += 1;
        if tried == TRIES {
            break;
        }
    }
    Reach::never(services(groups, &left_over))
}

fn services(groups: &[Group<'_>], which: &[usize]) -> Vec<ServiceId> {
    let named = which.iter().filter_map(|at| groups.get(*at));
    named
        .flat_map(|g| g.services.iter().map(|s| s.id))
        .collect()
}

fn stops<'v>(free: &'v [Option<Visit>], which: &[usize]) -> Vec<&'v Visit> {
    which
        .iter()
        .filter_map(|at| free.get(*at)?.as_ref())
        .collect()
}

/// As many stops as one round takes: what has to be prepared longest comes on the second
/// visit, fasting ones before others, and the long ones first, which find no place later.
fn most(groups: &[Group<'_>], free: &[Option<Visit>]) -> Vec<usize> {
    let key = |(at, visit): &(usize, &Visit)| {
        let lead = groups.get(*at).map_or(0, Group::lead_hours);
        let slot = visit.slots.first();
        let length = slot.map_or(0, |slot| slot.time.to.0 - slot.time.from.0);
        (visit.alongside, lead, !visit.fasting, Reverse(length), *at)
    };
    let mut order: Vec<(usize, &Visit)> = free
        .iter()
        .enumerate()
        .filter_map(|(at, visit)| Some((at, visit.as_ref()?)))
        .collect();
    order.sort_by_key(key);
    let mut taken: Vec<(usize, &Visit)> = Vec::new();
    for stop in order {
        let mut round: Vec<&Visit> = taken.iter().map(|(_, visit)| *visit).collect();
        round.push(stop.1);
        if can(&round) {
            taken.push(stop);
        }
    }
    taken.into_iter().map(|(at, _)| at).collect()
}

/// The days ahead, read as far as somebody looks.
struct Ahead<'r, 'a> {
    r: &'r Reading<'a>,
    visitor: Option<VisitorId>,
    chunks: BTreeMap<i64, Context>,
}

impl Ahead<'_, '_> {
    /// Of each stop its slots of a day, where one is free.
    fn free(&mut self, groups: &[Group<'_>], day: Day) -> Result<Vec<Option<Visit>>> {
        let today = self.r.today();
        let chunk = day.days_since(today) / CHUNK;
        if !self.chunks.contains_key(&chunk) {
            let from = today.plus_days(chunk * CHUNK);
            let context = Context::load(self.r, from, from.plus_days(CHUNK - 1), None)?;
            self.chunks.insert(chunk, context);
        }
        let Some(context) = self.chunks.get(&chunk) else {
            return Ok(Vec::new());
        };
        let own = self
            .visitor
            .map(|v| context.own(v, day))
            .unwrap_or_default();
        let slots = groups.iter().map(|group| {
            let visit = visit(self.r, context, group, &own, day).ok()?;
            let free = visit.slots.iter().any(|slot| slot.bar.is_none());
            free.then_some(visit)
        });
        Ok(slots.collect())
    }
}
