//! When people come: open days, and busy mornings.

use super::dice::Dice;
use desk::house::institution::{self, Hours};
use desk::{Day, Minute, Moment};

/// The days that are made up, and when the house is open on them.
pub(super) struct Calendar {
    house: institution::Calendar,
    first: Day,
    now: Moment,
}

/// How busy Monday to Sunday are.
const WEEK: [u64; 7] = [120, 110, 100, 100, 95, 75, 40];
/// A day that is half over has people in it, whatever the hour: so many minutes back.
const AT_LEAST: i64 = 180;

impl Calendar {
    pub(super) fn new(house: institution::Calendar, days: u16, now: Moment) -> Self {
        let first = now.day().plus_days(1 - i64::from(days.max(1)));
        Self { house, first, now }
    }

    pub(super) fn today(&self) -> Day {
        self.now.day()
    }

    pub(super) const fn now(&self) -> Moment {
        self.now
    }

    fn open(&self, day: Day) -> Option<Hours> {
        self.house.hours_on(day)
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

    /// A moment at which the house works, so many open days after another.
    pub(super) fn working(&self, dice: &mut Dice, after: Moment, days: i64) -> Moment {
        let count = u16::try_from(days).unwrap_or(0);
        let today = self.open(after.day()).map(|_| after.day());
        let day = match today {
            Some(today) if count == 0 => Some(today),
            _ => self.house.working_day(after.day(), count.max(1)),
        };
        let day = day.unwrap_or(after.day());
        let soon = after.plus_minutes(dice.within(5, 40));
        let at = self.within(dice, day);
        if at > soon {
            at
        } else if self.house.is_open(soon) {
            soon
        } else {
            let next = self.house.working_day(after.day(), 1);
            self.within(dice, next.unwrap_or(after.day()))
        }
    }

    /// Some minute of a day's hours, not of its lunch break.
    fn within(&self, dice: &mut Dice, day: Day) -> Moment {
        let Some(hours) = self.open(day) else {
            return day.at(Minute(600));
        };
        let (from, to) = (i64::from(hours.opens.0), i64::from(hours.closes.0));
        for _ in 0..8 {
            let minute = u16::try_from(dice.within(from + 15, (to - 15).max(from + 15)));
            let at = day.at(Minute(minute.unwrap_or(hours.opens.0)));
            if self.house.is_open(at) {
                return at;
            }
        }
        day.at(hours.opens)
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
            institution::Calendar::new((1..=6).map(hours).collect(), []),
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
    fn what_is_promised_is_due_while_the_house_works() {
        let calendar = calendar("2026-11-23", 1000);
        let mut dice = Dice::new(7);
        let start = Day::parse("2026-09-24").unwrap().start();
        for n in 0..3000 {
            let after = start.plus_minutes(n * 29);
            let at = calendar.working(&mut dice, after, n % 4);
            assert!(at > after && calendar.house.is_open(at), "{after:?} {at:?}");
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
