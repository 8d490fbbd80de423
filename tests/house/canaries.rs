//! After a day with a thousand planted people no file of the data folder holds any of
//! their names, phones or identity numbers in the clear.

use proofs::canaries::{Canary, PLANTED, canary, files, found_in, wide};
use proofs::desk::TestDesk;
use proofs::made::{Person, start};
use serde_json::json;

fn a_day(desk: &TestDesk, canaries: &[Canary]) {
    for (n, canary) in canaries.iter().enumerate() {
        let person = Person::named(&canary.name)
            .phone(&canary.phone)
            .resident(&canary.id_number)
            .with("address", format!("{} 家", canary.name))
            .with("note", canary.phone.as_str());
        if n % 10 == 0 {
            // Somebody is still typing, and the desk is locked meanwhile.
            desk.call(
                "drafts.save",
                json!({ "key": format!("visitor:{n}"), "body": person.form().to_string() }),
            );
        }
        let id = person.come(desk)["id"].clone();
        if n % 5 == 0 {
            talked(desk, canary, &id);
        }
        if n % 50 == 0 {
            desk.call("visitors.find", json!({ "text": canary.name }));
            desk.call(
                "visitors.reveal",
                json!({ "id": id, "what": "phone", "reason": "call_back" }),
            );
            desk.refused("visitors.register", person.input());
        }
    }
}

fn talked(desk: &TestDesk, canary: &Canary, visitor: &serde_json::Value) {
    let encounter = start(desk, "walk_in", visitor.clone())["id"].clone();
    let said = format!("{} 电话 {}", canary.name, canary.phone);
    desk.call("encounters.answer", json!({ "id": encounter, "question": said, "nature": "other", "analysis": "", "answer": said }));
    desk.call(
        "encounters.promise",
        json!({ "id": encounter, "what": said, "dueAt": desk.machine().at() + 60_000 }),
    );
    desk.call(
        "encounters.close",
        json!({ "id": encounter, "outcome": "promised", "note": said, "rating": null }),
    );
    desk.call("feedback.receive", json!({ "kind": "praise", "encounterId": encounter, "visitorId": visitor, "name": "", "phone": "",
        "happenedOn": null, "about": said, "what": said, "points": [] }));
}

#[test]
fn no_file_of_the_folder_holds_a_planted_person() {
    let desk = TestDesk::training();
    let canaries: Vec<Canary> = (0..PLANTED).map(canary).collect();
    a_day(&desk, &canaries);
    let found = desk.call("visitors.find", json!({ "text": canaries[7].phone }));
    assert_eq!(
        found["rows"].as_array().unwrap().len(),
        1,
        "the canaries are there"
    );

    let looked_at = |when: &str| {
        let mut bytes_seen = 0;
        for path in files(&desk.data()) {
            let bytes = std::fs::read(&path).unwrap();
            bytes_seen += bytes.len();
            let found = found_in(&bytes, &canaries);
            assert!(
                found.is_empty(),
                "{when}: {} holds {found:?}",
                path.display()
            );
        }
        assert!(
            bytes_seen > 500_000,
            "{when}: {bytes_seen} bytes are no day's data"
        );
    };
    looked_at("while it is open");
    desk.call("session.lock", json!({}));
    looked_at("locked");

    // The search itself finds: in the clear, inside other bytes, in both encodings.
    for planted in [
        canaries[3].name.as_bytes().to_vec(),
        wide(&canaries[400].phone),
        canaries[999].id_number.as_bytes().to_vec(),
    ] {
        let mut bytes = vec![0x7f; 1_001];
        bytes.extend(planted);
        bytes.extend([0x11; 333]);
        assert_eq!(found_in(&bytes, &canaries).len(), 1);
    }
}
