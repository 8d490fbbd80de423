//! Training data: the same for the same seed, whole, and only on a training folder.

use api::Demo;
use proofs::desk::{TestDesk, moment};
use serde_json::{Value, json};

const SMALL: Demo<'static> = Demo {
    visitors: 300,
    days: 20,
    seed: 42,
    staff_password: None,
};

/// What can be seen of a desk, as text.
fn seen(desk: &TestDesk) -> String {
    let asks = [
        (
            "ledger.read",
            json!({ "from": "2026-11-04", "to": "2026-11-23" }),
        ),
        ("tickets.board", json!({ "pointId": null })),
        ("bookings.day", json!({ "day": "2026-11-24" })),
        ("feedback.list", json!({ "filter": "all", "kind": null })),
        ("visitors.find", json!({ "text": "王" })),
        ("staff.names", json!({})),
    ];
    asks.into_iter()
        .map(|(command, input)| format!("{command} {}\n", desk.call(command, input)))
        .collect()
}

fn made_up(seed: u64) -> (TestDesk, api::Counts) {
    let desk = TestDesk::training();
    desk.machine().set(moment("2026-11-23 10:40"));
    let counts = desk.gateway().demo(&Demo { seed, ..SMALL }).unwrap();
    (desk, counts)
}

#[test]
fn the_same_seed_makes_the_same_days_and_another_seed_others() {
    let ((one, counts), (again, counts_again), (other, _)) =
        (made_up(42), made_up(42), made_up(43));
    assert_eq!(counts, counts_again);
    assert_eq!(seen(&one), seen(&again));
    assert_ne!(seen(&one), seen(&other));
}

#[test]
fn made_up_days_hold_everything_and_today_is_half_over() {
    let (desk, counts) = made_up(7);
    assert_eq!(counts.visitors, 300);
    assert!(
        counts.encounters > 340 && counts.tickets > 30 && counts.bookings > 15,
        "{counts:?}"
    );
    let board = desk.call("tickets.board", json!({ "pointId": null }));
    assert!(board["rows"].is_array());
    assert_eq!(
        desk.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
    for row in desk.call("visitors.find", json!({ "text": "王" }))["rows"]
        .as_array()
        .unwrap()
    {
        let phone = desk.call(
            "visitors.reveal",
            json!({ "id": row["id"], "what": "phone", "reason": "call_back" }),
        )["value"]
            .clone();
        let phone = phone.as_str().unwrap();
        assert!(phone.starts_with("154") || phone.contains("-0"), "{phone}");
    }
}

#[test]
fn a_desk_for_real_people_takes_no_made_up_ones() {
    let real = TestDesk::empty();
    assert_eq!(
        real.gateway().demo(&SMALL).unwrap_err().code,
        "training_only"
    );
    let (desk, _) = made_up(1);
    assert_eq!(desk.gateway().demo(&SMALL).unwrap_err().code, "not_empty");
    let desk = TestDesk::training();
    desk.as_staff("1002");
    assert_eq!(desk.gateway().demo(&SMALL).unwrap_err().code, "no_right");
    desk.as_staff("1001");
    for wrong in [
        Demo {
            visitors: 0,
            ..SMALL
        },
        Demo { days: 0, ..SMALL },
        Demo {
            visitors: 1_000_000,
            ..SMALL
        },
    ] {
        assert_eq!(
            desk.gateway().demo(&wrong).unwrap_err().code,
            "out_of_range"
        );
    }
}

#[test]
fn colleagues_sign_in_with_the_password_that_was_given_and_with_no_other() {
    let desk = TestDesk::training();
    desk.gateway()
        .demo(&Demo {
            visitors: 20,
            days: 2,
            staff_password: Some("willow-kite-2285-dune"),
            ..SMALL
        })
        .unwrap();
    assert!(desk.sign_in("2001", "willow-kite-2285-dune").is_ok());
    assert!(desk.sign_in("2001", "training").is_err());
}
