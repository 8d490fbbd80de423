//! Free slots: one rule, asked when times are shown and again inside the write
//! that books one. Pure: windows, what is taken, lead time and now come in.

use super::Window;
use super::plan::DayPlan;
use crate::{Day, Minute, Moment};

/// Nobody books further ahead than this many days.
pub const HORIZON_DAYS: i64 = 90;

crate::codes! {
    /// Why a slot cannot be booked. A refusal that depends on the slot begins here;
    /// `bookings/book.rs` turns it into the refusal.
    Bar {
        /// It has begun.
        Past = "past",
        /// It comes before the service can be prepared.
        LeadTime = "lead_time",
        /// Everybody it can take has been booked.
        Full = "full",
        /// The person is booked elsewhere at that time.
        Overlap = "overlap",
    }
}

/// For what a slot is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Need<'a> {
    /// How long it takes; a slot at least.
    pub minutes: u16,
    /// How many hours ahead it must be booked.
    pub lead_hours: u32,
    /// Now.
    pub now: Moment,
    /// When the person is booked elsewhere on that day.
    pub own: &'a [Window],
}

/// One time that may be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// From when to when.
    pub time: Window,
    /// How many more people it takes.
    pub left: u16,
    /// How many it takes in all.
    pub capacity: u16,
    /// Why it cannot be booked.
    pub bar: Option<Bar>,
}

/// Every slot of a day, in order. `taken` holds one stretch for each person.
pub fn slots(
    plan: &DayPlan,
    slot_minutes: u16,
    taken: &[Window],
    need: &Need<'_>,
    day: Day,
) -> Vec<Slot> {
    let step = slot_minutes.max(1);
    let length = need.minutes.max(1).div_ceil(step).saturating_mul(step);
    let mut slots = Vec::new();
    for window in &plan.windows {
        let mut start = window.from.0;
        while start.saturating_add(length) <= window.to.0 {
            let time = Window {
                from: Minute(start),
                to: Minute(start.saturating_add(length)),
            };
            slots.push(judge(plan.capacity, time, taken, need, day));
            start = start.saturating_add(step);
        }
    }
    slots
}

/// The slot that starts at a minute, if the day has one.
pub fn slot_at(
    plan: &DayPlan,
    slot_minutes: u16,
    taken: &[Window],
    need: &Need<'_>,
    day: Day,
    start: Minute,
) -> Option<Slot> {
    slots(plan, slot_minutes, taken, need, day)
        .into_iter()
        .find(|slot| slot.time.from == start)
}

fn judge(capacity: u16, time: Window, taken: &[Window], need: &Need<'_>, day: Day) -> Slot {
    let left = capacity.saturating_sub(peak(taken, time));
    let begins = day.at(time.from);
    let earliest = need.now.plus_minutes(i64::from(need.lead_hours) * 60);
    let bar = if begins <= need.now {
        Some(Bar::Past)
    } else if begins < earliest {
        Some(Bar::LeadTime)
    } else if left == 0 {
        Some(Bar::Full)
    } else if need.own.iter().any(|own| own.overlaps(time)) {
        Some(Bar::Overlap)
    } else {
        None
    };
    Slot {
        time,
        left,
        capacity,
        bar,
    }
}

