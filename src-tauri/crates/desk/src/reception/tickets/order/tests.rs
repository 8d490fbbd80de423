//! What the order promises, by example and by property.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use proptest::prelude::*;

const LEADS: Leads = Leads {
    urgent: 45,
    first: 30,
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
    order(waiting, LEADS, at(now))
        .iter()
        .map(|p| p.id.0)
        .collect()
}

fn reasons(waiting: &[Waiting], now: i64) -> Vec<Why> {
    order(waiting, LEADS, at(now))
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
fn a_routine_ticket_is_not_passed_by_an_urgent_one_that_comes_too_late() {
    let queue = [
        ticket(1, Urgency::Routine, 0),
        ticket(2, Urgency::Urgent, 50),
        ticket(3, Urgency::Routine, 40),
    ];
    assert_eq!(ids(&queue, 50), [1, 2, 3]);
    assert_eq!(reasons(&queue, 50), [Why::Aged, Why::Need, Why::Arrival]);
    // One that came in time keeps its place, however long both wait.
    let queue = [
        ticket(1, Urgency::Routine, 0),
        ticket(2, Urgency::Urgent, 44),
    ];
    assert_eq!(ids(&queue, 44), [2, 1]);
    assert_eq!(ids(&queue, 900), [2, 1]);
}

#[test]
fn a_veteran_who_stood_first_stands_first_while_the_clock_goes_on() {
    let before = [12, 18, 25, 31, 36, 39].map(|m| ticket(m, Urgency::Routine, m));
    let mut queue = before.to_vec();
    queue.push(first(ticket(99, Urgency::Routine, 40)));
    for now in 41..400 {
        assert_eq!(ids(&queue, now)[0], 99, "at {now}");
        assert_eq!(reasons(&queue, now)[0], Why::Group, "at {now}");
    }
}

#[test]
fn a_special_group_is_first_among_equals_and_never_before_greater_need() {
    let queue = [
        ticket(1, Urgency::Routine, 10),
        first(ticket(2, Urgency::Routine, 30)),
        ticket(3, Urgency::Urgent, 31),
    ];
    assert_eq!(ids(&queue, 40), [3, 2, 1]);
    assert_eq!(reasons(&queue, 40), [Why::Need, Why::Group, Why::Arrival]);
    assert_eq!(ids(&queue, 300), [3, 2, 1], "nor later");
}

#[test]
fn nothing_goes_before_the_immediate_however_long_it_has_waited() {
    let queue = [
        first(ticket(1, Urgency::Urgent, 0)),
        ticket(2, Urgency::Routine, 0),
        ticket(3, Urgency::Immediate, 600),
    ];
    assert_eq!(ids(&queue, 600), [3, 1, 2]);
    let positions = order(&queue, LEADS, at(600));
    assert_eq!(positions[0].settled, None);
    assert_eq!(positions[1].settled, Some(at(0)), "before it: nobody more");
    assert_eq!(positions[2].settled, Some(at(75)));
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
    assert_eq!(reasons(&queue, 40), [Why::Moved, Why::Need, Why::Arrival]);
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

/// Whether `s` stands before `t`, told from the requirement and not from a key: the immediate
/// before the others; otherwise by how much later than `t` it may come.
fn stands_before(s: &Waiting, t: &Waiting) -> bool {
    let immediate = |w: &Waiting| w.own.need == Urgency::Immediate;
    if immediate(s) != immediate(t) {
        return immediate(s);
    }
    let urgent = |w: &Waiting| i64::from(w.own.need == Urgency::Urgent) * 45;
    let group = |w: &Waiting| i64::from(w.own.first) * 30;
    let may_be_late = urgent(s) - urgent(t) + group(s) - group(t);
    let late = (s.arrival.0 - t.arrival.0) / 60_000;
    late < may_be_late || (late == may_be_late && s.id < t.id)
}

proptest! {
    #[test]
    fn everybody_has_one_position_and_the_same_when_asked_twice(queue in any_queue(), now in 400_i64..800) {
        let once = order(&queue, LEADS, at(now));
        let mut seen: Vec<i64> = once.iter().map(|p| p.id.0).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..queue.len()).map(|n| i64::try_from(n).unwrap()).collect::<Vec<_>>());
        prop_assert!(once.iter().enumerate().all(|(i, p)| p.ahead == i));
        prop_assert_eq!(&once, &order(&queue, LEADS, at(now)));
    }

    #[test]
    fn so_many_stand_before_as_the_requirement_says(queue in any_queue(), now in 400_i64..800) {
        for position in order(&queue, LEADS, at(now)) {
            let own = queue.iter().find(|t| t.id == position.id).unwrap();
            let before = queue.iter().filter(|s| s.id != own.id && stands_before(s, own)).count();
            prop_assert_eq!(position.ahead, before);
        }
    }

    #[test]
    fn the_order_does_not_depend_on_how_the_rows_came_nor_on_the_hour(
        (queue, shuffled) in any_queue().prop_flat_map(|q| (Just(q.clone()), Just(q).prop_shuffle())),
        now in 0_i64..800, later in 0_i64..8000,
    ) {
        prop_assert_eq!(order(&queue, LEADS, at(now)), order(&shuffled, LEADS, at(now)));
        prop_assert_eq!(ids(&queue, now), ids(&queue, later));
    }

    #[test]
    fn leaving_changes_nothing_among_those_who_stay(queue in any_queue(), now in 0_i64..800, out in 0_usize..24) {
        let gone = queue.get(out).map(|t| t.id);
        let rest: Vec<Waiting> = queue.iter().copied().filter(|t| Some(t.id) != gone).collect();
        let before = order(&queue, LEADS, at(now));
        let kept: Vec<TicketId> = before.iter().map(|p| p.id).filter(|id| Some(*id) != gone).collect();
        let after: Vec<TicketId> = order(&rest, LEADS, at(now)).iter().map(|p| p.id).collect();
        prop_assert_eq!(kept, after);
    }

    #[test]
    fn each_reason_is_true_of_somebody_behind(queue in any_queue(), now in 400_i64..800) {
        let positions = order(&queue, LEADS, at(now));
        let own = |p: &Position| queue.iter().find(|t| t.id == p.id).unwrap().own;
        for (i, position) in positions.iter().enumerate() {
            let this = own(position);
            let mut behind = positions[i + 1..].iter().map(own);
            let greater = |o: Place| o.need < this.need || (o.need == this.need && o.first && !this.first);
            let told = match position.why {
                Why::Aged => behind.any(|o| greater(o) && o.arrival > this.arrival),
                Why::Need => behind.any(|o| o.need > this.need),
                Why::Group => this.first && behind.any(|o| o.arrival < this.arrival && o.need == this.need && !o.first),
                Why::Arrival => behind.all(|o| o.need == this.need && o.arrival >= this.arrival),
                Why::Moved => false,
            };
            prop_assert!(told, "{position:?} in {positions:?}");
        }
    }

    #[test]
    fn nobody_starves(queue in any_queue(), late in any_ticket(1000), after in 0_i64..300) {
        for position in order(&queue, LEADS, at(400)) {
            let Some(settled) = position.settled else { continue };
            let arrival = queue.iter().find(|t| t.id == position.id).unwrap().arrival;
            prop_assert!(settled <= arrival.plus_minutes(LEADS.greatest()));
            let mut late = late;
            late.arrival = settled.plus_minutes(after);
            late.own.arrival = late.arrival;
            let mut more = queue.clone();
            more.push(late);
            let now = order(&more, LEADS, at(400));
            let ahead = |id: TicketId| now.iter().position(|p| p.id == id).unwrap();
            prop_assert!(late.own.need == Urgency::Immediate || ahead(position.id) < ahead(late.id));
        }
    }

    #[test]
    fn urgent_goes_before_every_routine_ticket_of_the_last_three_quarters_of_an_hour(
        queue in any_queue(), came in 100_i64..400,
    ) {
        let own = ticket(1000, Urgency::Urgent, came);
        let mut more = queue.clone();
        more.push(own);
        let positions = order(&more, LEADS, at(900));
        let before = positions.iter().take_while(|p| p.id != own.id);
        for p in before {
            let other = queue.iter().find(|t| t.id == p.id).unwrap();
            let routine = other.own.need == Urgency::Routine && !other.own.first;
            prop_assert!(!routine || other.arrival <= at(came - 45));
        }
    }
}
