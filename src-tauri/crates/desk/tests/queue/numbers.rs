//! What a number is, and what is said when it is given out.

use super::house::{CLERK, House};
use desk::ground::language::Language;
use desk::reception::categories::Urgency;
use desk::reception::tickets::{self, NewTicket};

#[test]
fn a_number_is_not_used_again_after_its_person_left() {
    let house = House::new(1, 1);
    let first = house.ticket(0, Urgency::Routine);
    house.done(CLERK, 1, |w| tickets::leave(w, first, ""));
    assert_eq!(
        house
            .issue(house.encounter(2, Urgency::Routine), 2)
            .ticket
            .no,
        "C002"
    );
    let tomorrow = house.issue(house.encounter(1440, Urgency::Routine), 1440);
    assert_eq!(tomorrow.ticket.no, "C001", "each day starts again");
}

#[test]
fn an_encounter_has_one_ticket_in_the_queue() {
    let house = House::new(1, 1);
    let encounter = house.encounter(0, Urgency::Routine);
    house.issue(encounter, 0);
    let new = NewTicket {
        encounter,
        point: None,
        language: Language::Mandarin,
    };
    assert_eq!(
        house.refused(CLERK, |w| tickets::issue(w, &new)),
        "ticket_live"
    );
}

#[test]
fn the_wait_is_told_only_when_enough_is_known() {
    let house = House::new(1, 1);
    let me = house.people[0];
    for n in 0..8 {
        let issued = house.issue(house.encounter(n * 5, Urgency::Routine), n * 5);
        assert_eq!(issued.wait, None, "after {n} services");
        let id = issued.ticket.id;
        house.done(me, n * 5, tickets::call_next);
        house.done(me, n * 5, |w| tickets::start(w, id));
        house.done(me, n * 5 + 4, |w| tickets::finish(w, id));
    }
    house.ticket(60, Urgency::Routine);
    let wait = house
        .issue(house.encounter(61, Urgency::Routine), 61)
        .wait
        .unwrap();
    // One conversation of four minutes, and in one of ten cases somebody who passes.
    assert_eq!((wait.median, wait.bound), (4, 8));
}
