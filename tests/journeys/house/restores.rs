//! The drills of the store: a new machine from backup and printed code, somebody removed
//! with cause, an older file put back. Who may restore at all is in `whose_word`.

use super::store::{actions, backups, change, database};
use proofs::desk::{PASSWORD, TestDesk, handed, typed_back, wizard};
use proofs::made::{Person, staff};
use serde_json::{Value, json};

fn register(desk: &TestDesk, name: &str) {
    Person::named(name).phone("13812345678").come(desk);
}

#[test]
fn drill_a_new_machine_opens_from_backup_and_printed_code() {
    let old = TestDesk::bare();
    let created = old.call("setup.create", wizard("starter", false));
    old.call("setup.confirm", typed_back(&created));
    let codes: Vec<&str> = created["codes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c.as_str().unwrap())
        .collect();
    change(&old, "青禾体检中心东院");
    register(&old, "王芳");
    let made = old.call("backups.make", json!({}));
    let name = made["name"].as_str().unwrap().to_owned();
    let counted = (made["visitors"].clone(), made["journal"].clone());

    let new = TestDesk::bare();
    std::fs::create_dir_all(new.data().join("backups")).unwrap();
    std::fs::copy(
        old.data().join("backups").join(&name),
        new.data().join("backups").join(&name),
    )
    .unwrap();
    assert_eq!(new.call("session.state", json!({}))["phase"], "empty");
    assert_eq!(backups(&new)[0]["institution"], "青禾体检中心东院");
    let order =
        |code: &str| json!({ "name": name, "place": "own", "code": code, "reason": "旧电脑坏了" });
    assert_eq!(
        new.refused(
            "backups.restore",
            json!({ "name": name, "place": "own", "reason": "旧电脑坏了" })
        )
        .code,
        "restore_secret_needed"
    );
    let mut wrong = codes[0].to_owned();
    wrong.replace_range(0..1, if wrong.starts_with('A') { "B" } else { "A" });
    assert_eq!(
        new.refused("backups.restore", order(&wrong)).code,
        "recovery_typo"
    );
    let done = new.call("backups.restore", order(codes[1]));
    assert_eq!(done["state"]["phase"], "locked");
    assert_eq!(
        (done["aside"].clone(), done["journal"].clone()),
        (Value::Null, counted.1)
    );
    new.as_staff("1001");
    let again = new.call("backups.make", json!({}));
    assert_eq!(again["visitors"], counted.0);
    assert_eq!(
        new.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
    assert!(actions(&new).contains(&"vault.restore".to_owned()));
}

#[test]
fn drill_somebody_removed_with_cause_opens_nothing_any_more() {
    let desk = TestDesk::training();
    let kept = std::fs::read(desk.data().join("keys.json")).unwrap();
    let leaving = staff(&desk, "1003");
    let order = |password: &str| json!({ "password": password, "leaving": leaving, "reason": "违规拷贝数据" });
    assert_eq!(
        desk.refused("keys.rotate", order("nicht das Wort 12")).code,
        "password_wrong"
    );
    let done = desk.call("keys.rotate", order(PASSWORD));
    let ask = &done["codes"];
    assert_eq!(
        desk.refused("staff.list", json!({})).code,
        "codes_not_confirmed"
    );
    desk.call("setup.confirm", typed_back(ask));
    let one_time = done["oneTime"].as_array().unwrap();
    let numbers: Vec<&str> = one_time.iter().map(|o| o["no"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["1002", "1004"]);
    let made = backups(&desk).len();
    assert_eq!(
        made, 4,
        "of set-up, before, after, with the codes typed back"
    );
    assert!(actions(&desk).contains(&"keys.rotate".to_owned()));
    assert_eq!(
        desk.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
    for no in ["1002", "1003", "1004"] {
        assert_eq!(
            desk.sign_in(no, PASSWORD).unwrap_err().code,
            "sign_in_failed",
            "{no}"
        );
    }
    let state = desk
        .sign_in("1002", one_time[0]["code"].as_str().unwrap())
        .unwrap()
        .value;
    assert_eq!(state["staff"]["mustChange"], true);
    desk.call("session.lock", json!({}));
    // The key file that was kept and a password that is known open the old key only.
    std::fs::write(desk.data().join("keys.json"), kept).unwrap();
    std::fs::remove_file(desk.data().join("keys.prev.json")).unwrap();
    assert_eq!(
        desk.sign_in("1003", PASSWORD).unwrap_err().code,
        "store_damaged"
    );
}

#[test]
fn drill_an_older_file_put_back_is_told_and_a_backup_brings_everything_back() {
    let desk = TestDesk::training();
    change(&desk, "青禾五");
    desk.call("session.lock", json!({}));
    let old = std::fs::read(database(&desk)).unwrap();
    desk.as_staff("1001");
    change(&desk, "青禾六");
    change(&desk, "青禾七");
    let backup = desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    std::fs::write(database(&desk), old).unwrap();

    let state = desk.sign_in("1002", PASSWORD).unwrap().value;
    assert_eq!(state["phase"], "alarm");
    assert_eq!(state["alarm"]["kind"], "missing");
    let missing = state["alarm"]["operations"].as_i64().unwrap();
    assert!(
        missing >= 4,
        "sign-in, two changes, the backup, the lock: {missing}"
    );
    for command in ["visitors.find", "tickets.board", "staff.names"] {
        assert_eq!(
            desk.refused(command, json!({ "text": "a" })).code,
            "alarm_stands",
            "{command}"
        );
    }
    assert_eq!(
        desk.refused("integrity.go_on", json!({ "reason": "继续接待" }))
            .code,
        "no_right"
    );
    // What stood in the way is evidence: looking at it changed nothing.
    desk.as_staff("1001");
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["alarm"]["operations"], missing);
    let order = json!({ "name": backup["name"], "place": "own", "reason": "数据文件被换成旧的" });
    let done = desk.call("backups.restore", order);
    let aside = done["aside"].as_str().unwrap();
    assert!(desk.data().join(aside).join("desk.db").exists());
    assert_eq!(done["state"]["phase"], "locked");
    let state = desk.sign_in("1001", PASSWORD).unwrap().value;
    assert_eq!(
        (&state["phase"], &state["alarm"]),
        (&json!("open"), &Value::Null)
    );
    assert_eq!(desk.call("institution.read", json!({}))["name"], "青禾七");
}

#[test]
fn a_name_that_is_a_path_finds_no_backup() {
    let desk = TestDesk::training();
    desk.call("backups.make", json!({}));
    for name in [
        "../keys.json",
        "/etc/passwd",
        "..",
        "",
        "backups/x.backup",
        "desk.db",
    ] {
        let order = json!({ "name": name, "place": "own", "reason": "试一试" });
        assert_eq!(
            desk.refused("backups.restore", order).code,
            "backup_unknown",
            "{name}"
        );
    }
    let order = json!({ "name": "x", "place": "second", "reason": "试一试" });
    assert_eq!(
        desk.refused("backups.restore", order).code,
        "backup_unknown"
    );
}

#[test]
fn the_one_time_code_of_a_new_colleague_survives_a_rotation_s_absence() {
    // A colleague who was added and never came in gets a new code like everybody else.
    let desk = TestDesk::training();
    let added = desk.call(
        "staff.add",
        json!({ "no": "1009", "name": "新人", "role": "receptionist" }),
    );
    let first = handed(&added);
    let done = desk.call(
        "keys.rotate",
        json!({ "password": PASSWORD, "reason": "笔记本丢失" }),
    );
    desk.call("setup.confirm", typed_back(&done["codes"]));
    assert_eq!(
        desk.sign_in("1009", &first).unwrap_err().code,
        "sign_in_failed"
    );
    let mine = done["oneTime"]
        .as_array()
        .unwrap()
        .iter()
        .find(|o| o["no"] == "1009")
        .unwrap();
    assert!(desk.sign_in("1009", mine["code"].as_str().unwrap()).is_ok());
}
