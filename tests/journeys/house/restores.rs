//! The drills of the store: a new machine from backup and printed code, somebody removed
//! with cause, an older file put back; and who may restore at all.

use super::store::{actions, backups, change, database};
use proofs::desk::{PASSWORD, TestDesk, handed, typed_back, wizard};
use proofs::made::{Person, staff};
use serde_json::{Value, json};

/// Why a restore is refused, and where it is said; what was tried is noted.
fn refusal(desk: &TestDesk, order: Value) -> (String, Option<String>) {
    let problem = desk.refused("backups.restore", order);
    (problem.code, problem.field)
}

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
    assert_eq!(backups(&desk).len(), 2, "one before and one after");
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
fn a_desk_without_its_key_files_offers_its_backups_and_not_a_new_set_up() {
    let desk = TestDesk::training();
    let phase = || desk.call("session.state", json!({}))["phase"].clone();
    let backup = desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::write(desk.data().join(name), "{ half").unwrap();
    }
    assert_eq!(phase(), "damaged");
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::remove_file(desk.data().join(name)).unwrap();
    }
    assert_eq!(phase(), "damaged", "its backups show that it was in use");
    let order = json!({ "name": backup["name"], "place": "own", "no": "1001",
        "password": PASSWORD, "reason": "密钥文件丢失" });
    // Nobody can tell whether 1001 still is an administrator: it is said to everybody.
    assert_eq!(
        refusal(&desk, order.clone()),
        ("restore_takes_place".to_owned(), None)
    );
    assert_eq!(phase(), "damaged");
    let mut order = order;
    order["takesPlace"] = json!(true);
    desk.call("backups.restore", order);
    assert_eq!(phase(), "locked");
    for no in ["1001", "1002"] {
        let state = desk.sign_in(no, PASSWORD).unwrap().value;
        let said = &state["restored"];
        assert_eq!(
            (&said["over"], &said["reason"]),
            (&json!("unproven"), &json!("密钥文件丢失"))
        );
        let again = desk.sign_in(no, PASSWORD).unwrap().value;
        assert_eq!(again["restored"], Value::Null, "said once");
    }
}

#[test]
fn a_printed_code_needs_nobody_s_word_where_the_keys_are_lost() {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("starter", false));
    desk.call("setup.confirm", typed_back(&created));
    let backup = desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::remove_file(desk.data().join(name)).unwrap();
    }
    let order = json!({ "name": backup["name"], "place": "own", "code": created["codes"][0],
        "reason": "密钥文件丢失" });
    desk.call("backups.restore", order);
    let state = desk.sign_in("1001", PASSWORD).unwrap().value;
    assert_eq!(state["restored"]["over"], "lost");
}

