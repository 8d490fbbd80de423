//! Which times can be offered for what somebody wants (R 5.1): the slots of one
//! service, or tours through several on the same day.

use super::context::Context;
use super::fit::{Misfit, misfits};
use super::tours::{Visit, tours};
use crate::advice::catalogue::{self, Catalogue, Service};
use crate::booking::schedules::plan::Shut;
use crate::booking::schedules::slots::{Bar, HORIZON_DAYS, Need, slots};
use crate::booking::schedules::{self, Schedule, Window};
use crate::{
    BookingId, Day, EncounterId, PackageId, Reading, Reason, Result, ScheduleId, ServiceId,
    VisitorId,
};

/// What somebody wants, and from which day on.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Who; their other bookings are in the way.
    pub visitor: Option<VisitorId>,
    /// Where it is talked about: what was said there decides what suits.
    pub encounter: Option<EncounterId>,
    /// A whole package.
    pub package: Option<PackageId>,
    /// Services, beside those of the package.
    pub services: Vec<ServiceId>,
    /// The first day to look at; today at the earliest.
    pub from: Day,
    /// How many days to look at.
    pub days: u16,
    /// The booking that is to be moved.
    pub moving: Option<BookingId>,
}

/// One place to be at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Where.
    pub schedule: ScheduleId,
    /// What is done there.
    pub services: Vec<ServiceId>,
    /// From when to when.
    pub time: Window,
}

/// A time that may be chosen, with all its stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// First start and last end.
    pub time: Window,
    /// How many more people the tightest stop takes.
    pub left: u16,
    /// How many that stop takes in all.
    pub capacity: u16,
    /// Why it cannot be chosen.
    pub bar: Option<Bar>,
    /// The stops in order.
    pub stops: Vec<Stop>,
}

/// The offers of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedDay {
    /// The day.
    pub day: Day,
    /// Why there is nothing at all.
    pub shut: Option<Shut>,
    /// In order.
    pub offers: Vec<Offer>,
}

/// The times for a wish, day by day, and what of it needs none or can get none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// Day by day.
    pub days: Vec<OfferedDay>,
    /// Everything that was asked for, package and single services together.
    pub services: Vec<ServiceId>,
    /// Of these: done on the way, without a time of their own.
    pub untimed: Vec<ServiceId>,
    /// Of these: no schedule takes them, so they cannot be booked here.
    pub unplaced: Vec<ServiceId>,
    /// What does not suit the person on the first day, or should be asked before.
    pub misfits: Vec<Misfit>,
}

/// The times that can be offered.
///
/// # Errors
/// `NotFound` for a service or package, `Empty` when nothing is asked for.
pub fn offers(r: &Reading<'_>, wish: &Wish) -> Result<Offers> {
    let catalogue = catalogue::whole(r)?;
    let wanted = wanted(&catalogue, wish.package, &wish.services)?;
    let services: Vec<ServiceId> = wanted.iter().map(|s| s.id).collect();
    let places = schedules::for_services(r.tx, &services)?;
    let (timed, untimed): (Vec<&Service>, Vec<&Service>) =
        wanted.into_iter().partition(|s| s.sheet.bookable);
    let placed = |s: &Service| places.iter().any(|p| p.services.contains(&s.id));
    let unplaced = timed.iter().filter(|s| !placed(s)).map(|s| s.id).collect();
    let from = wish.from.max(r.today());
    let last = r.today().plus_days(HORIZON_DAYS);
    let to = from
        .plus_days(i64::from(wish.days.clamp(1, 62)) - 1)
        .min(last);
    let context = Context::load(r, from, to, wish.moving)?;
    let timed: Vec<&Service> = timed.into_iter().filter(|s| placed(s)).collect();
    let groups = grouped(&catalogue, &places, &timed);
    let mut days = Vec::new();
    let mut day = from;
    while day <= to {
        let own = wish
            .visitor
            .map(|v| context.own(v, day))
            .unwrap_or_default();
        days.push(offered(r, &context, &groups, &own, day));
        day = day.plus_days(1);
    }
    let untimed = untimed.into_iter().map(|s| s.id).collect();
    let misfits = match wish.visitor {
        Some(visitor) => {
            let who = (visitor, wish.encounter);
            misfits(r, who, wish.package, &services, &catalogue, from)?
        }
        None => Vec::new(),
    };
    Ok(Offers {
        misfits,
        days,
        services,
        untimed,
        unplaced,
    })
}

