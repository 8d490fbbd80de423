//! Who may still come and pass a ticket (R 2.6), pure: who came lately → how many of each
//! kind come in a minute, and for how long each of them passes.

use super::estimate::Passing;
use super::order::{Leads, Place};
use crate::Moment;
use crate::reception::categories::Urgency;

/// Who came lately.
#[derive(Debug, Clone, Copy)]
pub struct Lately<'a> {
    /// How many of each need, first among equals or not, came in the last days.
    pub kinds: &'a [(Urgency, bool, u64)],
    /// How many came today since the moment below.
    pub seen: u64,
    /// Since when it is looked how many come (`since`).
    pub since: Moment,
    /// How long one service takes, in seconds.
    pub service: u64,
    /// People who sit at the point.
    pub seats: usize,
}

/// So far back it is looked how many come, in minutes.
const WINDOW: i64 = 120;
/// So many minutes of a day as busy as seats allow weigh against what was seen.
const PRIOR: u64 = 30;
/// The kinds of people who pass others, and how many of a hundred they are where nobody
/// came yet.
const KINDS: [(Urgency, bool, u64); 4] = [
    (Urgency::Immediate, false, 1),
    (Urgency::Urgent, false, 8),
    (Urgency::Urgent, true, 2),
    (Urgency::Routine, true, 12),
];
/// So many people of the usual kinds weigh against those who came.
const USUAL: u64 = 20;
const MILLION: u64 = 1_000_000;

/// Who may still pass a ticket that stands at this place, from now on.
pub fn passing(lately: &Lately<'_>, place: &Place, leads: Leads, now: Moment) -> Vec<Passing> {
    let per_minute = per_minute(lately, now);
    let all: u64 = lately.kinds.iter().map(|(_, _, n)| n).sum();
    let kinds = KINDS.iter().map(|(need, first, usual)| {
        // An immediate one passes everybody, whatever else they are.
        let immediate = *need == Urgency::Immediate;
        let is = |c: &&(Urgency, bool, u64)| c.0 == *need && (immediate || c.1 == *first);
        let came: u64 = lately.kinds.iter().filter(is).map(|(_, _, n)| n).sum();
        let share = (came * 100 + usual * USUAL) * MILLION / ((all + USUAL) * 100);
        let kind = Place {
            need: *need,
            first: *first,
            arrival: now,
        };
        Passing {
            per_minute: per_minute * share / MILLION,
            minutes: late(&kind, place, leads, now),
        }
    });
    kinds.filter(|kind| kind.minutes > 0).collect()
}

/// For how many minutes from now one of this kind still passes.
fn late(kind: &Place, place: &Place, leads: Leads, now: Moment) -> i64 {
    match (kind.need, place.need) {
        (Urgency::Immediate, Urgency::Immediate) => 0,
        (Urgency::Immediate, _) => i64::MAX,
        (_, Urgency::Immediate) => 0,
        _ => kind.lead(leads) - place.lead(leads) - now.minutes_since(place.arrival),
    }
}

/// Since when it is looked how many come: since the point opened, but not further back than
/// two hours.
pub fn since(opened: Moment, now: Moment) -> Moment {
    opened.max(now.plus_minutes(-WINDOW))
}

/// How many come in a minute, in millionths: those of the last two hours, and, while they are
/// few, what keeps the seats busy.
fn per_minute(lately: &Lately<'_>, now: Moment) -> u64 {
    let minutes = u64::try_from(now.minutes_since(lately.since)).unwrap_or(0);
    let busy = lately.seats as u64 * 60 * MILLION / lately.service.max(1) * 85 / 100;
    (lately.seen * MILLION + busy * PRIOR) / (minutes + PRIOR)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::order::{Waiting, order};
    use super::*;
    use crate::TicketId;
    use proptest::prelude::*;

    fn lately(kinds: &[(Urgency, bool, u64)], seen: u64) -> Lately<'_> {
        Lately {
            kinds,
            seen,
            since: Moment(0),
            service: 600,
            seats: 1,
        }
    }

    fn place(need: Urgency, first: bool, minute: i64) -> Place {
        Place {
            need,
            first,
            arrival: Moment(0).plus_minutes(minute),
        }
    }

    #[test]
    fn who_came_often_is_expected_often_and_who_never_came_is_not_forgotten() {
        let many = [(Urgency::Urgent, false, 50), (Urgency::Routine, false, 50)];
        let none = [(Urgency::Routine, false, 100)];
        let own = place(Urgency::Routine, false, 120);
        let rate = |kinds: &[(Urgency, bool, u64)]| {
            let all = passing(&lately(kinds, 12), &own, Leads::default(), own.arrival);
            let urgent = all.iter().find(|p| p.minutes == 45).unwrap();
            urgent.per_minute
        };
        assert!(rate(&many) > 5 * rate(&none) && rate(&none) > 0);
        // 12 in two hours, and half an hour of a busy day: (12 + 2.55) / 150 a minute, of whom
        // (50 + 1.6) of 120 are urgent.
        assert_eq!(rate(&many) / 100, 417);
    }

    proptest! {
        /// The windows, held against the order itself: somebody new is put into it.
        #[test]
        fn for_so_long_somebody_new_stands_before_it(
            need in prop_oneof![Just(Urgency::Immediate), Just(Urgency::Urgent), Just(Urgency::Routine)],
            first in any::<bool>(), waited in 0_i64..100, after in 0_i64..100, kind in 0_usize..4,
        ) {
            let own = place(need, first, 0);
            let now = Moment(0).plus_minutes(waited);
            let (need, first, _) = KINDS[kind];
            let newcomer = place(need, first, waited + after);
            let window = late(&newcomer, &own, Leads::default(), now);
            let ticket = |id, place: Place| Waiting { id: TicketId(id), arrival: place.arrival, own: place, moved: None };
            let queue = [ticket(1, own), ticket(2, newcomer)];
            let first = order(&queue, Leads::default(), now).first().unwrap().id;
            prop_assert_eq!(after < window, first == TicketId(2), "{} {}", after, window);
        }
    }
}
