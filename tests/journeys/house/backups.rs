//! Choosing files and folders, and what is said after a restore.

use proofs::desk::{PASSWORD, TestDesk};
use proofs::made::ticket;
use serde_json::{Value, json};
use std::path::PathBuf;

fn last_restore(desk: &TestDesk) -> Value {
    desk.call("session.state", json!({}))["lastRestore"].clone()
}

fn path_of(desk: &TestDesk, made: &Value) -> PathBuf {
    desk.data()
        .join("backups")
        .join(made["name"].as_str().unwrap())
}

#[test]
fn the_lock_screen_hears_how_a_restore_ended_until_somebody_signs_in() {
    let desk = TestDesk::training();
    let made = desk.call("backups.make", json!({}));
    assert_eq!(last_restore(&desk), Value::Null);
    let input = json!({ "name": made["name"], "place": "own", "reason": "误操作" });
    let done = desk.call("backups.restore", input.clone());
    let said = last_restore(&desk);
    assert_eq!(
        (&said["refused"], &said["journal"], &said["aside"]),
        (&Value::Null, &made["journal"], &done["aside"])
    );
    assert!(desk.gateway().lock_news(), "the page is cleared afterwards");
    desk.as_staff("1001");
    assert_eq!(last_restore(&desk), Value::Null);

    let path = path_of(&desk, &made);
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() - 5_000;
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(
        desk.refused("backups.restore", input).code,
        "backup_refused"
    );
    assert_eq!(last_restore(&desk)["refused"], "backup_refused");
    desk.as_staff("1001");
}

#[test]
fn a_dialog_that_is_closed_changes_nothing() {
    let desk = TestDesk::training();
    let list = desk.call("backups.list", json!({}));
    assert_eq!(
        desk.call("backups.choose", json!({}))["backup"],
        Value::Null
    );
    desk.call("backups.choose_second", json!({}));
    assert_eq!(desk.call("backups.list", json!({})), list);
}

#[test]
fn every_backup_is_copied_to_the_second_place_which_is_never_the_data_folder() {
    let desk = TestDesk::training();
    desk.machine()
        .choose_folder_next(Some(desk.data().join("backups")));
    std::fs::create_dir_all(desk.data().join("backups")).unwrap();
    let problem = desk.refused("backups.choose_second", json!({}));
    assert_eq!(problem.code, "backup_place_is_own");

    let stick = desk.root().join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    desk.machine().choose_folder_next(Some(stick.clone()));
    desk.call("backups.choose_second", json!({}));
    let made = desk.call("backups.make", json!({}));
    let copy = stick.join(made["name"].as_str().unwrap());
    assert_eq!(
        std::fs::read(copy).unwrap(),
        std::fs::read(path_of(&desk, &made)).unwrap()
    );
    let second = desk.call("backups.list", json!({}))["second"].clone();
    assert!(second["reachable"] == true && second["copiedAt"].is_i64());
    std::fs::remove_dir_all(&stick).unwrap();
    let second = desk.call("backups.list", json!({}))["second"].clone();
    assert_eq!(second["reachable"], false);
    desk.call("backups.make", json!({}));
    desk.call("backups.forget_second", json!({}));
    assert_eq!(desk.call("backups.list", json!({}))["second"], Value::Null);
}

#[test]
fn a_backup_of_another_desk_asks_for_a_secret_of_its_time_before_anything_is_locked() {
    let (desk, other) = (TestDesk::training(), TestDesk::bare());
    // Two test desks throw the same dice; this one shall be of another make.
    api::Machine::fill(other.machine(), &mut [0_u8; 64]);
    let created = other.call("setup.create", proofs::desk::wizard("empty", false));
    other.call("setup.confirm", proofs::desk::typed_back(&created));
    let made = other.call("backups.make", json!({}));
    desk.machine()
        .choose_backup_next(Some(path_of(&other, &made)));
    let chosen = desk.call("backups.choose", json!({}))["backup"].clone();
    assert_eq!(chosen["name"], made["name"]);
    let input = |secret: Value| {
        let mut input = json!({ "name": chosen["name"], "place": "chosen", "reason": "换电脑" });
        for (key, value) in secret.as_object().unwrap() {
            input[key] = value.clone();
        }
        input
    };
    let problem = desk.refused("backups.restore", input(json!({})));
    assert_eq!(problem.code, "restore_secret_needed");
    let check = json!({ "name": chosen["name"], "place": "chosen" });
    let problem = desk.refused("backups.verify", check);
    assert_eq!(problem.code, "restore_secret_needed");
    assert_eq!(
        desk.call("session.state", json!({}))["phase"],
        "open",
        "the desk goes on"
    );
    let secret = json!({ "no": "1001", "password": PASSWORD });
    let done = desk.call("backups.restore", input(secret));
    assert_eq!(done["state"]["phase"], "locked");
    desk.as_staff("1001");
    assert_eq!(desk.call("session.state", json!({}))["training"], false);
}

#[test]
fn a_restore_waits_for_a_running_print_and_gives_up_on_a_stuck_one() {
    let desk = TestDesk::training();
    let made = desk.call("backups.make", json!({}));
    let slip = json!({ "id": ticket(&desk), "language": "zh" });
    let order = json!({ "name": made["name"], "place": "own", "reason": "误操作" });
    let stuck = desk.machine().jam();
    std::thread::scope(|scope| {
        scope.spawn(|| desk.call("tickets.print", slip));
        while !desk.machine().is_asked() {
            std::thread::yield_now();
        }
        let refused = desk.refused("backups.restore", order);
        assert_eq!((refused.code.as_str(), refused.field), ("desk_busy", None));
        drop(stuck);
    });
    assert_eq!(last_restore(&desk)["refused"], "desk_busy");
    desk.as_staff("1001");
    assert_eq!(desk.machine().papers().len(), 1);
    let board = desk.call("tickets.board", json!({ "pointId": null }));
    assert_eq!(
        board["rows"].as_array().unwrap().len(),
        1,
        "nothing was put back"
    );
}

#[test]
fn nothing_runs_on_a_desk_where_nobody_makes_a_backup() {
    let desk = TestDesk::training();
    desk.call("backups.make", json!({}));
    let running = desk.call("backups.progress", json!({}));
    assert_eq!(running, json!({ "stage": null, "percent": 0 }));
}

#[test]
fn a_backup_is_proven_without_restoring_it_and_one_that_was_harmed_is_not() {
    let desk = TestDesk::training();
    let made = desk.call("backups.make", json!({}));
    let check = json!({ "name": made["name"], "place": "own" });
    desk.call("backups.verify", check.clone());
    let page = desk.call("journal.list", json!({}));
    assert_eq!(page["rows"][0]["action"], "backups.verify");
    let path = path_of(&desk, &made);
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    desk.refuses("backups.verify", check, "backup_refused", None);
}

#[test]
fn where_no_backup_can_be_written_none_is_shown() {
    let desk = TestDesk::training();
    std::fs::remove_dir_all(desk.data().join("backups")).unwrap();
    std::fs::write(desk.data().join("backups"), "in the way").unwrap();
    let refused = desk.refused("backups.make", json!({}));
    assert_eq!(
        (refused.code.as_str(), refused.field),
        ("store_failed", None)
    );
    std::fs::remove_file(desk.data().join("backups")).unwrap();
    assert_eq!(desk.call("backups.list", json!({}))["rows"], json!([]));
    desk.call("backups.make", json!({}));
}
