//! The computer's clock as the desk's own records see it: whether it was moved,
//! and by how much it still differs from what it was. Order is always the journal's
//! number; the clock only dates. It never asks a clock: readings are handed in.

pub mod acts;
mod store;

use crate::ground::subject::Subject;
use crate::ground::text;
use crate::{Moment, Reading, Result, Writing};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};

/// What a clock may drift before it counts as moved, in milliseconds.
pub const TOLERANCE: i64 = 2 * MINUTE;
const MINUTE: i64 = 60_000;

/// Both clocks of the computer at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// What the clock on the wall shows.
    pub wall: Moment,
    /// Milliseconds of a counter that nobody can set.
    pub ticks: i64,
}

impl Clocks {
    /// By how much the wall clock was moved since `earlier`, when it was.
    pub fn moved_since(self, earlier: Self) -> Option<i64> {
        let shown = self.wall.0.saturating_sub(earlier.wall.0);
        let passed = self.ticks.saturating_sub(earlier.ticks);
        Some(shown.saturating_sub(passed)).filter(|by| by.saturating_abs() > TOLERANCE)
    }
}

/// By how much the clock is away from where it was before it was moved, in
/// milliseconds; negative is behind. Zero: it is where it should be, or somebody
/// has looked at it and said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Away(pub i64);

impl Away {
    /// After the running program saw it move: moving it back makes it right again.
    #[must_use]
    pub fn moved(self, by: i64) -> Self {
        let away = self.0.saturating_add(by);
        Self(if away.saturating_abs() <= TOLERANCE {
            0
        } else {
            away
        })
    }

    /// After it was compared with the entries when the desk was opened: `by` is how far it
    /// was found behind them, if at all. One that had been behind and is so no more is put
    /// right, and so is one that had been ahead by no less: how long the desk was closed is
    /// not known.
    #[must_use]
    pub fn found(self, by: Option<i64>) -> Self {
        match by {
            None => Self(self.0.max(0)),
            Some(by) if self.0 > 0 && by <= self.0.saturating_add(TOLERANCE) => Self(0),
            Some(by) if self.0 > 0 => Self(self.0.saturating_sub(by)),
            // A clock that runs on comes nearer to the entries and is no less wrong.
            Some(by) => Self(self.0.min(by.saturating_neg())),
        }
    }
}

/// By how many milliseconds `now` lies before the latest entry of the journal; `None` when
/// within `TOLERANCE`.
pub fn behind(last: Option<Moment>, now: Moment) -> Option<i64> {
    let by = last?.0.saturating_sub(now.0);
    Some(by).filter(|by| *by > TOLERANCE)
}

/// Where the clock stands by the journal.
///
/// # Errors
/// Of the store.
pub fn away(r: &Reading<'_>) -> Result<Away> {
    store::away(r.tx)
}

/// The latest moment of any entry since the clock was last right.
///
/// # Errors
/// Of the store.
pub fn latest_entry(r: &Reading<'_>) -> Result<Option<Moment>> {
    store::latest_entry(r.tx)
}

/// Notes that the clock was moved `by` so many milliseconds; `after` is where it stands now.
///
/// # Errors
/// Of the store.
pub fn note(w: &Writing<'_>, by: i64, after: Away) -> Result<()> {
    let object = (acts::CLOCK, after.0 / MINUTE);
    w.note(acts::MOVED, object, &format!("{} min", by / MINUTE))
}

/// Somebody compared the clock with another one: from now on it counts as right.
///
/// # Errors
/// Without a reason, or of the store.
pub fn accept(w: &Writing<'_>, reason: &str) -> Result<()> {
    let reason = text::reason(reason)?;
    w.note_because(acts::ACCEPT, (acts::CLOCK, 0), "", &reason)
}

#[cfg(test)]
mod tests {
    use super::{Away, Clocks, TOLERANCE, behind};
    use crate::Moment;

    const DAY: i64 = 86_400_000;

    const fn clocks(wall: i64, ticks: i64) -> Clocks {
        Clocks {
            wall: Moment(wall),
            ticks,
        }
    }

    #[test]
    fn a_clock_that_runs_with_the_counter_was_not_moved() {
        let start = clocks(DAY, 7);
        assert_eq!(clocks(DAY + 5_000, 5_007).moved_since(start), None);
        // A night asleep: both ran on.
        assert_eq!(clocks(2 * DAY, DAY + 7).moved_since(start), None);
        // What the network corrects in passing.
        assert_eq!(clocks(DAY + TOLERANCE, 7).moved_since(start), None);
    }

    #[test]
    fn a_clock_set_forward_or_back_was_moved_by_the_difference() {
        let start = clocks(DAY, 0);
        assert_eq!(clocks(0, 1_000).moved_since(start), Some(-DAY - 1_000));
        assert_eq!(
            clocks(3 * DAY, 1_000).moved_since(start),
            Some(2 * DAY - 1_000)
        );
        assert_eq!(
            clocks(i64::MIN, 0).moved_since(clocks(i64::MAX, 0)),
            Some(i64::MIN)
        );
    }

    #[test]
    fn putting_it_back_makes_it_right() {
        let wrong = Away::default().moved(-DAY);
        assert_eq!(wrong, Away(-DAY));
        assert_eq!(wrong.moved(DAY + 1_000), Away(0));
        assert_eq!(wrong.moved(DAY / 2), Away(-DAY / 2));
    }

    #[test]
    fn a_clock_that_was_ahead_and_is_found_behind_was_put_right() {
        // Ten days ahead; closed for one day, so the entries lie nine days ahead.
        assert_eq!(Away(10 * DAY).found(Some(9 * DAY)), Away(0));
        assert_eq!(Away(10 * DAY).found(Some(12 * DAY)), Away(-2 * DAY));
        assert_eq!(Away(0).found(Some(DAY)), Away(-DAY));
    }

    #[test]
    fn a_clock_that_was_behind_and_is_so_no_more_was_put_right() {
        assert_eq!(Away(-DAY).found(None), Away(0));
        assert_eq!(Away(-DAY).found(Some(DAY / 2)), Away(-DAY), "it ran on");
        assert_eq!(Away(-DAY).found(Some(2 * DAY)), Away(-2 * DAY));
        assert_eq!(Away(DAY).found(None), Away(DAY), "ahead, nobody can tell");
    }

    #[test]
    fn two_minutes_are_forgiven_and_no_more() {
        let now = Moment(DAY);
        assert_eq!(behind(None, now), None);
        assert_eq!(behind(Some(Moment(DAY + TOLERANCE)), now), None);
        assert_eq!(
            behind(Some(Moment(DAY + TOLERANCE + 1)), now),
            Some(TOLERANCE + 1)
        );
    }
}
