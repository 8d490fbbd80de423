//! Whose turn it is, and whose ticket.

use super::house::{CLERK, House, act};
use desk::reception::categories::Urgency;
use desk::reception::presence;
use desk::reception::tickets::{self, Spot, State};
use desk::{PointId, StaffId, TicketId};

#[test]
fn out_of_turn_needs_a_move_and_a_move_needs_a_reason() {
    let house = House::new(1, 1);
    let [me, point] = [house.people[0].0, house.points[0].0];
    let (me, point) = (StaffId(me), PointId(point));
    let tickets: Vec<TicketId> = (0..3).map(|n| house.ticket(n, Urgency::Routine)).collect();
    assert_eq!(
        house.refused(me, |w| tickets::call(w, tickets[2])),
        "not_next"
    );
    let before = Spot::Before(tickets[0]);
    assert_eq!(
        house.refused(me, |w| tickets::put(w, tickets[2], before, " ")),
        "reason_needed"
    );
    house.done(me, 5, |w| {
        tickets::put(w, tickets[2], before, "低血糖，头晕")
    });
    assert_eq!(house.queue(point, 6), [tickets[2], tickets[0], tickets[1]]);
    let way = house
        .desk
        .read(&act(CLERK, 6), |r| tickets::way(r, tickets[2]))
        .unwrap();
    assert_eq!(way.last().unwrap().reason, "低血糖，头晕");
    house.done(me, 7, tickets::undo);
    assert_eq!(house.queue(point, 8), tickets, "the move is taken back");
}

#[test]
fn one_person_has_one_ticket_in_hand_and_takes_back_their_own_step() {
    let house = House::new(1, 2);
    let (me, other) = (house.people[0], house.people[1]);
    let tickets: Vec<TicketId> = (0..3).map(|n| house.ticket(n, Urgency::Routine)).collect();
    let called = house.done(me, 5, tickets::call_next);
    assert_eq!(called.id, tickets[0]);
    assert_eq!(house.refused(me, tickets::call_next), "ticket_in_hand");
    assert_eq!(house.refused(me, presence::close), "ticket_in_hand");
    assert_eq!(
        house.refused(other, |w| tickets::start(w, called.id)),
        "not_your_ticket"
    );
    assert_eq!(house.refused(other, tickets::undo), "nothing_to_undo");
    let back = house.done(me, 6, tickets::undo);
    assert_eq!(
        (back.standing.state, back.standing.called_by),
        (State::Waiting, None)
    );
    assert_eq!(house.refused(me, tickets::undo), "nothing_to_undo");
    assert_eq!(house.queue(house.points[0], 7), tickets);
}

#[test]
fn a_transfer_keeps_its_turn_and_coming_back_counts_as_needless() {
    let house = House::new(2, 2);
    let (here, there) = (house.points[0], house.points[1]);
    let (me, other) = (house.people[0], house.people[1]);
    let early = house.ticket(0, Urgency::Routine);
    let late = house.ticket(1, Urgency::Routine);
    assert_eq!(
        (house.queue(here, 2), house.queue(there, 2)),
        (vec![early], vec![late]),
        "the shorter line"
    );
    house.done(me, 3, tickets::call_next);
    house.done(me, 4, |w| tickets::transfer(w, early, there, "只差盖章"));
    assert_eq!(
        house.queue(there, 5),
        [early, late],
        "it keeps the time it came"
    );
    let next = house.done(other, 5, tickets::call_next);
    assert_eq!((next.id, next.standing.note.as_str()), (early, "只差盖章"));
    let back = house.done(other, 6, |w| tickets::transfer(w, early, here, ""));
    assert_eq!((back.standing.transfers, back.standing.needless), (2, 1));
}

#[test]
fn nobody_waits_for_a_point_that_nobody_sits_at() {
    let house = House::new(2, 2);
    let tickets: Vec<TicketId> = (0..4).map(|n| house.ticket(n, Urgency::Routine)).collect();
    house.done(house.people[0], 5, presence::close);
    assert_eq!(
        house.queue(house.points[1], 6),
        tickets,
        "the open point takes over the other's queue"
    );
    assert_eq!(
        house.refused(house.people[0], tickets::call_next),
        "not_at_point"
    );
    let there = house.points[0];
    assert_eq!(
        house.refused(CLERK, |w| tickets::transfer(w, tickets[1], there, "")),
        "point_closed"
    );
}
