//! When something can be promised for: moments at which the institution works, so that
//! nobody types one (R 3.3). Pure.

use super::promise::FURTHEST;
use crate::house::institution::Calendar;
use crate::{Day, Minute, Moment, Reading, Result};

crate::codes! {
    /// A moment that is offered for a promise.
    PromiseTime {
        /// Half an hour from now.
        HalfHour = "half_hour",
        /// Today, before the institution closes.
        Today = "today",
        /// On the morning of the next working day.
        Morning = "morning",
        /// On its afternoon.
        Afternoon = "afternoon",
        /// On the third working day.
        ThirdDay = "third_day",
    }
}

/// So long before closing somebody is still told something, minutes.
const BEFORE_CLOSING: i64 = 30;
/// Moments of a day are offered full, minutes.
const FULL: i64 = 5;
/// When people are told something in the morning and in the afternoon, where it is open.
const MORNING: Minute = Minute(10 * 60);
const AFTERNOON: Minute = Minute(15 * 60 + 30);

/// The moments that are offered now, in their order.
pub fn offered(calendar: &Calendar, now: Moment) -> Vec<(PromiseTime, Moment)> {
    let today = now.day();
    let half_hour = up(now.plus_minutes(30));
    let closing = calendar
        .closes(today)
        .map(|closes| today.at(closes).plus_minutes(-BEFORE_CLOSING))
        .filter(|at| *at > half_hour);
    let day = |count: u16| calendar.working_day(today, count);
    let at = |day: Option<Day>, minute: Minute| day.map(|day| day.at(minute));
    let morning = |count: u16| {
        let hours = day(count).and_then(|on| calendar.hours_on(on))?;
        let hour_after = Minute(hours.opens.0.saturating_add(60));
        let times = [MORNING, hour_after, hours.closes];
        let mut moments = times.into_iter().filter_map(|time| at(day(count), time));
        moments.find(|moment| calendar.can_be_due(*moment))
    };
    let all = [
        (PromiseTime::HalfHour, Some(half_hour)),
        (PromiseTime::Today, closing),
        (PromiseTime::Morning, morning(1)),
        (PromiseTime::Afternoon, at(day(1), AFTERNOON)),
        (PromiseTime::ThirdDay, morning(3)),
    ];
    let mut offered: Vec<(PromiseTime, Moment)> = Vec::new();
    for (time, at) in all {
        let later = |at: &Moment| offered.last().is_none_or(|(_, before)| at > before);
        let near = |at: &Moment| at.minutes_since(now) <= FURTHEST * 24 * 60;
        let fits = at.filter(|at| later(at) && near(at) && calendar.can_be_due(*at));
        offered.extend(fits.map(|at| (time, at)));
    }
    offered
}

/// The moments that are offered for a promise now, in their order.
///
/// # Errors
/// Of the store.
pub fn promise_times(r: &Reading<'_>) -> Result<Vec<(PromiseTime, Moment)>> {
    Ok(offered(&Calendar::read(r)?, r.at))
}

/// The next full moment.
fn up(at: Moment) -> Moment {
    let over = i64::from(at.minute().0) % FULL;
    let whole = at.day().at(at.minute());
    match (over, whole == at) {
        (0, true) => at,
        _ => whole.plus_minutes(FULL - over),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::house::institution::Hours;
    use proptest::prelude::*;

    fn calendar(closes: u16) -> Calendar {
        let hours = |weekday| Hours {
            weekday,
            opens: Minute(480),
            closes: Minute(closes),
            lunch: Some((Minute(720), Minute(810))),
        };
        Calendar::new((1..=5).map(hours).collect(), [])
    }

    fn said(day: &str, minute: u16) -> Vec<(&'static str, String)> {
        let now = Day::parse(day).unwrap().at(Minute(minute));
        let offered = offered(&calendar(1050), now).into_iter();
        offered
            .map(|(time, at)| (time.code(), crate::local_text(at)))
            .collect()
    }

    fn lines(wanted: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        wanted.iter().map(|(c, t)| (*c, (*t).to_owned())).collect()
    }

    #[test]
    fn on_a_morning_half_an_hour_today_and_the_next_days_are_offered() {
        let wanted = [
            ("half_hour", "2026-11-23 09:35"),
            ("today", "2026-11-23 17:00"),
            ("morning", "2026-11-24 10:00"),
            ("afternoon", "2026-11-24 15:30"),
            ("third_day", "2026-11-26 10:00"),
        ];
        assert_eq!(said("2026-11-23", 9 * 60 + 1), lines(&wanted));
    }

    #[test]
    fn before_the_national_holiday_the_next_working_day_is_after_it() {
        let wanted = [
            ("morning", "2026-10-08 10:00"),
            ("afternoon", "2026-10-08 15:30"),
            // Saturday the tenth is made up.
            ("third_day", "2026-10-10 10:00"),
        ];
        assert_eq!(said("2026-09-30", 17 * 60 + 20), lines(&wanted));
    }

    #[test]
    fn an_institution_without_hours_is_offered_half_an_hour_only() {
        let nothing = Calendar::new(Vec::new(), []);
        let now = Day::parse("2026-11-22").unwrap().at(Minute(180));
        let wanted = vec![(PromiseTime::HalfHour, now.plus_minutes(30))];
        assert_eq!(offered(&nothing, now), wanted);
    }

    proptest! {
        /// Whenever somebody asks, each moment is later than the one before, and open.
        #[test]
        fn every_moment_is_one_at_which_the_institution_works(
            day in 0_i64..700, ms in 0_i64..86_400_000, closes in 811_u16..1440,
        ) {
            let calendar = calendar(closes);
            let start = Day::parse("2025-01-01").unwrap().plus_days(day).start();
            let now = Moment(start.0 + ms);
            let mut before = now;
            for (time, at) in offered(&calendar, now) {
                prop_assert!(at > before, "{}", time.code());
                let (on, minute) = (at.day(), at.minute().0);
                let hours = calendar.hours_on(on).unwrap();
                prop_assert!(minute >= hours.opens.0 && minute <= hours.closes.0);
                prop_assert!(minute <= 720 || minute >= 810);
                prop_assert_eq!(at, on.at(at.minute()), "full minutes");
                before = at;
            }
        }
    }
}
