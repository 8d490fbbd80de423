//! Setting up, signing in, staff: what comes before the first visitor.

use proofs::desk::{PASSWORD, STAFF, TestDesk, typed_back, wizard};
use proofs::made::Person;
use serde_json::json;

#[test]
fn a_bare_folder_becomes_a_desk_only_after_the_codes_were_typed_back() {
    let desk = TestDesk::bare();
    assert_eq!(desk.call("session.state", json!({}))["phase"], "empty");
    let created = desk.call("setup.create", wizard("empty", false));
    assert_eq!(desk.call("session.state", json!({}))["phase"], "confirming");
    assert_eq!(
        desk.refused("staff.list", json!({})).code,
        "codes_not_confirmed"
    );

    let mut wrong = typed_back(&created);
    wrong["answers"][0]["text"] = json!("AAAAA");
    assert_eq!(desk.refused("setup.confirm", wrong).code, "wrong_group");

    let open = desk.call("setup.confirm", typed_back(&created));
    assert_eq!(open["phase"], "open");
    assert_eq!(open["staff"]["no"], "1001");
    assert_eq!(
        desk.refused("setup.create", wizard("empty", false)).code,
        "set_up_already"
    );
}

#[test]
fn setting_up_names_the_field_that_is_wrong_and_leaves_nothing_behind() {
    for (change, field) in [
        (
            json!({ "institution": { "name": " " } }),
            "institution.name",
        ),
        (json!({ "admin": { "name": "" } }), "admin.name"),
        (json!({ "admin": { "no": "九号" } }), "admin.no"),
        (
            json!({ "admin": { "password": "12345678" } }),
            "admin.password",
        ),
    ] {
        let desk = TestDesk::bare();
        let mut input = wizard("empty", false);
        for (form, fields) in change.as_object().unwrap() {
            for (name, value) in fields.as_object().unwrap() {
                input[form][name] = value.clone();
            }
        }
        let problem = desk.refused("setup.create", input);
        assert_eq!(problem.field.as_deref(), Some(field), "{problem:?}");
        assert_eq!(desk.call("session.state", json!({}))["phase"], "empty");
    }
}

#[test]
fn everybody_signs_in_with_their_own_role_and_nobody_with_a_wrong_password() {
    let desk = TestDesk::training();
    for (no, name, role) in STAFF {
        let state = desk.sign_in(no, PASSWORD).unwrap().value;
        assert_eq!(
            (&state["staff"]["name"], &state["staff"]["role"]),
            (&json!(name), &json!(role))
        );
        assert_eq!(state["training"], true);
    }
    assert_eq!(
        desk.sign_in("1002", "not this one").unwrap_err().code,
        "sign_in_failed"
    );
    assert_eq!(
        desk.sign_in("9999", PASSWORD).unwrap_err().code,
        "sign_in_failed"
    );
    // A failed sign-in ends the session before it: one desk, one person.
    assert_eq!(
        desk.refused("visitors.find", json!({ "text": "张" })).code,
        "locked"
    );
}

#[test]
fn a_desk_keeps_what_it_knows_over_a_restart() {
    let mut desk = TestDesk::empty();
    desk.call(
        "staff.add",
        json!({ "no": "2001", "name": "仇英", "role": "receptionist" }),
    );
    desk.reopen().as_staff("1001");
    let rows = desk.call("staff.list", json!({}))["rows"].clone();
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .any(|row| row["no"] == "2001" && row["mustChange"] == true)
    );
}

#[test]
fn a_repeated_operation_is_done_once() {
    let desk = TestDesk::empty();
    desk.as_staff("1002");
    let input = Person::named("区志远").input();
    let op = proofs::desk::new_op_id();
    let first = desk
        .repeat(&op, "visitors.register", input.clone())
        .unwrap();
    let again = desk.repeat(&op, "visitors.register", input).unwrap();
    assert_eq!(first.value["id"], again.value["id"]);
    let found = desk.call("visitors.find", json!({ "text": "ouzhiyuan" }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1);
    let other = desk.repeat(
        &op,
        "visitors.consent",
        json!({ "id": first.value["id"], "scope": "health", "manner": "spoken" }),
    );
    assert_eq!(other.unwrap_err().code, "operation_reused");
}
