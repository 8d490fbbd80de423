//! After a day with a thousand planted people no file of the data folder holds any of
//! their names, phones or identity numbers in the clear.

use proofs::desk::TestDesk;
use serde_json::json;
use std::path::{Path, PathBuf};

const PLANTED: u64 = 1_000;

struct Canary {
    name: String,
    phone: String,
    id_number: String,
}

/// Names nobody has, put together so that no two are alike and none is part of our content.
fn canary(n: u64) -> Canary {
    let first = char::from_u32(0x9F00 + u32::try_from(n % 100).unwrap()).unwrap();
    let second = char::from_u32(0x9B00 + u32::try_from(n / 100).unwrap()).unwrap();
    let body = format!("00{:04}19690{}1{:03}", n + 1000, n % 9 + 1, n % 1000);
    let body = format!("{}{:0<1$}", body, 17 - body.len().min(17));
    let digits: Vec<u32> = body
        .chars()
        .take(17)
        .filter_map(|c| c.to_digit(10))
        .collect();
    Canary {
        name: format!("鱻{first}{second}"),
        phone: format!("154{:08}", 31_000_000 + n * 7_919),
        id_number: with_check_digit(&digits),
    }
}

fn with_check_digit(digits: &[u32]) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    let check =
        ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][usize::try_from(sum % 11).unwrap()];
    digits.iter().map(u32::to_string).collect::<String>() + check
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// What of the canaries stands in the bytes: by their four first bytes first, so
/// that a thousand of them can be looked for in one walk.
fn found_in(bytes: &[u8], canaries: &[Canary]) -> Vec<String> {
    use std::collections::HashMap;
    let mut starts: HashMap<[u8; 4], Vec<(Vec<u8>, &str)>> = HashMap::new();
    for canary in canaries {
        for text in [&canary.name, &canary.phone, &canary.id_number] {
            for form in [text.as_bytes().to_vec(), wide(text)] {
                let start = [form[0], form[1], form[2], form[3]];
                starts.entry(start).or_default().push((form, text));
            }
        }
    }
    let mut found = Vec::new();
    for (at, window) in bytes.windows(4).enumerate() {
        if let Some(forms) = starts.get(window) {
            let here = forms
                .iter()
                .filter(|(form, _)| bytes[at..].starts_with(form));
            found.extend(here.map(|(_, text)| (*text).to_owned()));
        }
    }
    found
}

fn a_day(desk: &TestDesk, canaries: &[Canary]) {
    for (n, canary) in canaries.iter().enumerate() {
        let visitor = json!({
            "name": canary.name, "phone": canary.phone, "phone2": "", "idKind": "resident", "idNumber": canary.id_number,
            "sex": null, "bornOn": null, "address": format!("{} 家", canary.name), "note": canary.phone, "groups": [], "conditions": [], "allergies": [],
        });
        if n % 10 == 0 {
            // Somebody is still typing, and the desk is locked meanwhile.
            desk.call(
                "drafts.save",
                json!({ "key": format!("visitor:{n}"), "body": visitor.to_string() }),
            );
        }
        let id = desk.call(
            "visitors.register",
            json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null }),
        )["id"]
            .clone();
        if n % 5 == 0 {
            talked(desk, canary, &id);
        }
        if n % 50 == 0 {
            desk.call("visitors.find", json!({ "text": canary.name }));
            desk.call("visitors.reveal", json!({ "id": id, "what": "phone" }));
            desk.refused(
                "visitors.register",
                json!({ "visitor": visitor, "consent": "spoken", "healthConsent": null }),
            );
        }
    }
}

fn talked(desk: &TestDesk, canary: &Canary, visitor: &serde_json::Value) {
    let encounter = desk.call(
        "encounters.start",
        json!({ "channel": "walk_in", "visitorId": visitor }),
    )["id"]
        .clone();
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
