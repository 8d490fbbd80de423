//! A folder that the version before left behind opens today: everybody signs in, the
//! journal is whole, every read answers from it, what is in people's hands stays valid,
//! and its ledger is printed as it was, but for words that were corrected.

use proofs::desk::TestDesk;
use proofs::made::{Before, PROOFS};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// When the version before printed its ledgers.
const PRINTED: &str = "2027-01-12 10:31";
/// What the QR code says on the voucher that 韩梦婷 holds.
const QR: &str = "20261128000209616459187939";

/// Words of the ledger that are other ones today: file, table, column, before, after.
const CORRECTED: &[(&str, &str, &str, &str, &str)] = &[
    (ZH, "encounters", "complexity", "专岗", "须专岗"),
    (ZH, "encounters", "outcome", "已答复", "当场答复"),
    (ZH, "encounters", "complexity", "当场", "当场可办"),
    (ZH, "encounters", "complexity", "多部门", "涉多部门"),
    (ZH, "encounters", "urgency", "紧急", "较急"),
    (ZH, "encounters", "outcome", "已转介", "转介"),
    (ZH, "encounters", "outcome", "已承诺", "承诺回告"),
    (ZH, "encounters", "outcome", "离开", "自行离开"),
    (ZH, "encounters", "urgency", "立即", "紧急"),
    (ZH, "totals", "what", "立即", "紧急"),
    (ZH, "totals", "what", "紧急", "较急"),
    (ZH, "totals", "what", "已答复", "当场答复"),
    (ZH, "totals", "what", "已转介", "转介"),
    (ZH, "totals", "what", "已承诺", "承诺回告"),
    (ZH, "totals", "what", "离开", "自行离开"),
    (ZH, "totals", "what", "过号未到", "过号"),
    (EN, "encounters", "channel", "Walk-in", "Visit"),
    (EN, "encounters", "channel", "Phone", "Call"),
    (
        EN,
        "encounters",
        "complexity",
        "Several depts",
        "Several departments",
    ),
    (EN, "encounters", "visitor", "erased", "Erased"),
    (EN, "encounters", "visitor", "restricted", "Restricted"),
    (EN, "bookings", "visitor", "erased", "Erased"),
    (EN, "bookings", "visitor", "restricted", "Restricted"),
    (EN, "totals", "what", "Walk-in", "Visit"),
    (EN, "totals", "what", "Phone", "Call"),
];
const ZH: &str = "ledger.zh.masked.csv";
const EN: &str = "ledger.en.full.csv";

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/before")
}

fn desk_as(no: &str) -> TestDesk {
    let desk = TestDesk::on_copy_of(&fixture().join("data"));
    desk.set_clock(PRINTED).as_staff(no);
    desk
}

#[test]
fn everybody_signs_in_and_the_journal_is_whole() {
    let desk = desk_as("1001");
    let verdict = desk.call("session.verify_journal", json!({}));
    assert_eq!(verdict["brokenAt"], Value::Null);
    assert!(verdict["entries"].as_i64().unwrap() > 800, "{verdict}");
    let state = desk.call("session.state", json!({}));
    assert_eq!(state["alarm"], Value::Null, "{state}");
    for no in ["2001", "2007", "2012"] {
        desk.as_staff(no);
    }
}

