//! Until when a request must be answered.

use super::{acts, store};
use crate::house::institution::Calendar;
use crate::{Day, Reading, Result, Writing};

/// Working days for the answer. PIPL 50 asks for promptness without a figure, and the
/// 2019 method for judging unlawful collection by apps, article 6, gives 15 working
/// days at most: we hold ourselves to that.
pub const WORKING_DAYS: u16 = 15;

/// A limit that another calendar moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitMoved {
    /// Number of the request.
    pub no: String,
    /// Its last day as it was.
    pub from: Day,
    /// Its last day as it is.
    pub to: Day,
}

pub(super) fn last_day(r: &Reading<'_>, from: Day) -> Result<Day> {
    Ok(count(&Calendar::read(r)?, from))
}

/// Moves the last days of all open requests, as far as two calendars count them differently.
///
/// # Errors
/// Of the store.
pub(crate) fn follow(
    w: &Writing<'_>,
    before: &Calendar,
    after: &Calendar,
) -> Result<Vec<LimitMoved>> {
    let mut moved = Vec::new();
    for request in store::open(w.tx)? {
        let received = request.received_at.day();
        let to = count(after, received);
        if to == count(before, received) || to == request.due_on {
            continue;
        }
        store::set_due(w, request.id, to)?;
        let detail = format!("{} {to}", request.due_on);
        w.note(acts::MOVE_LIMIT, (acts::REQUEST, request.id.0), &detail)?;
        moved.push(LimitMoved {
            no: request.no,
            from: request.due_on,
            to,
        });
    }
    Ok(moved)
}

/// The day after receipt is the first that counts. Without any working day calendar days do.
fn count(calendar: &Calendar, from: Day) -> Day {
    let last = calendar.working_day(from, WORKING_DAYS);
    last.unwrap_or(from.plus_days(i64::from(WORKING_DAYS)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::Minute;
    use crate::house::institution::{DayKind, Hours, Mark};

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
        let calendar = Calendar::new(hours.clone(), []);
        let three_weeks = day("2026-12-14");
        assert_eq!(count(&calendar, day("2026-11-23")), three_weeks);
        // Seven days off of October 2026, and Saturday the 10th made up.
        assert_eq!(count(&calendar, day("2026-09-30")), day("2026-10-27"));
        let off = Mark {
            kind: DayKind::Closed,
            hours_of: None,
        };
        let holiday = Calendar::new(hours, [(day("2026-12-01"), off)]);
        assert_eq!(count(&holiday, day("2026-11-23")), day("2026-12-15"));
        let nothing = Calendar::new(Vec::new(), []);
        assert_eq!(count(&nothing, day("2026-11-23")), day("2026-12-08"));
    }
}
