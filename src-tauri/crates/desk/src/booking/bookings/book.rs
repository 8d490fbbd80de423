//! Making a booking: all of it or nothing, with the capacity counted inside the
//! write, so that parallel writers never take the same place (R 5.1, 5.2).

use super::Refused;
use super::acts;
use super::agreed::{
    in_horizon, one_day, refuse_other_encounter, refuse_same, title_and_price, whole_once,
};
use super::context::Context;
use super::fit;
use super::offers::Group;
use super::{Booking, BookingState, Item, store};
use crate::advice::catalogue::{self, Bilingual, Catalogue, Service};
use crate::booking::schedules::slots::{Bar, Need, slot_at};
use crate::booking::schedules::{self, Schedule, Window};
use crate::booking::vouchers;
use crate::ground::refusal::Wrong;
use crate::ground::text;
use crate::people::visitors;
use crate::{
    BookingId, Day, EncounterId, Fen, Minute, PackageId, Reading, Reason, Refusal, Result,
    ScheduleId, ServiceId, VisitorId, Writing,
};

/// Whether service, time, name and phone were read back (R 5.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadBack {
    /// And confirmed.
    Confirmed,
    /// Not yet.
    Missing,
}

/// Whether it was said that the same is booked once more on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// It was.
    Meant,
    /// Nothing was said.
    Unsaid,
}

/// A service and where it is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// What.
    pub service: ServiceId,
    /// Where and when; `None` for what is done on the way.
    pub place: Option<(ScheduleId, Day, Minute)>,
}

/// A booking to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBooking {
    /// Who comes.
    pub visitor: VisitorId,
    /// Where it was agreed.
    pub encounter: Option<EncounterId>,
    /// The package whose price counts for its services.
    pub package: Option<PackageId>,
    /// What, where, when; one day.
    pub wanted: Vec<Placed>,
    /// Whether it was read back.
    pub read_back: ReadBack,
    /// Allergies and special needs; `None`: those of the booking that is moved, if one is.
    pub needs: Option<String>,
    /// Anything else; `None`: as with the needs.
    pub note: Option<String>,
    /// Why it is booked although it does not suit the person.
    pub despite: String,
    /// Whether the same is booked once more on purpose.
    pub again: Again,
    /// What was said it costs; refused where it costs something else by now.
    pub told: Option<Fen>,
}

/// What a new booking is tied to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tied<'a> {
    /// The booking in whose place it is.
    pub old: Option<&'a Booking>,
    /// What of the same is done on another visit.
    pub elsewhere: &'a [ServiceId],
    /// Those other visits.
    pub others: &'a [BookingId],
    /// The first of them, with which the package was told and paid.
    pub first: Option<BookingId>,
}

/// Books, and issues the voucher.
///
/// # Errors
/// `ReadBackMissing`, `Empty`, `SeveralDays`, `NotBookable`, `Unsuited`, `ClosedDay`,
/// `BeyondHorizon`, `SlotGone`, `SlotFull`, `NotTogether`, `SlotPast`, `LeadTime`, `Overlap`,
/// `BookedTwice`, `PackagePartMissing`, `BookedBefore`, `OtherPerson`, `EncounterClosed`,
/// `PriceChanged`, `ConsentMissing`, `NotFound`, those of the texts.
pub fn book(w: &Writing<'_>, new: &NewBooking) -> Result<Booking> {
    book_tied(w, new, &Tied::default())
}

/// Books, maybe in the place of a booking that is moved, or as one visit of two.
pub(super) fn book_tied(w: &Writing<'_>, new: &NewBooking, tied: &Tied<'_>) -> Result<Booking> {
    if new.read_back == ReadBack::Missing {
        return Err(Refused::ReadBackMissing {}.at("readBack").into());
    }
    let (needs, note, despite) = said(new, tied)?;
    let r = w.reading();
    let visitor = visitors::received(w, new.visitor)?;
    refuse_other_encounter(w, new, tied.old)?;
    let day = one_day(&new.wanted)?;
    in_horizon(w.today(), day)?;
    let catalogue = catalogue::whole(&r)?;
    let services: Vec<ServiceId> = new.wanted.iter().map(|w| w.service).collect();
    whole_once(&services, tied.elsewhere, new.package, &catalogue)?;
    let who = (new.visitor, new.encounter);
    let found = fit::misfits(&r, who, new.package, &services, &catalogue, day)?;
    let despite = fit::refuse_unless(w, &found, despite, &catalogue)?;
    let items = items(w, new, day, &catalogue)?;
    let (time, arrive_by) = span(&w.reading(), &items, &catalogue)?;
    let (title, price) = title_and_price(&items, new.package, &catalogue, tied)?;
    if let Some(told) = new.told.filter(|told| *told != price) {
        let (told, now) = (told.0, price.0);
        return Err(Refused::PriceChanged { told, now }.at("price").into());
    }
    if new.again == Again::Unsaid {
        refuse_same(&r, new, day, &services, tied)?;
    }
    let booking = Booking {
        id: BookingId(0),
        visitor: new.visitor,
        encounter: new.encounter,
        package: new.package,
        day,
        time,
        arrive_by,
        title,
        price,
        needs,
        note,
        despite,
        state: BookingState::Booked,
        reason: String::new(),
        read_back_at: w.at,
        booked_at: w.at,
        booked_by: w.by.staff,
        checked_in_at: None,
        state_at: w.at,
        state_by: w.by.staff,
        moved_to: None,
        part_of: tied.first,
        items,
    };
    let id = store::insert(w, &booking)?;
    vouchers::issue(w, id, &visitor, &prepared(&booking.items, &catalogue))?;
    let detail = format!("{day} {} items {}", booking.time.from, booking.items.len());
    let despite = &booking.despite;
    w.note_because(acts::BOOK, (acts::BOOKING, id.0), &detail, despite)?;
    super::of(&r, id)
}

