//! Whose word a restore takes: of the desk that is there, as long as it can give one.

use proofs::desk::{PASSWORD, TestDesk, typed_back, wizard};
use proofs::made::{second_administrator, staff};
use serde_json::{Value, json};

/// Why a restore is refused, and where it is said; what was tried is noted.
fn refusal(desk: &TestDesk, order: Value) -> (String, Option<String>) {
    let problem = desk.refused("backups.restore", order);
    (problem.code, problem.field)
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
    let desk = TestDesk::training();
    desk.call("backups.make", json!({}));
    desk.call("session.lock", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        let _ = std::fs::remove_file(desk.data().join(name));
    }
    let (codes, chosen) = chosen_from_another(&desk);
    let mut order = json!({ "name": chosen["name"], "place": "chosen", "reason": "试一试",
        "code": codes[0] });
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
    let desk = TestDesk::training();
    desk.call("session.lock", json!({}));
    let (codes, chosen) = chosen_from_another(&desk);
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
    let theirs = json!({ "code": codes[0] });
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

/// A desk of another make: its codes, and its backup as it was chosen on `desk`.
fn chosen_from_another(desk: &TestDesk) -> (Value, Value) {
    let other = TestDesk::bare();
    // Two test desks throw the same dice.
    api::Machine::fill(other.machine(), &mut [0_u8; 64]);
    let created = other.call("setup.create", wizard("empty", false));
    other.call("setup.confirm", typed_back(&created));
    let made = other.call("backups.make", json!({}));
    let name = made["name"].as_str().unwrap();
    let file = desk.root().join(name);
    std::fs::copy(other.data().join("backups").join(name), &file).unwrap();
    desk.machine().choose_backup_next(Some(file));
    let chosen = desk.call("backups.choose", json!({}))["backup"].clone();
    (created["codes"].clone(), chosen)
}

fn demoted(desk: &TestDesk) -> Value {
    let id = second_administrator(desk);
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    let role = json!({ "id": id, "role": "receptionist", "reason": "调岗" });
    desk.call("staff.set_role", role);
    desk.call("session.sign_out", json!({}));
    backup
}

fn order(backup: &Value, no: &str) -> Value {
    json!({ "name": backup, "place": "own", "no": no, "password": PASSWORD, "reason": "试一试" })
}

#[test]
fn whoever_was_demoted_and_has_not_come_in_since_restores_nothing() {
    let desk = TestDesk::training();
    let backup = demoted(&desk);
    let refused = refusal(&desk, order(&backup, "1005"));
    assert_eq!(refused, ("restore_no_administrator".to_owned(), None));
}

#[test]
fn whoever_was_demoted_stays_so_after_an_honest_restore_until_they_are_promoted() {
    let desk = TestDesk::training();
    let backup = demoted(&desk);
    desk.call("backups.restore", order(&backup, "1001"));
    let state = desk.sign_in("1005", PASSWORD).unwrap().value;
    assert_eq!(state["staff"]["role"], "receptionist");
    desk.as_staff("1001");
    let id = staff(&desk, "1005");
    let role = json!({ "id": id, "role": "administrator", "reason": "复岗" });
    desk.call("staff.set_role", role);
    let state = desk.sign_in("1005", PASSWORD).unwrap().value;
    assert_eq!(state["staff"]["role"], "administrator");
    desk.call("session.sign_out", json!({}));
    desk.call("backups.restore", order(&backup, "1005"));
}

#[test]
fn a_restore_says_whose_password_was_given_for_it() {
    let desk = TestDesk::training();
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    desk.call("session.sign_out", json!({}));
    desk.call("backups.restore", order(&backup, "1001"));
    let state = desk.sign_in("1002", PASSWORD).unwrap().value;
    assert_eq!(state["restored"]["byNo"], "1001");
}

#[test]
fn a_second_restore_does_not_wash_the_first_away() {
    let desk = TestDesk::training();
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    desk.call("session.sign_out", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::remove_file(desk.data().join(name)).unwrap();
    }
    let mut taking = order(&backup, "1001");
    taking["takesPlace"] = json!(true);
    desk.call("backups.restore", taking);
    desk.call("backups.restore", order(&backup, "1001"));
    let state = desk.sign_in("1002", PASSWORD).unwrap().value;
    assert_eq!(state["restored"]["over"], "unproven");
}

#[test]
fn an_earlier_key_file_put_back_gives_nobody_their_word_back() {
    let desk = TestDesk::training();
    let id = second_administrator(&desk);
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    let made = desk.call("keys.renew_codes", json!({ "password": PASSWORD }));
    desk.call("setup.confirm", typed_back(&made));
    let names = ["keys.json", "keys.prev.json"];
    let before = names.map(|name| std::fs::read(desk.data().join(name)).unwrap());
    desk.call("staff.deactivate", json!({ "id": id, "reason": "离职" }));
    desk.call("session.sign_out", json!({}));
    for (name, bytes) in names.iter().zip(&before) {
        std::fs::write(desk.data().join(name), bytes).unwrap();
    }
    for no in ["1001", "1005"] {
        assert_eq!(desk.sign_in(no, PASSWORD).unwrap_err().code, "keys_older");
        assert_eq!(refusal(&desk, order(&backup, no)).0, "keys_older");
    }
    let new = "neuer 7 Kiefer Turm";
    let come = json!({ "code": made["codes"][0], "no": "1001", "password": new });
    let renewed = desk.call("session.recover", come);
    desk.call("setup.confirm", typed_back(&renewed));
    let found = desk.call("journal.list", json!({ "object": "staff" }));
    let told = |row: &&Value| row["action"] == "keys.repair" && row["detail"] == "older";
    assert_eq!(
        found["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(told)
            .count(),
        1
    );
    assert_eq!(
        desk.sign_in("1005", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    assert!(
        desk.sign_in("1002", PASSWORD).is_ok(),
        "unchanged since, so still in force"
    );
}

#[test]
fn an_earlier_key_file_is_none_of_a_desk_whose_keys_were_replaced() {
    let desk = TestDesk::training();
    let id = second_administrator(&desk);
    let backup = desk.call("backups.make", json!({}))["name"].clone();
    let before = std::fs::read(desk.data().join("keys.json")).unwrap();
    let rotate = json!({ "password": PASSWORD, "leaving": id, "reason": "违规拷贝数据" });
    let done = desk.call("keys.rotate", rotate);
    desk.call("setup.confirm", typed_back(&done["codes"]));
    desk.call("session.sign_out", json!({}));
    std::fs::write(desk.data().join("keys.json"), before).unwrap();
    std::fs::remove_file(desk.data().join("keys.prev.json")).unwrap();
    for gone in ["", "head.json"] {
        let _ = std::fs::remove_file(desk.data().join(gone));
        let refused = refusal(&desk, order(&backup, "1005"));
        assert_eq!(refused, ("restore_takes_place".to_owned(), None), "{gone}");
    }
}

#[test]
fn nothing_new_is_set_up_where_the_key_file_is_gone() {
    let desk = TestDesk::training();
    desk.call("session.sign_out", json!({}));
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::remove_file(desk.data().join(name)).unwrap();
    }
    assert_eq!(desk.call("session.state", json!({}))["phase"], "damaged");
    desk.refuses("setup.create", wizard("empty", false), "keys_gone", None);
    let who = json!({ "no": "1001", "password": PASSWORD });
    desk.refuses("session.sign_in", who, "keys_gone", None);
}
