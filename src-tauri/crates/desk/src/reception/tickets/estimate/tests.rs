//! What the wait is made of, by example and by property.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::*;
use proptest::prelude::*;

/// So many wait before; each seat has had somebody for so many minutes.
fn load(ahead: usize, seats: &[Option<i64>]) -> Load {
    Load {
        ahead,
        seats: seats.iter().map(|run| run.map(|m| m * 60)).collect(),
        passing: Vec::new(),
    }
}

fn lasting(minutes: &[i64]) -> Forecast {
    let spans: Vec<i64> = minutes.iter().map(|m| m * 60).collect();
    Forecast::of(&spans, &[]).unwrap()
}

fn told(forecast: &Forecast, load: &Load) -> (u32, u32) {
    let wait = forecast.wait(load).unwrap().wait;
    (wait.median, wait.bound)
}

#[test]
fn too_few_services_promise_nothing() {
    assert_eq!(Forecast::of(&[300; ENOUGH - 1], &[]), None);
    assert!(Forecast::of(&[300; ENOUGH], &[]).is_some());
}

#[test]
fn equal_services_add_up_exactly() {
    let forecast = lasting(&[5; 10]);
    assert_eq!(told(&forecast, &load(2, &[Some(0)])), (15, 15));
    assert_eq!(
        told(&forecast, &load(2, &[Some(3)])),
        (12, 12),
        "two are left"
    );
    assert_eq!(told(&forecast, &load(0, &[None])), (0, 0));
    assert_eq!(
        told(&forecast, &load(0, &[Some(0), None])),
        (0, 0),
        "a seat is free"
    );
    assert_eq!(told(&forecast, &load(1, &[Some(0), Some(2)])), (5, 5));
    assert_eq!(
        told(&forecast, &load(200, &[Some(0)])),
        (1017, 1017),
        "in a straight line"
    );
    assert_eq!(forecast.wait(&load(3, &[])), None, "nobody sits there");
}

#[test]
fn a_long_conversation_widens_the_bound_and_not_the_median() {
    let forecast = lasting(&[4, 4, 4, 4, 4, 4, 4, 4, 40, 4]);
    let (median, bound) = told(&forecast, &load(1, &[Some(0)]));
    assert_eq!(median, 8);
    assert!(bound >= 44, "{bound}");
}

#[test]
fn one_that_runs_long_is_expected_to_run_on() {
    let forecast = lasting(&[4, 4, 4, 4, 4, 4, 40, 40, 40, 40]);
    let (fresh, _) = told(&forecast, &load(0, &[Some(0)]));
    let (median, _) = told(&forecast, &load(0, &[Some(10)]));
    assert!(fresh < 30 && median == 30, "{fresh} {median}");
}

#[test]
fn who_may_still_pass_lengthens_the_wait() {
    let forecast = lasting(&[5; 10]);
    let mut load = load(3, &[Some(0)]);
    let alone = told(&forecast, &load);
    load.passing = vec![Passing {
        per_minute: 100_000,
        minutes: 60,
    }];
    let passed = told(&forecast, &load);
    assert!(
        passed.0 > alone.0 && passed.1 > passed.0,
        "{alone:?} {passed:?}"
    );
    load.passing[0].minutes = 0;
    assert_eq!(
        told(&forecast, &load),
        alone,
        "who is settled is not passed"
    );
}

#[test]
fn what_was_told_too_low_is_told_higher_and_the_other_way_round() {
    let bound = |came: i64| {
        let told = vec![Told { model: 600, came }; 100];
        Correction::of(&told).bound(600)
    };
    assert_eq!(Correction::of(&[]).bound(600), 600);
    assert!((1170..=1300).contains(&bound(1200)), "{}", bound(1200));
    assert!(bound(200) < 500, "{}", bound(200));
    // Where a seat was free and nobody called for two minutes, nobody is told "at once".
    let slow = vec![
        Told {
            model: 0,
            came: 110
        };
        100
    ];
    assert_eq!(Correction::of(&slow).bound(0), 120);
    assert_eq!(Correction::of(&[]).bound(0), 0);
}

proptest! {
    #[test]
    fn more_people_before_never_shorten_the_wait_and_one_more_seat_never_lengthens_it(
        minutes in proptest::collection::vec(0_i64..60, ENOUGH..30),
        ahead in 0_usize..80,
        seats in proptest::collection::vec(proptest::option::of(0_i64..30), 1..4),
        per_minute in 0_u64..200_000,
    ) {
        let forecast = lasting(&minutes);
        let mut now = load(ahead, &seats);
        now.passing.push(Passing { per_minute, minutes: 45 });
        let (median, bound) = told(&forecast, &now);
        prop_assert!(median <= bound);
        let longer = told(&forecast, &Load { ahead: ahead + 1, ..now.clone() });
        prop_assert!(median <= longer.0 && bound <= longer.1);
        let mut more = now.clone();
        more.seats.push(None);
        let shorter = told(&forecast, &more);
        prop_assert!(shorter.0 <= median && shorter.1 <= bound);
    }

    /// The same queue without clever sums: every seat is asked second by second.
    #[test]
    fn a_queue_without_chance_is_played_as_it_would_be(
        minutes in 1_i64..20, ahead in 0_usize..12,
        seats in proptest::collection::vec(0_i64..20, 1..4),
    ) {
        let seats: Vec<i64> = seats.into_iter().map(|run| run.min(minutes - 1)).collect();
        let forecast = lasting(&[minutes; ENOUGH]);
        let told = told(&forecast, &load(ahead, &seats.iter().copied().map(Some).collect::<Vec<_>>()));
        let mut left: Vec<i64> = seats.iter().map(|run| minutes - run).collect();
        let (mut before, mut minute) = (ahead, 0);
        let waited = loop {
            let free = left.iter_mut().filter(|left| **left <= 0);
            let mut called = false;
            for seat in free {
                if before == 0 {
                    called = true;
                } else {
                    before -= 1;
                    *seat = minutes;
                }
            }
            if called {
                break minute;
            }
            left.iter_mut().for_each(|left| *left -= 1);
            minute += 1;
        };
        prop_assert_eq!(told, (waited, waited));
    }
}
