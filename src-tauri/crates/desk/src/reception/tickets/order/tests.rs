//! What the order promises, by example and by property.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use proptest::prelude::*;

const AGEING: Ageing = Ageing {
    to_urgent: 45,
    to_immediate: 195,
    first_lead: 45,
};

fn at(minute: i64) -> Moment {
    Moment(0).plus_minutes(minute)
}

fn ticket(id: i64, need: Urgency, minute: i64) -> Waiting {
    let own = Place {
        need,
        first: false,
        arrival: at(minute),
    };
    Waiting {
        id: TicketId(id),
        arrival: at(minute),
        own,
        moved: None,
    }
}

fn first(mut ticket: Waiting) -> Waiting {
    ticket.own.first = true;
    ticket
}

fn ids(waiting: &[Waiting], now: i64) -> Vec<i64> {
    order(waiting, &AGEING, at(now))
        .iter()
        .map(|p| p.id.0)
        .collect()
}

fn reasons(waiting: &[Waiting], now: i64) -> Vec<Why> {
    order(waiting, &AGEING, at(now))
        .iter()
        .map(|p| p.why)
        .collect()
}

#[test]
fn need_goes_before_arrival() {
    let queue = [
        ticket(1, Urgency::Routine, 0),
        ticket(2, Urgency::Urgent, 10),
        ticket(3, Urgency::Immediate, 20),
    ];
    assert_eq!(ids(&queue, 21), [3, 2, 1]);
    assert_eq!(reasons(&queue, 21), [Why::Need, Why::Need, Why::Arrival]);
}

#[test]
fn a_routine_ticket_that_waited_is_not_passed_by_a_new_urgent_one() {
    let queue = [
        ticket(1, Urgency::Routine, 0),
        ticket(2, Urgency::Urgent, 50),
        ticket(3, Urgency::Routine, 40),
    ];
    assert_eq!(ids(&queue, 44 + 6), [1, 2, 3]);
    assert_eq!(reasons(&queue, 50), [Why::Aged, Why::Need, Why::Arrival]);
    // An urgent one that was here when it was lifted keeps its place.
    let queue = [
        ticket(1, Urgency::Routine, 0),
        ticket(2, Urgency::Urgent, 44),
    ];
    assert_eq!(ids(&queue, 90), [2, 1]);
}

#[test]
fn a_special_group_is_first_among_equals_and_never_before_greater_need() {
    let queue = [
        ticket(1, Urgency::Routine, 0),
        first(ticket(2, Urgency::Routine, 30)),
        ticket(3, Urgency::Urgent, 31),
    ];
    assert_eq!(ids(&queue, 40), [3, 2, 1]);
    assert_eq!(reasons(&queue, 40), [Why::Need, Why::Group, Why::Arrival]);
    assert_eq!(
        ids(&queue, 46),
        [3, 1, 2],
        "who was lifted stands before the group"
    );
}

#[test]
fn a_moved_ticket_keeps_the_place_it_was_given() {
    let mut moved = ticket(9, Urgency::Routine, 39);
    let before = ticket(1, Urgency::Urgent, 10);
    moved.moved = Some(Place {
        arrival: Moment(before.arrival.0 - 1),
        ..before.own
    });
    let queue = [before, moved, ticket(3, Urgency::Routine, 0)];
    assert_eq!(ids(&queue, 40), [9, 1, 3]);
    assert_eq!(reasons(&queue, 40)[0], Why::Moved);
    assert_eq!(
        ids(&[moved, ticket(3, Urgency::Routine, 0)], 40),
        [9, 3],
        "also when the other is gone"
    );
}

fn any_ticket(id: i64) -> impl Strategy<Value = Waiting> {
    let need = prop_oneof![
        Just(Urgency::Immediate),
        Just(Urgency::Urgent),
        Just(Urgency::Routine)
    ];
    (need, 0_i64..400, any::<bool>()).prop_map(move |(need, minute, is_first)| {
        let ticket = ticket(id, need, minute);
        if is_first { first(ticket) } else { ticket }
    })
}

