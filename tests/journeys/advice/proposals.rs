//! Needs, proposals, the choice, and the catalogue they come from.

use proofs::desk::TestDesk;
use proofs::made::{anonymous, with_code};
use serde_json::{Value, json};

fn needs(concerns: &[&str], budget: Option<i64>) -> Value {
    json!({
        "relation": "母亲", "sex": "female", "age": 68, "goal": "", "concerns": concerns,
        "conditions": [], "allergies": [], "deniedConditions": [], "deniedAllergies": [],
        "done": [], "budget": budget, "minutes": null, "days": "", "asked": [],
    })
}

fn make(desk: &TestDesk, id: i64, needs: &Value) -> Value {
    desk.call(
        "proposals.make",
        json!({ "encounterId": id, "needs": needs }),
    )
}

fn listed(advice: &Value) -> &Vec<Value> {
    advice["proposals"].as_array().unwrap()
}

fn service_named(desk: &TestDesk, code: &str) -> Value {
    let all = desk.call("catalogue.list", json!({ "text": "" }));
    let row = with_code(&all, code);
    desk.call("catalogue.service", json!({ "id": row["id"] }))
}

#[test]
fn everyday_words_lead_to_proposals_within_the_budget() {
    let desk = TestDesk::training();
    let line = desk.call(
        "assessments.read_line",
        json!({ "text": "妈妈 骨质疏松 心慌 800" }),
    );
    let codes: Vec<&str> = line["suggestions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["code"].as_str().unwrap())
        .collect();
    assert!(
        codes.contains(&"bone") && codes.contains(&"cardiovascular"),
        "{codes:?}"
    );
    assert_eq!(
        (line["budget"].clone(), line["sex"].clone()),
        (json!(80_000), json!("female"))
    );

    let id = anonymous(&desk);
    let advice = make(&desk, id, &needs(&["bone", "cardiovascular"], Some(80_000)));
    assert!(!listed(&advice).is_empty());
    for proposal in listed(&advice) {
        assert!(proposal["price"].as_i64().unwrap() <= 80_000);
    }
    assert_eq!(
        listed(&desk.call("proposals.list", json!({ "encounterId": id }))),
        listed(&advice)
    );
}

#[test]
fn a_declined_proposal_does_not_come_back_in_that_encounter() {
    let desk = TestDesk::training();
    let (id, needs) = (anonymous(&desk), needs(&["bone", "cardiovascular"], None));
    let first = make(&desk, id, &needs);
    let gone = listed(&first)[0].clone();
    let input =
        |reason: &str| json!({ "proposalId": gone["id"], "choice": "declined", "reason": reason });
    assert_eq!(
        desk.refused("proposals.choose", input("")).code,
        "reason_needed"
    );
    desk.call("proposals.choose", input("价格不合适"));

    let services = |p: &Value| -> Vec<i64> {
        p["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| i["serviceId"].as_i64().unwrap())
            .collect()
    };
    let second = make(&desk, id, &needs);
    for proposal in listed(&second) {
        let held = services(proposal);
        let again = proposal["package"] == gone["package"]
            && services(&gone).iter().all(|s| held.contains(s));
        assert!(!again, "{proposal}");
    }
    // Another encounter starts afresh.
    let other = make(&desk, anonymous(&desk), &needs);
    assert_eq!(listed(&other)[0]["items"], gone["items"]);
}

#[test]
fn booking_starts_from_the_accepted_proposal_at_the_price_of_that_day() {
    let desk = TestDesk::training();
    let id = anonymous(&desk);
    let advice = make(&desk, id, &needs(&["bone"], None));
    let proposal = &listed(&advice)[0];
    let choice = json!({ "proposalId": proposal["id"], "choice": "accepted", "reason": "" });
    desk.call("proposals.choose", choice.clone());

    let mut dxa = service_named(&desk, "bone-density-dxa");
    let (service, mut sheet) = (dxa["id"].clone(), dxa["sheet"].take());
    let old = sheet["price"].clone();
    sheet["price"] = json!(old.as_i64().unwrap() + 1_000);
    desk.call(
        "catalogue.save_service",
        json!({ "id": service, "sheet": sheet }),
    );
    let prices = service_named(&desk, "bone-density-dxa")["prices"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(prices, 2);

    let kept = desk.call("proposals.accepted", json!({ "encounterId": id }));
    assert_eq!(kept["price"], proposal["price"]);
    assert_eq!(kept["items"], proposal["items"]);

    make(&desk, id, &needs(&["bone", "thyroid"], None));
    assert_eq!(
        desk.refused("proposals.choose", choice).code,
        "proposal_stale"
    );
}

#[test]
fn needs_are_kept_by_version_and_an_unknown_word_is_refused() {
    let desk = TestDesk::training();
    let id = anonymous(&desk);
    let save = |needs: &Value| json!({ "encounterId": id, "needs": needs });
    desk.call("assessments.save", save(&needs(&["bone"], None)));
    let second = desk.call("assessments.save", save(&needs(&["bone", "thyroid"], None)));
    assert_eq!(second["version"], 2);
    let refused = desk.refused("assessments.save", save(&needs(&["nonsense"], None)));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("unknown_code", Some("concerns"))
    );
}

#[test]
fn a_retired_service_is_neither_proposed_nor_lost() {
    let desk = TestDesk::training();
    let dxa = service_named(&desk, "bone-density-dxa");
    let input = json!({ "kind": "service", "id": dxa["id"], "reason": "设备检修" });
    desk.call("catalogue.retire", input);
    let id = anonymous(&desk);
    let advice = make(&desk, id, &needs(&["bone"], None));
    for proposal in listed(&advice) {
        let items = proposal["items"].as_array().unwrap();
        assert!(
            items.iter().all(|item| item["serviceId"] != dxa["id"]),
            "{proposal}"
        );
    }
    assert_eq!(
        service_named(&desk, "bone-density-dxa")["active"],
        json!(false)
    );
}

#[test]
fn the_catalogue_is_found_by_pinyin_and_by_everyday_words() {
    let desk = TestDesk::training();
    let codes = |text: &str| -> Vec<String> {
        let found = desk.call("catalogue.list", json!({ "text": text }));
        let rows = found["rows"].as_array().unwrap().clone();
        rows.iter()
            .map(|row| row["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(codes("骨密度").contains(&"bone-density-dxa".to_owned()));
    assert!(
        codes("xindiantu").contains(&"ecg".to_owned()),
        "{:?}",
        codes("xindiantu")
    );
    assert!(codes("xdt").contains(&"ecg".to_owned()));
    assert!(codes("骨质疏松").contains(&"bone-density-dxa".to_owned()));
    assert_eq!(codes("没有这个东西"), Vec::<String>::new());
    assert_eq!(codes("").len(), 116);
}