/// What is said along with it: needs and note, those of a booking that is moved where nothing
/// is said, and why somebody is booked for what does not suit them.
fn said(new: &NewBooking, tied: &Tied<'_>) -> Result<(String, String, String), Refusal> {
    let or = |said: &Option<String>, kept: fn(&Booking) -> &String| {
        let kept = || tied.old.map(|old| kept(old).clone());
        said.clone().or_else(kept).unwrap_or_default()
    };
    let (needs, note) = (
        or(&new.needs, |old| &old.needs),
        or(&new.note, |old| &old.note),
    );
    let mut wrong = Wrong::default();
    let said = (
        wrong.or(text::optional("needs", &needs, text::LINE)),
        wrong.or(text::optional("note", &note, text::LINE)),
        wrong.or(text::optional("despite", &new.despite, text::LINE)),
    );
    wrong.done()?;
    Ok(said)
}

/// Checks and takes each stop in the order of the day; a stop that was taken blocks its
/// time for the next ones of this person. Then adds what is done on the way.
fn items(w: &Writing<'_>, new: &NewBooking, day: Day, catalogue: &Catalogue) -> Result<Vec<Item>> {
    let r = w.reading();
    let context = Context::load(&r, day, day, None)?;
    let vocabulary = catalogue::vocabulary(&r)?;
    let department = |code: &str| {
        let found = vocabulary.departments.iter().find(|d| d.code == code);
        found
            .map(|d| (d.name.clone(), d.place.clone()))
            .unwrap_or_default()
    };
    let mut own = context.own(new.visitor, day);
    let mut items = Vec::with_capacity(new.wanted.len());
    for (schedule, start, ids) in stops(&new.wanted) {
        let schedule = schedules::of(&r, schedule)?;
        let group = checked_group(&schedule, &ids, catalogue)?;
        let in_the_way: &[Window] = if schedule.alongside { &[] } else { &own };
        let time = take(w, &context, &group, day, start, in_the_way)?;
        if !schedule.alongside {
            own.push(time);
        }
        for service in &group.services {
            items.push(Item {
                service: service.id,
                schedule: Some(schedule.id),
                time: Some(time),
                name: service.sheet.name.clone(),
                department: department(&service.sheet.department).0,
                place: Bilingual {
                    zh: schedule.place_zh.clone(),
                    en: schedule.place_en.clone(),
                },
                price: service.sheet.price,
            });
        }
    }
    for wanted in new.wanted.iter().filter(|w| w.place.is_none()) {
        let service = offered(catalogue, wanted.service)?;
        if service.sheet.bookable {
            return Err(not_bookable(service).into());
        }
        let (name, place) = department(&service.sheet.department);
        items.push(Item {
            service: service.id,
            schedule: None,
            time: None,
            name: service.sheet.name.clone(),
            department: name,
            place,
            price: service.sheet.price,
        });
    }
    Ok(items)
}

/// What is done where and when, in the order of the day.
fn stops(wanted: &[Placed]) -> Vec<(ScheduleId, Minute, Vec<ServiceId>)> {
    let mut stops: Vec<(ScheduleId, Minute, Vec<ServiceId>)> = Vec::new();
    for Placed { service, place } in wanted {
        let Some((schedule, _, start)) = *place else {
            continue;
        };
        let same = stops
            .iter_mut()
            .find(|(s, at, _)| *s == schedule && *at == start);
        match same {
            Some((_, _, services)) => services.push(*service),
            None => stops.push((schedule, start, vec![*service])),
        }
    }
    stops.sort_by_key(|(_, start, _)| *start);
    stops
}

