//! Destroying what is old enough (PIPL 19).

use super::house::{House, act, day};
use super::planted::planted;
use desk::people::visitors::{Hold, standing};
use desk::record::retention::{self, Due, Kind, Previewed, Why};
use desk::{Error, Refusal, VisitorId};

/// 41 is older than any rule, 42 is of last week.
fn house() -> House {
    let house = House::new();
    house.furnish();
    house.plant(&planted(41), "2020-03-02");
    house.plant(&planted(42), "2026-11-20");
    house
}

fn preview(house: &House, kinds: &[Kind]) -> Vec<Due> {
    house
        .desk
        .read(&act(), |r| retention::preview(r, kinds))
        .unwrap()
}

fn shown(due: &[Due]) -> Vec<Previewed> {
    due.iter()
        .map(|line| Previewed {
            kind: line.kind,
            cutoff: line.cutoff,
            count: line.count,
        })
        .collect()
}

fn of(due: &[Due], kind: Kind) -> &Due {
    due.iter().find(|line| line.kind == kind).unwrap()
}

fn refused(house: &House, wanted: &[Previewed]) -> Refusal {
    match house
        .desk
        .write(&act(), |w| retention::destroy(w, wanted, "yearly"))
        .unwrap_err()
    {
        Error::Refused(refusal) => refusal,
        Error::Store(error) => panic!("{error}"),
    }
}

#[test]
fn what_was_previewed_is_destroyed_and_stands_in_no_column_any_more() {
    let house = house();
    let due = preview(&house, Kind::DESTROYED);
    for kind in Kind::DESTROYED {
        let expected = if *kind == Kind::Drafts { 2 } else { 1 };
        assert_eq!(of(&due, *kind).count, expected, "{kind:?}");
        assert_eq!(of(&due, *kind).oldest, Some(day("2020-03-02")));
    }
    let record = house
        .desk
        .write(&act(), |w| retention::destroy(w, &shown(&due), "yearly"))
        .unwrap();
    assert_eq!(house.stands_in("kanari-41-q"), Vec::<String>::new());
    assert_eq!(record.no, "D20261123-001");
    assert_eq!(record.kinds.len(), Kind::DESTROYED.len());
    assert_eq!(house.orphans(), 0);
    assert!(house.journal_is_whole());
    // What is young stays whole, but for the kept answers.
    let other = house.stands_in("kanari-42-q");
    assert!(other.len() > 30, "{other:?}");
    assert!(house.stands_in("V42").contains(&"vouchers.no".to_owned()));
    assert!(
        preview(&house, Kind::DESTROYED)
            .iter()
            .all(|line| line.count == 0)
    );
}

#[test]
fn a_stale_preview_is_refused_and_so_is_an_empty_one() {
    let house = house();
    let due = preview(&house, Kind::DESTROYED);
    let mut other = shown(&due);
    other[0].count += 1;
    assert_eq!(
        refused(&house, &other),
        retention::Refused::PreviewStale {}.refuse()
    );
    let mut other = shown(&due);
    other[0].cutoff = other[0].cutoff.plus_days(1);
    assert_eq!(
        refused(&house, &other),
        retention::Refused::PreviewStale {}.refuse()
    );
    house.plant(&planted(43), "2020-03-03");
    assert_eq!(
        refused(&house, &shown(&due)),
        retention::Refused::PreviewStale {}.refuse()
    );
    let none: Vec<Previewed> = Vec::new();
    assert_eq!(
        refused(&house, &none),
        retention::Refused::NothingDue {}.refuse()
    );
    assert_eq!(house.count("destructions"), 0);
    assert_eq!(house.count("encounters"), 3);
}

