//! The computer's clock: moved back, moved forward, and days that programs get wrong.

use proofs::desk::{PASSWORD, TestDesk, moment};
use proofs::made::{TUESDAY, id, issue, matter, place, start, visit, visitor};
use serde_json::{Value, json};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365 * DAY + DAY / 4;

/// Somebody sets the clock while the desk is open; the next second notices.
fn moved(desk: &TestDesk, by: i64) {
    desk.gateway().tick();
    desk.machine().set_wall(desk.machine().at() + by);
    desk.gateway().tick();
    if desk.call("session.state", json!({}))["phase"] == "locked" {
        desk.as_staff("1001");
    }
}

fn banner(desk: &TestDesk) -> Value {
    desk.call("session.state", json!({}))["clock"].clone()
}

fn entries(desk: &TestDesk, object: &str) -> Vec<Value> {
    let asked =
        json!({ "before": null, "actor": "", "object": object, "objectId": null, "day": null });
    desk.call("journal.list", asked)["rows"]
        .as_array()
        .unwrap()
        .clone()
}

/// The day as a booking's list of today has it.
fn today(desk: &TestDesk) -> String {
    proofs::clock::local_day(desk.machine().at())
}

fn whole(desk: &TestDesk) {
    let verdict = desk.call("session.verify_journal", json!({}));
    assert_eq!(verdict["brokenAt"], Value::Null, "{verdict}");
}

/// Somebody draws a number; answers encounter and ticket number.
fn drawn(desk: &TestDesk) -> (String, String) {
    let tree = desk.call("categories.list", json!({}));
    let rows = tree["rows"].as_array().unwrap();
    let class = rows
        .iter()
        .find(|row| !row["parentId"].is_null() && row["anonymous"] == true)
        .unwrap();
    let encounter = start(desk, "walk_in", Value::Null);
    desk.call("encounters.describe", matter(id(&encounter), class));
    let ticket = issue(desk, &encounter["id"]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&encounter["no"]), text(&ticket["ticket"]["no"]))
}

/// Moves the clock, looks at banner and journal, puts it back.
fn there_and_back(by: i64, way: &str) {
    let desk = TestDesk::training();
    let (before, _) = drawn(&desk);
    moved(&desk, by);
    let shown = banner(&desk);
    assert_eq!(shown["way"], way, "{shown}");
    assert_eq!(shown["minutes"], by.abs() / 60_000);
    let noted = entries(&desk, "clock");
    assert_eq!(
        (noted.len(), &noted[0]["action"]),
        (1, &json!("clock.moved"))
    );
    assert_eq!(noted[0]["detail"], format!("{} min", by / 60_000));
    let (after, _) = drawn(&desk);
    assert_ne!(before, after);
    moved(&desk, -by);
    assert_eq!(
        banner(&desk),
        Value::Null,
        "put right, the banner goes by itself"
    );
    assert_eq!(entries(&desk, "clock").len(), 2);
    whole(&desk);
}

#[test]
fn an_hour_back() {
    there_and_back(-HOUR, "behind");
}

#[test]
fn a_day_back() {
    there_and_back(-DAY, "behind");
}

#[test]
fn ten_years_back() {
    there_and_back(-10 * YEAR, "behind");
}

#[test]
fn ten_years_forward() {
    there_and_back(10 * YEAR, "ahead");
}

#[test]
fn an_hour_forward_as_other_countries_do_in_spring() {
    there_and_back(HOUR, "ahead");
}

#[test]
fn two_minutes_are_forgiven() {
    let desk = TestDesk::training();
    moved(&desk, -2 * 60_000);
    assert_eq!(banner(&desk), Value::Null);
    moved(&desk, -1);
    assert_eq!(
        banner(&desk)["way"],
        "behind",
        "many small steps are one large one"
    );
}

#[test]
fn days_that_programs_get_wrong() {
    let mut desk = TestDesk::training();
    let mut seen = Vec::new();
    for (before, after, day) in [
        ("2026-11-30 23:59", "2026-12-01 00:01", "2026-12-01"),
        ("2026-12-31 23:59", "2027-01-01 00:01", "2027-01-01"),
        ("2028-02-28 23:59", "2028-02-29 00:01", "2028-02-29"),
        ("2028-02-29 23:59", "2028-03-01 00:01", "2028-03-01"),
        ("2038-01-19 11:14", "2038-01-19 11:15", "2038-01-19"),
        ("2100-02-28 23:59", "2100-03-01 00:01", "2100-03-01"),
    ] {
        desk.set_clock(before).as_staff("1001");
        let one = drawn(&desk);
        desk.set_clock(after);
        let two = drawn(&desk);
        assert_ne!(one.0, two.0);
        assert_eq!(today(&desk), day);
        assert_eq!(
            banner(&desk),
            Value::Null,
            "{before}: time that passes is no moved clock"
        );
        seen.extend([one.0, two.0]);
        desk.reopen().as_staff("1001");
    }
    let many = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), many, "{seen:?}");
    whole(&desk);
}

