//! Moments, days and minutes of a day. There is no `now` here: time is handed in.
//!
//! China has one legal time, UTC+8 without summer time, so the day of a moment
//! needs no table of zones.

use chrono::{DateTime, Datelike as _, Duration, NaiveDate};
use vault::{FromValue, Value};

const OFFSET_MS: i64 = 8 * 3_600_000;
const MINUTE_MS: i64 = 60_000;

/// A moment in UTC milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

impl Moment {
    /// The local day it falls on.
    pub fn day(self) -> Day {
        let local = self.0.saturating_add(OFFSET_MS).div_euclid(86_400_000);
        // A moment outside of every calendar falls on the first day of this one.
        Day(NaiveDate::default()).plus_days(local)
    }

    /// The local second in a form that names of files take: `20261122-093015`.
    pub fn file_stamp(self) -> String {
        DateTime::from_timestamp_millis(self.0.saturating_add(OFFSET_MS))
            .map(|t| t.format("%Y%m%d-%H%M%S").to_string())
            .unwrap_or_default()
    }

    /// The local minute of the day.
    pub fn minute(self) -> Minute {
        let local = self.0.saturating_add(OFFSET_MS).rem_euclid(86_400_000) / MINUTE_MS;
        Minute(u16::try_from(local).unwrap_or(0))
    }

    /// The moment so many minutes later (or earlier, when negative).
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(MINUTE_MS)))
    }

    /// Whole minutes from `earlier` to this moment, never negative.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.0.saturating_sub(earlier.0) / MINUTE_MS).max(0)
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Self {
        Self::Int(moment.0)
    }
}
impl FromValue for Moment {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

/// A local calendar day, stored and shown as ISO text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day; `None` for a date that is in no calendar, such as 30 February.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2026-11-21`; exactly ten characters.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() == 10 {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self)
        } else {
            None
        }
    }

    /// The moment it starts.
    pub fn start(self) -> Moment {
        let days = (self.0 - NaiveDate::default()).num_days();
        Moment(days.saturating_mul(86_400_000).saturating_sub(OFFSET_MS))
    }

    /// The moment of a minute of this day.
    pub fn at(self, minute: Minute) -> Moment {
        self.start().plus_minutes(i64::from(minute.0))
    }

    /// The day so many days later (or earlier).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Duration::try_days(days)
            .and_then(|d| self.0.checked_add_signed(d))
            .map_or(self, Self)
    }

    /// Whole days from `earlier` to this day.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().number_from_monday()).unwrap_or(1)
    }

    /// Completed years from this day (a birth date) to another.
    pub fn age_on(self, day: Self) -> Option<u32> {
        day.0.years_since(self.0)
    }

    /// The same date so many years earlier; 29 February becomes the 28th. `None` before
    /// every calendar.
    pub fn years_earlier(self, years: u32) -> Option<Self> {
        let months = chrono::Months::new(years.checked_mul(12)?);
        self.0.checked_sub_months(months).map(Self)
    }

    /// The calendar date.
    pub fn date(self) -> NaiveDate {
        self.0
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}
impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Text(day.to_string())
    }
}
impl FromValue for Day {
    fn from_value(value: &Value) -> Option<Self> {
        String::from_value(value).and_then(|text| Self::parse(&text))
    }
}

/// A minute of the local day, 0 to 1439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(pub u16);

impl Minute {
    /// Reads `08:30`; `24:00` is no minute of a day.
    pub fn parse(text: &str) -> Option<Self> {
        let (hours, minutes) = text.split_once(':')?;
        if hours.len() != 2 || minutes.len() != 2 {
            return None;
        }
        let (h, m): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (h < 24 && m < 60).then_some(Self(h * 60 + m))
    }

    /// Whether a text is a time past the end of a day, as `24:00` and `25:30` are said.
    pub fn is_past_midnight(text: &str) -> bool {
        let hours = text.split_once(':').map(|(hours, _)| hours.parse::<u16>());
        matches!(hours, Some(Ok(24..48)))
    }
}

impl std::fmt::Display for Minute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
impl From<Minute> for Value {
    fn from(minute: Minute) -> Self {
        Self::Int(i64::from(minute.0))
    }
}
impl FromValue for Minute {
    fn from_value(value: &Value) -> Option<Self> {
        u16::from_value(value).filter(|m| *m < 1440).map(Self)
    }
}

/// `2026-11-21 10:42` in local time, for print.
pub fn local_text(moment: Moment) -> String {
    DateTime::from_timestamp_millis(moment.0.saturating_add(OFFSET_MS))
        .map(|t| t.format("%Y-%m-%d %H:%M").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_moment_before_eight_in_utc_falls_on_the_same_chinese_day() {
        let day = Day::new(2026, 11, 21).unwrap();
        assert_eq!(day.start().day(), day);
        assert_eq!(day.start().minute(), Minute(0));
        assert_eq!(Moment(day.start().0 - 1).day(), day.plus_days(-1));
        assert_eq!(day.at(Minute(642)).minute().to_string(), "10:42");
        assert_eq!(day.weekday(), 6);
    }

    #[test]
    fn someone_born_on_leap_day_has_a_birthday_in_common_years() {
        let born = Day::parse("2000-02-29").unwrap();
        assert_eq!(born.age_on(Day::parse("2026-02-28").unwrap()), Some(25));
        assert_eq!(born.age_on(Day::parse("2026-03-01").unwrap()), Some(26));
        assert_eq!(born.age_on(Day::parse("1999-01-01").unwrap()), None);
    }

    #[test]
    fn impossible_days_and_minutes_do_not_read() {
        assert_eq!(Day::parse("2026-02-30"), None);
        assert_eq!(Day::parse("26-2-3"), None);
        assert_eq!(Minute::parse("24:00"), None);
        assert_eq!(Minute::parse("7:05"), None);
        let past = ["24:00", "25:30", "23:59", "61:00", "2400"].map(Minute::is_past_midnight);
        assert_eq!(past, [true, true, false, false, false]);
    }
}
