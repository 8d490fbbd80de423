//! Codes of the catalogue, and how much can be weighed at once.

use proofs::desk::TestDesk;
use proofs::made::{anonymous, needs, package, service};
use serde_json::{Value, json};

#[test]
fn a_code_has_its_shape_and_belongs_to_one_thing() {
    let desk = TestDesk::training();
    for (command, mut it) in [
        ("catalogue.save_service", service(&desk)),
        ("catalogue.save_package", package(&desk)),
    ] {
        it["id"] = Value::Null;
        desk.refuses(command, it.clone(), "code_taken", Some("code"));
        for code in ["x", "Großes Blut", "一"] {
            it["sheet"]["code"] = json!(code);
            desk.refuses(command, it.clone(), "code_shape", Some("code"));
        }
    }
    let mut twice = package(&desk);
    let services = twice["sheet"]["services"].as_array_mut().unwrap();
    services.push(services[0].clone());
    desk.refuses(
        "catalogue.save_package",
        twice,
        "code_taken",
        Some("services"),
    );
}

#[test]
fn ten_concerns_are_weighed_and_not_eleven() {
    let desk = TestDesk::training();
    let mut needs = needs();
    needs["concerns"] = (0..11).map(|n| n.to_string()).collect();
    let asked = json!({ "encounterId": anonymous(&desk), "needs": needs });
    for command in ["assessments.save", "proposals.make"] {
        let facts = desk.refuses(command, asked.clone(), "too_many", Some("concerns"));
        assert_eq!(facts["max"], 10);
    }
}
