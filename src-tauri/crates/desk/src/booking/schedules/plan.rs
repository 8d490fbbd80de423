//! What a schedule offers on one day: the weekly plan, its exception, the
//! institution's hours and special days. Pure.

use super::{Exception, ExceptionKind, Schedule, Window};
use crate::house::institution::Hours;

crate::codes! {
    /// Why nobody is taken on a day.
    Shut {
        /// The institution is closed.
        House = "house",
        /// The schedule is closed on this day.
        Exception = "exception",
        /// It has no hours on this weekday.
        NoHours = "no_hours",
        /// It takes no bookings any more.
        Inactive = "inactive",
    }
}

/// The hours and the capacity of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPlan {
    /// Windows in order.
    pub windows: Vec<Window>,
    /// People at the same time.
    pub capacity: u16,
}

/// The plan of a day on which the house has these hours; `None`: it is closed.
///
/// A make-up day works like the weekday whose hours the institution keeps on it.
/// Nobody is taken before the house opens or after it closes; its lunch break is
/// the schedules' own affair.
///
/// # Errors
/// Why nobody is taken.
pub fn plan(
    schedule: &Schedule,
    exception: Option<&Exception>,
    house: Option<Hours>,
) -> Result<DayPlan, Shut> {
    if !schedule.active {
        return Err(Shut::Inactive);
    }
    let house = house.ok_or(Shut::House)?;
    if exception.is_some_and(|e| e.kind == ExceptionKind::Closed) {
        return Err(Shut::Exception);
    }
    let own = exception
        .map(|e| e.windows.clone())
        .filter(|w| !w.is_empty());
    let weekly = || {
        let of_day = schedule.weekly.iter().filter(|(d, _)| *d == house.weekday);
        of_day.map(|(_, window)| *window).collect()
    };
    let open = |w: Window| Window {
        from: w.from.max(house.opens),
        to: w.to.min(house.closes),
    };
    let mut windows: Vec<Window> = own.unwrap_or_else(weekly);
    windows = windows.into_iter().map(open).collect();
    windows.retain(|w| w.from < w.to);
    windows.sort();
    if windows.is_empty() {
        return Err(Shut::NoHours);
    }
    let capacity = exception
        .and_then(|e| e.capacity)
        .unwrap_or(schedule.capacity);
    Ok(DayPlan { windows, capacity })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::house::institution::Calendar;
    use crate::{Day, Minute, ScheduleId};

    fn window(from: u16, to: u16) -> Window {
        Window {
            from: Minute(from),
            to: Minute(to),
        }
    }

    fn schedule() -> Schedule {
        Schedule {
            id: ScheduleId(1),
            code: "x-ray".into(),
            name_zh: "X 光".into(),
            name_en: "X-ray".into(),
            department: "imaging".into(),
            place_zh: String::new(),
            place_en: String::new(),
            slot_minutes: 10,
            capacity: 2,
            alongside: false,
            active: true,
            weekly: vec![(1, window(450, 690)), (1, window(810, 990))],
            services: Vec::new(),
        }
    }

    fn house() -> Vec<Hours> {
        vec![Hours {
            weekday: 1,
            opens: Minute(480),
            closes: Minute(960),
            lunch: None,
        }]
    }

    fn monday_hours() -> Option<Hours> {
        house().first().copied()
    }

    fn exception(kind: ExceptionKind) -> Exception {
        Exception {
            schedule: ScheduleId(1),
            day: monday(),
            kind,
            windows: Vec::new(),
            capacity: None,
            reason: "设备检修".into(),
        }
    }

    fn monday() -> Day {
        Day::parse("2026-11-23").unwrap()
    }

    #[test]
    fn nobody_is_taken_while_the_house_is_shut() {
        let calendar = Calendar::new(house(), []);
        let plan_of = |day| plan(&schedule(), None, calendar.hours_on(day));
        let open = plan_of(monday()).unwrap();
        assert_eq!(open.windows, vec![window(480, 690), window(810, 960)]);
        assert_eq!(plan_of(monday().plus_days(1)), Err(Shut::House));
    }

    #[test]
    fn announced_days_off_take_nobody_and_make_up_days_work_like_monday() {
        let calendar = Calendar::new(house(), []);
        let plan_of = |day| {
            let day = Day::parse(day).unwrap();
            plan(&schedule(), None, calendar.hours_on(day))
        };
        // National Day of 2026 has a Monday in it; the Sunday before is made up.
        assert_eq!(plan_of("2026-10-05"), Err(Shut::House));
        let made_up = plan_of("2026-09-20").unwrap();
        assert_eq!(made_up, plan_of("2026-09-21").unwrap());
    }

    #[test]
    fn an_exception_closes_a_day_or_gives_it_other_hours_and_capacity() {
        let closed = exception(ExceptionKind::Closed);
        assert_eq!(
            plan(&schedule(), Some(&closed), monday_hours()),
            Err(Shut::Exception)
        );
        let changed = Exception {
            windows: vec![window(600, 660)],
            capacity: Some(1),
            ..exception(ExceptionKind::Changed)
        };
        assert_eq!(
            plan(&schedule(), Some(&changed), monday_hours()),
            Ok(DayPlan {
                windows: vec![window(600, 660)],
                capacity: 1
            })
        );
        let fewer = Exception {
            capacity: Some(1),
            ..exception(ExceptionKind::Changed)
        };
        let plan = plan(&schedule(), Some(&fewer), monday_hours()).unwrap();
        assert_eq!((plan.windows.len(), plan.capacity), (2, 1));
    }

    #[test]
    fn a_schedule_out_of_use_takes_nobody() {
        let idle = Schedule {
            active: false,
            ..schedule()
        };
        assert_eq!(plan(&idle, None, monday_hours()), Err(Shut::Inactive));
    }
}