#[test]
fn whoever_was_removed_does_not_come_back_with_an_old_backup() {
    let desk = TestDesk::training();
    let leaving = staff(&desk, "1004");
    let order = json!({ "id": leaving, "role": "administrator", "reason": "轮值" });
    desk.call("staff.set_role", order);
    desk.as_staff("1004");
    let name = desk.call("backups.make", json!({}))["name"].clone();
    desk.as_staff("1001");
    let done = desk.call(
        "keys.rotate",
        json!({ "password": PASSWORD, "leaving": leaving, "reason": "违规拷贝数据" }),
    );
    desk.call("setup.confirm", typed_back(&done["codes"]));
    desk.call("session.lock", json!({}));
    let order = |no: &str| json!({ "name": name, "place": "own", "no": no, "password": PASSWORD, "reason": "试一试" });
    assert_eq!(
        refusal(&desk, order("1004")),
        ("sign_in_failed".to_owned(), None)
    );
    // Whoever is an administrator now may, with what opens the backup.
    assert_eq!(
        refusal(&desk, order("1001")),
        ("restore_backup_secret_needed".to_owned(), None)
    );
    let with = |password: &str| {
        let mut order = order("1001");
        order["backup"] = json!({ "no": "1004", "password": password });
        order
    };
    assert_eq!(
        refusal(&desk, with("falsch")),
        (
            "sign_in_failed".to_owned(),
            Some("backup.password".to_owned())
        )
    );
    desk.call("backups.restore", with(PASSWORD));
    assert_eq!(
        desk.sign_in("1004", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    let state = desk.sign_in("1001", PASSWORD).unwrap().value;
    assert_eq!(state["restored"]["over"], "own");
}

#[test]
fn a_code_of_another_vault_proves_nothing_where_the_keys_are_lost() {
    let (desk, other) = (TestDesk::training(), TestDesk::bare());
    api::Machine::fill(other.machine(), &mut [0_u8; 64]);
    let created = other.call("setup.create", wizard("empty", false));
    other.call("setup.confirm", typed_back(&created));
    let made = other.call("backups.make", json!({}));
    desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        let _ = std::fs::remove_file(desk.data().join(name));
    }
    let file = other
        .data()
        .join("backups")
        .join(made["name"].as_str().unwrap());
    desk.machine().choose_backup_next(Some(file));
    let chosen = desk.call("backups.choose", json!({}))["backup"].clone();
    let mut order = json!({ "name": chosen["name"], "place": "chosen", "reason": "试一试",
        "code": created["codes"][0] });
    let needs_a_word = ("restore_takes_place".to_owned(), None);
    assert_eq!(refusal(&desk, order.clone()), needs_a_word);
    // Nor without the head file: the desk's own backups tell whose it was.
    std::fs::remove_file(desk.data().join("head.json")).unwrap();
    assert_eq!(refusal(&desk, order.clone()), needs_a_word);
    order["takesPlace"] = json!(true);
    desk.call("backups.restore", order);
    let state = desk.sign_in("1001", PASSWORD).unwrap().value;
    assert_eq!(state["restored"]["over"], "other");
}

#[test]
fn nobody_swaps_the_desk_for_a_vault_of_their_own() {
    let (desk, other) = (TestDesk::training(), TestDesk::bare());
    // Two test desks throw the same dice; this one shall be of another make.
    api::Machine::fill(other.machine(), &mut [0_u8; 64]);
    let created = other.call("setup.create", wizard("empty", false));
    other.call("setup.confirm", typed_back(&created));
    let made = other.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    let file = other
        .data()
        .join("backups")
        .join(made["name"].as_str().unwrap());
    desk.machine().choose_backup_next(Some(file));
    let chosen = desk.call("backups.choose", json!({}))["backup"].clone();
    let order = json!({ "name": chosen["name"], "place": "chosen", "reason": "试一试" });
    let with = |mine: Value, then: Value| {
        let mut order = order.clone();
        for (key, value) in mine.as_object().unwrap() {
            order[key] = value.clone();
        }
        if !then.is_null() {
            order["backup"] = then;
        }
        order
    };
    let theirs = json!({ "code": created["codes"][0] });
    assert_eq!(
        refusal(&desk, with(theirs.clone(), Value::Null)),
        ("sign_in_failed".to_owned(), None)
    );
    assert_eq!(
        refusal(&desk, with(theirs.clone(), theirs.clone())),
        ("sign_in_failed".to_owned(), None)
    );
    let mine = json!({ "no": "1001", "password": PASSWORD });
    assert_eq!(
        refusal(&desk, with(mine.clone(), Value::Null)),
        ("restore_backup_secret_needed".to_owned(), None)
    );
    desk.call("backups.restore", with(mine, theirs));
    let state = desk.sign_in("1001", PASSWORD).unwrap().value;
    assert_eq!(
        (&state["restored"]["over"], &state["training"]),
        (&json!("other"), &json!(false))
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
fn only_an_administrator_of_that_time_restores_from_the_lock_screen() {
    let desk = TestDesk::training();
    let name = desk.call("backups.make", json!({}))["name"].clone();
    desk.as_staff("1002");
    assert_eq!(desk.refused("backups.list", json!({})).code, "no_right");
    let order = |no: &str, password: &str| json!({ "name": name, "place": "own", "no": no, "password": password, "reason": "试一试" });
    assert_eq!(
        desk.refused("backups.restore", order("1001", PASSWORD))
            .code,
        "no_right"
    );
    desk.call("session.lock", json!({}));
    assert_eq!(
        desk.refused("backups.restore", order("1002", PASSWORD))
            .code,
        "restore_no_administrator"
    );
    for _ in 0..5 {
        assert_eq!(
            desk.refused("backups.restore", order("1001", "falsch"))
                .code,
            "sign_in_failed"
        );
    }
    assert_eq!(
        desk.refused("backups.restore", order("1001", PASSWORD))
            .code,
        "sign_in_paused",
        "guessing at a backup waits like guessing at the door"
    );
    desk.pass_minutes(11);
    desk.call("backups.restore", order("1001", PASSWORD));
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
