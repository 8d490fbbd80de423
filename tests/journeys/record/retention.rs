//! Retention through the table of commands: rules, preview, destroying, the record (R 10.5).

use proofs::desk::TestDesk;
use proofs::made::{Person, closing, start};
use serde_json::{Value, json};

const KINDS: [&str; 9] = [
    "drafts",
    "operations",
    "feedback",
    "bookings",
    "proposals",
    "tickets",
    "encounters",
    "requests",
    "visitors",
];

/// A finished encounter of Monday 2026-11-23 and, three years and a month later, one of today.
fn years_later() -> TestDesk {
    let desk = TestDesk::training();
    for (clock, name, phone) in [
        (None, "鱻旧人", "15431000001"),
        (Some("2029-12-24 09:00"), "鱻新人", "15431000002"),
    ] {
        if let Some(clock) = clock {
            desk.set_clock(clock);
            desk.as_staff("1001");
        }
        let id = Person::named(name).phone(phone).come(&desk)["id"].clone();
        let encounter = start(&desk, "walk_in", id)["id"].clone();
        desk.call("encounters.answer", json!({ "id": encounter, "question": name, "nature": "other", "analysis": "", "answer": phone }));
        desk.call("encounters.close", closing(&encounter, "answered"));
    }
    desk
}

fn preview(desk: &TestDesk) -> Vec<Value> {
    let answer = desk.call("retention.preview", json!({ "kinds": KINDS }));
    answer["rows"].as_array().unwrap().clone()
}

fn lines(rows: &[Value]) -> Vec<Value> {
    rows.iter()
        .map(|row| json!({ "kind": row["kind"], "cutoff": row["cutoff"], "count": row["count"] }))
        .collect()
}

fn due<'a>(rows: &'a [Value], kind: &str) -> &'a Value {
    rows.iter().find(|row| row["kind"] == kind).unwrap()
}

#[test]
fn what_is_three_years_old_is_destroyed_and_recorded_without_names() {
    let desk = years_later();
    let rows = preview(&desk);
    assert_eq!(due(&rows, "encounters")["count"], 1);
    assert_eq!(due(&rows, "visitors")["count"], 1);
    assert_eq!(due(&rows, "encounters")["oldest"], "2026-11-23");
    let wanted = json!({ "lines": lines(&rows), "reason": "年度到期清理" });
    let record = desk.call("retention.destroy", wanted.clone());
    assert_eq!(record["no"], "D20291224-001");
    assert_eq!(
        desk.refused("retention.destroy", wanted).code,
        "preview_stale"
    );
    let found = desk.call("visitors.find", json!({ "text": "鱻旧" }));
    assert_eq!(found["rows"], json!([]));
    let young = desk.call("visitors.find", json!({ "text": "鱻新" }));
    assert_eq!(young["rows"].as_array().unwrap().len(), 1);
    let ledger = desk.call(
        "ledger.read",
        json!({ "from": "2026-11-23", "to": "2026-11-23", "page": 0 }),
    );
    assert_eq!(ledger["counts"]["encounters"], 0);
    let records = desk.call("retention.records", json!({}));
    assert_eq!(records["rows"][0], record);
    for format in ["pdf", "csv"] {
        let ask = json!({ "id": record["id"], "format": format, "language": "zh" });
        let made = desk.call("retention.export", ask);
        let path = made["path"].as_str().unwrap();
        assert!(path.ends_with(&format!("销毁记录_D20291224-001.{format}")));
        let bytes = std::fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains('鱻'));
        assert!(format == "pdf" || text.contains("接待") && text.contains("年度到期清理"));
    }
    let page = desk.call("journal.list", json!({ "before": null, "actor": "", "object": "destruction", "objectId": null, "day": null }));
    let actions: Vec<&Value> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["action"])
        .collect();
    assert_eq!(
        actions,
        ["retention.export", "retention.export", "retention.destroy"]
    );
}

#[test]
fn rules_are_the_administrators_and_the_journal_is_never_purged() {
    let desk = TestDesk::training();
    let short = json!({ "kind": "journal", "days": 179, "reason": "磁盘小" });
    let refused = desk.refused("retention.set", short);
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("journal_too_short", Some("days"))
    );
    desk.call(
        "retention.set",
        json!({ "kind": "journal", "days": 1825, "reason": "上级要求五年" }),
    );
    let weak = desk.refused(
        "retention.set",
        json!({ "kind": "tickets", "days": 29, "reason": "试试" }),
    );
    assert_eq!(
        (weak.code.as_str(), &weak.params["min"]),
        ("retention_too_short", &json!(30))
    );
    assert_eq!(
        desk.refused(
            "retention.set",
            json!({ "kind": "tickets", "days": 90, "reason": " " })
        )
        .code,
        "reason_needed"
    );
    let rules = desk.call("retention.rules", json!({}));
    let journal = rules["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["kind"] == "journal")
        .unwrap();
    assert_eq!(
        (
            &journal["days"],
            &journal["destroyed"],
            &journal["changedBy"]
        ),
        (&json!(1825), &json!(false), &json!("1001"))
    );
    assert_eq!(
        desk.refused("retention.destroy", json!({ "lines": [{ "kind": "journal", "cutoff": "2026-01-01", "count": 1 }], "reason": "清理" })).code,
        "preview_stale",
        "the journal is no kind that can be destroyed"
    );
    for staff in ["1002", "1003", "1004"] {
        desk.as_staff(staff);
        assert_eq!(
            desk.refused("retention.preview", json!({ "kinds": KINDS }))
                .code,
            "no_right"
        );
    }
}

#[test]
fn nothing_due_is_no_destruction() {
    let desk = TestDesk::training();
    let due: Vec<Value> = lines(&preview(&desk));
    assert!(due.iter().all(|line| line["count"] == 0));
    let wanted = json!({ "lines": due, "reason": "年度到期清理" });
    let refused = desk.refused("retention.destroy", wanted);
    assert_eq!(
        (refused.code.as_str(), refused.field),
        ("nothing_due", None)
    );
    assert_eq!(desk.call("retention.records", json!({}))["rows"], json!([]));
}
