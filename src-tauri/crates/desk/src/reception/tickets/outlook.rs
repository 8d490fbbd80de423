//! What the wait at a point is told from, read once: its recent services, who came lately,
//! and what was told before.

use super::board::Queues;
use super::estimate::{Expected, Forecast, Load};
use super::order::{Leads, Place};
use super::passing::{Lately, passing};
use super::{State, store};
use crate::reception::categories::Urgency;
use crate::reception::points::Point;
use crate::{Moment, Reading, Result, StaffId};

/// So many days back it is looked of what kinds people are.
const DAYS: i64 = 7;
/// Somebody who waited and was not called for so many minutes after a service did not wait
/// for it to end: its person had a break.
const BREAK: i64 = 10;

/// A service that ended, as far as it tells how long it kept a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Service {
    /// By whom.
    pub by: StaffId,
    /// When its number was given.
    pub issued: Moment,
    /// When it was called.
    pub called: Moment,
    /// When it ended.
    pub ended: Moment,
}

/// How long services kept their seats, in seconds: from the call to the end, and on to the
/// next call where somebody waited for it. The latest comes first, and here goes last.
pub(super) fn spans(latest: &[Service]) -> Vec<i64> {
    let seconds = |from: Moment, to: Moment| (to.0 - from.0).max(0) / 1000;
    let span = |(n, service): (usize, &Service)| {
        let mut later = latest.iter().take(n).rev();
        let next = later.find(|s| s.by == service.by);
        let until = next.filter(|next| {
            next.issued <= service.ended && next.called <= service.ended.plus_minutes(BREAK)
        });
        let until = until.map_or(service.ended, |next| next.called.max(service.ended));
        seconds(service.called, until)
    };
    latest.iter().enumerate().map(span).collect()
}

/// What the wait at a point is told from.
pub(super) struct Outlook {
    forecast: Option<Forecast>,
    kinds: Vec<(Urgency, bool, u64)>,
    seen: u64,
    since: Moment,
}

impl Outlook {
    pub fn read(r: &Reading<'_>, point: &Point) -> Result<Self> {
        let spans = spans(&store::services(r.tx, point.id)?);
        let told = store::told(r.tx, point.id)?;
        let opened = point.sittings.iter().map(|s| s.since).min();
        let since = super::passing::since(opened.unwrap_or(r.at), r.at);
        Ok(Self {
            forecast: Forecast::of(&spans, &told),
            kinds: store::kinds(r.tx, point.id, r.today().plus_days(-DAYS))?,
            seen: store::seen(r.tx, point.id, r.today(), since)?,
            since,
        })
    }

    /// The wait of whoever stands at this place with so many before.
    pub fn expected(
        &self,
        queues: &Queues,
        point: &Point,
        place: &Place,
        ahead: usize,
        now: Moment,
    ) -> Option<Expected> {
        let forecast = self.forecast.as_ref()?;
        let lately = Lately {
            kinds: &self.kinds,
            seen: self.seen,
            since: self.since,
            service: forecast.mean(),
            seats: point.sittings.len(),
        };
        let hand = |staff: StaffId| {
            let mut live = queues.live.iter();
            let held = live.find(|t| {
                t.standing.state != State::Waiting && t.standing.called_by == Some(staff)
            })?;
            let called = held.standing.called_at.unwrap_or(now);
            Some((now.0 - called.0).max(0) / 1000)
        };
        forecast.wait(&Load {
            ahead,
            seats: point.sittings.iter().map(|s| hand(s.staff)).collect(),
            passing: passing(&lately, place, Leads::default(), now),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(by: i64, issued: i64, called: i64, ended: i64) -> Service {
        let at = |minute| Moment(0).plus_minutes(minute);
        Service {
            by: StaffId(by),
            issued: at(issued),
            called: at(called),
            ended: at(ended),
        }
    }

    #[test]
    fn a_seat_is_kept_until_the_next_call_of_who_waited_for_it() {
        let latest = [
            // Came after a break of an hour.
            service(1, 20, 95, 100),
            // Came when nobody was served.
            service(1, 22, 25, 30),
            // Waited, and was called two minutes after the one before ended.
            service(1, 3, 12, 20),
            // A colleague's: no break of theirs.
            service(2, 0, 9, 11),
            service(1, 0, 0, 10),
        ];
        let minutes: Vec<i64> = spans(&latest).iter().map(|s| s / 60).collect();
        assert_eq!(minutes, [5, 5, 8, 2, 12]);
    }
}