#[test]
fn what_is_open_or_held_is_kept_and_said_so() {
    let house = house();
    house.run(&[
        "UPDATE bookings SET state = 'booked' WHERE id = 41".into(),
        "UPDATE feedback_steps SET note = '', reply = '', why = '', apology = '', measure = '', result = '' WHERE id = 41".into(),
        "INSERT INTO feedback_steps (feedback_id, step, state, at, by, note, reply, why, apology, measure, result)
         VALUES (41, 'take', 'handling', 2, 1, '', '', '', '', '', '')".into(),
    ]);
    let due = preview(&house, Kind::DESTROYED);
    // The day of the booking is over: it waits for nobody.
    assert_eq!(of(&due, Kind::Bookings).held, []);
    assert_eq!(of(&due, Kind::Feedback).held, [(Why::OpenFeedback, 1)]);
    // What they refer to stays with them.
    assert_eq!(of(&due, Kind::Encounters).held, [(Why::PartKept, 1)]);
    assert_eq!(of(&due, Kind::Visitors).held, [(Why::PartKept, 1)]);
    assert_eq!(of(&due, Kind::Tickets).count, 1);
    house
        .desk
        .write(&act(), |w| retention::destroy(w, &shown(&due), "yearly"))
        .unwrap();
    assert_eq!((house.count("bookings"), house.count("encounters")), (1, 2));
    assert_eq!(house.orphans(), 0);
}

#[test]
fn a_promise_a_request_and_a_legal_hold_keep_an_encounter() {
    let keeps = |sql: &str, why: Why| {
        let house = house();
        house.run(&[sql.to_owned()]);
        let due = preview(&house, &[Kind::Encounters]);
        // Alone, its parts stay, and so does it.
        assert_eq!(due[0].count, 0);
        let due = preview(&house, Kind::DESTROYED);
        assert_eq!(of(&due, Kind::Encounters).held, [(why, 1)], "{sql}");
    };
    keeps(
        "UPDATE promises SET kept_at = NULL, kept_by = NULL WHERE encounter_id = 41",
        Why::OpenPromise,
    );
    keeps(
        "UPDATE requests SET closed_at = NULL, outcome = NULL WHERE id = 41",
        Why::OpenRequest,
    );
    keeps(
        "UPDATE encounters SET ended_at = NULL WHERE id = 41",
        Why::OpenEncounter,
    );
    let house = house();
    house
        .desk
        .write(&act(), |w| {
            standing::restrict(w, VisitorId(41), Hold::Legal, "court order")
        })
        .unwrap();
    let due = preview(&house, Kind::DESTROYED);
    for kind in [
        Kind::Encounters,
        Kind::Bookings,
        Kind::Feedback,
        Kind::Tickets,
        Kind::Proposals,
        Kind::Visitors,
    ] {
        assert_eq!(of(&due, kind).held, [(Why::LegalHold, 1)], "{kind:?}");
    }
}

#[test]
fn a_kind_that_was_not_asked_for_keeps_what_it_refers_to() {
    let house = house();
    let without_bookings: Vec<Kind> = Kind::DESTROYED
        .iter()
        .copied()
        .filter(|kind| *kind != Kind::Bookings)
        .collect();
    let due = preview(&house, &without_bookings);
    assert_eq!(of(&due, Kind::Encounters).held, [(Why::PartKept, 1)]);
    assert_eq!(of(&due, Kind::Visitors).held, [(Why::PartKept, 1)]);
    house
        .desk
        .write(&act(), |w| retention::destroy(w, &shown(&due), "yearly"))
        .unwrap();
    assert_eq!(house.count("bookings"), 2);
    assert_eq!(house.orphans(), 0);
}

#[test]
fn a_rule_is_changed_with_its_reason_and_the_journals_only_raised() {
    let house = house();
    let set = |kind, days| {
        house
            .desk
            .write(&act(), |w| retention::set(w, kind, days, "board decision"))
    };
    set(Kind::Tickets, 30).unwrap();
    let rules = house.desk.read(&act(), retention::rules).unwrap();
    let tickets = rules
        .iter()
        .find(|rule| rule.kind == Kind::Tickets)
        .unwrap();
    assert_eq!(
        (
            tickets.days,
            tickets.changed.as_ref().unwrap().reason.as_str()
        ),
        (30, "board decision")
    );
    assert!(set(Kind::Tickets, 29).is_err());
    assert!(matches!(
        set(Kind::Journal, 179).unwrap_err(),
        Error::Refused(refusal) if refusal == retention::Refused::JournalTooShort { min: 1_095 }.at("days")
    ));
    set(Kind::Journal, 3_650).unwrap();
}
