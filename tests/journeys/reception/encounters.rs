//! Reception: registering, consent, an encounter from greeting to outcome.

use proofs::desk::{TestDesk, moment};
use proofs::made::{Person, start};
use serde_json::{Value, json};

fn person(name: &str, phone: &str, id_number: &str) -> Person {
    let person = Person::named(name).phone(phone);
    if id_number.is_empty() {
        person
    } else {
        person.resident(id_number)
    }
}

fn register(desk: &TestDesk, name: &str, phone: &str, id_number: &str) -> Value {
    person(name, phone, id_number).come(desk)
}

fn names(desk: &TestDesk, text: &str) -> Vec<String> {
    let found = desk.call("visitors.find", json!({ "text": text }));
    let rows = found["rows"].as_array().unwrap().iter();
    rows.map(|row| row["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn one_box_finds_by_name_pinyin_initials_phone_and_document() {
    let desk = TestDesk::training();
    register(&desk, "张三", "138 1234 5678", "11010519491231002X");
    register(&desk, "尉迟恭", "010-66668888", "");
    register(&desk, "欧阳娜娜", "13900001111", "");
    for text in [
        "张三",
        "zs",
        "zhangsan",
        "5678",
        "002X",
        "张 5678",
        "zs5678",
        "１２３４５６７８",
    ] {
        assert_eq!(names(&desk, text), ["张*"], "{text}");
    }
    for text in ["yuchi", "尉迟", "ycg", "66668888"] {
        assert_eq!(names(&desk, text), ["尉*恭"], "{text}");
    }
    assert_eq!(names(&desk, "ouyang"), ["欧**娜"]);
    assert!(names(&desk, "王").is_empty());
    assert!(names(&desk, "%").is_empty() && names(&desk, "_").is_empty());
}

#[test]
fn a_registration_without_consent_names_the_field_and_leaves_nothing() {
    let desk = TestDesk::training();
    let input = person("李静", "13812345678", "")
        .consent(Value::Null)
        .input();
    let refused = desk.refused("visitors.register", input);
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("consent_missing", Some("consent"))
    );
    assert!(names(&desk, "李静").is_empty());
}

#[test]
fn health_details_need_a_consent_of_their_own() {
    let desk = TestDesk::training();
    let who = person("李静", "13812345678", "").with("allergies", json!(["penicillin"]));
    let input = who.input();
    assert_eq!(
        desk.refused("visitors.register", input).field.as_deref(),
        Some("healthConsent")
    );
}

#[test]
fn the_same_document_is_not_registered_twice() {
    let desk = TestDesk::training();
    let first = register(&desk, "张桂兰", "13812345678", "11010519491231002X");
    assert_eq!(
        (&first["sex"], &first["bornOn"]),
        (&json!("female"), &json!("1949-12-31"))
    );
    let input = person("张桂兰", "", "11010519491231002x").input();
    let refused = desk.refused("visitors.register", input);
    assert_eq!(
        (refused.code.as_str(), &refused.params["visitor"]),
        ("id_taken", &first["id"])
    );
    let same = json!({ "id": null, "name": "張桂蘭", "phone": "+86 138-1234-5678", "bornOn": null, "idNumber": "" });
    assert_eq!(
        desk.call("visitors.likely_same", same)["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn whoever_withdraws_the_consent_is_not_received_by_name() {
    let desk = TestDesk::training();
    let who = register(&desk, "李静", "13812345678", "");
    let id = &who["id"];
    desk.call(
        "visitors.withdraw_consent",
        json!({ "id": id, "scope": "personal" }),
    );
    let refused = desk.refused(
        "encounters.start",
        json!({ "channel": "walk_in", "visitorId": id }),
    );
    assert_eq!(refused.code, "consent_missing");
}

#[test]
fn an_encounter_runs_from_greeting_to_outcome() {
    let desk = TestDesk::training();
    let who = register(&desk, "李静", "13812345678", "");
    let start = start(&desk, "phone", who["id"].clone());
    let id = &start["id"];
    assert_eq!(start["no"], "20261123-0001");
    assert_eq!(start["firstAsked"], "1001");
    let opening = desk.call(
        "guidance.phrases",
        json!({ "step": "opening", "channel": "phone" }),
    );
    assert!(!opening["rows"].as_array().unwrap().is_empty());
    desk.call("encounters.read_back", json!({ "id": id }));
    let close = |outcome: Value| json!({ "id": id, "outcome": outcome, "note": "", "rating": 5 });
    assert_eq!(
        desk.refused("encounters.close", close(Value::Null)).code,
        "outcome_missing"
    );
    assert_eq!(
        desk.refused("encounters.close", close(json!("promised")))
            .field
            .as_deref(),
        Some("promise")
    );
    let answer = json!({ "id": id, "question": "体检前能喝水吗", "nature": "health", "analysis": "",
        "answer": "少量白开水可以，八小时内不要进食。" });
    desk.call("encounters.answer", answer);
    let past = json!({ "id": id, "what": "回告报告时间", "dueAt": moment("2026-11-23 08:00") });
    assert_eq!(
        desk.refused("encounters.promise", past).code,
        "promise_in_past"
    );
    let soon = json!({ "id": id, "what": "回告报告时间", "dueAt": moment("2026-11-23 16:00") });
    desk.call("encounters.promise", soon);
    let done = desk.call("encounters.close", close(json!("promised")));
    assert_eq!(
        (&done["outcome"], &done["rating"]),
        (&json!("promised"), &json!(5))
    );
    assert_eq!(
        desk.refused("encounters.read_back", json!({ "id": id }))
            .code,
        "encounter_closed"
    );

    desk.set_clock("2026-11-23 16:30");
    desk.as_staff("1001");
    let open = desk.call("encounters.promises", json!({}));
    let row = &open["rows"][0];
    assert_eq!(
        (&row["name"], &row["phone"], &row["minutesLeft"]),
        (&json!("李*"), &json!("138****5678"), &json!(-30))
    );
    desk.call(
        "encounters.keep_promise",
        json!({ "id": row["promise"]["id"], "result": "报告周三可取" }),
    );
    assert!(
        desk.call("encounters.promises", json!({}))["rows"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_promise_to_nobody_in_particular_is_refused() {
    let desk = TestDesk::training();
    let start = desk.call(
        "encounters.start",
        json!({ "channel": "walk_in", "visitorId": null }),
    );
    let promise = json!({ "id": start["id"], "what": "回告", "dueAt": moment("2026-11-24 10:00") });
    assert_eq!(
        desk.refused("encounters.promise", promise).code,
        "promise_needs_contact"
    );
}

#[test]
fn numbers_are_masked_until_shown_and_the_journal_keeps_who_looked() {
    let desk = TestDesk::training();
    let who = register(&desk, "李静", "13812345678", "11010519491231002X");
    assert_eq!(
        (&who["phone"], &who["idNumber"]),
        (&json!("138****5678"), &json!("······002X"))
    );
    let shown = desk.call(
        "visitors.reveal",
        json!({ "id": who["id"], "what": "phone", "reason": "call_back" }),
    );
    assert_eq!(shown["value"], "13812345678");
    let verdict = desk.call("session.verify_journal", json!({}));
    assert_eq!(verdict["brokenAt"], Value::Null);
}

#[test]
fn an_escort_stays_open_until_somebody_went_along() {
    let desk = TestDesk::training();
    let who = register(&desk, "张桂兰", "13812345678", "11010519491231002X");
    let start = start(&desk, "walk_in", who["id"].clone());
    let id = json!({ "id": start["id"] });
    assert_eq!(
        desk.refused("encounters.finish_escort", id.clone()).code,
        "wrong_state"
    );
    desk.call("encounters.ask_escort", id.clone());
    assert_eq!(
        desk.refused("encounters.ask_escort", id.clone()).code,
        "wrong_state"
    );
    let waiting = desk.call("encounters.escorts", json!({}));
    assert_eq!(waiting["rows"][0]["name"], "张*兰");
    desk.call("encounters.finish_escort", id);
    assert!(
        desk.call("encounters.escorts", json!({}))["rows"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn an_outcome_is_what_has_happened() {
    let desk = TestDesk::training();
    let who = register(&desk, "李静", "13812345678", "");
    let talk = start(&desk, "phone", who["id"].clone());
    let close = |outcome: &str, note: &str| json!({ "id": talk["id"], "outcome": outcome, "note": note, "rating": null });
    let at = Some("outcome");
    desk.refuses(
        "encounters.close",
        close("answered", ""),
        "nothing_answered",
        at,
    );
    desk.refuses(
        "encounters.close",
        close("booked", ""),
        "nothing_booked",
        at,
    );
    desk.refuses(
        "encounters.close",
        close("referred", " "),
        "empty",
        Some("note"),
    );
    for due in [moment("2027-03-01 09:00"), i64::MAX] {
        let far = json!({ "id": talk["id"], "what": "回告", "dueAt": due });
        desk.refuses("encounters.promise", far, "promise_too_far", Some("dueAt"));
    }
    desk.call("encounters.close", close("referred", "请到一楼医保窗口"));
}

#[test]
fn what_was_read_back_counts_for_whom_it_was_said_to() {
    let desk = TestDesk::training();
    let [first, second] =
        ["李静", "王芳"].map(|name| register(&desk, name, "13812345678", "")["id"].clone());
    let talk = start(&desk, "walk_in", first.clone());
    let id = talk["id"].clone();
    desk.call("encounters.read_back", json!({ "id": id }));
    let identify = |who: &Value| json!({ "id": id, "visitorId": who });
    let same = desk.call("encounters.identify", identify(&first));
    assert!(same["readBackAt"].is_i64(), "{same}");
    let other = desk.call("encounters.identify", identify(&second));
    assert_eq!(other["readBackAt"], Value::Null);
}
