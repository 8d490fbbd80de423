//! The institution's calendar: its weekdays, what the State Council announced, what was
//! set by hand. Everything that counts, offers or promises a day asks it. Pure.

use super::{DayKind, Hours, shipped, store};
use crate::{Day, Minute, Moment, Reading, Result};
use std::collections::{BTreeMap, BTreeSet};

/// How far ahead days are booked, promised and counted: the list of a year that begins
/// within so many days is missed.
pub const AHEAD: i64 = 90;

/// A calendar without a single working day must still give an answer.
const FARTHEST: i64 = 400;

/// How a day differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Off, or made up.
    pub kind: DayKind,
    /// Whose hours a make-up day has, 1 is Monday; `None`: nobody said.
    pub hours_of: Option<u8>,
}

/// When the institution works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    hours: Vec<Hours>,
    by_hand: BTreeMap<Day, Mark>,
}

impl Calendar {
    /// The calendar of these weekdays with the days that were set by hand.
    pub fn new(hours: Vec<Hours>, by_hand: impl IntoIterator<Item = (Day, Mark)>) -> Self {
        let by_hand = by_hand.into_iter().collect();
        Self { hours, by_hand }
    }

    /// The institution's calendar as it is now.
    ///
    /// # Errors
    /// `NotFound` before set-up.
    pub fn read(r: &Reading<'_>) -> Result<Self> {
        let by_hand = store::special_days(r.tx)?;
        let marks = by_hand.into_iter().map(|set| (set.day, set.mark));
        Ok(Self::new(super::read(r)?.hours, marks))
    }

    /// How a day differs: what was set by hand before what was announced.
    pub fn mark(&self, day: Day) -> Option<Mark> {
        let announced = || {
            shipped::announced(day).map(|said| Mark {
                kind: said.kind,
                hours_of: None,
            })
        };
        self.by_hand.get(&day).copied().or_else(announced)
    }

    /// The hours in force on a day; `None` when closed. A make-up day has the hours of the
    /// weekday that was said; where none was said those of its own weekday (a Saturday
    /// with hours), of Monday, or of the first that has any.
    pub fn hours_on(&self, day: Day) -> Option<Hours> {
        let of = |weekday: u8| self.hours.iter().find(|h| h.weekday == weekday).copied();
        match self.mark(day) {
            None => of(day.weekday()),
            Some(mark) if mark.kind == DayKind::Closed => None,
            Some(mark) => mark
                .hours_of
                .and_then(of)
                .or_else(|| of(day.weekday()))
                .or_else(|| of(1))
                .or_else(|| self.hours.first().copied()),
        }
    }

    /// Whether the desk is open at a moment.
    pub fn is_open(&self, at: Moment) -> bool {
        let minute = at.minute();
        self.hours_on(at.day()).is_some_and(|h| {
            minute >= h.opens
                && minute < h.closes
                && h.lunch
                    .is_none_or(|(from, to)| minute < from || minute >= to)
        })
    }

    /// Whether something can be due at a moment: while the desk is open, or as it closes
    /// for lunch or the day. Without any opening hours nothing is known, and anything can.
    pub fn can_be_due(&self, at: Moment) -> bool {
        let minute = at.minute();
        self.hours.is_empty()
            || self.hours_on(at.day()).is_some_and(|h| {
                minute >= h.opens
                    && minute <= h.closes
                    && h.lunch
                        .is_none_or(|(from, to)| minute <= from || minute >= to)
            })
    }

    /// The working day so many after a day, which itself does not count; `None` when there
    /// is none within a year.
    pub fn working_day(&self, after: Day, count: u16) -> Option<Day> {
        (1..FARTHEST)
            .map(|n| after.plus_days(n))
            .filter(|day| self.hours_on(*day).is_some())
            .nth(usize::from(count).saturating_sub(1))
    }

    /// The years whose list is neither shipped nor was entered, of those that begin
    /// within the days that are offered and counted. A list was entered when
    /// 1 October, off in every year, is marked.
    pub fn missing_years(&self, today: Day) -> Vec<i32> {
        let years: BTreeSet<i32> = [today, today.plus_days(AHEAD)].map(Day::year).into();
        let entered = |year: i32| {
            let national = Day::new(year, 10, 1);
            national.is_some_and(|day| self.by_hand.contains_key(&day))
        };
        years
            .into_iter()
            .filter(|year| !shipped::has(*year) && !entered(*year))
            .collect()
    }

