//! When somebody was born, as precisely as they say it: a day, a month, a year, an age.
//! What is not known is not made up: an age then is one of two, and whoever decides by it
//! sees both. Pure.

use crate::Day;
use crate::ground::text;
use unicode_normalization::UnicodeNormalization as _;
use vault::{FromValue, Value};

/// Nobody is older, in years.
pub const OLDEST: u32 = 130;

/// Year, month, day and the day's other word, as they stand behind their numbers.
const UNITS: [char; 4] = ['\u{5e74}', '\u{6708}', '\u{65e5}', '\u{53f7}'];
/// Words behind an age, the longer first: completed years, years.
const AGED: [&str; 6] = [
    "\u{5468}\u{5c81}",
    "\u{5c81}",
    "yearsold",
    "years",
    "year",
    "yrs",
];
/// Words behind a date: born.
const SAID_BORN: [&str; 2] = ["\u{51fa}\u{751f}", "\u{751f}"];

/// The days on which somebody may have been born, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Born {
    first: Day,
    last: Day,
}

/// How old somebody is in completed years: between these, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// At least.
    pub least: u32,
    /// At most.
    pub most: u32,
}

impl Ages {
    /// The age, where it is certain.
    pub fn certain(self) -> Option<u32> {
        (self.least == self.most).then_some(self.least)
    }
}

/// Why what was said is no birth date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is not written in any of the ways that are read, or may mean two things.
    Shape,
    /// It can't be: no such day, one to come, or too long ago.
    NoSuchTime,
}

impl Born {
    /// On a day.
    pub const fn on(day: Day) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// So many completed years old on a day; `None` before every calendar.
    pub fn aged(years: u32, on: Day) -> Option<Self> {
        Some(Self {
            first: on.years_earlier(years.checked_add(1)?)?.plus_days(1),
            last: on.years_earlier(years)?,
        })
    }

    /// Reads what people say: `1949`, `1949-2`, `1949年2月3日`, `19490203`, `1949.2.3`,
    /// `65岁`, in full width too, and what `Display` writes. A year of two digits is read
    /// where only one century is possible: `49年`, but not `05年`.
    ///
    /// # Errors
    /// `Shape`, `NoSuchTime`.
    pub fn read(typed: &str, today: Day) -> Result<Self, Unread> {
        let plain: String = typed
            .nfkc()
            .filter(|c| !text::is_invisible(*c))
            .flat_map(char::to_lowercase)
            .collect();
        let plain = plain.trim();
        let born = match Self::stored(plain) {
            Some(born) => born,
            None => aged(plain, today).unwrap_or_else(|| dated(plain, today))?,
        };
        let too_old = born.last.age_on(today).is_some_and(|age| age > OLDEST);
        if born.first > today || too_old {
            return Err(Unread::NoSuchTime);
        }
        Ok(born)
    }

    /// Reads what `Display` writes.
    fn stored(text: &str) -> Option<Self> {
        if let Some((first, last)) = text.split_once('/') {
            let (first, last) = (Day::parse(first)?, Day::parse(last)?);
            return (first <= last).then_some(Self { first, last });
        }
        match text.len() {
            4 => Self::of_year(number(text)?),
            7 => {
                let (year, month) = text.split_once('-')?;
                Self::of_month(number(year)?, u32::try_from(number(month)?).ok()?)
            }
            _ => Day::parse(text).map(Self::on),
        }
    }

    fn of_year(year: i32) -> Option<Self> {
        Some(Self {
            first: Day::new(year, 1, 1)?,
            last: Day::new(year, 12, 31)?,
        })
    }

    fn of_month(year: i32, month: u32) -> Option<Self> {
        let first = Day::new(year, month, 1)?;
        let next = if month == 12 {
            Day::new(year + 1, 1, 1)
        } else {
            Day::new(year, month + 1, 1)
        };
        Some(Self {
            first,
            last: next?.plus_days(-1),
        })
    }

    /// The first day it may have been.
    pub const fn first(self) -> Day {
        self.first
    }

