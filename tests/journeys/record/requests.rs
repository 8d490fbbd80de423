//! A person's request through the table of commands, from the record to the answer
//! in the hand (PIPL 15, 44–48).

use proofs::desk::TestDesk;
use proofs::made::{Person, closing, here, start};
use serde_json::{Value, json};

const NAME: &str = "鱻求删";
const PHONE: &str = "15431777701";

fn visitor(desk: &TestDesk) -> Value {
    let person = Person::named(NAME)
        .phone(PHONE)
        .with("idKind", "passport")
        .with("idNumber", "KQ7719021")
        .with("sex", "female")
        .with("bornOn", "1950-05-06")
        .with("address", "鱻家巷 3 号")
        .with("groups", json!(["elderly"]))
        .health();
    let id = person.come(desk)["id"].clone();
    let encounter = start(desk, "phone", id.clone())["id"].clone();
    desk.call("encounters.answer", json!({ "id": encounter, "question": format!("{NAME} 问体检"), "nature": "other", "analysis": "", "answer": "周三空腹来" }));
    desk.call("encounters.close", closing(&encounter, "answered"));
    id
}

fn record(desk: &TestDesk, visitor: &Value, wish: &str) -> Value {
    desk.call(
        "requests.record",
        json!({ "visitorId": visitor, "wish": wish, "words": "请把我的信息删掉", "verified": "document", "verifiedNote": "护照" }),
    )
}