    /// When a working day closes, for limits that end with it.
    pub fn closes(&self, day: Day) -> Option<Minute> {
        self.hours_on(day).map(|hours| hours.closes)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn of_weekday(weekday: u8) -> Hours {
        Hours {
            weekday,
            opens: Minute(480),
            closes: Minute(1050 + u16::from(weekday)),
            lunch: Some((Minute(720), Minute(810))),
        }
    }

    fn open_on(weekdays: &[u8]) -> Calendar {
        Calendar::new(weekdays.iter().copied().map(of_weekday).collect(), [])
    }

    fn by_hand(calendar: Calendar, on: &str, kind: DayKind, hours_of: Option<u8>) -> Calendar {
        Calendar::new(calendar.hours, [(day(on), Mark { kind, hours_of })])
    }

    #[test]
    fn lunch_break_and_closing_time_are_not_open() {
        let calendar = open_on(&[1]);
        let open = |minute| calendar.is_open(day("2026-11-23").at(Minute(minute)));
        assert!(open(480) && open(719) && open(810));
        assert!(!open(479) && !open(720) && !open(809) && !open(1051));
    }

    #[test]
    fn something_is_due_while_open_or_as_the_desk_closes() {
        let calendar = open_on(&[1]);
        let due = |minute| calendar.can_be_due(day("2026-11-23").at(Minute(minute)));
        assert!(due(480) && due(720) && due(810) && due(1051));
        assert!(!due(479) && !due(721) && !due(809) && !due(1052));
        assert!(!calendar.can_be_due(day("2026-11-22").at(Minute(600))));
        assert!(open_on(&[]).can_be_due(day("2026-11-22").at(Minute(180))));
    }

    #[test]
    fn what_the_state_council_announced_holds_where_nobody_set_anything() {
        let calendar = open_on(&[1, 2, 3, 4, 5]);
        assert_eq!(calendar.hours_on(day("2026-10-01")), None);
        assert_eq!(calendar.hours_on(day("2026-09-20")), Some(of_weekday(1)));
        assert_eq!(calendar.hours_on(day("2026-10-10")), Some(of_weekday(1)));
        let on = |kind, hours_of| by_hand(open_on(&[1, 2, 3, 4, 5]), "2026-10-01", kind, hours_of);
        let worked = on(DayKind::Working, None);
        assert_eq!(worked.hours_on(day("2026-10-01")), Some(of_weekday(4)));
        assert_eq!(worked.hours_on(day("2026-10-02")), None);
        let rested = by_hand(open_on(&[1]), "2026-09-20", DayKind::Closed, None);
        assert_eq!(rested.hours_on(day("2026-09-20")), None);
    }

    #[test]
    fn a_make_up_day_has_the_hours_that_were_said_and_never_none() {
        let open = |weekdays: &[u8], hours_of| {
            let calendar = by_hand(open_on(weekdays), "2026-11-23", DayKind::Working, hours_of);
            calendar.hours_on(day("2026-11-23")).map(|h| h.weekday)
        };
        // A Monday of an institution that works from Tuesday to Sunday.
        assert_eq!(open(&[2, 3, 4, 5, 6, 7], None), Some(2));
        assert_eq!(open(&[2, 3, 4, 5, 6, 7], Some(6)), Some(6));
        assert_eq!(open(&[1, 2], None), Some(1));
        assert_eq!(open(&[1, 2], Some(2)), Some(2));
        // Its weekday was given up since.
        assert_eq!(open(&[1, 2], Some(5)), Some(1));
        assert_eq!(open(&[], Some(5)), None);
    }

    #[test]
    fn the_list_of_a_year_is_missed_from_ninety_days_before_until_it_was_entered() {
        let calendar = open_on(&[1, 2, 3, 4, 5]);
        assert_eq!(calendar.missing_years(day("2026-10-02")), Vec::<i32>::new());
        assert_eq!(calendar.missing_years(day("2026-10-03")), [2027]);
        assert_eq!(calendar.missing_years(day("2027-12-01")), [2027, 2028]);
        let other = by_hand(calendar.clone(), "2027-05-20", DayKind::Closed, None);
        assert_eq!(other.missing_years(day("2026-11-23")), [2027]);
        let entered = by_hand(calendar, "2027-10-01", DayKind::Closed, None);
        assert_eq!(entered.missing_years(day("2026-11-23")), Vec::<i32>::new());
    }

    proptest! {
        /// Counted a second time, a day after the other.
        #[test]
        fn the_last_of_so_many_working_days_has_as_many_before_it(
            weekdays in prop::collection::btree_set(1_u8..=7, 1..7),
            start in 0_i64..700,
            count in 1_u16..30,
        ) {
            let calendar = open_on(&weekdays.into_iter().collect::<Vec<_>>());
            let after = day("2025-01-01").plus_days(start);
            let last = calendar.working_day(after, count).unwrap();
            prop_assert!(calendar.hours_on(last).is_some());
            let mut counted = 0;
            let mut on = after;
            while on < last {
                on = on.plus_days(1);
                counted += u16::from(calendar.hours_on(on).is_some());
            }
            prop_assert_eq!(counted, count);
        }
    }
}
