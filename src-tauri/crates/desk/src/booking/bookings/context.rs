//! What a day looks like to whoever books: plans, what is taken, where the
//! person is booked already. The same for showing times and for taking one.

use super::store::{self, Taken};
use crate::booking::schedules::plan::{DayPlan, Shut, plan};
use crate::booking::schedules::{self, Exception, Schedule, Window};
use crate::house::institution::{self, DayKind, Hours, SpecialDay};
use crate::{BookingId, Day, Reading, Result, ScheduleId, VisitorId};
use std::collections::BTreeMap;

pub(super) struct Context {
    hours: Vec<Hours>,
    special: Vec<SpecialDay>,
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
            hours: institution::read(r)?.hours,
            special: institution::special_days(r, from)?,
            exceptions: schedules::exceptions(r.tx, from, to)?,
            taken,
        })
    }

    fn kind(&self, day: Day) -> Option<DayKind> {
        self.special.iter().find(|s| s.day == day).map(|s| s.kind)
    }

    pub(super) fn plan(&self, schedule: &Schedule, day: Day) -> Result<DayPlan, Shut> {
        let exception = self
            .exceptions
            .iter()
            .find(|e| e.schedule == schedule.id && e.day == day);
        plan(schedule, exception, &self.hours, self.kind(day), day)
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

/// Bookings that stand outside the hours of a day, or are too many for it: the
/// latest made are the ones too many.
pub(super) fn stranded(r: &Reading<'_>, schedule: ScheduleId, day: Day) -> Result<Vec<BookingId>> {
    let context = Context::load(r, day, day, None)?;
    let schedule = schedules::of(r, schedule)?;
    let there = context.of_day(day).filter(|t| t.schedule == schedule.id);
    let Ok(plan) = context.plan(&schedule, day) else {
        return Ok(there.map(|t| t.booking).collect());
    };
    let mut kept: Vec<Window> = Vec::new();
    let mut out = Vec::new();
    for taken in there {
        let inside = |w: &Window| w.from <= taken.time.from && taken.time.to <= w.to;
        let fits = plan.windows.iter().any(inside)
            && schedules::slots::peak(&kept, taken.time) < plan.capacity;
        if fits {
            kept.push(taken.time);
        } else {
            out.push(taken.booking);
        }
    }
    Ok(out)
}
