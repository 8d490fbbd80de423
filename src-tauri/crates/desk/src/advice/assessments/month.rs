//! A calendar month, as people remember what was done when.

use crate::Day;
use chrono::Datelike as _;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month of a day.
    pub fn of(day: Day) -> Self {
        let month = i32::try_from(day.date().month0()).unwrap_or(0);
        Self(day.date().year() * 12 + month)
    }

    /// Reads `2026-05`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() == 7 && text.is_char_boundary(7) {
            Day::parse(&format!("{text}-01")).map(Self::of)
        } else {
            None
        }
    }

    /// The month so many months later.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        Self(
            self.0
                .saturating_add(i32::try_from(months).unwrap_or(i32::MAX)),
        )
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{:04}-{:02}",
            self.0.div_euclid(12),
            self.0.rem_euclid(12) + 1
        )
    }
}
impl From<Month> for vault::Value {
    fn from(month: Month) -> Self {
        Self::Text(month.to_string())
    }
}
impl vault::FromValue for Month {
    fn from_value(value: &vault::Value) -> Option<Self> {
        String::from_value(value).and_then(|text| Self::parse(&text))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_month_reads_as_it_is_written_and_passes_the_new_year() {
        let month = Month::parse("2026-05").unwrap();
        assert_eq!(month.to_string(), "2026-05");
        assert_eq!(month.plus(8).to_string(), "2027-01");
        assert_eq!(Month::parse("2026-13"), None);
        assert_eq!(
            Month::of(Day::parse("2026-12-31").unwrap()).to_string(),
            "2026-12"
        );
    }
}
