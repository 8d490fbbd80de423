//! The report of an incident (PIPL 57): filled from the journal, versioned, kept as PDF.

use proofs::desk::TestDesk;
use proofs::made::visitor_named;
use serde_json::{Value, json};

const DAY: &str = "2026-11-23";

fn scope(staff: &str, object: &str) -> Value {
    json!({ "from": DAY, "to": DAY, "staffNo": staff, "object": object })
}

fn said(cause: &str) -> Value {
    json!({ "cause": cause, "harm": "", "remedy": "停用账号", "measures": "留意来电", "contact": "0571-8888" })
}

fn lines(facts: &Value, part: &str) -> Vec<Value> {
    let all = facts["lines"].as_array().unwrap().iter();
    all.filter(|line| line["part"] == part).cloned().collect()
}

/// Two visitors, three reveals by 1002, a full export by 1004, a wrong password.
fn a_day() -> TestDesk {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    for name in ["张桂兰", "李静"] {
        let id = visitor_named(&desk, name);
        desk.call(
            "visitors.reveal",
            json!({ "id": id, "what": "phone", "reason": "call_back" }),
        );
    }
    desk.call(
        "visitors.reveal",
        json!({ "id": 1, "what": "phone", "reason": "verify_identity" }),
    );
    assert!(desk.sign_in("1003", "wrong").is_err());
    desk.as_staff("1004");
    desk.call(
        "ledger.export",
        json!({ "from": DAY, "to": DAY, "format": "csv", "detail": "full", "purpose": "inspection", "receiver": "superior", "receiverName": "卫健委" }),
    );
    desk
}

#[test]
fn the_draft_says_who_saw_what_and_how_many_are_concerned() {
    let desk = a_day();
    let facts = desk.call("incidents.draft", scope("", ""));
    assert_eq!(facts["visitors"], 2);
    let looked = lines(&facts, "looked");
    assert_eq!(
        json!([looked[0]["what"], looked[0]["staffNo"], looked[0]["count"]]),
        json!(["visitors.reveal", "1002", 3])
    );
    assert_eq!(lines(&facts, "exported")[0]["what"], "ledger full");
    let failed = lines(&facts, "failed_sign_ins");
    assert_eq!(
        json!([failed[0]["staffNo"], failed[0]["count"]]),
        json!(["1003", 1])
    );
    assert!(lines(&facts, "many_reveals").is_empty());
    assert!(!facts.to_string().contains("张桂兰"));
    let theirs = desk.call("incidents.draft", scope("1004", ""));
    assert!(lines(&theirs, "looked").is_empty() && !lines(&theirs, "exported").is_empty());
    let kind = desk.call("incidents.draft", scope("", "ledger"));
    assert_eq!(kind["entries"], 1);
}

#[test]
fn many_reveals_of_one_person_on_one_day_stand_out() {
    let desk = TestDesk::training();
    desk.as_staff("1002");
    let id = visitor_named(&desk, "张桂兰");
    for _ in 0..31 {
        desk.call(
            "visitors.reveal",
            json!({ "id": id, "what": "phone", "reason": "call_back" }),
        );
    }
    desk.as_staff("1004");
    let facts = desk.call("incidents.draft", scope("", ""));
    let many = lines(&facts, "many_reveals");
    assert_eq!(
        json!([many[0]["staffNo"], many[0]["day"], many[0]["count"]]),
        json!(["1002", DAY, 31])
    );
}

#[test]
fn every_saving_is_a_version_that_keeps_what_the_journal_said_then() {
    let desk = a_day();
    let first = desk.call(
        "incidents.save",
        json!({ "id": null, "scope": scope("1002", ""), "said": said("还不清楚") }),
    );
    desk.as_staff("1002");
    desk.call(
        "visitors.reveal",
        json!({ "id": 2, "what": "phone", "reason": "emergency" }),
    );
    desk.as_staff("1004");
    let second = desk.call(
        "incidents.save",
        json!({ "id": first["id"], "scope": scope("", ""), "said": said("查清了") }),
    );
    assert_eq!(
        json!([second["version"], second["scope"]["staffNo"]]),
        json!([2, "1002"])
    );
    let then = desk.call("incidents.read", json!({ "id": first["id"], "version": 1 }));
    assert_eq!(lines(&then["facts"], "looked")[0]["count"], 3);
    assert_eq!(then["said"]["cause"], "还不清楚");
    let now = desk.call(
        "incidents.read",
        json!({ "id": first["id"], "version": null }),
    );
    assert_eq!(lines(&now["facts"], "looked")[0]["count"], 4);
    let list = desk.call("incidents.list", json!({}));
    assert_eq!(list["rows"].as_array().unwrap().len(), 1);
    let journal = desk.call(
        "journal.list",
        json!({ "before": null, "object": "incident", "objectId": null, "day": null }),
    );
    assert_eq!(journal["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn a_report_is_kept_as_pdf_and_stands_in_the_register() {
    let desk = a_day();
    let saved = desk.call(
        "incidents.save",
        json!({ "id": null, "scope": scope("", ""), "said": said("密码外泄") }),
    );
    let made = desk.call(
        "incidents.print",
        json!({ "id": saved["id"], "version": 1, "language": "zh" }),
    );
    let bytes = std::fs::read(made["path"].as_str().unwrap()).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    let register = desk.call(
        "disclosures.list",
        json!({ "from": DAY, "to": DAY, "kind": "incident_report", "before": null }),
    );
    assert_eq!(register["rows"][0]["seq"], made["seq"]);
    desk.as_staff("1002");
    assert_eq!(
        desk.refused("incidents.draft", scope("", "")).code,
        "no_right"
    );
}
