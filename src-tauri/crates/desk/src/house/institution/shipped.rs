//! The days off and make-up days that the State Council announced, shipped with the
//! program as facts (R 7.3). What a person sets by hand wins over them.

use super::DayKind;
use crate::Day;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const TEXT: &str = include_str!("state_council.txt");

crate::codes! {
    /// What a day is off for, or made up for.
    Festival {
        /// 元旦.
        NewYear = "new_year",
        /// 春节.
        Spring = "spring",
        /// 清明节.
        Qingming = "qingming",
        /// 劳动节.
        Labour = "labour",
        /// 端午节.
        DragonBoat = "dragon_boat",
        /// 中秋节.
        MidAutumn = "mid_autumn",
        /// 国庆节.
        National = "national",
    }
}

/// A day of the State Council's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Announced {
    /// How it differs.
    pub kind: DayKind,
    /// What for.
    pub festival: Festival,
    /// Number of the document that says so.
    pub document: &'static str,
}

/// Every list that is shipped.
struct Lists {
    /// Each year with its document.
    years: BTreeMap<i32, &'static str>,
    days: BTreeMap<Day, Announced>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| read(TEXT));

/// What the State Council said of a day; `None`: nothing, or no list of its year is shipped.
pub(super) fn announced(day: Day) -> Option<Announced> {
    LISTS.days.get(&day).copied()
}

/// The days from one on that were announced, in order.
pub(super) fn from(day: Day) -> impl Iterator<Item = (Day, Announced)> {
    LISTS.days.range(day..).map(|(day, said)| (*day, *said))
}

/// Whether the list of a year is shipped.
pub(super) fn has(year: i32) -> bool {
    LISTS.years.contains_key(&year)
}

fn read(text: &'static str) -> Lists {
    let mut lists = Lists {
        years: BTreeMap::new(),
        days: BTreeMap::new(),
    };
    let mut document = "";
    for line in text.lines() {
        let words: Vec<&'static str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["year", year, said] => {
                document = said;
                lists
                    .years
                    .extend(year.parse::<i32>().map(|year| (year, *said)));
            }
            [kind, first, last, festival] => {
                let days = span(kind, first, last, festival, document);
                lists.days.extend(days.into_iter().flatten());
            }
            _ => {}
        }
    }
    lists
}

fn span(
    kind: &str,
    first: &str,
    last: &str,
    festival: &str,
    document: &'static str,
) -> Option<impl Iterator<Item = (Day, Announced)>> {
    let (first, last) = (Day::parse(first)?, Day::parse(last)?);
    let said = Announced {
        kind: DayKind::parse(kind)?,
        festival: Festival::parse(festival)?,
        document,
    };
    let days = (0..=last.days_since(first)).map(move |n| (first.plus_days(n), said));
    Some(days)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_read() {
        let lines = TEXT
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'));
        let mut year = 0;
        for line in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let ["year", number, document] = words.as_slice() {
                year = number.parse().unwrap();
                assert!(has(year), "{line}");
                let of_year = format!("〔{}〕", year - 1);
                assert!(document.contains(&of_year), "{line}");
                continue;
            }
            let day = |n: usize| Day::parse(words.get(n).unwrap()).unwrap();
            let (first, last) = (day(1), day(2));
            assert!(
                first <= last && first.year() == year && last.year() == year,
                "{line}"
            );
            for said in [first, last].map(announced) {
                assert_eq!(said.unwrap().kind.code(), *words.first().unwrap(), "{line}");
            }
        }
    }

    /// Counted by hand; whoever is at work on a day of a weekend makes up for one that is off.
    #[test]
    fn a_year_has_as_many_days_off_as_its_lists_say() {
        for (year, off, made_up) in [(2025, 28, 5), (2026, 33, 6)] {
            let of_kind = |kind| {
                let days = from(Day::new(year, 1, 1).unwrap());
                days.filter(|(day, said)| day.year() == year && said.kind == kind)
                    .map(|(day, _)| day)
                    .collect::<Vec<_>>()
            };
            assert_eq!(of_kind(DayKind::Closed).len(), off, "{year}");
            let worked = of_kind(DayKind::Working);
            assert_eq!(worked.len(), made_up, "{year}");
            assert!(worked.iter().all(|day| day.weekday() > 5), "{year}");
        }
        assert!(!has(2027));
    }
}
