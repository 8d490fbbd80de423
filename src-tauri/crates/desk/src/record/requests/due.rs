//! Until when a request must be answered.

use crate::house::institution::{self, Hours, SpecialDay, hours_on};
use crate::{Day, Reading, Result};

/// Working days for the answer. PIPL 50 asks for promptness without a figure, and the
/// 2019 method for judging unlawful collection by apps, article 6, gives 15 working
/// days at most: we hold ourselves to that.
pub const WORKING_DAYS: u16 = 15;

/// A calendar without a single working day must still give a day.
const FARTHEST: i64 = 400;

pub(super) fn last_day(r: &Reading<'_>, from: Day) -> Result<Day> {
    let hours = institution::read(r)?.hours;
    let special = institution::special_days(r, from)?;
    Ok(count(&hours, &special, from))
}

/// The day after receipt is the first that counts.
fn count(hours: &[Hours], special: &[SpecialDay], from: Day) -> Day {
    let works = |day: Day| {
        let mark = special.iter().find(|s| s.day == day).map(|s| s.kind);
        hours_on(hours, mark, day).is_some()
    };
    (1..FARTHEST)
        .map(|n| from.plus_days(n))
        .filter(|day| works(*day))
        .nth(usize::from(WORKING_DAYS) - 1)
        .unwrap_or(from.plus_days(i64::from(WORKING_DAYS)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::Minute;
    use crate::house::institution::DayKind;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn fifteen_working_days_skip_weekends_and_holidays() {
        let hours: Vec<Hours> = (1..=5)
            .map(|weekday| Hours {
                weekday,
                opens: Minute(480),
                closes: Minute(1050),
                lunch: None,
            })
            .collect();
        assert_eq!(
            count(&hours, &[], day("2026-11-23")),
            day("2026-12-14"),
            "three weeks"
        );
        let holiday = SpecialDay {
            day: day("2026-12-01"),
            kind: DayKind::Closed,
            name: String::new(),
        };
        assert_eq!(
            count(&hours, &[holiday], day("2026-11-23")),
            day("2026-12-15")
        );
        assert_eq!(count(&[], &[], day("2026-11-23")), day("2026-12-08"));
    }
}
