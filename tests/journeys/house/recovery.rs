//! The drills: a forgotten password, and coming in with a printed code when no
//! administrator can.

use proofs::desk::{PASSWORD, TestDesk, handed, typed_back, wizard};
use proofs::made::staff;
use serde_json::{Value, json};

const OWN: &str = "neuer 7 Kiefer Turm";

fn reset(desk: &TestDesk, no: &str) -> Value {
    let id = staff(desk, no);
    desk.call(
        "staff.reset_password",
        json!({ "id": id, "reason": "忘记密码" }),
    )
}

fn done(desk: &TestDesk, action: &str) -> Vec<Value> {
    let page = desk.call("journal.list", json!({}));
    let rows = page["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["action"] == action)
        .cloned()
        .collect()
}

/// A desk set up just now, and its two codes from paper.
fn with_codes() -> (TestDesk, [String; 2]) {
    let desk = TestDesk::bare();
    let created = desk.call("setup.create", wizard("empty", false));
    desk.call("setup.confirm", typed_back(&created));
    (desk, codes(&created))
}

fn codes(made: &Value) -> [String; 2] {
    [0, 1].map(|i| made["codes"][i].as_str().unwrap().to_owned())
}

fn recover(desk: &TestDesk, code: &str, no: &str) -> Result<Value, String> {
    let input = json!({ "code": code, "no": no, "password": OWN });
    let answer = desk.answer("session.recover", input);
    answer.map(|a| a.value).map_err(|problem| problem.code)
}

#[test]
fn drill_a_forgotten_password_is_reset_by_an_administrator() {
    let desk = TestDesk::training();
    let answer = reset(&desk, "1002");
    let code = handed(&answer);
    assert_eq!(code.len(), 11, "two groups of five: {code}");
    assert_eq!(
        answer["validUntil"].as_i64().unwrap(),
        desk.machine().at() + 86_400_000
    );
    assert_eq!(answer["staff"]["codeUntil"], answer["validUntil"]);
    assert_eq!(done(&desk, "staff.reset_password")[0]["reason"], "忘记密码");
    assert_eq!(
        desk.sign_in("1002", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    // Typed from a slip of paper: no dash, small letters, look-alikes.
    let typed = code
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "l");
    let state = desk.sign_in("1002", &typed).unwrap().value;
    assert_eq!(state["staff"]["mustChange"], true);
    let same = json!({ "current": typed, "next": code });
    assert_eq!(
        desk.refused("staff.change_password", same).code,
        "password_same"
    );
    desk.call(
        "staff.change_password",
        json!({ "current": typed, "next": OWN }),
    );
    desk.call("visitors.find", json!({ "text": "李" }));
    assert_eq!(
        desk.sign_in("1002", &code).unwrap_err().code,
        "sign_in_failed"
    );
    assert!(desk.sign_in("1002", OWN).is_ok());
}

#[test]
fn a_one_time_code_is_good_for_a_day_and_says_when_it_is_over() {
    let desk = TestDesk::training();
    let code = handed(&reset(&desk, "1002"));
    desk.pass_minutes(24 * 60);
    assert!(desk.sign_in("1002", &code).is_ok());
    desk.pass_minutes(1);
    for _ in 0..7 {
        let over = desk.sign_in("1002", &code).unwrap_err();
        assert_eq!(
            (over.code.as_str(), over.field.as_deref()),
            ("code_expired", Some("password")),
            "the right code is no guess"
        );
    }
    desk.as_staff("1001");
    let next = handed(&reset(&desk, "1002"));
    assert_ne!(next, code);
    assert!(desk.sign_in("1002", &next).is_ok());
}

#[test]
fn who_comes_back_gets_a_code_and_a_password_of_their_own_never_expires() {
    let desk = TestDesk::training();
    let id = staff(&desk, "1003");
    desk.call("staff.deactivate", json!({ "id": id, "reason": "产假" }));
    let code = handed(&desk.call("staff.reactivate", json!({ "id": id })));
    desk.sign_in("1003", &code).unwrap();
    desk.call(
        "staff.change_password",
        json!({ "current": code, "next": OWN }),
    );
    desk.pass_minutes(60 * 24 * 60);
    assert!(desk.sign_in("1003", OWN).is_ok());
}

#[test]
fn a_reset_needs_a_reason_another_person_and_somebody_who_may_sign_in() {
    let desk = TestDesk::training();
    let (own, other) = (staff(&desk, "1001"), staff(&desk, "1003"));
    let ask = |id: i64, reason: &str| {
        desk.refused(
            "staff.reset_password",
            json!({ "id": id, "reason": reason }),
        )
        .code
    };
    assert_eq!(ask(other, " "), "reason_needed");
    assert_eq!(ask(own, "忘记密码"), "own_account");
    desk.call("staff.deactivate", json!({ "id": other, "reason": "离职" }));
    assert_eq!(ask(other, "忘记密码"), "wrong_state");
    assert_eq!(
        desk.sign_in("1003", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
}

#[test]
fn drill_no_administrator_can_sign_in_and_a_printed_code_opens() {
    let (mut desk, [first, second]) = with_codes();
    desk.reopen();
    // Typed from paper after a restart: spaces for dashes, small letters, look-alikes.
    let typed = first
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "i");
    let made = recover(&desk, &typed, "1001").unwrap();
    let state = desk.call("session.state", json!({}));
    assert_eq!(
        (&state["phase"], &state["staff"]["no"]),
        (&json!("confirming"), &json!("1001"))
    );
    assert_eq!(
        desk.refused("staff.list", json!({})).code,
        "codes_not_confirmed"
    );
    let state = desk.call("setup.confirm", typed_back(&made));
    assert_eq!(state["phase"], "open");
    assert_eq!(done(&desk, "session.recover").len(), 1);
    assert_eq!(
        desk.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
    desk.reopen();
    assert_eq!(
        desk.sign_in("1001", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    for old in [first, second] {
        assert_eq!(
            recover(&desk, &old, "1001").unwrap_err(),
            "recovery_wrong",
            "a used sheet is dead"
        );
    }
    assert!(desk.sign_in("1001", OWN).is_ok());
    assert!(
        recover(&desk, &codes(&made)[1], "1001").is_ok(),
        "the new sheet works"
    );
}

#[test]
fn a_typing_error_names_its_group_and_is_no_failure() {
    let (desk, [code, _]) = with_codes();
    let mut wrong: Vec<char> = code.chars().collect();
    wrong[13] = if wrong[13] == 'A' { 'B' } else { 'A' };
    for _ in 0..8 {
        let input =
            json!({ "code": wrong.iter().collect::<String>(), "no": "1001", "password": OWN });
        let typo = desk.refused("session.recover", input);
        assert_eq!(
            (typo.code.as_str(), &typo.params["group"]),
            ("recovery_typo", &json!(3))
        );
        assert_eq!(typo.field.as_deref(), Some("code"));
    }
    assert_eq!(
        recover(&desk, &code[..20], "1001").unwrap_err(),
        "recovery_length"
    );
    assert!(recover(&desk, &code, "1001").is_ok());
}

#[test]
fn a_code_opens_for_an_active_administrator_only_and_changes_nothing_otherwise() {
    let (desk, [code, _]) = with_codes();
    let added = desk.call(
        "staff.add",
        json!({ "no": "1002", "name": "王芳", "role": "supervisor" }),
    );
    for no in ["1002", "7777"] {
        assert_eq!(
            recover(&desk, &code, no).unwrap_err(),
            "recover_no_administrator"
        );
    }
    let weak = json!({ "code": code, "no": "1001", "password": "limin1001" });
    assert_eq!(desk.refused("session.recover", weak).code, "password_weak");
    assert!(desk.sign_in("1002", &handed(&added)).is_ok());
    assert!(desk.sign_in("1001", PASSWORD).is_ok());
    assert_eq!(
        desk.call("session.state", json!({}))["phase"],
        "open",
        "the old sheet is still good"
    );
    assert!(recover(&desk, &code, "1001").is_ok());
}

#[test]
fn killed_before_the_new_codes_were_typed_back_there_are_newer_ones() {
    let (mut desk, [code, _]) = with_codes();
    let lost = recover(&desk, &code, "1001").unwrap();
    desk.reopen();
    desk.sign_in("1001", OWN).unwrap();
    let made = desk.call("setup.renew_codes", json!({}));
    assert_eq!(
        desk.call("setup.confirm", typed_back(&made))["phase"],
        "open"
    );
    assert_eq!(
        recover(&desk, &codes(&lost)[0], "1001").unwrap_err(),
        "recovery_wrong"
    );
    assert!(recover(&desk, &codes(&made)[0], "1001").is_ok());
}

#[test]
fn who_lost_the_sheet_gets_new_codes_for_their_own_password() {
    let (desk, old) = with_codes();
    assert_eq!(
        desk.refused("setup.renew_codes", json!({})).code,
        "set_up_already"
    );
    let wrong = desk.refused("keys.renew_codes", json!({ "password": OWN }));
    assert_eq!(
        (wrong.code.as_str(), wrong.field.as_deref()),
        ("password_wrong", Some("password"))
    );
    assert_eq!(desk.call("session.state", json!({}))["phase"], "open");
    let made = desk.call("keys.renew_codes", json!({ "password": PASSWORD }));
    assert_eq!(desk.call("session.state", json!({}))["phase"], "confirming");
    desk.call("setup.confirm", typed_back(&made));
    assert_eq!(done(&desk, "keys.renew_codes").len(), 1);
    assert_eq!(
        recover(&desk, &old[1], "1001").unwrap_err(),
        "recovery_wrong"
    );
    assert!(recover(&desk, &codes(&made)[1], "1001").is_ok());
}

#[test]
fn a_changed_role_reaches_the_key_file_at_the_next_sign_in() {
    let desk = TestDesk::training();
    let administrators = || {
        let text = std::fs::read(desk.data().join("keys.json")).unwrap();
        let file: Value = serde_json::from_slice(&text).unwrap();
        let slots = file["slots"].as_array().unwrap().iter();
        let mut numbers: Vec<String> = slots
            .filter(|slot| slot["kind"] == "administrator")
            .map(|slot| slot["account"].as_str().unwrap().to_owned())
            .collect();
        numbers.sort();
        numbers
    };
    assert_eq!(administrators(), ["1001"]);
    let role = |no: &str, role: &str| {
        let order = json!({ "id": staff(&desk, no), "role": role, "reason": "岗位调整" });
        desk.call("staff.set_role", order)
    };
    role("1002", "administrator");
    assert_eq!(administrators(), ["1001"]);
    desk.sign_in("1002", PASSWORD).unwrap();
    assert_eq!(administrators(), ["1001", "1002"]);
    role("1001", "supervisor");
    desk.sign_in("1001", PASSWORD).unwrap();
    assert_eq!(administrators(), ["1002"]);
}
