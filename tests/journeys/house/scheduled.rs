//! Backups by themselves: by the half hour, at the end of the day, and when they cannot.

use super::store::{backups, change};
use proofs::desk::TestDesk;
use serde_json::{Value, json};

#[test]
fn a_backup_is_made_every_half_hour_if_something_changed() {
    let desk = TestDesk::training();
    change(&desk, "青禾一");
    desk.gateway().tick();
    assert_eq!(backups(&desk).len(), 1, "the first one is due at once");
    for _ in 0..29 {
        change(&desk, "青禾二");
        desk.pass_minutes(1);
        desk.call("session.touch", json!({}));
        desk.gateway().tick();
    }
    assert_eq!(backups(&desk).len(), 1);
    desk.pass_minutes(1);
    desk.call("session.touch", json!({}));
    desk.gateway().tick();
    assert_eq!(backups(&desk).len(), 2);
    for _ in 0..12 {
        desk.pass_minutes(4);
        desk.call("session.touch", json!({}));
        desk.gateway().tick();
    }
    assert_eq!(backups(&desk).len(), 2, "nothing changed since");
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["backup"]["lastAt"], backups(&desk)[0]["at"]);
    assert_eq!(state["backup"]["failure"], Value::Null);
}

#[test]
fn the_end_of_the_day_leaves_nothing_that_is_in_no_backup() {
    let mut desk = TestDesk::training();
    change(&desk, "青禾三");
    desk.gateway().end_of_day();
    desk.reopen().as_staff("1001");
    assert_eq!(backups(&desk).len(), 2, "of set-up, and of that day");
    desk.gateway().end_of_day();
    desk.reopen().as_staff("1001");
    assert_eq!(backups(&desk).len(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_shows_as_a_failed_backup_and_nothing_else_fails() {
    let desk = TestDesk::training();
    // A file where the folder of backups should be.
    std::fs::remove_dir_all(desk.data().join("backups")).unwrap();
    std::fs::write(desk.data().join("backups"), "x").unwrap();
    change(&desk, "青禾四");
    desk.gateway().tick();
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["backup"]["failure"], "store_failed");
    assert_eq!(state["phase"], "open");
    std::fs::remove_file(desk.data().join("backups")).unwrap();
    desk.pass_minutes(1);
    desk.gateway().tick();
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["backup"]["failure"], Value::Null);
    assert_eq!(backups(&desk).len(), 1);
}

#[test]
fn a_clock_that_was_two_years_ahead_once_costs_no_backup_and_makes_no_more_of_them() {
    let desk = TestDesk::training();
    let worked = |label: &str| {
        change(&desk, label);
        desk.pass_minutes(31);
        desk.as_staff("1001");
        desk.gateway().tick();
    };
    let second = desk.root().join("second");
    std::fs::create_dir_all(&second).unwrap();
    desk.machine().choose_folder_next(Some(second.clone()));
    desk.call("backups.choose_second", json!({}));
    for n in 0..10 {
        worked(&format!("青禾{n}"));
    }
    let there = || std::fs::read_dir(&second).unwrap().count();
    let (before, copied) = (backups(&desk).len(), there());
    assert!(before >= 10 && copied >= 9, "{before} {copied}");
    let right = desk.machine().at();
    desk.machine().set_wall(right + 730 * 86_400_000);
    desk.gateway().tick();
    desk.as_staff("1001");
    worked("青禾甲");
    desk.machine().set_wall(right + 31 * 60_000);
    desk.gateway().tick();
    desk.as_staff("1001");
    worked("青禾乙");
    let after = backups(&desk).len();
    assert!(
        after > before && there() > copied,
        "none was thinned: {before} {after}"
    );
    for n in 0..10 {
        change(&desk, &format!("青禾丙{n}"));
        desk.pass_minutes(1);
        desk.call("session.touch", json!({}));
        desk.gateway().tick();
    }
    assert_eq!(backups(&desk).len(), after, "not one a minute");
    let state = desk.call("session.state", json!({}));
    assert!(state["backup"]["lastAt"].as_i64().unwrap() < right + 2 * 86_400_000);
}
