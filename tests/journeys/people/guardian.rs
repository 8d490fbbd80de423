//! Under fourteen a guardian consents, with what they are and where they are reached (PIPL 31).

use proofs::desk::TestDesk;
use proofs::made::{Person, id, needs, start};
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
        Some("guardianRelation"),
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

#[test]
fn nobody_is_their_own_guardian_and_an_age_that_was_said_counts() {
    let desk = TestDesk::training();
    for own in ["本人", " 自己 ", "Self"] {
        let boy = born("2020-06-01").guarded(own, "13800001111");
        let field = Some("guardianRelation");
        desk.refuses("visitors.register", boy.input(), "guardian_needed", field);
    }
    // A record without a birth date, and a child in front of the desk.
    let who = id(&Person::named("田小宝").health().come(&desk));
    let talk = id(&start(&desk, "walk_in", who));
    let mut told = needs();
    told["sex"] = json!(null);
    told["age"] = json!(8);
    told["allergies"] = json!(["iodine_contrast"]);
    let said = json!({ "encounterId": talk, "needs": told });
    desk.refuses(
        "assessments.save",
        said,
        "consent_missing",
        Some("healthConsent"),
    );
}

#[test]
fn what_says_that_somebody_is_a_child_is_not_taken_away() {
    let desk = TestDesk::training();
    let child = born("2020-06-01").guarded("父亲", "13800001111");
    let made = child.come(&desk);
    let without = Person::named("田小宝").form();
    let correct = json!({ "id": made["id"], "visitor": without });
    desk.refuses("visitors.correct", correct, "empty", Some("bornOn"));
    for kind in ["passport", "other"] {
        let hidden = Person::named("田小宝")
            .with("idKind", kind)
            .with("idNumber", "11010519491231002X");
        desk.refuses(
            "visitors.register",
            hidden.input(),
            "id_kind_differs",
            Some("idKind"),
        );
    }
}
