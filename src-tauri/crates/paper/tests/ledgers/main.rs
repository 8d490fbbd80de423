//! Ledgers read back: on paper, from the workbook, from the CSV.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod cells;
mod fields;
mod printed;
#[path = "../support/mod.rs"]
mod support;

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use paper::{EncounterRow, Language, LedgerSheet, ledger_csv, ledger_pdf, ledger_xlsx};
use support::fixture;
use support::ledger::{encounter, sheet};
use support::read::text;

const PAYLOADS: [&str; 12] = [
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.invalid\",\"x\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
];

fn hostile() -> LedgerSheet {
    let encounters = PAYLOADS
        .iter()
        .enumerate()
        .map(|(at, payload)| EncounterRow {
            visitor: (*payload).into(),
            answer: "http://example.invalid".into(),
            ..encounter(at)
        });
    LedgerSheet {
        encounters: encounters.collect(),
        ..sheet(0)
    }
}

fn records(bytes: &[u8]) -> Vec<csv::StringRecord> {
    let text = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .expect("a byte order mark");
    // Not flexible: a record of another length is a fault.
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text)
        .records()
        .map(Result::unwrap)
        .collect()
}

fn workbook(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

#[test]
fn a_masked_ledger_says_so_in_every_format() {
    let sheet = sheet(3);
    assert!(text(&ledger_pdf(&sheet, Language::En, &fixture()).unwrap().bytes).contains("MASKED"));
    assert!(
        records(&ledger_csv(&sheet, Language::En).unwrap())
            .iter()
            .any(|record| &record[2] == "masked" && &record[3] == "yes")
    );
    let mut book = workbook(ledger_xlsx(&sheet, Language::En).unwrap());
    for name in book.sheet_names() {
        assert!(
            book.worksheet_range(&name)
                .unwrap()
                .get_value((1, 0))
                .unwrap()
                .to_string()
                .contains("MASKED"),
            "{name}"
        );
    }
}

#[test]
fn a_training_ledger_says_so_in_every_sheet_and_in_the_csv() {
    let training = LedgerSheet {
        training: true,
        ..sheet(3)
    };
    let mut book = workbook(ledger_xlsx(&training, Language::Zh).unwrap());
    for name in book.sheet_names() {
        assert!(
            book.worksheet_range(&name)
                .unwrap()
                .get_value((1, 0))
                .unwrap()
                .to_string()
                .contains("TRAINING"),
            "{name}"
        );
    }
    let csv = String::from_utf8(ledger_csv(&training, Language::Zh).unwrap()).unwrap();
    assert!(csv.contains("TRAINING"));
    assert!(
        !String::from_utf8(ledger_csv(&sheet(3), Language::Zh).unwrap())
            .unwrap()
            .contains("TRAINING")
    );
}

#[test]
fn the_same_ledger_is_the_same_bytes_in_every_format() {
    let sheet = sheet(30);
    assert_eq!(
        ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap(),
        ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap()
    );
    assert_eq!(
        ledger_csv(&sheet, Language::Zh).unwrap(),
        ledger_csv(&sheet, Language::Zh).unwrap()
    );
    assert_eq!(
        ledger_xlsx(&sheet, Language::Zh).unwrap(),
        ledger_xlsx(&sheet, Language::Zh).unwrap()
    );
}

#[test]
fn an_empty_ledger_is_still_a_ledger() {
    let sheet = LedgerSheet {
        feedback: Vec::new(),
        promises: Vec::new(),
        ..sheet(0)
    };
    assert!(
        text(&ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap().bytes).contains("接待·0无")
    );
    ledger_csv(&sheet, Language::Zh).unwrap();
    ledger_xlsx(&sheet, Language::Zh).unwrap();
}
