//! The folder of the records: where it may lie, who has it, which program wrote it.

use proofs::desk::{PASSWORD, TestDesk, wizard};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn a_folder_in_which_nothing_was_set_up_lets_nobody_in() {
    let desk = TestDesk::bare();
    let refused = desk.sign_in("1001", PASSWORD).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.field), ("not_set_up", None));
    assert_eq!(desk.call("session.state", json!({}))["phase"], "empty");
}

#[test]
fn two_programs_never_hold_one_folder() {
    let desk = TestDesk::training();
    let second = desk.beside();
    let refused = second.sign_in("1001", PASSWORD).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field),
        ("folder_in_use", None)
    );
    desk.call("staff.list", json!({}));
    desk.gateway().close();
    second.as_staff("1001");
}

#[test]
fn nothing_is_set_up_in_a_folder_that_a_program_copies_elsewhere() {
    let desk = TestDesk::bare();
    std::fs::create_dir(desk.root().join(".stfolder")).unwrap();
    let facts = desk.refuses(
        "setup.create",
        wizard("empty", false),
        "folder_synced",
        None,
    );
    assert_eq!(facts["found"], "Syncthing");
}

#[test]
fn a_key_file_of_a_later_program_is_left_alone() {
    let desk = TestDesk::training();
    desk.call("session.lock", json!({}));
    let text = |sum: &str| format!("{{\"format\":99,\"checksum\":\"{sum}\",\"of\":\"later\"}}");
    let sum: String = Sha256::digest(text(""))
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    std::fs::write(desk.data().join("keys.json"), text(&sum)).unwrap();
    desk.refuses("session.state", json!({}), "store_newer", None);
    let who = json!({ "no": "1001", "password": PASSWORD });
    desk.refuses("session.sign_in", who, "store_newer", None);
}

/// What a rotation leaves that was cut off between the database and the key file.
#[test]
fn only_who_began_a_rotation_finishes_it() {
    let desk = TestDesk::training();
    let order = json!({ "password": PASSWORD, "reason": "笔记本丢失" });
    let path = desk.data().join("keys.json");
    let over = AtomicBool::new(false);
    // The file that holds both keys lies there while the database is encrypted anew.
    let pending = std::thread::scope(|scope| {
        let seen = scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                if text.contains("\"pending\": 2") {
                    return Some(text);
                }
            }
            None
        });
        desk.call("keys.rotate", order);
        over.store(true, Ordering::Relaxed);
        seen.join().unwrap()
    });
    desk.call("session.lock", json!({}));
    std::fs::write(&path, pending.expect("seen")).unwrap();
    let refused = desk.sign_in("1002", PASSWORD).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.field),
        ("keys_unfinished", None)
    );
    assert!(desk.sign_in("1001", PASSWORD).is_ok());
    assert_eq!(
        desk.sign_in("1002", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_whose_path_is_too_long_for_the_store_is_refused_with_its_length() {
    let desk = TestDesk::bare();
    let name = "目录".repeat(40);
    let deep = desk.root().join(&name).join(&name);
    std::fs::create_dir_all(&deep).unwrap();
    // What counts is where it really lies.
    let _ = std::fs::remove_dir(desk.data());
    std::os::unix::fs::symlink(&deep, desk.data()).unwrap();
    let wanted = wizard("empty", false);
    let facts = desk.refuses("setup.create", wanted, "folder_too_deep", None);
    assert!(facts["found"].as_i64().unwrap() > 400);
}

#[test]
fn an_edited_training_mark_lets_nobody_hand_a_time_in() {
    let desk = TestDesk::empty();
    let edit = |name: &str| {
        let path = desk.data().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let sum = text.split("\"checksum\": \"").nth(1).unwrap()[..64].to_owned();
        let text = text.replacen("\"training\": false", "\"training\": true", 1);
        let empty = text.replacen(&sum, "", 1);
        let right: String = Sha256::digest(&empty)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        std::fs::write(&path, text.replacen(&sum, &right, 1)).unwrap();
    };
    edit("keys.json");
    let earlier = desk.machine().at() - 3 * 24 * 60 * 60_000;
    let at = |command: &str, input| desk.at(earlier, command, input);
    let problem = at("journal.list", json!({})).unwrap_err();
    assert_eq!(
        problem.code, "time_not_yours",
        "while somebody is signed in"
    );
    desk.call("session.sign_out", json!({}));
    let who = json!({ "no": "1001", "password": PASSWORD });
    let problem = at("session.sign_in", who.clone()).unwrap_err();
    assert_eq!(
        problem.code, "time_not_yours",
        "the copy's seal says what it is"
    );
    edit("keys.prev.json");
    assert!(at("session.sign_in", who).is_err());
}
