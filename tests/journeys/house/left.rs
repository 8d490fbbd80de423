//! Key files and codes that were left: by a restore after the keys were lost, by an earlier
//! database, by a recovery while an alarm stands. Whatever is put back counts as earlier.

use proofs::desk::{PASSWORD, TestDesk, typed_back};
use proofs::made::{second_administrator, staff};
use serde_json::{Value, json};
use std::path::Path;

const KEYS: [&str; 2] = ["keys.json", "keys.prev.json"];
const OTHER: &str = "neuer 7 Kiefer Turm";

fn keys(desk: &TestDesk) -> Vec<u8> {
    std::fs::read(desk.data().join(KEYS[0])).unwrap()
}

fn put(folder: &Path, bytes: &[u8]) {
    for name in KEYS {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn printed(desk: &TestDesk) -> Value {
    let made = desk.call("keys.renew_codes", json!({ "password": PASSWORD }));
    desk.call("setup.confirm", typed_back(&made));
    made["codes"][0].clone()
}

fn recovers(desk: &TestDesk, code: &Value) -> Result<(), String> {
    let come = json!({ "code": code, "no": "1001", "password": OTHER });
    let answer = desk.answer("session.recover", come);
    answer.map(|_| ()).map_err(|problem| problem.code)
}

/// A newer backup restored by a code without the express word.
fn restores(desk: &TestDesk, backup: &Value, code: &Value) -> bool {
    let order = json!({ "name": backup, "place": "own", "reason": "试一试", "code": code });
    desk.answer("backups.restore", order).is_ok()
}

fn newest(desk: &TestDesk) -> Value {
    desk.call("backups.list", json!({}))["rows"][0]["name"].clone()
}

#[test]
fn after_lost_keys_were_restored_a_key_file_that_was_left_opens_nothing() {
    let desk = TestDesk::training();
    let code = printed(&desk);
    let backup = newest(&desk);
    second_administrator(&desk);
    // Many changes of the keys that no backup has.
    for n in 0..3 {
        let order = json!({ "id": staff(&desk, "1002"), "reason": format!("第{n}次") });
        desk.call("staff.reset_password", order);
    }
    desk.call("session.sign_out", json!({}));
    let left = keys(&desk);
    for name in KEYS {
        std::fs::remove_file(desk.data().join(name)).unwrap();
    }
    assert!(restores(&desk, &backup, &code));
    desk.as_staff("1001");
    let now = printed(&desk);
    let latest = newest(&desk);
    desk.call("session.sign_out", json!({}));
    put(&desk.data(), &left);
    let again = || TestDesk::on_copy_of(&desk.data());
    for no in ["1001", "1005"] {
        let refused = again().sign_in(no, PASSWORD).unwrap_err().code;
        assert_eq!(refused, "keys_older", "{no}");
    }
    assert_eq!(recovers(&again(), &code).unwrap_err(), "recovery_wrong");
    assert!(!restores(&again(), &latest, &code));
    assert!(
        restores(&again(), &latest, &now),
        "the code in force has a way in"
    );
}

#[test]
fn an_earlier_database_beside_an_earlier_key_file_does_not_speak_for_a_code_that_was_replaced() {
    let desk = TestDesk::training();
    let old = printed(&desk);
    desk.call("session.sign_out", json!({}));
    let files = ["keys.json", "desk.db"].map(|name| {
        let bytes = std::fs::read(desk.data().join(name)).unwrap();
        (name, bytes)
    });
    desk.as_staff("1001");
    let now = printed(&desk);
    let latest = newest(&desk);
    desk.call("session.sign_out", json!({}));
    let state = |gone: &[&str]| {
        let copy = TestDesk::on_copy_of(&desk.data());
        put(&copy.data(), &files[0].1);
        std::fs::write(copy.data().join("desk.db"), &files[1].1).unwrap();
        for name in gone {
            std::fs::remove_file(copy.data().join(name)).unwrap();
        }
        copy
    };
    for gone in [&[][..], &["desk.db"], &["desk.db", "head.json"]] {
        assert!(recovers(&state(gone), &old).is_err(), "{gone:?}");
        assert!(!restores(&state(gone), &latest, &old), "{gone:?}");
        let password = json!({ "name": latest, "place": "own", "reason": "试一试", "no": "1001", "password": PASSWORD });
        let refused = state(gone).refused("backups.restore", password);
        assert_eq!(refused.code, "restore_takes_place", "{gone:?}");
    }
    assert!(restores(&state(&[]), &latest, &now));
    // The backup that could tell is gone as well: the head file knows of later keys.
    let copy = state(&["desk.db"]);
    std::fs::remove_file(copy.data().join("backups").join(latest.as_str().unwrap())).unwrap();
    let before = newest(&copy);
    assert!(!restores(&copy, &before, &old));
}

#[test]
fn a_key_file_from_before_a_recovery_during_an_alarm_is_an_earlier_one() {
    let desk = TestDesk::training();
    let code = printed(&desk);
    desk.call("session.sign_out", json!({}));
    let database = std::fs::read(desk.data().join("desk.db")).unwrap();
    desk.as_staff("1001");
    desk.call("session.sign_out", json!({}));
    std::fs::write(desk.data().join("desk.db"), database).unwrap();
    let mut desk = TestDesk::on_copy_of(&desk.data());
    let before = keys(&desk);
    recovers(&desk, &code).unwrap();
    assert_eq!(desk.call("session.state", json!({}))["phase"], "alarm");
    desk.call("session.sign_out", json!({}));
    put(&desk.data(), &before);
    desk.reopen();
    assert_eq!(
        desk.sign_in("1001", PASSWORD).unwrap_err().code,
        "keys_older"
    );
}

#[test]
fn a_whole_folder_from_before_gives_the_backup_its_own_keys_back() {
    let desk = TestDesk::training();
    let old = printed(&desk);
    desk.call("session.sign_out", json!({}));
    let files = ["keys.json", "desk.db", "head.json"].map(|name| {
        let bytes = std::fs::read(desk.data().join(name)).unwrap();
        (name, bytes)
    });
    desk.as_staff("1001");
    let next = json!({ "current": PASSWORD, "next": OTHER });
    desk.call("staff.change_password", next);
    let made = desk.call("keys.renew_codes", json!({ "password": OTHER }));
    desk.call("setup.confirm", typed_back(&made));
    let now = &made["codes"][0];
    let latest = newest(&desk);
    desk.call("session.sign_out", json!({}));
    let state = || {
        let copy = TestDesk::on_copy_of(&desk.data());
        put(&copy.data(), &files[0].1);
        for (name, bytes) in &files {
            std::fs::write(copy.data().join(name), bytes).unwrap();
        }
        copy
    };
    let holds = |desk: &TestDesk| {
        assert_eq!(
            desk.sign_in("1001", PASSWORD).unwrap_err().code,
            "sign_in_failed"
        );
        assert!(desk.sign_in("1001", OTHER).is_ok());
        desk.call("session.sign_out", json!({}));
        let copy = TestDesk::on_copy_of(&desk.data());
        assert_eq!(recovers(&copy, &old).unwrap_err(), "recovery_wrong");
        recovers(&copy, now).unwrap();
    };
    // Whoever signs in with the old password, and restores what is newer than their keys.
    let copy = state();
    copy.sign_in("1001", PASSWORD).unwrap();
    let order = json!({ "name": latest, "place": "own", "reason": "旧盘" });
    copy.call("backups.restore", order.clone());
    holds(&copy);
    // From the lock screen: not by a code that was replaced, by the one in force at once, by
    // the password of the backup with the express word.
    assert!(!restores(&state(), &latest, &old));
    let copy = state();
    assert!(restores(&copy, &latest, now));
    holds(&copy);
    let copy = state();
    let mut order = order;
    (order["no"], order["password"]) = (json!("1001"), json!(OTHER));
    let refused = copy.refused("backups.restore", order.clone());
    assert_eq!(refused.code, "restore_takes_place");
    order["takesPlace"] = json!(true);
    copy.call("backups.restore", order);
    holds(&copy);
}
