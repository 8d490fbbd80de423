//! Until when a person must have been told, in working days of the institution's
//! calendar: its weekdays, its closed days, its make-up days.

use super::{DueMark, Feedback, Filter, Kind, State, acts, store};
use crate::house::institution::Calendar;
use crate::{Day, Minute, Moment, Reading, Result, Writing};

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

/// The institution's calendar, to count limits with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    calendar: Calendar,
    now: Moment,
}

/// When the last working day of a limit closes.
fn limit(calendar: &Calendar, kind: Kind, from: Day) -> Moment {
    let days = days_for(kind);
    let last = calendar.working_day(from, days);
    let closes = last.and_then(|day| calendar.closes(day).map(|minute| day.at(minute)));
    // No opening hours are set: calendar days, to the end of the day.
    closes.unwrap_or_else(|| from.plus_days(i64::from(days)).at(Minute(1439)))
}

/// A limit that another calendar moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitMoved {
    /// Number of the feedback.
    pub no: String,
    /// Until when it was.
    pub from: Moment,
    /// Until when it is.
    pub to: Moment,
}

/// Moves the limits of all feedback whose person waits to be told, as far as two
/// calendars count them differently.
///
/// # Errors
/// Of the store.
pub(crate) fn follow(
    w: &Writing<'_>,
    before: &Calendar,
    after: &Calendar,
) -> Result<Vec<LimitMoved>> {
    let mut moved = Vec::new();
    for f in store::list(&w.reading(), Filter::Open, None, usize::MAX >> 1)? {
        let received = f.received_at.day();
        let to = limit(after, f.kind, received);
        if f.state == State::Told || to == limit(before, f.kind, received) || to == f.due_at {
            continue;
        }
        store::set_due(w, f.id, to)?;
        let detail = format!("{} {}", f.due_at.day(), to.day());
        w.note(acts::MOVE_LIMIT, (acts::FEEDBACK, f.id.0), &detail)?;
        moved.push(LimitMoved {
            no: f.no,
            from: f.due_at,
            to,
        });
    }
    Ok(moved)
}

impl Due {
    pub(super) fn read(r: &Reading<'_>) -> Result<Self> {
        Ok(Self {
            calendar: Calendar::read(r)?,
            now: r.at,
        })
    }

    /// When the last working day of the limit closes.
    pub fn limit(&self, kind: Kind, from: Day) -> Moment {
        limit(&self.calendar, kind, from)
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
        let next = self.calendar.working_day(from, 1);
        next.unwrap_or(from.plus_days(1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::house::institution::Hours;

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
        Due {
            calendar: Calendar::new((1..=5).map(hours).collect(), []),
            now,
        }
    }

    #[test]
    fn weekends_and_holidays_do_not_count_and_make_up_days_do() {
        let due = calendar(day("2026-09-29").start());
        // Wed 30 Sept, Thu 8, Fri 9, Sat 10 (make-up), Mon 12 October: as announced.
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
            calendar: Calendar::new(Vec::new(), []),
            now: Moment(0),
        };
        assert_eq!(
            due.limit(Kind::Praise, day("2026-11-20")).day(),
            day("2026-11-25")
        );
    }
}
