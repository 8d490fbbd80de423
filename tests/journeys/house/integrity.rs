//! While an alarm stands: what still opens, what is left alone, and who may go on.

use super::store::{actions, change, database};
use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use serde_json::{Value, json};
use std::path::PathBuf;

#[test]
fn a_recovery_code_opens_while_an_alarm_stands_and_leaves_the_evidence_alone() {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("starter", false));
    desk.call("setup.confirm", typed_back(&created));
    desk.call("session.lock", json!({}));
    let old = std::fs::read(database(&desk)).unwrap();
    desk.sign_in("1001", PASSWORD).unwrap();
    change(&desk, "青禾六");
    desk.call("session.lock", json!({}));
    std::fs::write(database(&desk), old).unwrap();
    let input =
        json!({ "code": created["codes"][0], "no": "1001", "password": "neuer 7 Kiefer Turm" });
    desk.call("session.recover", input);
    let state = || desk.call("session.state", json!({}));
    let missing = state()["alarm"]["operations"].clone();
    assert_eq!(missing, 3, "signed in, changed, locked");
    desk.call("session.lock", json!({}));
    desk.sign_in("1001", "neuer 7 Kiefer Turm").unwrap();
    assert_eq!(state()["alarm"]["operations"], missing);
    desk.call("integrity.go_on", json!({ "reason": "备份已丢失" }));
    let made = desk.call("setup.renew_codes", json!({}));
    desk.call("setup.confirm", typed_back(&made));
    assert!(actions(&desk).contains(&"session.recover".to_owned()));
    assert_eq!(state()["phase"], "open");
}

#[test]
fn whoever_answers_for_the_desk_may_go_on_and_the_journal_says_so() {
    let desk = TestDesk::training();
    desk.call("session.lock", json!({}));
    std::fs::remove_file(desk.data().join("head.json")).unwrap();
    let state = desk.sign_in("1004", PASSWORD).unwrap().value;
    assert_eq!(state["alarm"]["kind"], "no_head");
    assert_eq!(
        desk.refused("integrity.go_on", json!({ "reason": "" }))
            .code,
        "reason_needed"
    );
    let state = desk.call("integrity.go_on", json!({ "reason": "磁盘清理时误删" }));
    assert_eq!(state["phase"], "open");
    assert!(actions(&desk).contains(&"integrity.go_on".to_owned()));
    desk.call("session.lock", json!({}));
    assert_eq!(
        desk.sign_in("1002", PASSWORD).unwrap().value["phase"],
        "open"
    );
}

#[test]
fn a_database_of_less_than_a_page_is_damaged_and_nothing_is_written_over_it() {
    let desk = TestDesk::training();
    let backup = desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    let log = desk.data().join("desk.db-wal");
    for left in [&b""[..], b"x"] {
        std::fs::write(database(&desk), left).unwrap();
        std::fs::write(&log, "what was not folded in").unwrap();
        for _ in 0..7 {
            let refused = desk.sign_in("1001", PASSWORD).unwrap_err();
            assert_eq!(refused.code, "store_damaged", "no password is called wrong");
        }
        assert_eq!(std::fs::read(database(&desk)).unwrap(), left);
        assert_eq!(std::fs::read(&log).unwrap(), b"what was not folded in");
    }
    let order = json!({ "name": backup["name"], "place": "own", "no": "1001",
        "password": PASSWORD, "reason": "磁盘坏了" });
    let done = desk.call("backups.restore", order);
    let aside = desk.data().join(done["aside"].as_str().unwrap());
    assert!(aside.join("desk.db-wal").exists(), "evidence is kept");
    assert!(desk.sign_in("1001", PASSWORD).is_ok());
}

/// A desk with a second place that holds its newest backup, and its files from before.
fn with_a_stick() -> (TestDesk, Vec<(String, Vec<u8>)>, PathBuf) {
    let desk = TestDesk::training();
    let stick = desk.root().join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    desk.machine().choose_folder_next(Some(stick.clone()));
    desk.call("backups.choose_second", json!({}));
    desk.call("session.lock", json!({}));
    let names = ["desk.db", "head.json", "keys.json", "keys.prev.json"];
    let read = |name: &str| {
        (
            name.to_owned(),
            std::fs::read(desk.data().join(name)).unwrap(),
        )
    };
    let before = names.map(read).to_vec();
    desk.as_staff("1001");
    change(&desk, "青禾九");
    desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    (desk, before, stick)
}

fn put_back(desk: &TestDesk, files: &[(String, Vec<u8>)]) {
    for (name, bytes) in files {
        std::fs::write(desk.data().join(name), bytes).unwrap();
    }
    std::fs::remove_dir_all(desk.data().join("backups")).unwrap();
}

#[test]
fn a_whole_folder_put_back_is_found_by_the_second_place() {
    let (mut desk, before, _) = with_a_stick();
    put_back(&desk, &before);
    desk.reopen();
    let state = desk.sign_in("1002", PASSWORD).unwrap().value;
    assert_eq!(
        state["alarm"],
        Value::Null,
        "the folder alone fits together"
    );
    desk.gateway().tick();
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["alarm"]["kind"], "missing");
    assert!(desk.gateway().clock_news(), "the window is told");
    assert_eq!(desk.refused("staff.names", json!({})).code, "alarm_stands");
    // Once answered it stays so, also over restarts, and the stick is used again.
    desk.as_staff("1001");
    desk.gateway().tick();
    desk.call("integrity.go_on", json!({ "reason": "换回旧电脑" }));
    desk.gateway().tick();
    change(&desk, "青禾十");
    desk.call("backups.make", json!({}));
    desk.reopen().as_staff("1001");
    desk.gateway().tick();
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["alarm"], Value::Null);
}

#[test]
fn a_stick_that_comes_back_later_is_compared_then() {
    let (mut desk, before, stick) = with_a_stick();
    let away = stick.with_extension("away");
    std::fs::rename(&stick, &away).unwrap();
    put_back(&desk, &before);
    desk.reopen().as_staff("1001");
    desk.gateway().tick();
    assert_eq!(desk.call("session.state", json!({}))["alarm"], Value::Null);
    std::fs::rename(&away, &stick).unwrap();
    desk.pass_minutes(2);
    desk.gateway().tick();
    assert_eq!(
        desk.call("session.state", json!({}))["alarm"]["kind"],
        "different"
    );
}

#[test]
fn a_clock_that_was_ahead_while_a_backup_was_made_raises_no_alarm_that_stays() {
    let mut desk = TestDesk::training();
    let year = 365 * 24 * 60 * 60_000;
    let now = desk.machine().at();
    desk.machine().set(now + year);
    change(&desk, "青禾一");
    desk.call("backups.make", json!({}));
    desk.machine().set(now + 60_000);
    let earlier = desk.call("backups.make", json!({}))["name"].clone();
    change(&desk, "青禾二");
    desk.call("backups.make", json!({}));
    let order = json!({ "name": earlier, "place": "own", "reason": "改错了" });
    desk.call("backups.restore", order);
    for name in ["青禾三", "青禾四"] {
        let state = desk.sign_in("1001", PASSWORD).unwrap().value;
        assert_eq!(state["alarm"], Value::Null);
        change(&desk, name);
        desk.call("backups.make", json!({}));
        desk.reopen();
    }
}