/// Everything that is asked for: the services of the package, then the single ones, each once.
pub(super) fn wanted<'a>(
    catalogue: &'a Catalogue,
    package: Option<PackageId>,
    services: &[ServiceId],
) -> Result<Vec<&'a Service>> {
    let mut ids: Vec<ServiceId> = Vec::new();
    if let Some(package) = package {
        let package = catalogue.packages.get(&package);
        let package = package.ok_or_else(|| Reason::NotFound {}.at("packageId"))?;
        ids.extend(&package.sheet.services);
    }
    for id in services {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    if ids.is_empty() {
        return Err(Reason::Empty {}.at("serviceIds").into());
    }
    let found: Option<Vec<&Service>> = ids.iter().map(|id| catalogue.services.get(id)).collect();
    Ok(found.ok_or_else(|| Reason::NotFound {}.at("serviceIds"))?)
}

/// What is done at one stop.
pub(super) struct Group<'a> {
    pub schedule: &'a Schedule,
    pub services: Vec<&'a Service>,
}

impl Group<'_> {
    /// How long the stop takes: its services are done together, so the longest counts.
    pub(super) fn minutes(&self) -> u16 {
        let longest = self.services.iter().map(|s| s.sheet.minutes).max();
        longest.and_then(|m| u16::try_from(m).ok()).unwrap_or(1)
    }

    /// How many hours ahead the stop must be booked: what its most demanding service asks.
    pub(super) fn lead_hours(&self) -> u32 {
        self.services
            .iter()
            .map(|s| s.sheet.lead_hours)
            .max()
            .unwrap_or(0)
    }

    fn fasting(&self) -> bool {
        self.services.iter().any(|s| s.sheet.fasting)
    }
}

/// One stop for each service, but one for all of a place whose services are done
/// in one sitting.
pub(super) fn grouped<'a>(
    catalogue: &Catalogue,
    places: &'a [Schedule],
    services: &[&'a Service],
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for service in services {
        let Some(schedule) = places.iter().find(|p| p.services.contains(&service.id)) else {
            continue;
        };
        let together = catalogue.one_sitting.contains(&service.sheet.department);
        let same = groups
            .iter_mut()
            .find(|g| together && g.schedule.id == schedule.id);
        match same {
            Some(group) => group.services.push(service),
            None => groups.push(Group {
                schedule,
                services: vec![service],
            }),
        }
    }
    groups
}

fn offered(
    r: &Reading<'_>,
    context: &Context,
    groups: &[Group<'_>],
    own: &[Window],
    day: Day,
) -> OfferedDay {
    let mut visits = Vec::with_capacity(groups.len());
    for group in groups {
        match visit(r, context, group, own, day) {
            Ok(visit) => visits.push(visit),
            Err(shut) => {
                return OfferedDay {
                    day,
                    shut: Some(shut),
                    offers: Vec::new(),
                };
            }
        }
    }
    let offers = match visits.as_slice() {
        [one] => one.slots.iter().map(|slot| single(one, slot)).collect(),
        several => tours(several),
    };
    OfferedDay {
        day,
        shut: None,
        offers,
    }
}

/// The slots of one stop on a day.
///
/// # Errors
/// Why nobody is taken there.
pub(super) fn visit(
    r: &Reading<'_>,
    context: &Context,
    group: &Group<'_>,
    own: &[Window],
    day: Day,
) -> Result<Visit, Shut> {
    let plan = context.plan(group.schedule, day)?;
    let need = Need {
        minutes: group.minutes(),
        lead_hours: group.lead_hours(),
        now: r.at,
        own: if group.schedule.alongside { &[] } else { own },
    };
    let taken = context.taken(group.schedule.id, day);
    Ok(Visit {
        schedule: group.schedule.id,
        services: group.services.iter().map(|s| s.id).collect(),
        fasting: group.fasting(),
        alongside: group.schedule.alongside,
        slots: slots(&plan, group.schedule.slot_minutes, &taken, &need, day),
    })
}

fn single(visit: &Visit, slot: &schedules::slots::Slot) -> Offer {
    let stop = Stop {
        schedule: visit.schedule,
        services: visit.services.clone(),
        time: slot.time,
    };
    Offer {
        time: slot.time,
        left: slot.left,
        capacity: slot.capacity,
        bar: slot.bar,
        stops: vec![stop],
    }
}
