//! Until when a person must have been told, in working days of the institution's
//! calendar: its weekdays, its closed days, its make-up days.

use super::{DueMark, Feedback, Kind, State};
use crate::house::institution::{self, DayKind, Hours, SpecialDay, hours_on};
use crate::{Day, Minute, Moment, Reading, Result};

/// Working days from the day after receipt. A complaint: five, as the 12320
/// hotline asks of the unit that handles it. A suggestion: thirteen, as a 12345
/// bureau's rule gives from the day after receipt. Praise: five, our own.
pub const WORKING_DAYS: [(Kind, u16); 3] = [
    (Kind::Praise, 5),
    (Kind::Suggestion, 13),
    (Kind::Complaint, 5),
];

/// The working days of a kind.
pub fn days_for(kind: Kind) -> u16 {
    WORKING_DAYS
        .iter()
        .find(|(k, _)| *k == kind)
        .map_or(5, |(_, days)| *days)
}

/// A calendar without a single working day must still give a limit.
const FARTHEST: i64 = 400;

/// The institution's calendar, to count limits with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    hours: Vec<Hours>,
    special: Vec<SpecialDay>,
    now: Moment,
}

impl Due {
    pub(super) fn read(r: &Reading<'_>) -> Result<Self> {
        Ok(Self {
            hours: institution::read(r)?.hours,
            special: institution::special_days(r, r.today())?,
            now: r.at,
        })
    }

    /// When the last working day of the limit closes.
    pub fn limit(&self, kind: Kind, from: Day) -> Moment {
        let mut left = days_for(kind);
        let mut day = from;
        for _ in 0..FARTHEST {
            day = day.plus_days(1);
            if let Some(hours) = self.hours(day) {
                left -= 1;
                if left == 0 {
                    return day.at(hours.closes);
                }
            }
        }
        // No opening hours are set: calendar days, to the end of the day.
        from.plus_days(i64::from(days_for(kind))).at(Minute(1439))
    }

    /// How the limit of a feedback stands now.
    pub fn mark(&self, feedback: &Feedback) -> DueMark {
        self.mark_of(feedback.state, feedback.due_at)
    }

    fn mark_of(&self, state: State, due_at: Moment) -> DueMark {
        if matches!(state, State::Told | State::Closed) {
            DueMark::Met
        } else if self.now > due_at {
            DueMark::Late
        } else if due_at.day() <= self.next_working_day(self.now.day()) {
            DueMark::Soon
        } else {
            DueMark::Fine
        }
    }

    fn next_working_day(&self, from: Day) -> Day {
        (1..FARTHEST)
            .map(|n| from.plus_days(n))
            .find(|day| self.hours(*day).is_some())
            .unwrap_or(from.plus_days(1))
    }

    fn hours(&self, day: Day) -> Option<Hours> {
        let special: Option<DayKind> = self.special.iter().find(|s| s.day == day).map(|s| s.kind);
        hours_on(&self.hours, special, day)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn calendar(now: Moment) -> Due {
        let hours = |weekday| Hours {
            weekday,
            opens: Minute(480),
            closes: Minute(1050),
            lunch: None,
        };
        let special = |text: &str, kind| SpecialDay {
            day: day(text),
            kind,
            name: String::new(),
        };
        Due {
            hours: (1..=5).map(hours).collect(),
            special: vec![
                special("2026-10-01", DayKind::Closed),
                special("2026-10-02", DayKind::Closed),
                special("2026-10-05", DayKind::Closed),
                special("2026-10-06", DayKind::Closed),
                special("2026-10-07", DayKind::Closed),
                special("2026-10-10", DayKind::Working),
            ],
            now,
        }
    }

    #[test]
    fn weekends_and_holidays_do_not_count_and_make_up_days_do() {
        let due = calendar(day("2026-09-29").start());
        // Wed 30 Sept, Thu 8, Fri 9, Sat 10 (make-up), Mon 12 October.
        let limit = due.limit(Kind::Complaint, day("2026-09-29"));
        assert_eq!(
            (limit.day(), limit.minute()),
            (day("2026-10-12"), Minute(1050))
        );
    }

    #[test]
    fn a_suggestion_has_thirteen_working_days_from_the_day_after() {
        let due = calendar(day("2026-11-20").start());
        assert_eq!(
            due.limit(Kind::Suggestion, day("2026-11-20")).day(),
            day("2026-12-09")
        );
    }

    #[test]
    fn a_limit_is_soon_on_the_working_day_before_and_late_after_closing() {
        // Due on Monday 23 November at 17:30.
        let due_at = day("2026-11-23").at(Minute(1050));
        let mark = |now: Moment, state| calendar(now).mark_of(state, due_at);
        assert_eq!(
            mark(day("2026-11-19").at(Minute(600)), State::Handling),
            DueMark::Fine
        );
        assert_eq!(
            mark(day("2026-11-20").at(Minute(600)), State::Handling),
            DueMark::Soon
        );
        assert_eq!(mark(due_at, State::Handled), DueMark::Soon);
        assert_eq!(mark(due_at.plus_minutes(1), State::Handled), DueMark::Late);
        assert_eq!(mark(due_at.plus_minutes(1), State::Told), DueMark::Met);
    }

    #[test]
    fn a_calendar_without_opening_hours_still_gives_a_limit() {
        let due = Due {
            hours: Vec::new(),
            special: Vec::new(),
            now: Moment(0),
        };
        assert_eq!(
            due.limit(Kind::Praise, day("2026-11-20")).day(),
            day("2026-11-25")
        );
    }
}