#[test]
fn every_read_answers_what_is_in_it() {
    let desk = desk_as("1001");
    let reads = reads();
    for (command, input, says) in &reads {
        let text = desk.call(command, input.clone()).to_string();
        assert!(text.contains(says), "{command} says no {says}: {text}");
    }
    let mut asked: BTreeSet<&str> = reads.iter().map(|(command, ..)| *command).collect();
    for Before(command, input, says) in PROOFS.iter().flat_map(|proof| proof.before) {
        let answer = desk.answer(command, serde_json::from_str(input).unwrap());
        match (answer, says) {
            (Ok(answer), Ok(says)) => assert!(answer.value.to_string().contains(says), "{command}"),
            (Err(problem), Err(code)) => assert_eq!(problem.code, *code, "{command}"),
            (answer, says) => panic!("{command} answers {answer:?}, not {says:?}"),
        }
        asked.insert(command);
    }
    let lines = api::command_lines();
    let all = lines.iter().filter(|line| line.kind == "read");
    let all: BTreeSet<&str> = all.map(|line| line.name).collect();
    let forgotten: Vec<_> = all.difference(&asked).collect();
    assert!(forgotten.is_empty(), "not asked of it: {forgotten:?}");
    desk.as_staff("2001");
    let draft = desk.call("drafts.read", json!({ "key": "visitor" }));
    assert_eq!(draft["body"], r#"{"name":"又半个名"}"#);
}

#[test]
fn its_ledger_is_printed_as_before_but_for_corrected_words() {
    for (language, detail) in [("zh", "masked"), ("en", "full")] {
        let name = format!("ledger.{language}.{detail}.csv");
        let before = records(&std::fs::read(fixture().join(&name)).unwrap());
        let made = desk_as("2012")
            .gateway()
            .ledger_bytes(json!({
                "from": "2026-11-26", "to": "2027-01-12", "format": "csv", "language": language, "detail": detail,
                "purpose": "inspection", "reason": "", "receiver": "superior", "receiverName": "市卫生健康委员会",
            }))
            .unwrap();
        assert!(before.len() > 80, "{} records", before.len());
        assert_eq!(records(&made.bytes), corrected(&name, before), "{name}");
    }
}

#[test]
fn what_was_given_out_stays_valid_and_the_numbers_go_on() {
    let desk = desk_as("2001");
    let seen = desk.call("vouchers.verify", json!({ "scan": QR }));
    assert_eq!(seen["fullName"], "韩梦婷");
    let forged = QR.replace("7939", "7938");
    let refused = desk.refused("vouchers.verify", json!({ "scan": forged }));
    assert_eq!(refused.code, "voucher_forged");
    desk.set_clock("2027-01-12 23:00").as_staff("2001");
    let visit = json!({ "channel": "walk_in", "visitorId": 19 });
    let encounter = desk.call("encounters.start", visit);
    assert_eq!(encounter["no"], "20270112-0001");
    assert!(encounter["id"].as_i64().unwrap() > 29, "{encounter}");
}

/// The records of a ledger without those that carry the journal's line.
fn records(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv);
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        record.iter().map(str::to_owned).collect::<Vec<_>>()
    });
    records.filter(|record| record[2] != "journal").collect()
}

/// What the version before printed, in today's words.
fn corrected(file: &str, mut records: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut used = BTreeSet::new();
    let mut keys: Vec<String> = Vec::new();
    for record in &mut records {
        if record[1] == "key" {
            keys = record.clone();
        }
        // Heads name columns: none of them is a word of a set, nor reads like one any more.
        if record[1] == "head" {
            let heads = record.iter_mut().filter(|head| *head == "紧急");
            heads.for_each(|head| "缓急".clone_into(head));
        }
        if record[1] == "key" || record[1] == "head" {
            continue;
        }
        let (table, own) = (record[0].clone(), record[2].clone());
        for (column, cell) in record.iter_mut().enumerate().skip(2) {
            // The lines about the whole carry their key themselves.
            let key = if table == "ledger" {
                &own
            } else {
                &keys[column]
            };
            let found = CORRECTED
                .iter()
                .position(|(of, in_table, in_column, before, _)| {
                    *of == file && *in_table == table && in_column == key && before == cell
                });
            if let Some(at) = found {
                CORRECTED[at].4.clone_into(cell);
                used.insert(at);
            }
        }
    }
    let own = |at: &usize| CORRECTED[*at].0 == file;
    let idle: Vec<_> = (0..CORRECTED.len())
        .filter(own)
        .filter(|at| !used.contains(at))
        .collect();
    assert!(
        idle.is_empty(),
        "corrections that correct nothing: {idle:?}"
    );
    records
}

