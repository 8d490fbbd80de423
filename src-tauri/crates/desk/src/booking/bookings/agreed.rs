//! What a booking has to be before any place is taken: agreed with whoever comes, on one day
//! within the horizon, each service once, a package whole, and not booked already.

use super::book::{NewBooking, Placed, Tied};
use super::{Booking, Item, Refused};
use crate::advice::catalogue::{Bilingual, Catalogue};
use crate::booking::schedules::slots::HORIZON_DAYS;
use crate::booking::vouchers;
use crate::reception::encounters;
use crate::{Day, Fen, PackageId, Reading, Reason, Refusal, Result, ServiceId, Writing};
use std::collections::BTreeSet;

/// So many days before and after a booking of the same is asked back.
const SAME_WITHIN: i64 = 7;

/// What is agreed is agreed with whoever comes, while it is talked about. A booking may be
/// moved later.
pub(super) fn refuse_other_encounter(
    w: &Writing<'_>,
    new: &NewBooking,
    old: Option<&Booking>,
) -> Result<()> {
    let Some(id) = new.encounter else {
        return Ok(());
    };
    let encounter = match old {
        Some(_) => encounters::of(&w.reading(), id)?,
        None => encounters::open(w, id)?,
    };
    if encounter.visitor == Some(new.visitor) {
        Ok(())
    } else {
        Err(Refused::OtherPerson {}.at("encounterId").into())
    }
}

/// Each service once, and a package with all its parts, here or on its other visit: its price
/// counts for the whole of it.
pub(super) fn whole_once(
    services: &[ServiceId],
    elsewhere: &[ServiceId],
    package: Option<PackageId>,
    catalogue: &Catalogue,
) -> Result<(), Refusal> {
    let code = |id: &ServiceId| {
        let service = catalogue.services.get(id);
        service.map_or_else(String::new, |s| s.sheet.code.clone())
    };
    let mut seen = BTreeSet::new();
    let mut all = services.iter().chain(elsewhere);
    if let Some(twice) = all.find(|id| !seen.insert(**id)) {
        let service = code(twice);
        return Err(Refused::BookedTwice { service }.at("items"));
    }
    let package = package.and_then(|id| catalogue.packages.get(&id));
    let parts = package.map_or(&[][..], |package| &package.sheet.services);
    match parts.iter().find(|id| !seen.contains(id)) {
        Some(missing) => Err(Refused::PackagePartMissing {
            service: code(missing),
        }
        .at("items")),
        None => Ok(()),
    }
}

/// The same package, or the same services, are booked for this person within a week.
pub(super) fn refuse_same(
    r: &Reading<'_>,
    new: &NewBooking,
    day: Day,
    services: &[ServiceId],
    tied: &Tied<'_>,
) -> Result<()> {
    let near = |other: &&Booking| {
        other.state.stands()
            && other.day.days_since(day).abs() <= SAME_WITHIN
            && tied.old.is_none_or(|old| old.id != other.id)
            && !tied.others.contains(&other.id)
    };
    let same = |other: &&Booking| match new.package {
        Some(package) => other.package == Some(package),
        None => {
            let has = |id: &ServiceId| other.items.iter().any(|item| item.service == *id);
            other.package.is_none()
                && other.items.len() == services.len()
                && services.iter().all(has)
        }
    };
    let before = super::of_visitor(r, new.visitor, 100)?;
    let Some(found) = before.iter().filter(near).find(same) else {
        return Ok(());
    };
    let voucher = vouchers::of_booking(r, found.id)?.no;
    let day = found.day.to_string();
    Err(Refused::BookedBefore { voucher, day }.at("again").into())
}

pub(super) fn one_day(wanted: &[Placed]) -> Result<Day, Refusal> {
    let mut days: Vec<Day> = wanted
        .iter()
        .filter_map(|w| w.place)
        .map(|(_, day, _)| day)
        .collect();
    days.dedup();
    match days.as_slice() {
        [] => Err(Reason::Empty {}.at("items")),
        [day] => Ok(*day),
        _ => Err(Refused::SeveralDays {}.at("items")),
    }
}

pub(super) fn in_horizon(today: Day, day: Day) -> Result<(), Refusal> {
    if day < today {
        Err(Refused::SlotPast {}.at("items"))
    } else if day.days_since(today) > HORIZON_DAYS {
        Err(Refused::BeyondHorizon { days: HORIZON_DAYS }.at("items"))
    } else {
        Ok(())
    }
}

/// A package is told and paid as one, with its first visit; what comes beside it adds up.
pub(super) fn title_and_price(
    items: &[Item],
    package: Option<PackageId>,
    catalogue: &Catalogue,
    tied: &Tied<'_>,
) -> Result<(Bilingual, Fen), Refusal> {
    let Some(package) = package else {
        let title = items
            .first()
            .map(|item| item.name.clone())
            .unwrap_or_default();
        return Ok((title, items.iter().map(|item| item.price).sum()));
    };
    let package = catalogue.packages.get(&package).filter(|p| p.active);
    let sheet = &package
        .ok_or_else(|| Reason::NotFound {}.at("packageId"))?
        .sheet;
    let beside = items
        .iter()
        .filter(|item| !sheet.services.contains(&item.service));
    let beside: Vec<&Item> = beside.collect();
    let plus = |name: &str| match (beside.len(), name) {
        (0, _) | (_, "") => name.to_owned(),
        (more, _) => format!("{name} + {more}"),
    };
    let title = Bilingual {
        zh: plus(&sheet.name.zh),
        en: plus(&sheet.name.en),
    };
    let extra = beside.into_iter().map(|item| item.price).sum();
    let price = tied.first.map_or(sheet.price, |_| Fen(0));
    Ok((title, price.plus(extra)))
}
