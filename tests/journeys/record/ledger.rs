//! The ledger, its exports and what the journal keeps of them (R 12.1, 12.2, 10.4).

use proofs::desk::TestDesk;
use proofs::made::{Person, start};
use serde_json::{Value, json};

/// A desk with one named and one anonymous encounter of Monday.
fn monday() -> TestDesk {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let visitor = Person::named("张桂兰").phone("13812345678").come(&desk);
    let id = start(&desk, "walk_in", visitor["id"].clone())["id"].clone();
    let answer = json!({ "id": id, "question": "要空腹吗", "nature": "procedure", "analysis": "", "answer": "张桂兰女士空腹来，回电 13812345678" });
    desk.call("encounters.answer", answer);
    desk.call(
        "encounters.promise",
        json!({ "id": id, "what": "回告结果", "dueAt": desk.machine().at() + 3_600_000 }),
    );
    start(&desk, "phone", Value::Null);
    desk
}

fn read(desk: &TestDesk) -> Value {
    desk.call(
        "ledger.read",
        json!({ "from": "2026-11-23", "to": "2026-11-23", "page": 0 }),
    )
}

fn ask(format: &str, detail: &str, reason: &str) -> Value {
    let purpose = if detail == "full" {
        json!({ "purpose": "other", "receiver": "own_use" })
    } else {
        json!({})
    };
    let mut ask = json!({ "from": "2026-11-23", "to": "2026-11-23", "format": format, "detail": detail, "reason": reason, "language": "zh" });
    for (name, value) in purpose.as_object().unwrap() {
        ask[name] = value.clone();
    }
    ask
}

#[test]
fn the_ledger_on_the_screen_hides_persons_also_in_what_was_said() {
    let desk = monday();
    let ledger = read(&desk);
    assert_eq!(
        ledger["counts"],
        json!({ "encounters": 2, "bookings": 0, "visits": 0, "feedback": 0, "promises": 1 })
    );
    let text = ledger.to_string();
    assert!(
        !text.contains("张桂兰") && !text.contains("13812345678"),
        "{text}"
    );
    assert_eq!(
        ledger["encounters"][1]["answer"],
        "张*兰女士空腹来，回电 138****5678"
    );
    assert_eq!(ledger["encounters"][1]["firstAsked"], "1002");
    let today = desk.call("ledger.today", json!({}));
    assert_eq!(
        (today["encounters"].as_i64(), today["promisesDue"].as_i64()),
        (Some(2), Some(1))
    );
    desk.pass_minutes(61);
    assert_eq!(desk.call("ledger.today", json!({}))["promisesLate"], 1);
    assert_eq!(read(&desk)["promises"][0]["state"], "overdue");
}

#[test]
fn a_full_export_needs_the_right_and_a_reason() {
    let desk = monday();
    let refused = desk.refused("ledger.export", ask("csv", "full", "核对投诉"));
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("no_right", Some("detail"))
    );
    desk.as_staff("1004");
    assert_eq!(
        desk.refused("ledger.export", ask("csv", "full", " ")).code,
        "reason_needed"
    );
    let made = desk.call("ledger.export", ask("csv", "full", "核对投诉"));
    let path = made["path"].as_str().unwrap();
    assert!(path.ends_with("台账_2026-11-23_完整.csv"), "{path}");
    let text = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
    assert!(text.contains("张桂兰") && text.contains("核对投诉"));
    let page = desk.call("journal.list", json!({ "before": null, "actor": "", "object": "ledger", "objectId": null, "day": "2026-11-23" }));
    let entry = &page["rows"][0];
    assert_eq!(
        (&entry["action"], &entry["reason"], &entry["actorNo"]),
        (&json!("ledger.export"), &json!("核对投诉"), &json!("1004"))
    );
    assert_eq!(
        entry["detail"],
        "2026-11-23..2026-11-23 csv full 3 rows other own_use"
    );
    assert_eq!(entry["seq"], made["seq"]);
}

#[test]
fn every_format_is_masked_by_default_and_carries_the_journals_line() {
    let desk = monday();
    for format in ["csv", "xlsx", "pdf"] {
        let made = desk.call("ledger.export", ask(format, "masked", ""));
        let path = made["path"].as_str().unwrap();
        assert!(
            path.ends_with(&format!("台账_2026-11-23_脱敏.{format}")),
            "{path}"
        );
        let bytes = std::fs::read(path).unwrap();
        assert!(bytes.len() > 500, "{format}: {} bytes", bytes.len());
        if format == "csv" {
            let text = String::from_utf8(bytes).unwrap();
            assert!(!text.contains("张桂兰") && !text.contains("13812345678"));
            assert!(
                text.contains(&format!("2026-11-23 | {} | ", made["seq"])),
                "{text}"
            );
        }
    }
}

#[test]
fn bytes_for_the_command_line_pass_the_same_checks() {
    let desk = monday();
    let file = desk
        .gateway()
        .ledger_bytes(ask("xlsx", "masked", ""))
        .unwrap();
    assert_eq!(
        (file.name.as_str(), file.rows),
        ("台账_2026-11-23_脱敏.xlsx", 3)
    );
    assert_eq!(
        desk.gateway()
            .ledger_bytes(ask("xlsx", "full", "核对"))
            .unwrap_err()
            .code,
        "no_right"
    );
    desk.as_staff("1003");
    assert_eq!(
        desk.gateway()
            .ledger_bytes(ask("xlsx", "masked", ""))
            .unwrap_err()
            .code,
        "no_right"
    );
    desk.call("session.lock", json!({}));
    assert_eq!(
        desk.gateway()
            .ledger_bytes(ask("xlsx", "masked", ""))
            .unwrap_err()
            .code,
        "locked"
    );
}

#[test]
fn a_period_that_ends_before_it_begins_names_its_end() {
    let desk = monday();
    let refused = desk.refused(
        "ledger.read",
        json!({ "from": "2026-11-23", "to": "2026-11-22", "page": 0 }),
    );
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("period_reversed", Some("to"))
    );
    let long = json!({ "from": "2026-01-01", "to": "2027-06-01", "page": 0 });
    let facts = desk.refuses("ledger.read", long, "period_length", Some("to"));
    assert_eq!(facts["max"], 366);
}

#[test]
fn the_journal_is_read_page_by_page_without_a_gap() {
    let desk = monday();
    desk.as_staff("1004");
    let (mut before, mut seqs) = (Value::Null, Vec::new());
    loop {
        let ask =
            json!({ "before": before, "actor": "", "object": "", "objectId": null, "day": null });
        let page = desk.call("journal.list", ask);
        seqs.extend(
            page["rows"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["seq"].as_i64().unwrap()),
        );
        before = json!(seqs.last());
        if page["more"] == json!(false) {
            break;
        }
    }
    let expected: Vec<i64> = (1..=seqs[0]).rev().collect();
    assert!(seqs.len() > 100, "the starter content alone fills a page");
    assert_eq!(seqs, expected);
    desk.as_staff("1002");
    let ask = json!({ "before": null, "actor": "", "object": "", "objectId": null, "day": null });
    assert_eq!(desk.refused("journal.list", ask).code, "no_right");
}