/// Every read there is, with what the folder makes it say.
fn reads() -> Vec<(&'static str, Value, &'static str)> {
    let days = json!({ "from": "2026-11-27", "to": "2026-11-28" });
    let within = |more: Value| {
        let mut ask = days.clone();
        ask.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        ask
    };
    let needs = json!({
        "relation": "", "sex": "female", "age": 70, "goal": "", "concerns": ["bone"], "conditions": [], "allergies": [],
        "deniedConditions": [], "deniedAllergies": [], "done": [], "budget": null, "minutes": null, "days": "", "asked": []
    });
    let (none, hers, visit) = (json!({}), json!({ "id": 19 }), json!({ "encounterId": 22 }));
    let slots = json!({ "visitorId": 19, "packageId": null, "serviceIds": [33], "from": "2027-01-13", "days": 7, "movingId": null });
    let journal =
        json!({ "before": null, "actor": "", "object": "", "objectId": null, "day": "2026-11-28" });
    let alike = json!({ "id": null, "name": "韩梦婷", "phone": "15411110001", "bornOn": null, "idNumber": "" });
    vec![
        (
            "assessments.next_question",
            json!({ "needs": needs }),
            "question",
        ),
        ("assessments.read", visit.clone(), "查查心脏"),
        (
            "assessments.read_line",
            json!({ "text": "妈妈 骨质疏松 800" }),
            "bone",
        ),
        ("bookings.day", json!({ "day": "2026-11-30" }), "韩*婷"),
        (
            "bookings.of_encounter",
            json!({ "id": 22 }),
            "2026112800020",
        ),
        ("bookings.of_visitor", hers.clone(), "no_show"),
        ("bookings.read", json!({ "id": 4 }), "对碘过敏"),
        ("bookings.slots", slots, "09:00"),
        ("bookings.today", none.clone(), "2027-01-12"),
        (
            "catalogue.list",
            json!({ "text": "" }),
            "general-measurements",
        ),
        ("catalogue.package", json!({ "id": 1 }), "血常规"),
        ("catalogue.service", json!({ "id": 1 }), "1500"),
        ("catalogue.vocabulary", none.clone(), "phlebotomy"),
        ("categories.list", none.clone(), "失物"),
        ("categories.suggest", json!({ "text": "丢了东西" }), "65"),
        (
            "disclosures.list",
            within(json!({ "kind": null, "before": null })),
            "市卫生健康委员会",
        ),
        ("drafts.read", json!({ "key": "visitor" }), "null"),
        ("encounters.escorts", none.clone(), "[]"),
        ("encounters.of_visitor", hers.clone(), "血压偏高"),
        ("encounters.open", none.clone(), "20261128-0008"),
        ("encounters.promises", none.clone(), "回告上次结果"),
        (
            "encounters.suggested_outcome",
            json!({ "id": 22 }),
            "booked",
        ),
        (
            "encounters.read",
            json!({ "id": 22 }),
            "前一晚十点后不吃东西",
        ),
        (
            "feedback.list",
            json!({ "filter": "all", "kind": null }),
            "走廊加几把椅子",
        ),
        (
            "feedback.of_encounter",
            json!({ "id": 22 }),
            "F20261128-002",
        ),
        ("feedback.read", json!({ "id": 4 }), "加派一人"),
        ("feedback.waiting", none.clone(), "5"),
        (
            "guidance.phrases",
            json!({ "step": "opening", "channel": "phone" }),
            "健康服务台",
        ),
        ("guidance.referrals", json!({ "text": "" }), "120"),
        (
            "incidents.draft",
            within(json!({ "staffNo": "", "object": "" })),
            "visitors.reveal",
        ),
        ("incidents.list", none.clone(), "2026-11-27"),
        (
            "incidents.read",
            json!({ "id": 1, "version": 1 }),
            "账号外借",
        ),
        ("institution.read", none.clone(), "青禾体检中心"),
        ("journal.list", journal, "categories.add"),
        ("journal.objects", none.clone(), "destruction"),
        ("ledger.read", within(json!({ "page": 0 })), "20261127-0001"),
        ("ledger.today", none.clone(), "promisesLate"),
        ("notices.list", none.clone(), "v2"),
        ("notices.minors", json!({ "year": 2026 }), "2026"),
        ("points.list", none.clone(), "综合服务台"),
        ("proposals.accepted", visit.clone(), "骨密度"),
        ("proposals.list", visit.clone(), "维生素"),
        ("requests.list", none.clone(), "Q20261128-004"),
        ("requests.plan", json!({ "id": 4 }), "open_booking"),
        ("requests.read", json!({ "id": 1 }), "已复制"),
        ("requests.waiting", none.clone(), "1"),
        (
            "retention.preview",
            json!({ "kinds": ["encounters"] }),
            "encounters",
        ),
        ("retention.record", json!({ "id": 1 }), "D20270112-001"),
        ("retention.records", none.clone(), "到期清理"),
        ("retention.rules", none.clone(), "半月一清"),
        ("schedules.list", none.clone(), "blood-drawing"),
        ("staff.list", none.clone(), "2099"),
        ("staff.names", none.clone(), "仇建军"),
        ("tickets.board", json!({ "pointId": null }), "today"),
        ("tickets.of_encounter", visit, "C001"),
        ("tickets.why", json!({ "id": 5 }), "等得不舒服"),
        (
            "visitors.check_id",
            json!({ "idNumber": "11010519491231002X" }),
            "1949-12-31",
        ),
        ("visitors.find", json!({ "text": "韩梦婷" }), "154****0001"),
        ("visitors.groups", none.clone(), "elderly"),
        ("visitors.likely_same", alike, "韩*婷"),
        ("visitors.notice", none, "v2"),
        ("visitors.read", hers, "桐花巷"),
        (
            "vouchers.preview",
            json!({ "id": 4, "paper": "a4", "language": "zh" }),
            "</svg>",
        ),
        ("vouchers.read", json!({ "id": 4 }), QR),
        ("vouchers.verify", json!({ "scan": QR }), "韩梦婷"),
    ]
}
