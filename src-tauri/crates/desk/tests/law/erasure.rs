//! Erasing a person on their request (PIPL 47).

use super::house::{House, NINE, act, day};
use super::planted::planted;
use desk::people::visitors;
use desk::people::visitors::{Hold, Standing, standing};
use desk::record::ledger::{self, Extent, Period};
use desk::record::requests::{self, NewRequest, Part, RequestOutcome, Step, Verified, Wish};
use desk::record::retention::Why;
use desk::{Error, Reason, Refusal, RequestId, VisitorId};
use std::collections::BTreeSet;

const WHO: VisitorId = VisitorId(41);

fn house() -> House {
    let house = House::new();
    house.furnish();
    house.plant(&planted(41), "2026-11-20");
    house.plant(&planted(42), "2026-11-20");
    house
}

fn asked(house: &House, wish: Wish) -> RequestId {
    let new = NewRequest {
        visitor: WHO,
        wish,
        words: "please, kanari-41-q".into(),
        verified: Verified::Document,
        verified_note: "kanari-41-q".into(),
    };
    house
        .desk
        .write(&act(), |w| requests::record(w, &new))
        .unwrap()
}

fn refusal<T: std::fmt::Debug>(result: desk::Result<T, Error>) -> Refusal {
    match result.unwrap_err() {
        Error::Refused(refusal) => refusal,
        Error::Store(error) => panic!("{error}"),
    }
}

#[test]
fn every_text_column_holds_a_planted_person_or_never_one() {
    let house = house();
    assert_eq!(house.unplanted(&planted(41)), Vec::<String>::new());
}

#[test]
fn an_erased_person_stands_in_no_column_and_what_was_counted_stays_counted() {
    let house = house();
    let id = asked(&house, Wish::Delete);
    let period = Period::new(day("2026-11-20"), day("2026-11-20")).unwrap();
    let read = || {
        house
            .desk
            .read(&act(), |r| ledger::read(r, period, Extent::All))
            .unwrap()
    };
    let before = read();
    house
        .desk
        .write(&act(), |w| requests::erase(w, id, "on request"))
        .unwrap();
    assert_eq!(house.stands_in("kanari-41-q"), Vec::<String>::new());
    assert_eq!(house.stands_in("13977770041"), Vec::<String>::new());
    let after = read();
    assert_eq!(after.totals, before.totals);
    let row = after.encounters.iter().find(|row| row.no == "E41").unwrap();
    assert_eq!(
        (row.standing, row.name.as_str(), row.matter.as_str()),
        (Standing::Erased, "", "")
    );
    // The other person is as they were, but for what was being typed and kept answers.
    let other = house.stands_in("kanari-42-q");
    assert!(
        other.contains(&"visitors.name".to_owned()) && other.contains(&"drafts.body".to_owned())
    );
    assert!(!other.contains(&"operations.answer".to_owned()));
    assert_eq!(house.count("encounters"), 2);
    assert_eq!(
        house.count("operations"),
        2,
        "ids stay, so that nothing is done twice"
    );
    assert_eq!(house.orphans(), 0);
    assert!(house.journal_is_whole());
    let found = house
        .desk
        .read(&act(), |r| {
            Ok::<_, desk::Error>((
                visitors::find(r, "kanari")?.found,
                visitors::find(r, "13977770041")?.found,
            ))
        })
        .unwrap();
    assert!(
        found.0.iter().all(|f| f.visitor.id != WHO) && found.1.iter().all(|f| f.visitor.id != WHO)
    );
}

#[test]
fn deleted_pages_are_overwritten() {
    let house = House::new();
    let on: Option<i64> = house
        .desk
        .read(&act(), |r| {
            Ok::<_, desk::Error>(r.tx.value(
                "SELECT secure_delete AS value FROM pragma_secure_delete",
                vault::args![],
            )?)
        })
        .unwrap();
    assert_eq!(on, Some(1));
}

#[test]
fn open_matters_and_legal_holds_keep_a_person_from_being_erased() {
    let house = house();
    let id = asked(&house, Wish::Delete);
    house.run(&[
        "UPDATE promises SET kept_at = NULL, kept_by = NULL WHERE encounter_id = 41".into(),
        "UPDATE bookings SET state = 'booked', day = '2126-01-01' WHERE visitor_id = 41".into(),
    ]);
    let plan = house.desk.read(&act(), |r| requests::plan(r, WHO)).unwrap();
    assert_eq!(
        plan.open,
        vec![(Why::OpenPromise, 1), (Why::OpenBooking, 1)]
    );
    assert!(plan.gone.contains(&(Part("bookings"), 1)));
    let refused = house
        .desk
        .write(&act(), |w| requests::erase(w, id, "on request"));
    assert_eq!(
        refusal(refused),
        requests::Refused::MattersOpen { count: 2 }.refuse()
    );
    house.run(&[
        "UPDATE promises SET kept_at = 1, kept_by = 1 WHERE encounter_id = 41".into(),
        "UPDATE bookings SET state = 'completed' WHERE visitor_id = 41".into(),
    ]);
    house
        .desk
        .write(&act(), |w| {
            requests::restrict(w, id, Hold::Legal, "court order")
        })
        .unwrap();
    let refused = house
        .desk
        .write(&act(), |w| requests::erase(w, id, "on request"));
    assert_eq!(
        refusal(refused),
        requests::Refused::MattersOpen { count: 1 }.refuse()
    );
    house
        .desk
        .write(&act(), |w| requests::lift(w, id, "order ended"))
        .unwrap();
    house
        .desk
        .write(&act(), |w| requests::erase(w, id, "on request"))
        .unwrap();
}

