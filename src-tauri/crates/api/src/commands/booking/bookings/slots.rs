//! Free times on the wire.

use super::reach::{ReachView, reached};
use crate::codes::{Bar, Shut};
use crate::commands::advice::catalogue::BothLanguages;
use crate::commands::advice::proposals::WhyNotView;
use crate::commands::booking::schedules::NamedService;
use crate::problem::Fault;
use crate::wire::day;
use desk::advice::catalogue::{self, Catalogue, Package};
use desk::booking::bookings::{self, Misfit, Offer, Wish};
use desk::booking::schedules;
use desk::{BookingId, EncounterId, PackageId, Reading, ServiceId, VisitorId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(super) fn slots(r: &Reading<'_>, input: AskSlots) -> Result<FreeSlots, Fault> {
    let visitor = input.visitor_id.map(VisitorId);
    let wanted: bookings::Wanted = (
        input.package_id.map(PackageId),
        input.service_ids.iter().copied().map(ServiceId).collect(),
    );
    let found = bookings::offers(
        r,
        &Wish {
            visitor,
            encounter: input.encounter_id.map(EncounterId),
            package: wanted.0,
            services: wanted.1.clone(),
            from: day("from", &input.from)?,
            days: input.days,
            moving: input.moving_id.map(BookingId),
        },
    )?;
    let catalogue = catalogue::whole(r)?;
    // Only where nothing is free is it worth the look through the whole horizon.
    let mut offers = found.days.iter().flat_map(|day| &day.offers);
    let reach = if offers.any(|offer| offer.bar.is_none()) || input.moving_id.is_some() {
        None
    } else {
        bookings::reach(r, visitor, &[wanted])?.pop()
    };
    let services = found
        .services
        .iter()
        .filter_map(|id| catalogue.services.get(id));
    let services = services.map(NamedService::from).collect();
    let used = |s: &schedules::Schedule| s.services.iter().any(|id| found.services.contains(id));
    let places = schedules::list(r)?.into_iter().filter(used);
    let days = found.days.into_iter().map(|d| FreeDay {
        day: d.day.to_string(),
        shut: d.shut.map(Shut),
        offers: d.offers.into_iter().map(OfferView::from).collect(),
    });
    let package = input
        .package_id
        .and_then(|id| catalogue.packages.get(&PackageId(id)));
    let misfits = found.misfits.into_iter();
    let misfits = misfits.map(|misfit| misfit_view(misfit, package, &catalogue));
    Ok(FreeSlots {
        reach: reach.map(|reach| reached(reach, &catalogue)),
        misfits: misfits.collect(),
        today: r.today().to_string(),
        days: days.collect(),
        services,
        untimed_ids: found.untimed.into_iter().map(|id| id.0).collect(),
        unplaced_ids: found.unplaced.into_iter().map(|id| id.0).collect(),
        places: places.map(PlaceView::from).collect(),
    })
}

fn misfit_view(misfit: Misfit, package: Option<&Package>, catalogue: &Catalogue) -> MisfitView {
    let service = misfit.service.and_then(|id| catalogue.services.get(&id));
    let whole = package.map(|package| &package.sheet.name);
    let name = service.map(|s| &s.sheet.name).or(whole).cloned();
    let known = misfit.is_known();
    let whys = misfit.whys.into_iter();
    MisfitView {
        name: name.unwrap_or_default().into(),
        known,
        why: whys.map(|why| WhyNotView::of(why, catalogue)).collect(),
    }
}

/// What is looked for and when.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskSlots {
    /// Who; their other bookings are in the way.
    pub visitor_id: Option<i64>,
    /// Where it is talked about: what was said there decides what suits.
    #[serde(default)]
    #[ts(optional)]
    pub encounter_id: Option<i64>,
    /// A whole package.
    pub package_id: Option<i64>,
    /// Services, beside those of the package.
    pub service_ids: Vec<i64>,
    /// The first day, not before today.
    pub from: String,
    /// How many days, up to 62.
    pub days: u16,
    /// The booking that is to be moved.
    pub moving_id: Option<i64>,
}

/// Free times day by day.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreeSlots {
    /// Today at the desk.
    pub today: String,
    /// Day by day.
    pub days: Vec<FreeDay>,
    /// Everything that was asked for.
    pub services: Vec<NamedService>,
    /// Of these: done on the way, without a time of their own.
    pub untimed_ids: Vec<i64>,
    /// Of these: no schedule takes them.
    pub unplaced_ids: Vec<i64>,
    /// Where they are done.
    pub places: Vec<PlaceView>,
    /// What does not suit the person, or should be asked before.
    pub misfits: Vec<MisfitView>,
    /// Where none of these days has a time: in how many visits it can be done.
    pub reach: Option<ReachView>,
}

/// A service that does not suit the person, or the package as such.
#[derive(Debug, Serialize, TS)]
pub struct MisfitView {
    /// Its name.
    pub name: BothLanguages,
    /// Whether it is known; otherwise it should be asked before.
    pub known: bool,
    /// Why.
    pub why: Vec<WhyNotView>,
}

/// The times of one day.
#[derive(Debug, Serialize, TS)]
pub struct FreeDay {
    /// ISO day.
    pub day: String,
    /// Why there is nothing at all.
    pub shut: Option<Shut>,
    /// In order.
    pub offers: Vec<OfferView>,
}

/// A time to choose, with all its stops.
#[derive(Debug, Serialize, TS)]
pub struct OfferView {
    /// `08:30`.
    pub start: String,
    /// End of the last stop.
    pub end: String,
    /// How many more people it takes.
    pub left: u16,
    /// How many in all.
    pub capacity: u16,
    /// Why it cannot be chosen.
    pub bar: Option<Bar>,
    /// The stops in order.
    pub stops: Vec<StopView>,
}

impl From<Offer> for OfferView {
    fn from(offer: Offer) -> Self {
        let stops = offer.stops.into_iter().map(|stop| StopView {
            schedule_id: stop.schedule.0,
            service_ids: stop.services.into_iter().map(|id| id.0).collect(),
            start: stop.time.from.to_string(),
            end: stop.time.to.to_string(),
        });
        Self {
            start: offer.time.from.to_string(),
            end: offer.time.to.to_string(),
            left: offer.left,
            capacity: offer.capacity,
            bar: offer.bar.map(Bar),
            stops: stops.collect(),
        }
    }
}

/// One place to be at one time.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StopView {
    /// Where.
    pub schedule_id: i64,
    /// What is done there.
    pub service_ids: Vec<i64>,
    /// `08:30`.
    pub start: String,
    /// `08:45`.
    pub end: String,
}

/// A place by name.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    /// Schedule.
    pub id: i64,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
}

impl From<schedules::Schedule> for PlaceView {
    fn from(schedule: schedules::Schedule) -> Self {
        Self {
            id: schedule.id.0,
            name_zh: schedule.name_zh,
            name_en: schedule.name_en,
            place_zh: schedule.place_zh,
            place_en: schedule.place_en,
        }
    }
}
