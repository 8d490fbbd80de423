//! The folder of the records: where it may lie, who has it, which program wrote it.

use proofs::desk::{PASSWORD, TestDesk, wizard};
use serde_json::json;
use sha2::{Digest as _, Sha256};

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
    desk.call("keys.rotate", order);
    desk.call("session.lock", json!({}));
    let file = |name: &str| desk.data().join(name);
    std::fs::copy(file("keys.prev.json"), file("keys.json")).unwrap();
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
