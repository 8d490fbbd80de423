//! Under fourteen a guardian consents, with what they are and where they are reached (PIPL 31).

use proofs::desk::TestDesk;
use proofs::made::{Person, id};
use serde_json::json;

fn born(on: &str) -> Person {
    Person::named("田小宝").with("bornOn", json!(on))
}

#[test]
fn a_child_of_six_does_not_consent_for_itself() {
    let desk = TestDesk::training();
    let boy = born("2020-06-01");
    desk.refuses(
        "visitors.register",
        boy.input(),
        "guardian_needed",
        Some("manner"),
    );
    let unnamed = boy.clone().consent("guardian");
    desk.refuses(
        "visitors.register",
        unnamed.input(),
        "empty",
        Some("guardianPhone"),
    );
    for (relation, phone, code, field) in [
        (" ", "13800001111", "empty", "guardianRelation"),
        ("父亲", "12", "phone_shape", "guardianPhone"),
    ] {
        let half = boy.clone().guarded(relation, phone);
        desk.refuses("visitors.register", half.input(), code, Some(field));
    }
    let made = boy.guarded("父亲", "138 0000 1111").come(&desk);
    assert_eq!(made["consent"], true);
    assert_eq!(made["consents"][0]["guardian"], "父亲");
    // The other consent is given by the same guardian, and by nobody else.
    let alone = json!({ "id": made["id"], "scope": "health", "manner": "spoken" });
    desk.refuses("visitors.consent", alone, "guardian_needed", Some("manner"));
    let again = json!({ "id": made["id"], "scope": "health", "manner": "guardian" });
    let made = desk.call("visitors.consent", again);
    assert_eq!(made["healthConsent"], true);
    assert_eq!(made["consents"][0]["guardian"], "父亲");
}

#[test]
fn from_the_fourteenth_birthday_on_somebody_consents_for_themselves() {
    let desk = TestDesk::training();
    let day_before = born("2012-11-24");
    desk.refuses(
        "visitors.register",
        day_before.input(),
        "guardian_needed",
        Some("manner"),
    );
    assert_eq!(born("2012-11-23").come(&desk)["consent"], true);
    // Somebody grown up may have a guardian too.
    let grown = born("1940-01-01")
        .guarded("女儿", "13800001111")
        .come(&desk);
    assert_eq!(grown["consent"], true);
}

#[test]
fn a_consent_of_somebody_found_to_be_a_child_does_not_stand() {
    let desk = TestDesk::training();
    let who = born("2002-06-01");
    let made = who.come(&desk);
    let child = json!({ "id": made["id"], "visitor": born("2020-06-01").form() });
    assert_eq!(desk.call("visitors.correct", child)["consent"], false);
    let start = json!({ "channel": "walk_in", "visitorId": made["id"] });
    desk.refuses(
        "encounters.start",
        start.clone(),
        "consent_missing",
        Some("consent"),
    );
    let guardian = json!({ "relation": "母亲", "phone": "13800001111" });
    let given = json!({ "id": made["id"], "scope": "personal", "manner": "guardian",
        "guardian": guardian });
    desk.call("visitors.consent", given);
    assert!(id(&desk.call("encounters.start", start)) > 0);
}