    /// The last day it may have been.
    pub const fn last(self) -> Day {
        self.last
    }

    /// Whether it may have been on a day.
    pub fn may_be(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// What both say; `None` where they contradict each other.
    pub fn both(self, other: Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (first <= last).then_some(Self { first, last })
    }

    /// How old they are on a day; `None` before they were born.
    pub fn ages_on(self, day: Day) -> Option<Ages> {
        Some(Ages {
            most: self.first.age_on(day)?,
            least: self.last.age_on(day).unwrap_or(0),
        })
    }
}

/// Reads an age; `None` where it is none.
fn aged(plain: &str, today: Day) -> Option<Result<Born, Unread>> {
    let bare: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    let years = AGED.iter().find_map(|word| bare.strip_suffix(word))?;
    if years.is_empty() || years.len() > 3 {
        return Some(Err(Unread::Shape));
    }
    let Some(years) = number(years).and_then(|years| u32::try_from(years).ok()) else {
        return Some(Err(Unread::Shape));
    };
    let born = (years <= OLDEST).then(|| Born::aged(years, today));
    Some(born.flatten().ok_or(Unread::NoSuchTime))
}

/// Reads a year, a month or a day.
fn dated(plain: &str, today: Day) -> Result<Born, Unread> {
    let bare = SAID_BORN
        .iter()
        .find_map(|word| plain.strip_suffix(word))
        .unwrap_or(plain);
    let says_year = bare.contains(UNITS[0]);
    let apart = |c: char| {
        c.is_whitespace()
            || UNITS.contains(&c)
            || matches!(c, '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let parts: Vec<&str> = bare.split(apart).filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    if parts.is_empty() || !parts.iter().all(digits) {
        return Err(Unread::Shape);
    }
    let short = |part: &str| (part.len() <= 2).then(|| number(part)).flatten();
    let (year, rest) = match parts.as_slice() {
        [whole] if whole.len() == 8 => {
            let at = |range| whole.get(range).unwrap_or_default();
            (at(0..4), vec![at(4..6), at(6..8)])
        }
        [year, rest @ ..] => (*year, rest.to_vec()),
        [] => return Err(Unread::Shape),
    };
    let year = match year.len() {
        4 => number(year),
        2 if says_year => number(year).and_then(|two| century(two, today)),
        _ => None,
    };
    let year = year.ok_or(Unread::Shape)?;
    let mut others = Vec::new();
    for part in rest {
        others.push(
            short(part)
                .and_then(|n| u32::try_from(n).ok())
                .ok_or(Unread::Shape)?,
        );
    }
    let born = match others.as_slice() {
        [] => Born::of_year(year),
        [month] => Born::of_month(year, *month),
        [month, day] => Day::new(year, *month, *day).map(Born::on),
        _ => return Err(Unread::Shape),
    };
    born.ok_or(Unread::NoSuchTime)
}

/// The year that two digits mean, where it can be but one: who was born in the century
/// before the one of `today` may live, and nobody was born in a year to come.
fn century(two: i32, today: Day) -> Option<i32> {
    let this = today.year() / 100 * 100 + two;
    (this > today.year()).then_some(this - 100)
}

fn number(digits: &str) -> Option<i32> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl std::fmt::Display for Born {
    /// ISO 8601 with its precision: `1949-02-03`, `1949-02`, `1949`, else the first and the
    /// last day, `1960-11-24/1961-11-23`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first = self.first.to_string();
        for cut in [first.as_str(), head(&first, 7), head(&first, 4)] {
            if Self::stored(cut) == Some(*self) {
                return write!(f, "{cut}");
            }
        }
        write!(f, "{first}/{}", self.last)
    }
}

fn head(text: &str, places: usize) -> &str {
    text.get(..places).unwrap_or(text)
}

impl From<Born> for Value {
    fn from(born: Born) -> Self {
        Self::Text(born.to_string())
    }
}
impl FromValue for Born {
    fn from_value(value: &Value) -> Option<Self> {
        String::from_value(value).and_then(|text| Self::stored(&text))
    }
}

#[cfg(test)]
mod tests;