#[test]
fn a_restricted_person_is_stored_and_nothing_else() {
    let house = house();
    house
        .desk
        .write(&act(), |w| {
            standing::restrict(w, WHO, Hold::Storage, "accuracy is disputed")
        })
        .unwrap();
    let started = house.desk.write(&act(), |w| {
        desk::reception::encounters::start(
            w,
            desk::reception::encounters::Channel::Phone,
            Some(WHO),
        )
    });
    assert_eq!(
        refusal(started),
        visitors::Refused::VisitorRestricted {}.at("visitorId")
    );
    let period = Period::new(day("2026-11-20"), day("2026-11-20")).unwrap();
    let full = house
        .desk
        .read(&act(), |r| ledger::read(r, period, Extent::All))
        .unwrap();
    let row = full.encounters.iter().find(|row| row.no == "E41").unwrap();
    assert_eq!((row.name.as_str(), row.phone.as_str()), ("", ""));
    assert!(
        !format!("{full:?}").contains("kanari-41-q"),
        "not even in full"
    );
    let twice = house.desk.write(&act(), |w| {
        standing::restrict(w, WHO, Hold::Storage, "again")
    });
    assert_eq!(refusal(twice).code, "wrong_state");
    house
        .desk
        .write(&act(), |w| standing::lift(w, WHO, "settled"))
        .unwrap();
    let record = house
        .desk
        .read(&act(), |r| standing::restrictions(r, WHO))
        .unwrap();
    assert_eq!(
        (record[0].reason.as_str(), record[0].lift_reason.as_str()),
        ("accuracy is disputed", "settled")
    );
    assert_eq!(record[0].lifted_at, Some(NINE));
}

/// What a person is not shown in words of its own.
const NOT_SHOWN: &[&str] = &[
    // Kept to find by: the same as what is shown, folded.
    "visitors.digit_key",
    "visitors.id_key",
    "visitors.initial_key",
    "visitors.name_key",
    "visitors.pinyin_key",
    // The computer's: what was typed and answered, for hours; the name of a file printed.
    "drafts.body",
    "operations.answer",
    "voucher_prints.job",
    // The institution's own text, as it was printed on the person's voucher.
    "voucher_lines.text_en",
    "voucher_lines.text_zh",
];

#[test]
fn everything_planted_is_shown_to_the_person() {
    let house = house();
    let id = asked(&house, Wish::See);
    let groups = house.desk.write(&act(), |w| requests::see(w, id)).unwrap();
    let parts: Vec<Part> = groups.iter().map(|group| group.part).collect();
    for part in desk::subjects::parts().filter(|part| *part != Part("disclosures")) {
        assert!(parts.contains(&part), "{part:?} is missing");
    }
    let facts = groups.iter().flat_map(|group| &group.items);
    let facts: Vec<&str> = facts
        .flat_map(|item| &item.facts)
        .map(|fact| fact.value.as_str())
        .collect();
    let who = planted(41);
    let missing: BTreeSet<String> = super::tags::tagged()
        .into_iter()
        .filter(|column| {
            let text = house.planted_text(column, &who);
            !facts.iter().any(|fact| fact.contains(&text))
        })
        .collect();
    let hidden = NOT_SHOWN.iter().map(|name| (*name).to_owned());
    assert_eq!(missing, hidden.collect());
    let steps = house
        .desk
        .read(&act(), |r| requests::steps_of(r, id))
        .unwrap();
    assert_eq!(
        steps.iter().map(|s| s.step).collect::<Vec<_>>(),
        [Step::Recorded, Step::Seen]
    );
}

#[test]
fn erasing_is_done_only_when_it_was_done_and_a_closed_request_takes_no_step() {
    let house = house();
    let id = asked(&house, Wish::Delete);
    let close = |outcome| {
        house
            .desk
            .write(&act(), |w| requests::close(w, id, outcome, "told so"))
    };
    assert_eq!(refusal(close(RequestOutcome::Done)).code, "wrong_state");
    close(RequestOutcome::Refused).unwrap();
    let late = house.desk.write(&act(), |w| requests::see(w, id));
    assert_eq!(refusal(late), requests::Refused::RequestClosed {}.refuse());
    let unchecked = house.desk.write(&act(), |w| {
        requests::record(
            w,
            &NewRequest {
                visitor: WHO,
                wish: Wish::See,
                words: String::new(),
                verified: Verified::Guardian,
                verified_note: " ".into(),
            },
        )
    });
    assert_eq!(refusal(unchecked), Reason::Empty {}.at("verifiedNote"));
}
