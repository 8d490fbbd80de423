//! Many hands at once.

use super::house::{House, act};
use desk::reception::categories::Urgency;
use desk::reception::tickets;
use desk::{EncounterId, StaffId, TicketId};
use std::collections::BTreeSet;

#[test]
fn sixteen_hands_issue_no_number_twice() {
    let house = House::new(2, 2);
    let encounters: Vec<EncounterId> = (0..160)
        .map(|_| house.encounter(0, Urgency::Routine))
        .collect();
    let mut numbers: Vec<String> = std::thread::scope(|scope| {
        let hands: Vec<_> = encounters
            .chunks(10)
            .map(|share| {
                scope.spawn(|| {
                    share
                        .iter()
                        .map(|e| house.issue(*e, 1).ticket.no)
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        assert_eq!(hands.len(), 16);
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    numbers.sort();
    let expected: Vec<String> = (1..=160).map(|n| format!("C{n:03}")).collect();
    assert_eq!(numbers, expected, "every number once, none left out");
}

#[test]
fn eight_hands_call_no_ticket_twice() {
    let house = House::new(3, 8);
    let issued: BTreeSet<TicketId> = (0..60)
        .map(|n| house.ticket(n % 7, Urgency::Routine))
        .collect();
    let called: Vec<TicketId> = std::thread::scope(|scope| {
        let work = |person: StaffId| {
            let (house, mut mine) = (&house, Vec::new());
            while let Ok(ticket) = house.desk.write(&act(person, 10), tickets::call_next) {
                mine.push(ticket.id);
                house.done(person, 10, |w| tickets::start(w, ticket.id));
                house.done(person, 15, |w| tickets::finish(w, ticket.id));
            }
            mine
        };
        let hands: Vec<_> = house
            .people
            .iter()
            .map(|p| scope.spawn(move || work(*p)))
            .collect();
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    assert_eq!(called.len(), issued.len(), "each was called once");
    assert_eq!(
        called.into_iter().collect::<BTreeSet<_>>(),
        issued,
        "and nobody was left"
    );
}
