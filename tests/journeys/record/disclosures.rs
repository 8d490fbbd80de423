//! The register of what left the desk (网络数据安全管理条例 12): what for, to whom,
//! tied to the journal's entry, and a row of its own for the register itself.
#![allow(clippy::needless_pass_by_value, reason = "json! is written in place")]

use proofs::desk::TestDesk;
use serde_json::{Value, json};

const DAY: &str = "2026-11-23";

fn full(purpose: Value, receiver: Value, name: &str) -> Value {
    json!({
        "from": DAY, "to": DAY, "format": "csv", "detail": "full", "purpose": purpose, "reason": "",
        "receiver": receiver, "receiverName": name, "language": "zh"
    })
}

fn masked() -> Value {
    json!({ "from": DAY, "to": DAY, "format": "pdf", "detail": "masked", "language": "zh" })
}

fn register(desk: &TestDesk, kind: Value) -> Vec<Value> {
    let ask = json!({ "from": DAY, "to": DAY, "kind": kind, "before": null });
    let page = desk.call("disclosures.list", ask);
    page["rows"].as_array().unwrap().clone()
}

#[test]
fn a_full_export_without_purpose_or_receiver_does_not_leave() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    for (ask, field) in [
        (full(Value::Null, json!("own_use"), ""), "purpose"),
        (full(json!("inspection"), Value::Null, ""), "receiver"),
        (
            full(json!("inspection"), json!("superior"), " "),
            "receiverName",
        ),
        (full(json!("other"), json!("own_use"), ""), "reason"),
    ] {
        let problem = desk.refused("ledger.export", ask);
        assert_eq!(problem.field.as_deref(), Some(field), "{problem:?}");
    }
    assert!(register(&desk, Value::Null).is_empty());
    assert!(
        !desk.root().join("exports").exists()
            || desk
                .root()
                .join("exports")
                .read_dir()
                .unwrap()
                .next()
                .is_none()
    );
}

#[test]
fn what_left_stands_in_the_register_and_in_the_journal() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    let made = desk.call(
        "ledger.export",
        full(json!("inspection"), json!("superior"), "市卫生健康委员会"),
    );
    let rows = register(&desk, Value::Null);
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        json!([
            row["kind"],
            row["detail"],
            row["format"],
            row["staffNo"],
            row["from"],
            row["to"],
            row["purpose"],
            row["receiver"],
            row["receiverName"],
            row["lost"]
        ]),
        json!([
            "ledger",
            "full",
            "csv",
            "1004",
            DAY,
            DAY,
            "inspection",
            "superior",
            "市卫生健康委员会",
            false
        ])
    );
    assert_eq!((&row["seq"], &row["rows"]), (&made["seq"], &made["rows"]));
    let journal = desk.call(
        "journal.list",
        json!({ "before": null, "object": "ledger", "objectId": null, "day": null }),
    );
    assert_eq!(journal["rows"][0]["seq"], made["seq"]);
    let detail = journal["rows"][0]["detail"].as_str().unwrap();
    assert!(detail.ends_with("inspection superior"), "{detail}");
    let sheet = std::fs::read_to_string(made["path"].as_str().unwrap()).unwrap();
    assert!(
        sheet.contains("用途：上级检查") && sheet.contains("接收方：上级部门（市卫生健康委员会）")
    );
}

#[test]
fn a_masked_export_needs_no_purpose_but_leaves_its_row() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    desk.call("ledger.export", masked());
    desk.as_staff("1004");
    let rows = register(&desk, json!("ledger"));
    assert_eq!(
        (rows.len(), &rows[0]["detail"], &rows[0]["purpose"]),
        (1, &json!("masked"), &Value::Null)
    );
    assert!(register(&desk, json!("person_copy")).is_empty());
}

#[test]
fn the_register_leaves_as_a_file_and_says_so_itself() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    desk.call("ledger.export", masked());
    let ask = json!({ "from": DAY, "to": DAY, "kind": null, "language": "zh" });
    let made = desk.call("disclosures.export", ask.clone());
    let csv = std::fs::read_to_string(made["path"].as_str().unwrap()).unwrap();
    assert_eq!(csv.lines().count(), 2, "{csv}");
    assert!(csv.contains("\"台账\",\"脱敏\",\"pdf\""));
    let rows = register(&desk, Value::Null);
    assert_eq!(rows[0]["kind"], "disclosure_log");
    assert_eq!(rows[0]["seq"], made["seq"]);
    desk.as_staff("1002");
    assert_eq!(desk.refused("disclosures.export", ask).code, "no_right");
    let list = json!({ "from": DAY, "to": DAY, "kind": null, "before": null });
    assert_eq!(desk.refused("disclosures.list", list).code, "no_right");
}

#[test]
fn an_export_that_became_no_file_says_so_in_its_row() {
    let desk = TestDesk::training();
    desk.as_staff("1004");
    // A file where the folder should be: nothing can be written there.
    let exports = desk.root().join("exports");
    let _ = std::fs::remove_dir_all(&exports);
    std::fs::write(&exports, b"in the way").unwrap();
    let ask = json!({ "from": DAY, "to": DAY, "kind": null, "language": "zh" });
    for (command, input) in [("ledger.export", masked()), ("disclosures.export", ask)] {
        let refused = desk.answer(command, input).unwrap_err();
        assert!(refused.code.starts_with("file_"), "{refused:?}");
    }
    let rows = register(&desk, Value::Null);
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().all(|row| row["lost"] == true), "{rows:?}");
}
