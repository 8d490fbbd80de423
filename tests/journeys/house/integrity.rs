//! While an alarm stands: what still opens, what is left alone, and who may go on.

use super::store::{actions, change, database};
use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use serde_json::json;

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
