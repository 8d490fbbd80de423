//! What somebody answers and what their record says of them do not drift apart.

use proofs::desk::TestDesk;
use proofs::made::{Person, id, needs, start};
use serde_json::{Value, json};

/// A man of forty with a pacemaker on record, in an encounter.
fn with_pacemaker(desk: &TestDesk) -> (i64, i64) {
    let man = Person::named("钱德明")
        .with("sex", json!("male"))
        .with("bornOn", json!("1986-05-04"))
        .with("conditions", json!(["pacemaker"]))
        .with("allergies", json!(["iodine_contrast"]))
        .health()
        .come(desk);
    let talk = id(&start(desk, "walk_in", id(&man)));
    (id(&man), talk)
}

fn told(talk: i64, changes: &Value) -> Value {
    let mut told = needs();
    told["sex"] = json!("male");
    told["age"] = json!(40);
    for (field, value) in changes.as_object().unwrap() {
        told[field] = value.clone();
    }
    json!({ "encounterId": talk, "needs": told })
}

/// The codes of services that are proposed.
fn proposed(desk: &TestDesk, advice: &Value) -> Vec<String> {
    let catalogue = desk.call("catalogue.list", json!({ "text": "" }));
    let rows = catalogue["rows"].as_array().unwrap();
    let code = |item: &Value| {
        let row = rows
            .iter()
            .find(|row| row["kind"] == "service" && row["id"] == item["serviceId"]);
        row.unwrap()["code"].as_str().unwrap().to_owned()
    };
    let proposals = advice["proposals"].as_array().unwrap();
    let items = proposals
        .iter()
        .flat_map(|p| p["items"].as_array().unwrap());
    items.map(code).collect()
}

#[test]
fn answers_against_the_record_are_refused_and_those_about_somebody_else_are_not() {
    let desk = TestDesk::training();
    let (_, talk) = with_pacemaker(&desk);
    for (changes, code, field) in [
        (json!({ "sex": "female" }), "against_record", "sex"),
        (json!({ "age": 50 }), "against_record", "age"),
        (
            json!({ "deniedConditions": ["pacemaker"] }),
            "against_record",
            "deniedConditions",
        ),
        (
            json!({ "deniedAllergies": ["iodine_contrast"] }),
            "against_record",
            "deniedAllergies",
        ),
        (
            json!({ "conditions": ["diabetes"], "deniedConditions": ["diabetes"] }),
            "told_both",
            "conditions",
        ),
        (
            json!({ "conditions": ["pregnant"] }),
            "cannot_be",
            "conditions",
        ),
    ] {
        desk.refuses("assessments.save", told(talk, &changes), code, Some(field));
        let other = {
            let mut told = told(talk, &changes);
            told["needs"]["relation"] = json!("妻子");
            told
        };
        if code == "against_record" {
            desk.call("assessments.save", other);
        } else {
            desk.refuses("assessments.save", other, code, Some(field));
        }
    }
    desk.call("assessments.save", told(talk, &json!({})));
}

#[test]
fn a_pacemaker_on_record_rules_out_what_nobody_asked_about() {
    let desk = TestDesk::training();
    let (_, talk) = with_pacemaker(&desk);
    let sick = desk.call(
        "proposals.make",
        told(talk, &json!({ "concerns": ["weight"] })),
    );
    let has = |advice: &Value| {
        proposed(&desk, advice)
            .iter()
            .any(|code| code == "body-composition")
    };
    assert!(!has(&sick));
    assert_eq!(
        sick["assessment"]["needs"]["conditions"],
        json!(["pacemaker"])
    );
}

#[test]
fn a_pacemaker_that_comes_to_the_record_later_takes_back_what_was_proposed() {
    let desk = TestDesk::training();
    let man = Person::named("钱德明")
        .with("sex", json!("male"))
        .with("bornOn", json!("1986-05-04"))
        .health();
    let who = id(&man.come(&desk));
    let talk = id(&start(&desk, "walk_in", who));
    let healthy =
        json!({ "concerns": ["weight"], "deniedConditions": ["pregnant", "possibly_pregnant"] });
    let mut all = told(talk, &healthy);
    let asked = desk.call("catalogue.vocabulary", json!({}));
    let of_kind = |kind: &str| -> Vec<Value> {
        let terms = asked["terms"].as_array().unwrap().iter();
        let terms = terms.filter(|term| term["kind"] == kind);
        terms.map(|term| term["code"].clone()).collect()
    };
    all["needs"]["deniedConditions"] = json!(of_kind("condition"));
    all["needs"]["deniedAllergies"] = json!(of_kind("allergy"));
    let before = desk.call("proposals.make", all);
    let with = before["proposals"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| {
            proposed(&desk, &json!({ "proposals": [p] })).contains(&"body-composition".to_owned())
        })
        .expect("body composition for somebody healthy")
        .clone();

    let form = man.with("conditions", json!(["pacemaker"])).form();
    desk.call("visitors.correct", json!({ "id": who, "visitor": form }));
    let after = desk.call("proposals.list", json!({ "encounterId": talk }));
    assert!(!proposed(&desk, &after).contains(&"body-composition".to_owned()));
    let accept = json!({ "proposalId": with["id"], "choice": "accepted", "reason": "" });
    desk.refuses("proposals.choose", accept, "proposal_stale", None);
}
