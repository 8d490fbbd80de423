//! A folder that the version before left behind opens today: everybody signs in, the
//! journal is whole, every read answers from it, what is in people's hands stays valid,
//! and its ledger is printed as it was, but for words that were corrected.

use proofs::desk::TestDesk;
use proofs::made::{Before, PROOFS, QR};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// When the version before printed its ledgers.
const PRINTED: &str = "2027-01-12 10:31";

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
    // Their days were over, and nobody had said that they came.
    (ZH, "bookings", "state", "已预约", "爽约"),
    (EN, "bookings", "state", "Booked", "No-show"),
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
    let mut asked = BTreeSet::new();
    for Before(command, input, says) in PROOFS.iter().flat_map(|proof| proof.before) {
        let answer = desk.answer(command, serde_json::from_str(input).unwrap());
        match (answer.map(|answer| answer.value.to_string()), says) {
            (Ok(text), Ok(says)) => {
                assert!(text.contains(says), "{command} says no {says}: {text}")
            }
            (Err(problem), Err(code)) => assert_eq!(problem.code, *code, "{command}"),
            (answer, says) => panic!("{command} answers {answer:?}, not {says:?}"),
        }
        asked.insert(*command);
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
        let printed = known_before(records(&made.bytes));
        let before = counted_again(corrected(&name, before));
        assert_eq!(printed, before, "{name}");
    }
}

/// Tables, lines, totals and a column that the version before did not print.
const NEW_TABLES: &[&str] = &["visits"];
const NEW_LINES: &[&str] = &["as_of", "closed"];
const NEW_TOTALS: &[&str] = &["到访", "Visits", "承诺", "Promises"];
const NEW_COLUMN: &str = "matter";

/// What is printed now of what the version before knew.
fn known_before(records: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let keys = |table: &str| {
        let mut heads = records.iter();
        let head = heads.find(|record| record[0] == table && record[1] == "key");
        head.unwrap().iter().position(|key| key == NEW_COLUMN)
    };
    let column = keys("encounters").unwrap();
    let (mut known, mut n, mut lines) = (Vec::new(), 0, 0);
    for mut record in records {
        let table = record[0].clone();
        let new = match table.as_str() {
            "ledger" => NEW_LINES.contains(&record[2].as_str()),
            "totals" => NEW_TOTALS.contains(&record[2].as_str()),
            other => NEW_TABLES.contains(&other),
        };
        if new {
            lines += u32::from(table == "ledger");
            continue;
        }
        if table == "ledger" {
            let place: u32 = record[1].parse().unwrap();
            record[1] = (place - lines).to_string();
        }
        if table == "encounters" {
            record.remove(column);
        } else {
            assert_eq!(record.pop().as_deref(), Some(""), "the widest table grew");
        }
        if table == "totals" && record[1].parse::<u32>().is_ok() {
            n += 1;
            record[1] = n.to_string();
        }
        known.push(record);
    }
    known
}

#[test]
fn its_days_are_closed_with_what_its_journal_tells_of_them() {
    let desk = desk_as("2012");
    let states = |to: &str| {
        let period = json!({ "from": "2026-11-26", "to": to, "page": 0 });
        let ledger = desk.call("ledger.read", period);
        let rows = ledger["bookings"].as_array().unwrap().iter();
        let states: Vec<Value> = rows.map(|row| row["state"].clone()).collect();
        (ledger["closed"].clone(), states)
    };
    let (closed, then) = states("2026-11-28");
    let (open, now) = states("2027-01-12");
    assert_eq!((closed, open), (json!("2026-11-28"), Value::Null));
    assert!(
        then.len() > 8 && then.contains(&json!("no_show")),
        "{then:?}"
    );
    // Who was expected then and is not marked did not come, now that their days are over.
    let become_of = |state: &Value| match state.as_str() {
        Some("booked") => json!("no_show"),
        _ => state.clone(),
    };
    assert_eq!(then.iter().map(become_of).collect::<Vec<_>>(), now);
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

/// The totals with those who were expected and did not come counted among who did not come.
fn counted_again(mut records: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let line = |records: &[Vec<String>], words: [(&str, &str); 2]| {
        let is = |record: &Vec<String>| words.contains(&(&record[2], &record[3]));
        records
            .iter()
            .position(|record| record[0] == "totals" && is(record))
            .unwrap()
    };
    let expected = line(&records, [("预约", "已预约"), ("Bookings", "Booked")]);
    let more: u32 = records.remove(expected)[4].parse().unwrap();
    let missed = line(&records, [("预约", "爽约"), ("Bookings", "No-show")]);
    let said: u32 = records[missed][4].parse().unwrap();
    records[missed][4] = (said + more).to_string();
    for record in &mut records[expected..] {
        if let ("totals", Ok(n)) = (record[0].as_str(), record[1].parse::<u32>()) {
            record[1] = (n - 1).to_string();
        }
    }
    records
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