/// The most people there are at one moment of a stretch.
pub fn peak(taken: &[Window], time: Window) -> u16 {
    // The number only rises where somebody begins.
    let inside = |at: Minute| taken.iter().filter(|t| t.from <= at && at < t.to).count();
    let starts = taken
        .iter()
        .filter(|t| t.overlaps(time))
        .map(|t| t.from.max(time.from));
    let most = starts.map(inside).max().unwrap_or(0);
    u16::try_from(most).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn window(from: u16, to: u16) -> Window {
        Window {
            from: Minute(from),
            to: Minute(to),
        }
    }

    fn monday() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    fn plan() -> DayPlan {
        DayPlan {
            windows: vec![window(480, 525)],
            capacity: 2,
        }
    }

    fn need(now: Moment) -> Need<'static> {
        Need {
            minutes: 15,
            lead_hours: 0,
            now,
            own: &[],
        }
    }

    #[test]
    fn the_end_of_a_window_is_the_end_of_its_last_slot() {
        let now = monday().start();
        let found = slots(&plan(), 15, &[], &need(now), monday());
        let starts: Vec<u16> = found.iter().map(|s| s.time.from.0).collect();
        assert_eq!(starts, vec![480, 495, 510]);
        let uneven = slots(&plan(), 20, &[], &need(now), monday());
        assert_eq!(uneven.len(), 2);
    }

    #[test]
    fn a_full_a_past_and_a_too_early_slot_say_why() {
        let taken = [window(480, 495), window(480, 495), window(495, 510)];
        let at_eight = monday().at(Minute(480));
        let found = slots(&plan(), 15, &taken, &need(monday().start()), monday());
        let bars: Vec<_> = found.iter().map(|s| (s.left, s.bar)).collect();
        assert_eq!(bars, vec![(0, Some(Bar::Full)), (1, None), (2, None)]);
        let late = slots(&plan(), 15, &[], &need(at_eight), monday());
        assert_eq!(
            late.first().unwrap().bar,
            Some(Bar::Past),
            "it begins this very minute"
        );
        let ahead = Need {
            lead_hours: 1,
            ..need(monday().at(Minute(449)))
        };
        let bars: Vec<_> = slots(&plan(), 15, &[], &ahead, monday())
            .iter()
            .map(|s| s.bar)
            .collect();
        assert_eq!(bars, vec![Some(Bar::LeadTime), Some(Bar::LeadTime), None]);
    }

    #[test]
    fn nobody_is_booked_in_two_places_at_once() {
        let own = [window(490, 500)];
        let busy = Need {
            own: &own,
            ..need(monday().start())
        };
        let bars: Vec<_> = slots(&plan(), 15, &[], &busy, monday())
            .iter()
            .map(|s| s.bar)
            .collect();
        assert_eq!(bars, vec![Some(Bar::Overlap), Some(Bar::Overlap), None]);
    }

    #[test]
    fn a_service_longer_than_a_slot_takes_as_many_as_it_needs() {
        let long = Need {
            minutes: 20,
            ..need(monday().start())
        };
        let found = slots(&plan(), 15, &[window(510, 525)], &long, monday());
        let times: Vec<_> = found.iter().map(|s| (s.time, s.left)).collect();
        assert_eq!(times, vec![(window(480, 510), 2), (window(495, 525), 1)]);
    }

    proptest! {
        /// Whoever books only what is free never brings a room over its capacity,
        /// whatever the slot length was when the others booked.
        #[test]
        fn booking_free_slots_never_overfills(
            capacity in 1_u16..5,
            wishes in prop::collection::vec((0_usize..12, 5_u16..70, prop::sample::select(vec![5_u16, 10, 15, 20, 30])), 1..60),
        ) {
            let plan = DayPlan { windows: vec![window(480, 600), window(660, 720)], capacity };
            let mut taken: Vec<Window> = Vec::new();
            for (index, minutes, step) in wishes {
                let asked = Need { minutes, ..need(monday().start()) };
                let offered = slots(&plan, step, &taken, &asked, monday());
                if let Some(slot) = offered.get(index) {
                    prop_assert_eq!(slot.left, capacity - peak(&taken, slot.time));
                    prop_assert!(plan.windows.iter().any(|w| w.from <= slot.time.from && slot.time.to <= w.to));
                    if slot.bar.is_none() {
                        taken.push(slot.time);
                    }
                }
            }
            for minute in 480..720 {
                let there = taken.iter().filter(|t| t.from.0 <= minute && minute < t.to.0).count();
                prop_assert!(there <= usize::from(capacity));
            }
        }
    }
}