fn offered(catalogue: &Catalogue, id: ServiceId) -> Result<&Service, Refusal> {
    let service = catalogue
        .services
        .get(&id)
        .ok_or_else(|| Reason::NotFound {}.at("items"))?;
    if service.active {
        Ok(service)
    } else {
        Err(not_bookable(service))
    }
}

fn not_bookable(service: &Service) -> Refusal {
    let service = service.sheet.code.clone();
    Refused::NotBookable { service }.at("items")
}

fn checked_group<'a>(
    schedule: &'a Schedule,
    ids: &[ServiceId],
    catalogue: &'a Catalogue,
) -> Result<Group<'a>, Refusal> {
    let mut services = Vec::with_capacity(ids.len());
    for id in ids {
        let service = offered(catalogue, *id)?;
        if !service.sheet.bookable || !schedule.services.contains(id) {
            return Err(not_bookable(service));
        }
        services.push(service);
    }
    let together = |s: &&Service| catalogue.one_sitting.contains(&s.sheet.department);
    if services.len() > 1 && !services.iter().all(together) {
        return Err(Refused::NotTogether {}.at("items"));
    }
    Ok(Group { schedule, services })
}

fn take(
    w: &Writing<'_>,
    context: &Context,
    group: &Group<'_>,
    day: Day,
    start: Minute,
    own: &[Window],
) -> Result<Window, Refusal> {
    let schedule = group.schedule;
    let plan = context.plan(schedule, day);
    let plan = plan.map_err(|_| {
        Refused::ClosedDay {
            day: day.to_string(),
        }
        .at("items")
    })?;
    let need = Need {
        minutes: group.minutes(),
        lead_hours: group.lead_hours(),
        now: w.at,
        own,
    };
    let taken = context.taken(schedule.id, day);
    let start_text = start.to_string();
    let slot =
        slot_at(&plan, schedule.slot_minutes, &taken, &need, day, start).ok_or_else(|| {
            Refused::SlotGone {
                start: start_text.clone(),
            }
            .at("items")
        })?;
    let reason = match slot.bar {
        None => return Ok(slot.time),
        Some(Bar::Past) => Refused::SlotPast {},
        Some(Bar::LeadTime) => Refused::LeadTime {
            hours: i64::from(need.lead_hours),
        },
        Some(Bar::Full) => Refused::SlotFull {
            start: start_text,
            capacity: i64::from(slot.capacity),
        },
        Some(Bar::Overlap) => Refused::Overlap { start: start_text },
    };
    Err(reason.at("items"))
}

/// From the first start to the last end, and when to be there. What runs alongside (an
/// escort) moves neither start nor end, unless there is nothing else.
fn span(r: &Reading<'_>, items: &[Item], catalogue: &Catalogue) -> Result<(Window, Minute)> {
    let beside: Vec<ScheduleId> = schedules::list(r)?
        .into_iter()
        .filter(|s| s.alongside)
        .map(|s| s.id)
        .collect();
    let along = |item: &&Item| item.schedule.is_some_and(|id| beside.contains(&id));
    let only_along = items.iter().filter(|i| i.time.is_some()).all(|i| along(&i));
    let times = || {
        let stops = items.iter().filter(|i| only_along || !along(i));
        stops.filter_map(|item| item.time)
    };
    let first = times().map(|t| t.from).min();
    let first = first.ok_or_else(|| Reason::Empty {}.at("items"))?;
    let last = times().map(|t| t.to).max().unwrap_or(first);
    let at_first = items
        .iter()
        .filter(|i| i.time.is_some_and(|t| t.from == first));
    let early = at_first
        .filter_map(|item| catalogue.services.get(&item.service))
        .map(|s| s.sheet.arrive_early)
        .max()
        .and_then(|m| u16::try_from(m).ok())
        .unwrap_or(0);
    Ok((
        Window {
            from: first,
            to: last,
        },
        Minute(first.0.saturating_sub(early)),
    ))
}

/// What to bring and how to prepare for all of it, each line once.
fn prepared(items: &[Item], catalogue: &Catalogue) -> vouchers::Lines {
    let mut lines = vouchers::Lines::default();
    for service in items
        .iter()
        .filter_map(|item| catalogue.services.get(&item.service))
    {
        for (from, to) in [
            (&service.sheet.bring, &mut lines.bring),
            (&service.sheet.prepare, &mut lines.prepare),
        ] {
            for line in from {
                if !to.iter().any(|known| known.zh == line.zh) {
                    to.push(line.clone());
                }
            }
        }
    }
    lines
}
