//! What the ledger adds up and how it words its states. Pure.

use super::Named;
use crate::Moment;
use crate::booking::bookings::BookingState;
use crate::quality::feedback;
use crate::reception::categories::Urgency;
use crate::reception::encounters::{Channel, Outcome};
use std::collections::BTreeMap;

crate::codes! {
    /// How a promise stands.
    PromiseState {
        /// There is time.
        Open = "open",
        /// Kept in time.
        Kept = "kept",
        /// Kept, but late.
        Late = "late",
        /// Not kept and past its limit.
        Overdue = "overdue",
    }
}

/// How a promise stands at a moment.
pub(super) fn promise_state(due_at: Moment, kept_at: Option<Moment>, now: Moment) -> PromiseState {
    match kept_at {
        Some(kept) if kept <= due_at => PromiseState::Kept,
        Some(_) => PromiseState::Late,
        None if now <= due_at => PromiseState::Open,
        None => PromiseState::Overdue,
    }
}

/// Longest matter or answer in a row of the ledger, characters.
const SHORT: usize = 120;

/// The first of a matter or an answer, on one line.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHORT {
        return line;
    }
    line.chars().take(SHORT - 1).chain(['…']).collect()
}

/// The queue of a period in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TicketTotals {
    /// Served.
    pub served: u32,
    /// Called in vain.
    pub no_show: u32,
    /// Half waited no longer, minutes.
    pub median_wait: Option<u32>,
    /// Nine of ten waited no longer, minutes.
    pub bound_wait: Option<u32>,
}

/// What the rows of a period add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many encounters.
    pub encounters: u32,
    /// Per channel.
    pub channels: Vec<(Channel, u32)>,
    /// Per top category, the most frequent first; an empty name: not classified.
    pub categories: Vec<(Named, u32)>,
    /// Per urgency.
    pub urgencies: Vec<(Urgency, u32)>,
    /// Per outcome; `None`: open.
    pub outcomes: Vec<(Option<Outcome>, u32)>,
    /// The queue.
    pub tickets: TicketTotals,
    /// Bookings per state.
    pub bookings: Vec<(BookingState, u32)>,
    /// Visits of the days per state: who came, who did not.
    pub visits: Vec<(BookingState, u32)>,
    /// Feedback per kind and state.
    pub feedback: Vec<(feedback::Kind, feedback::State, u32)>,
    /// Promises per state.
    pub promises: Vec<(PromiseState, u32)>,
}

/// Encounters that are alike, counted by the store.
pub(super) struct Alike {
    pub channel: Channel,
    pub urgency: Urgency,
    pub outcome: Option<Outcome>,
    pub top: Named,
    pub count: u32,
}

/// What the store counted for the totals of a period.
pub(super) struct Counted {
    pub encounters: Vec<Alike>,
    pub served: u32,
    pub no_show: u32,
    /// Minutes from ticket to call, in any order.
    pub waits: Vec<i64>,
    pub bookings: Vec<(BookingState, u32)>,
    pub visits: Vec<(BookingState, u32)>,
    pub feedback: Vec<(feedback::Kind, feedback::State, u32)>,
    pub promises: Vec<(PromiseState, u32)>,
}

pub(super) fn totals(counted: Counted) -> Totals {
    let alike = &counted.encounters;
    let mut categories: Vec<(Named, u32)> = sum(alike, |a| a.top.clone());
    categories.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut waits = counted.waits;
    waits.sort_unstable();
    Totals {
        encounters: alike.iter().map(|a| a.count).sum(),
        channels: sum(alike, |a| a.channel),
        categories,
        urgencies: sum(alike, |a| a.urgency),
        outcomes: sum(alike, |a| a.outcome),
        tickets: TicketTotals {
            served: counted.served,
            no_show: counted.no_show,
            median_wait: not_longer(&waits, 50),
            bound_wait: not_longer(&waits, 90),
        },
        bookings: counted.bookings,
        visits: counted.visits,
        feedback: counted.feedback,
        promises: counted.promises,
    }
}

fn sum<K: Ord>(alike: &[Alike], key: impl Fn(&Alike) -> K) -> Vec<(K, u32)> {
    let mut sums: BTreeMap<K, u32> = BTreeMap::new();
    for a in alike {
        *sums.entry(key(a)).or_default() += a.count;
    }
    sums.into_iter().collect()
}

/// The smallest wait that `percent` in a hundred did not exceed; `None` without any wait.
fn not_longer(sorted: &[i64], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).map(|m| u32::try_from(*m).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(channel: Channel, outcome: Option<Outcome>, top: &str, count: u32) -> Alike {
        let top = Named {
            zh: top.to_owned(),
            en: top.to_owned(),
        };
        Alike {
            channel,
            urgency: Urgency::Routine,
            outcome,
            top,
            count,
        }
    }

    #[test]
    fn every_total_of_encounters_adds_up_to_all_of_them() {
        let counted = Counted {
            encounters: vec![
                alike(Channel::WalkIn, Some(Outcome::Answered), "咨询", 40),
                alike(Channel::Phone, Some(Outcome::Answered), "办理", 50),
                alike(Channel::WalkIn, None, "办理", 3),
                alike(Channel::Letter, None, "", 1),
            ],
            served: 0,
            no_show: 0,
            waits: vec![9, 1, 5],
            bookings: Vec::new(),
            visits: Vec::new(),
            feedback: Vec::new(),
            promises: Vec::new(),
        };
        let totals = totals(counted);
        assert_eq!(totals.encounters, 94);
        let added = |counts: Vec<u32>| counts.iter().sum::<u32>();
        assert_eq!(added(totals.channels.iter().map(|c| c.1).collect()), 94);
        assert_eq!(added(totals.categories.iter().map(|c| c.1).collect()), 94);
        assert_eq!(added(totals.outcomes.iter().map(|c| c.1).collect()), 94);
        assert_eq!(
            totals.categories.first().map(|c| (c.0.zh.as_str(), c.1)),
            Some(("办理", 53))
        );
        assert_eq!(
            (totals.tickets.median_wait, totals.tickets.bound_wait),
            (Some(5), Some(9))
        );
    }

    #[test]
    fn waits_are_covered_by_the_smallest_that_is_long_enough() {
        let ten: Vec<i64> = (1..=10).collect();
        assert_eq!(
            (not_longer(&ten, 50), not_longer(&ten, 90)),
            (Some(5), Some(9))
        );
        assert_eq!(not_longer(&[], 90), None);
        assert_eq!(not_longer(&[7], 50), Some(7));
    }

    #[test]
    fn a_promise_kept_a_moment_too_late_is_late() {
        let state = |kept, now| promise_state(Moment(100), kept, Moment(now));
        assert_eq!(state(Some(Moment(100)), 500), PromiseState::Kept);
        assert_eq!(state(Some(Moment(101)), 500), PromiseState::Late);
        assert_eq!(state(None, 100), PromiseState::Open);
        assert_eq!(state(None, 101), PromiseState::Overdue);
    }

    #[test]
    fn an_answer_in_a_row_is_one_line_of_bounded_length() {
        assert_eq!(short("第一行\n第二行"), "第一行 第二行");
        assert_eq!(short(&"字".repeat(121)).chars().count(), 120);
        assert_eq!(short(&"字".repeat(120)).chars().count(), 120);
    }
}
