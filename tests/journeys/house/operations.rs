//! An operation id belongs to a person, a command and an input: its first answer is given
//! again to nobody else and to nothing else.

use proofs::desk::{TestDesk, new_op_id};
use proofs::made::{Person, id, staff, visitor_named};
use serde_json::{Value, json};

const REGISTER: &str = "visitors.register";

fn person(name: &str) -> Value {
    Person::named(name).phone("13812345678").input()
}

#[track_caller]
fn used(desk: &TestDesk, op: &str, command: &str, input: Value) {
    let problem = desk.repeat(op, command, input).unwrap_err();
    assert_eq!(problem.code, "operation_reused", "{command}");
}

fn rows(desk: &TestDesk, text: &str) -> usize {
    let found = desk.call("visitors.find", json!({ "text": text }));
    found["rows"].as_array().unwrap().len()
}

#[test]
fn a_kept_answer_is_given_again_to_the_same_person_for_the_same_input_only() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let op = new_op_id();
    let first = desk.repeat(&op, REGISTER, person("单雅琴")).unwrap();
    used(&desk, &op, REGISTER, person("单雅芬"));
    let consent = json!({ "id": first.value["id"], "scope": "health", "manner": "spoken" });
    used(&desk, &op, "visitors.consent", consent);
    // Somebody else who holds the id and guesses the input.
    desk.as_staff("1001");
    used(&desk, &op, REGISTER, person("单雅琴"));
    assert_eq!((rows(&desk, "单雅琴"), rows(&desk, "单雅芬")), (1, 0));
    desk.as_staff("1002");
    let again = desk.repeat(&op, REGISTER, person("单雅琴")).unwrap();
    assert_eq!(first.value, again.value, "the retry of whoever did it");
}

#[test]
fn the_order_of_fields_makes_no_other_input() {
    let desk = TestDesk::training();
    let op = new_op_id();
    let input = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let one = input(r#"{ "channel": "walk_in", "visitorId": null }"#);
    let other = input(r#"{ "visitorId": null, "channel": "walk_in" }"#);
    let first = desk.repeat(&op, "encounters.start", one).unwrap();
    let again = desk.repeat(&op, "encounters.start", other).unwrap();
    assert_eq!(first.value, again.value);
}

#[test]
fn the_right_is_asked_for_before_a_kept_answer_is_given() {
    let desk = TestDesk::training();
    let receptionist = staff(&desk, "1002");
    let role = |role: &str| {
        desk.as_staff("1001");
        desk.call(
            "staff.set_role",
            json!({ "id": receptionist, "role": role, "reason": "调岗" }),
        );
        desk.as_staff("1002");
    };
    desk.as_staff("1002");
    let op = new_op_id();
    let first = desk.repeat(&op, REGISTER, person("单雅琴")).unwrap();
    role("specialist");
    let problem = desk.repeat(&op, REGISTER, person("单雅琴")).unwrap_err();
    assert_eq!(problem.code, "no_right");
    // With the right back and nothing else changed it is the same person's retry.
    role("receptionist");
    let again = desk.repeat(&op, REGISTER, person("单雅琴")).unwrap();
    assert_eq!(first.value, again.value);
}

#[test]
fn a_value_that_was_shown_is_not_kept_and_each_showing_is_noted() {
    let desk = TestDesk::training();
    let visitor = visitor_named(&desk, "张桂兰");
    let op = new_op_id();
    let show = json!({ "id": visitor, "what": "phone", "reason": "call_back", "words": "" });
    for _ in 0..2 {
        let shown = desk.repeat(&op, "visitors.reveal", show.clone()).unwrap();
        assert_eq!(shown.value["value"], "13800005678");
    }
    let page =
        json!({ "before": null, "actor": "", "object": "visitor", "objectId": visitor, "day": "" });
    let page = desk.call("journal.list", page);
    let noted = page["rows"].as_array().unwrap().iter();
    assert_eq!(
        noted
            .filter(|row| row["action"] == "visitors.reveal")
            .count(),
        2
    );
    // Nothing of it lies under the id: that is free for a change still.
    drop(desk.repeat(&op, REGISTER, person("单雅琴")).unwrap());
}

#[test]
fn an_id_whose_answer_was_forgotten_counts_as_used() {
    let desk = TestDesk::training();
    let op = new_op_id();
    drop(desk.repeat(&op, REGISTER, person("单雅琴")).unwrap());
    let who = visitor_named(&desk, "张桂兰");
    let asked = json!({ "visitorId": who, "wish": "delete", "words": "请删", "verified": "document", "verifiedNote": "" });
    let request = id(&desk.call("requests.record", asked)["line"]);
    desk.call(
        "requests.erase",
        json!({ "id": request, "reason": "本人请求" }),
    );
    used(&desk, &op, REGISTER, person("单雅琴"));
    assert_eq!(rows(&desk, "单雅琴"), 1);
}
