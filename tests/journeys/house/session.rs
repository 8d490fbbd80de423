//! Sessions, operation ids, drafts: what holds for every command.

use proofs::desk::{TestDesk, handed, new_op_id};
use proofs::made::Person;
use serde_json::{Value, json};

fn register(name: &str) -> Value {
    Person::named(name).phone("13812345678").input()
}

fn found(desk: &TestDesk, text: &str) -> usize {
    desk.call("visitors.find", json!({ "text": text }))["rows"]
        .as_array()
        .unwrap()
        .len()
}

#[test]
fn a_second_click_is_the_same_registration() {
    let desk = TestDesk::training();
    let op_id = new_op_id();
    let first = desk
        .repeat(&op_id, "visitors.register", register("单雅琴"))
        .unwrap();
    let second = desk
        .repeat(&op_id, "visitors.register", register("单雅琴"))
        .unwrap();
    assert_eq!(first.value, second.value);
    assert_eq!(found(&desk, "shanyaqin"), 1);
    let other = desk.repeat(
        &op_id,
        "encounters.start",
        json!({ "channel": "walk_in", "visitorId": null }),
    );
    assert_eq!(other.unwrap_err().code, "operation_reused");
}

#[test]
fn a_write_without_an_operation_id_is_refused_and_changes_nothing() {
    let desk = TestDesk::training();
    let refused = desk
        .repeat("not a uuid", "visitors.register", register("李静"))
        .unwrap_err();
    assert_eq!(refused.code, "operation_id_missing");
    assert_eq!(found(&desk, "李静"), 0);
}

#[test]
fn an_idle_desk_locks_itself_and_the_draft_is_there_afterwards() {
    let desk = TestDesk::training();
    desk.call(
        "drafts.save",
        json!({ "key": "visitor/new", "body": "{\"name\":\"李静\"}" }),
    );
    desk.pass_minutes(4);
    assert!(desk.gateway().tick().is_none(), "four minutes are not five");
    desk.pass_minutes(2);
    assert!(desk.gateway().tick().is_some());
    assert_eq!(
        desk.refused("visitors.find", json!({ "text": "李" })).code,
        "locked"
    );
    desk.as_staff("1001");
    let kept = desk.call("drafts.read", json!({ "key": "visitor/new" }));
    assert_eq!(kept["body"], "{\"name\":\"李静\"}");
}

#[test]
fn touching_keeps_the_desk_open_and_reading_does_not() {
    let desk = TestDesk::training();
    desk.pass_minutes(4);
    desk.call("session.touch", json!({}));
    desk.pass_minutes(4);
    assert!(desk.gateway().tick().is_none());
    desk.call("visitors.find", json!({ "text": "x" }));
    desk.pass_minutes(2);
    assert!(
        desk.gateway().tick().is_some(),
        "a refresh in the background is nobody's hand"
    );
}

#[test]
fn a_new_colleague_sets_a_password_before_anything_else() {
    let desk = TestDesk::training();
    let added = json!({ "no": "2001", "name": "周敏", "role": "receptionist" });
    let first = handed(&desk.call("staff.add", added));
    let state = desk.sign_in("2001", &first).unwrap();
    assert_eq!(state.value["staff"]["mustChange"], true);
    assert_eq!(
        desk.refused("visitors.find", json!({ "text": "李" })).code,
        "must_change_password"
    );
    let weak = desk.refused(
        "staff.change_password",
        json!({ "current": first, "next": "zhoumin2001" }),
    );
    assert_eq!(
        (weak.code.as_str(), weak.field.as_deref()),
        ("password_weak", Some("next"))
    );
    desk.call(
        "staff.change_password",
        json!({ "current": first, "next": "eigen 9 wörter Baum" }),
    );
    desk.call("visitors.find", json!({ "text": "李" }));
    assert!(
        desk.sign_in("2001", &first).is_err(),
        "the code no longer opens"
    );
    assert!(desk.sign_in("2001", "eigen 9 wörter Baum").is_ok());
}

#[test]
fn rights_are_checked_before_anything_is_read() {
    let desk = TestDesk::training();
    desk.as_staff("1003");
    let refused = desk.refused("staff.list", json!({}));
    assert_eq!(
        (refused.code.as_str(), &refused.params["right"]),
        ("no_right", &json!("administer"))
    );
    assert_eq!(
        desk.refused("visitors.register", register("李静")).code,
        "no_right"
    );
}

#[test]
fn another_moment_is_for_training_folders_only() {
    let call = |desk: &TestDesk| {
        let before = desk.machine().at() - 86_400_000;
        desk.at(before, "visitors.find", json!({ "text": "x" }))
    };
    assert!(call(&TestDesk::training()).is_ok());
    assert_eq!(call(&TestDesk::empty()).unwrap_err().code, "time_not_yours");
}

#[test]
fn input_of_the_wrong_shape_names_its_place() {
    let desk = TestDesk::training();
    let refused = desk.refused(
        "encounters.start",
        json!({ "channel": "carrier_pigeon", "visitorId": null }),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("input_shape", Some("channel"))
    );
    assert_eq!(desk.refused("no.such", json!({})).code, "unknown_command");
}

#[test]
fn typing_leaves_no_line_in_the_journal() {
    let desk = TestDesk::training();
    let seq = || {
        desk.call("session.state", json!({}))["journal"]
            .as_i64()
            .unwrap()
    };
    let before = seq();
    desk.call("drafts.save", json!({ "key": "visitor/new", "body": "{}" }));
    desk.call("drafts.clear", json!({ "key": "visitor/new" }));
    assert_eq!(seq(), before, "a draft is no act");
}
