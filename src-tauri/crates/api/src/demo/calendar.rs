//! When people come: open days, and busy mornings.

use super::dice::Dice;
use desk::house::institution::{Hours, hours_on};
use desk::{Day, Minute, Moment};

/// The days that are made up, and when the house is open on them.
pub(super) struct Calendar {
    hours: Vec<Hours>,
    first: Day,
    now: Moment,
}

/// How busy Monday to Sunday are.
const WEEK: [u64; 7] = [120, 110, 100, 100, 95, 75, 40];
/// A day that is half over has people in it, whatever the hour: so many minutes back.
const AT_LEAST: i64 = 180;

impl Calendar {
    pub(super) fn new(hours: Vec<Hours>, days: u16, now: Moment) -> Self {
        let first = now.day().plus_days(1 - i64::from(days.max(1)));
        Self { hours, first, now }
    }

    pub(super) fn today(&self) -> Day {
        self.now.day()
    }

    pub(super) const fn now(&self) -> Moment {
        self.now
    }

    fn open(&self, day: Day) -> Option<Hours> {
        hours_on(&self.hours, None, day)
    }

    /// The days with visitors: the open ones, and today.
    pub(super) fn days(&self) -> Vec<Day> {
        let count = self.today().days_since(self.first);
        (0..=count)
            .map(|n| self.first.plus_days(n))
            .filter(|day| *day == self.today() || self.open(*day).is_some())
            .collect()
    }

    /// From when to when people come on a day, and their lunch break. Today ends now.
    pub(super) fn span(&self, day: Day) -> (Moment, Moment, Option<(Moment, Moment)>) {
        let hours = self.open(day);
        let (opens, closes) = hours.map_or((Minute(480), Minute(1020)), |h| (h.opens, h.closes));
        let lunch = hours
            .and_then(|h| h.lunch)
            .map(|(from, to)| (day.at(from), day.at(to)));
        if day != self.today() {
            return (day.at(opens), day.at(closes).plus_minutes(-20), lunch);
        }
        let from = day
            .at(opens)
            .min(self.now.plus_minutes(-AT_LEAST))
            .max(day.start());
        // Late in the evening nobody has been coming since the morning.
        let from = if self.now > day.at(closes).plus_minutes(60) {
            self.now.plus_minutes(-AT_LEAST)
        } else {
            from
        };
        let lunch = lunch.filter(|(_, to)| *to < self.now.plus_minutes(-30));
        (from.max(day.start()), self.now.plus_minutes(-1), lunch)
    }

    /// How many of `all` come on each day: by weekday, today as far as it is over.
    pub(super) fn spread(&self, all: u32) -> Vec<(Day, u32)> {
        let days = self.days();
        let weight = |day: &Day| {
            let week = usize::from(day.weekday().saturating_sub(1));
            let whole = WEEK.get(week).copied().unwrap_or(100);
            if *day == self.today() {
                whole / 2
            } else {
                whole
            }
        };
        let total: u64 = days.iter().map(weight).sum::<u64>().max(1);
        let mut before = 0;
        let mut given = 0;
        days.iter()
            .map(|day| {
                before += weight(day);
                let upto = u64::from(all) * before / total;
                let here = upto - given;
                given = upto;
                (*day, u32::try_from(here).unwrap_or(0))
            })
            .collect()
    }

    /// When somebody comes: two in three before noon.
    pub(super) fn arrival(&self, dice: &mut Dice, day: Day) -> Moment {
        let (from, to, lunch) = self.span(day);
        let width = to.minutes_since(from);
        let early = width * 45 / 100;
        for _ in 0..8 {
            let minute = if dice.happens(640) {
                dice.within(0, early)
            } else {
                dice.within(early, width)
            };
            let at = Moment(from.plus_minutes(minute).0 + dice.within(0, 59) * 1000).min(to);
            if lunch.is_none_or(|(start, end)| at < start || at >= end) {
                return at;
            }
        }
        from
    }

    /// An hour at which the house works, so many open days after a moment.
    pub(super) fn working(&self, dice: &mut Dice, after: Moment, days: i64) -> Moment {
        let mut day = after.day();
        let mut left = days;
        for _ in 0..60 {
            if left <= 0 && self.open(day).is_some() {
                break;
            }
            day = day.plus_days(1);
            if self.open(day).is_some() {
                left -= 1;
            }
        }
        let minute = Minute(u16::try_from(dice.within(515, 985)).unwrap_or(600));
        day.at(minute).max(after.plus_minutes(dice.within(5, 40)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn calendar(now: &str, minute: u16) -> Calendar {
        let hours = |weekday| Hours {
            weekday,
            opens: Minute(450),
            closes: Minute(1020),
            lunch: Some((Minute(720), Minute(810))),
        };
        Calendar::new(
            (1..=6).map(hours).collect(),
            60,
            Day::parse(now).unwrap().at(Minute(minute)),
        )
    }

    #[test]
    fn everybody_comes_on_an_open_day_and_nobody_after_now() {
        for (now, minute) in [
            ("2026-11-23", 640),
            ("2026-11-22", 200),
            ("2026-11-21", 1430),
            ("2026-11-20", 10),
        ] {
            let calendar = calendar(now, minute);
            let spread = calendar.spread(10_000);
            assert_eq!(spread.iter().map(|(_, n)| n).sum::<u32>(), 10_000);
            let mut dice = Dice::new(3);
            for (day, _) in spread {
                assert!(day.weekday() < 7 || day == calendar.today());
                for _ in 0..50 {
                    let at = calendar.arrival(&mut dice, day);
                    assert!(at <= calendar.now() && at.day() == day, "{now} {day}");
                }
            }
        }
    }

    #[test]
    fn nobody_comes_at_lunch() {
        let calendar = calendar("2026-11-23", 1000);
        let day = Day::parse("2026-11-19").unwrap();
        let mut dice = Dice::new(5);
        for _ in 0..500 {
            let minute = calendar.arrival(&mut dice, day).minute();
            assert!(minute < Minute(720) || minute >= Minute(810));
        }
    }
}
