//! What a day looks like to whoever books: plans, what is taken, where the
//! person is booked already. The same for showing times and for taking one.

use super::store::{self, Taken};
use crate::booking::schedules::plan::{DayPlan, Shut, plan};
use crate::booking::schedules::{self, Exception, Schedule, Window};
use crate::house::institution::Calendar;
use crate::{BookingId, Day, Reading, Result, ScheduleId, VisitorId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Context {
    calendar: Calendar,
    exceptions: Vec<Exception>,
    /// By day, in the order they were booked.
    taken: BTreeMap<Day, Vec<Taken>>,
}

impl Context {
    /// Everything about the days from one to another; `moving` is a booking that
    /// is about to be moved, so that its own place counts as free.
    pub(super) fn load(
        r: &Reading<'_>,
        from: Day,
        to: Day,
        moving: Option<BookingId>,
    ) -> Result<Self> {
        let mut taken: BTreeMap<Day, Vec<Taken>> = BTreeMap::new();
        for one in store::taken(r.tx, from, to)? {
            if Some(one.booking) != moving {
                taken.entry(one.day).or_default().push(one);
            }
        }
        Ok(Self {
            calendar: Calendar::read(r)?,
            exceptions: schedules::exceptions(r.tx, from, to)?,
            taken,
        })
    }

    pub(super) fn plan(&self, schedule: &Schedule, day: Day) -> Result<DayPlan, Shut> {
        let exception = self
            .exceptions
            .iter()
            .find(|e| e.schedule == schedule.id && e.day == day);
        plan(schedule, exception, self.calendar.hours_on(day))
    }

    /// The times booked at a schedule on a day, one for each person there at each time.
    pub(super) fn taken(&self, schedule: ScheduleId, day: Day) -> Vec<Window> {
        let there = self.of_day(day).filter(|t| t.schedule == schedule);
        there.map(|t| t.time).collect()
    }

    /// When a person is booked on a day; who goes with them is not in their way.
    pub(super) fn own(&self, visitor: VisitorId, day: Day) -> Vec<Window> {
        let own = self
            .of_day(day)
            .filter(|t| t.visitor == visitor && !t.alongside);
        own.map(|t| t.time).collect()
    }

    fn of_day(&self, day: Day) -> impl Iterator<Item = &Taken> {
        self.taken.get(&day).into_iter().flatten()
    }
}

/// Bookings that stand outside the hours of a day, or are too many for it, each once: the
/// latest made are the ones too many.
pub(super) fn stranded(r: &Reading<'_>, schedule: ScheduleId, day: Day) -> Result<Vec<BookingId>> {
    let context = Context::load(r, day, day, None)?;
    Ok(context.stranded_at(&schedules::of(r, schedule)?, day))
}

/// The same at every schedule of a day.
pub(super) fn stranded_anywhere(r: &Reading<'_>, day: Day) -> Result<Vec<BookingId>> {
    let context = Context::load(r, day, day, None)?;
    let everywhere = schedules::list(r)?;
    let out = everywhere.iter().flat_map(|s| context.stranded_at(s, day));
    let each: BTreeSet<BookingId> = out.collect();
    Ok(each.into_iter().collect())
}

impl Context {
    fn stranded_at(&self, schedule: &Schedule, day: Day) -> Vec<BookingId> {
        let there = self.of_day(day).filter(|t| t.schedule == schedule.id);
        let mut out = BTreeSet::new();
        let Ok(plan) = self.plan(schedule, day) else {
            out.extend(there.map(|t| t.booking));
            return out.into_iter().collect();
        };
        let mut kept: Vec<Window> = Vec::new();
        for taken in there {
            let inside = |w: &Window| w.from <= taken.time.from && taken.time.to <= w.to;
            let fits = plan.windows.iter().any(inside)
                && schedules::slots::peak(&kept, taken.time) < plan.capacity;
            if fits {
                kept.push(taken.time);
            } else {
                out.insert(taken.booking);
            }
        }
        out.into_iter().collect()
    }
}