fn any_queue() -> impl Strategy<Value = Vec<Waiting>> {
    (0_i64..24).prop_flat_map(|n| (0..n).map(any_ticket).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn everybody_has_one_position_and_the_same_when_asked_twice(queue in any_queue(), now in 400_i64..800) {
        let once = order(&queue, &AGEING, at(now));
        let mut seen: Vec<i64> = once.iter().map(|p| p.id.0).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..queue.len()).map(|n| i64::try_from(n).unwrap()).collect::<Vec<_>>());
        prop_assert!(once.iter().enumerate().all(|(i, p)| p.ahead == i));
        prop_assert_eq!(&once, &order(&queue, &AGEING, at(now)));
    }

    #[test]
    fn the_order_does_not_depend_on_how_the_rows_came(
        (queue, shuffled) in any_queue().prop_flat_map(|q| (Just(q.clone()), Just(q).prop_shuffle())),
        now in 0_i64..800,
    ) {
        prop_assert_eq!(order(&queue, &AGEING, at(now)), order(&shuffled, &AGEING, at(now)));
    }

    #[test]
    fn leaving_changes_nothing_among_those_who_stay(queue in any_queue(), now in 0_i64..800, out in 0_usize..24) {
        let gone = queue.get(out).map(|t| t.id);
        let rest: Vec<Waiting> = queue.iter().copied().filter(|t| Some(t.id) != gone).collect();
        let before = order(&queue, &AGEING, at(now));
        let kept: Vec<TicketId> = before.iter().map(|p| p.id).filter(|id| Some(*id) != gone).collect();
        let after: Vec<TicketId> = order(&rest, &AGEING, at(now)).iter().map(|p| p.id).collect();
        prop_assert_eq!(kept, after);
    }

    #[test]
    fn greater_need_goes_first_unless_somebody_aged(queue in any_queue(), now in 400_i64..800) {
        let positions = order(&queue, &AGEING, at(now));
        let need = |p: &Position| queue.iter().find(|t| t.id == p.id).unwrap().own.need;
        for (i, before) in positions.iter().enumerate() {
            for after in &positions[i + 1..] {
                if before.why != Why::Aged {
                    prop_assert!(need(before) <= need(after));
                }
                prop_assert!(before.level <= after.level);
            }
        }
    }

    #[test]
    fn nobody_starves(queue in any_queue(), now in 400_i64..1200) {
        // Who comes this much later can never be called first, whatever their need.
        let bound = AGEING.to_urgent + AGEING.to_immediate + AGEING.first_lead;
        let positions = order(&queue, &AGEING, at(now));
        let arrival = |p: &Position| queue.iter().find(|t| t.id == p.id).unwrap().arrival;
        for (i, before) in positions.iter().enumerate() {
            for after in &positions[i + 1..] {
                prop_assert!(arrival(before) <= arrival(after).plus_minutes(bound));
            }
        }
    }

    #[test]
    fn a_routine_ticket_is_passed_by_urgent_ones_only_for_so_long(early in 0_i64..200, late in 0_i64..400, is_first in any::<bool>()) {
        let urgent = ticket(2, Urgency::Urgent, late);
        let urgent = if is_first { first(urgent) } else { urgent };
        let queue = [ticket(1, Urgency::Routine, early), urgent];
        let lead = AGEING.to_urgent + if is_first { AGEING.first_lead } else { 0 };
        if late > early + lead {
            prop_assert_eq!(ids(&queue, late), [1, 2]);
        }
    }

    #[test]
    fn two_tickets_change_places_at_most_once(queue in (any_ticket(1), any_ticket(2))) {
        let queue = [queue.0, queue.1];
        let since = queue.iter().map(|t| t.arrival.0 / 60_000).max().unwrap();
        let firsts: Vec<i64> = (since..since + 500).map(|now| ids(&queue, now)[0]).collect();
        let changes = firsts.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(changes <= 1, "{changes} changes");
    }
}
