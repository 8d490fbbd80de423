//! A day at a glance: how full each half hour is.

use super::Booking;
use super::context::Context;
use crate::booking::schedules;
use crate::{Day, Minute, Reading, Result, ScheduleId};

/// Half an hour of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Half {
    /// Its first minute.
    pub from: Minute,
    /// Places taken that begin in it.
    pub taken: u32,
    /// Places there are, where somebody is expected.
    pub capacity: u32,
    /// The people whose first time lies in it.
    pub bookings: Vec<Booking>,
}

const HALF: u16 = 30;

/// The half hours in which somebody is expected, in order, with those who are
/// (cancelled and moved bookings are not).
///
/// # Errors
/// Of the store.
pub fn halves(r: &Reading<'_>, day: Day) -> Result<Vec<Half>> {
    let bookings = super::of_day(r, day)?;
    let context = Context::load(r, day, day, None)?;
    let places = schedules::list(r)?;
    let mut halves: Vec<Half> = Vec::new();
    for from in (0..1440)
        .step_by(usize::from(HALF))
        .filter_map(|m| u16::try_from(m).ok())
    {
        let within = |minute: Minute| minute.0 / HALF == from / HALF;
        let mut visited: Vec<ScheduleId> = Vec::new();
        let mut taken = 0_u32;
        for place in &places {
            let here = context
                .taken(place.id, day)
                .into_iter()
                .filter(|t| within(t.from));
            let count = u32::try_from(here.count()).unwrap_or(u32::MAX);
            if count > 0 {
                visited.push(place.id);
                taken = taken.saturating_add(count);
            }
        }
        let mut capacity = 0_u32;
        for place in places.iter().filter(|p| visited.contains(&p.id)) {
            if let Ok(plan) = context.plan(place, day) {
                let starts = plan.windows.iter().flat_map(|w| {
                    let last = w.to.0.saturating_sub(place.slot_minutes);
                    (w.from.0..=last).step_by(usize::from(place.slot_minutes.max(1)))
                });
                let slots = starts.filter(|s| within(Minute(*s))).count();
                let slots = u32::try_from(slots).unwrap_or(u32::MAX);
                capacity = capacity.saturating_add(slots.saturating_mul(u32::from(plan.capacity)));
            }
        }
        let expected = bookings
            .iter()
            .filter(|b| within(b.time.from) && b.state.stands());
        let bookings: Vec<Booking> = expected.cloned().collect();
        if taken > 0 || !bookings.is_empty() {
            // After a change of plan more people may be expected than there are places.
            let capacity = capacity.max(taken);
            halves.push(Half {
                from: Minute(from),
                taken,
                capacity,
                bookings,
            });
        }
    }
    Ok(halves)
}