fn steps(view: &Value) -> Vec<String> {
    let steps = view["steps"].as_array().unwrap().iter();
    steps
        .map(|step| step["step"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_person_sees_takes_along_and_is_erased_and_every_step_stands() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let id = visitor(&desk);
    let request = record(&desk, &id, "delete");
    let line = &request["line"];
    assert_eq!(
        (&line["no"], &line["dueOn"], &line["late"]),
        (&json!("Q20261123-001"), &json!("2026-12-10"), &json!(false)),
        "fifteen working days of a house open on six"
    );
    let one = json!({ "id": line["id"] });
    // The reception records; it does not act.
    assert_eq!(desk.refused("requests.see", one.clone()).code, "no_right");
    desk.as_staff("1004");
    sees_what_is_held(&desk, &one);
    let id = &line["id"];
    takes_it_along(&desk, id);
    is_erased(&desk, id);
    is_answered(&desk, id);
    assert_eq!(desk.refused("requests.see", one).code, "request_closed");
    desk.as_staff("1001");
    assert_eq!(
        desk.call("session.verify_journal", json!({}))["brokenAt"],
        Value::Null
    );
}

fn sees_what_is_held(desk: &TestDesk, one: &Value) {
    let held = desk.call("requests.see", one.clone());
    let text = held.to_string();
    assert!(text.contains(NAME) && text.contains(PHONE) && text.contains("KQ7719021"));
    assert!(text.contains("鱻家巷") && text.contains("周三空腹来"));
}

fn takes_it_along(desk: &TestDesk, id: &Value) {
    let copied = desk.call("requests.copy", json!({ "id": id, "language": "zh" }));
    let (pdf, data) = (
        copied["pdf"].as_str().unwrap(),
        copied["json"].as_str().unwrap(),
    );
    assert!(!pdf.contains(NAME) && std::fs::metadata(pdf).unwrap().len() > 1_000);
    let data: Value = serde_json::from_slice(&std::fs::read(data).unwrap()).unwrap();
    assert!(data["parts"].as_array().unwrap().len() > 4);
    let left = desk.call(
        "disclosures.list",
        json!({ "from": "2026-11-23", "to": "2026-11-23", "kind": "person_copy", "before": null }),
    );
    assert_eq!(left["rows"].as_array().unwrap().len(), 1);
}

/// Not closed before it is done; nowhere found afterwards, and still counted.
fn is_erased(desk: &TestDesk, id: &Value) {
    let plan = desk.call("requests.plan", json!({ "id": id }));
    assert_eq!(plan["open"], json!([]));
    let early = desk.refused(
        "requests.close",
        json!({ "id": id, "outcome": "done", "answer": "已删除" }),
    );
    assert_eq!(
        (early.code.as_str(), early.field.as_deref()),
        ("wrong_state", Some("outcome"))
    );
    let erased = desk.call("requests.erase", json!({ "id": id, "reason": "本人请求" }));
    assert!(!erased.to_string().contains(NAME));
    assert_eq!(erased["line"]["standing"], "erased");
    let found = desk.call("visitors.find", json!({ "text": NAME }));
    assert_eq!(found["rows"], json!([]));
    assert_eq!(
        desk.call("visitors.find", json!({ "text": PHONE }))["rows"],
        json!([])
    );
    let ledger = desk.call(
        "ledger.read",
        json!({ "from": "2026-11-23", "to": "2026-11-23", "page": 0 }),
    );
    assert_eq!(ledger["counts"]["encounters"], 1);
    assert_eq!(ledger["encounters"][0]["standing"], "erased");
}

/// What was done stands behind the answer, and the person gets it on paper.
fn is_answered(desk: &TestDesk, id: &Value) {
    let view = desk.call(
        "requests.close",
        json!({ "id": id, "outcome": "done", "answer": "您的个人信息已删除。" }),
    );
    assert_eq!(
        steps(&view),
        ["recorded", "seen", "copied", "erased", "closed"]
    );
    let slip = desk.call(
        "requests.print",
        json!({ "id": id, "way": "printer", "printer": null, "language": "zh" }),
    );
    assert!(slip["place"].as_str().unwrap().starts_with("test-"));
    assert_eq!(
        desk.machine().papers().last().unwrap().title,
        "Q20261123-001"
    );
}

#[test]
fn a_restricted_person_is_found_by_number_only_until_it_is_lifted() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let id = visitor(&desk);
    let request = record(&desk, &id, "restrict")["line"]["id"].clone();
    desk.call(
        "requests.restrict",
        json!({ "id": request, "hold": "legal", "reason": "纠纷取证" }),
    );
    let found = desk.call("visitors.find", json!({ "text": NAME }));
    let row = &found["rows"][0];
    assert_eq!(
        (&row["id"], &row["name"], &row["phone"], &row["standing"]),
        (&id, &json!(""), &json!(""), &json!("restricted"))
    );
    assert!(
        !desk
            .call("visitors.read", here(id.as_i64().unwrap()))
            .to_string()
            .contains(NAME)
    );
    let start = json!({ "channel": "walk_in", "visitorId": id });
    assert_eq!(
        desk.refused("encounters.start", start.clone()).code,
        "visitor_restricted"
    );
    let erase = json!({ "id": request, "reason": "本人请求" });
    let held = desk.refused("requests.erase", erase);
    assert_eq!(
        (held.code.as_str(), &held.params["count"]),
        ("matters_open", &json!(1))
    );
    let lifted = desk.call(
        "requests.lift",
        json!({ "id": request, "reason": "纠纷了结" }),
    );
    assert_eq!(steps(&lifted), ["recorded", "restricted", "lifted"]);
    desk.call("encounters.start", start);
}

#[test]
fn consents_are_withdrawn_on_request_and_overdue_requests_come_first() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let id = visitor(&desk);
    let first = record(&desk, &id, "withdraw")["line"]["id"].clone();
    let health = desk.call(
        "requests.withdraw",
        json!({ "id": first, "scope": "health" }),
    );
    assert_eq!(
        (&health["personal"], &health["health"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        desk.refused(
            "requests.withdraw",
            json!({ "id": first, "scope": "health" })
        )
        .code,
        "wrong_state"
    );
    let corrected = desk.refused("requests.corrected", json!({ "id": first }));
    assert_eq!(corrected.code, "wrong_state", "nothing was corrected");
    desk.set_clock("2026-12-14 09:00");
    desk.as_staff("1004");
    record(&desk, &id, "see");
    let list = desk.call("requests.list", json!({}));
    assert_eq!((&list["open"], &list["late"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&list["rows"][0]["id"], &list["rows"][0]["late"]),
        (&first, &json!(true))
    );
    let name = list["rows"][0]["name"].as_str().unwrap();
    assert!(name.contains('*') && name != NAME);
}