#[test]
fn the_last_millisecond_of_a_day_belongs_to_it() {
    let desk = TestDesk::training();
    let midnight = moment("2026-11-24 00:00");
    desk.machine().set(midnight - 1);
    desk.as_staff("1001");
    let (_, last) = drawn(&desk);
    assert_eq!(today(&desk), "2026-11-23");
    desk.machine().set(midnight);
    let (_, first) = drawn(&desk);
    assert_eq!(today(&desk), "2026-11-24");
    assert_eq!(last, first, "numbers of the queue begin anew each day");
    assert_eq!(
        desk.call("tickets.board", json!({ "pointId": null }))["rows"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "yesterday's ticket has gone"
    );
}

#[test]
fn a_day_that_comes_twice_gives_out_no_number_twice() {
    let desk = TestDesk::training();
    let monday = [drawn(&desk), drawn(&desk)];
    desk.set_clock("2026-11-24 09:00").as_staff("1001");
    let tuesday = drawn(&desk);
    moved(&desk, -DAY);
    let again = drawn(&desk);
    assert!(
        monday
            .iter()
            .all(|(encounter, ticket)| *encounter != again.0 && *ticket != again.1),
        "{monday:?} {again:?}"
    );
    moved(&desk, DAY);
    let later = drawn(&desk);
    assert!(later != tuesday && later.1 != tuesday.1);
    whole(&desk);
}

#[test]
fn nobody_has_waited_less_than_no_time() {
    let desk = TestDesk::training();
    drawn(&desk);
    moved(&desk, -3 * HOUR);
    let board = desk.call("tickets.board", json!({ "pointId": null }));
    assert_eq!(board["rows"][0]["waited"], 0);
    drawn(&desk);
    let board = desk.call("tickets.board", json!({ "pointId": null }));
    let order: Vec<&Value> = board["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["waited"])
        .collect();
    assert_eq!(order, [&json!(0), &json!(0)]);
}

#[test]
fn a_time_that_was_free_before_the_clock_went_over_midnight_is_past_afterwards() {
    let desk = TestDesk::training();
    let (schedule, service) = place(&desk, "ecg");
    let visitor = visitor(&desk);
    let book = |start: &str| {
        let wanted = visit(visitor, service, schedule, TUESDAY, start);
        desk.answer("bookings.book", wanted)
    };
    desk.set_clock("2026-11-23 23:59").as_staff("1001");
    book("09:00").unwrap();
    // A forward jump over the night and the morning.
    moved(&desk, 13 * HOUR);
    assert_eq!(book("09:10").unwrap_err().code, "slot_past");
    moved(&desk, -13 * HOUR);
    let day = desk.call("bookings.day", json!({ "day": "2026-11-24" }));
    assert_eq!(day["rows"].as_array().unwrap().len(), 1, "{day}");
}

#[test]
fn a_clock_set_back_keeps_no_desk_open() {
    let desk = TestDesk::training();
    desk.gateway().tick();
    desk.machine().set_wall(desk.machine().at() - DAY);
    assert!(desk.gateway().tick().is_none());
    desk.pass_minutes(4);
    assert!(desk.gateway().tick().is_none());
    desk.pass_minutes(1);
    assert!(
        desk.gateway().tick().is_some(),
        "five minutes are five minutes"
    );
}

#[test]
fn a_session_ends_after_twelve_hours_whoever_touches_it() {
    let desk = TestDesk::training();
    for _ in 0..12 * 15 - 1 {
        desk.pass_minutes(4);
        desk.call("session.touch", json!({}));
        assert!(desk.gateway().tick().is_none());
    }
    desk.pass_minutes(4);
    assert!(desk.gateway().tick().is_some());
    assert_eq!(
        desk.refused("visitors.find", json!({ "text": "x" })).code,
        "locked"
    );
}

#[test]
fn whoever_was_away_while_the_computer_slept_finds_it_locked() {
    let desk = TestDesk::training();
    desk.gateway().tick();
    desk.pass_minutes(30);
    // The page is awake before the first tick.
    assert_eq!(
        desk.refused("visitors.find", json!({ "text": "x" })).code,
        "locked"
    );
    // A nap shorter than the idle time locks nobody out.
    desk.as_staff("1001").gateway().tick();
    desk.pass_minutes(3);
    desk.call("visitors.find", json!({ "text": "x" }));
    // Where the counter stands still in sleep, the wall clock tells.
    desk.gateway().tick();
    desk.machine().set_wall(desk.machine().at() + HOUR);
    assert!(desk.gateway().tick().is_some());
}

#[test]
fn a_clock_set_back_while_the_desk_was_closed_is_noticed_at_sign_in() {
    let mut desk = TestDesk::empty();
    desk.call("session.sign_out", json!({}));
    desk.reopen();
    desk.machine().set_wall(desk.machine().at() - DAY);
    desk.as_staff("1001");
    let shown = banner(&desk);
    assert_eq!(
        (&shown["way"], &shown["minutes"]),
        (&json!("behind"), &json!(1440))
    );
    let first = entries(&desk, "clock");
    assert_eq!(first.len(), 1);
    let seq = first[0]["seq"].as_i64().unwrap();
    // It stays until it is put right, also over the next restart.
    desk.reopen().as_staff("1001");
    assert_eq!(banner(&desk)["way"], "behind");
    assert_eq!(
        entries(&desk, "clock")[0]["seq"],
        seq,
        "one move is one entry"
    );
    moved(&desk, DAY);
    assert_eq!(banner(&desk), Value::Null);
    whole(&desk);
}

#[test]
fn a_supervisor_may_say_that_the_clock_is_right_and_a_receptionist_may_not() {
    let desk = TestDesk::training();
    moved(&desk, -DAY);
    desk.as_staff("1002");
    assert_eq!(banner(&desk)["way"], "behind", "everybody sees it");
    let input = json!({ "reason": "已对照手机时间" });
    assert_eq!(desk.refused("clock.accept", input.clone()).code, "no_right");
    desk.as_staff("1004");
    assert_eq!(
        desk.refused("clock.accept", json!({ "reason": "" })).code,
        "reason_needed"
    );
    desk.call("clock.accept", input);
    assert_eq!(banner(&desk), Value::Null);
    desk.as_staff("1001");
    let noted = entries(&desk, "clock");
    assert_eq!(
        (&noted[0]["action"], &noted[0]["reason"]),
        (&json!("clock.accept"), &json!("已对照手机时间"))
    );
    moved(&desk, 10 * 60_000);
    assert_eq!(
        banner(&desk)["way"],
        "ahead",
        "from there it is watched anew"
    );
}

#[test]
fn the_lock_screen_knows_whose_desk_it_is_until_they_sign_out() {
    let desk = TestDesk::training();
    desk.call("session.lock", json!({}));
    let state = desk.call("session.state", json!({}));
    assert_eq!(
        (&state["phase"], &state["lockedFor"]["no"]),
        (&json!("locked"), &json!("1001"))
    );
    desk.sign_in("1002", PASSWORD).unwrap();
    assert_eq!(
        desk.call("session.state", json!({}))["lockedFor"],
        Value::Null
    );
    desk.call("session.sign_out", json!({}));
    assert_eq!(
        desk.call("session.state", json!({}))["lockedFor"],
        Value::Null
    );
}

/// Six walks here; `SHOUWEN_CLOCK_WALKS=1000` for the long figure.
#[test]
fn whatever_the_clock_does_numbers_order_and_banner_are_right() {
    let walks = std::env::var("SHOUWEN_CLOCK_WALKS")
        .ok()
        .and_then(|n| n.parse().ok());
    let faults: Vec<String> = (0..walks.unwrap_or(6))
        .filter_map(|seed| proofs::clock::walk(seed).err())
        .collect();
    assert!(
        faults.is_empty(),
        "{} walks:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_clock_that_was_handed_in_serves_training_folders_only() {
    let (training, real) = (TestDesk::training(), TestDesk::empty());
    for desk in [&training, &real] {
        desk.machine().hand_time_in();
    }
    let today = training.answer("ledger.today", json!({})).unwrap();
    assert_eq!(today.at, training.machine().at());
    let refused = real.refused("ledger.today", json!({}));
    assert_eq!(refused.code, "time_not_yours");
}
