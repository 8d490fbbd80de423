//! Lists that subjects lay down: a sheet to tick on, and a table of the ledger.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod support;

use paper::{Cell, Chapter, Language, ListSheet, ledger_csv, ledger_pdf, list_pdf};
use support::read::{bare, pages, text};
use support::{fixture, institution, stamp};

fn roster(guests: usize) -> ListSheet {
    let row = |n: usize| {
        vec![
            Cell::Count(n.try_into().unwrap()),
            Cell::Text(format!("Guest {n:03}")),
            Cell::Text("138****5678".into()),
            Cell::Text(String::new()),
        ]
    };
    ListSheet {
        institution: institution(),
        code: "roster",
        about: "Blood pressure".into(),
        facts: vec![
            ("time", "2026-11-24 14:00–15:30".into()),
            ("place", "Room 3".into()),
            ("speaker", String::new()),
        ],
        columns: vec![("row", 10), ("name", 40), ("phone", 30), ("came", 40)],
        rows: (1..=guests).map(row).collect(),
        by: "1002".into(),
        at: stamp(),
        training: false,
    }
}

#[test]
fn a_list_holds_every_row_under_heads_in_its_language() {
    let english = list_pdf(&roster(3), Language::En, &fixture()).unwrap();
    let read = text(&english.bytes);
    for words in [
        "Sign-up list",
        "Blood pressure",
        "Room 3",
        "Guest 003",
        "138****5678",
        "Came",
    ] {
        assert!(bare(&read).contains(&bare(words)), "{words}: {read}");
    }
    // Nobody gives it, so nobody is named.
    assert!(!read.contains("Speaker"));
    let chinese = list_pdf(&roster(1), Language::Zh, &fixture()).unwrap();
    assert!(bare(&text(&chinese.bytes)).contains("报名表"));
    assert!(english.missing.is_empty() && chinese.missing.is_empty());
}

#[test]
fn a_long_list_goes_on_with_its_heads() {
    let printed = list_pdf(&roster(120), Language::En, &fixture()).unwrap();
    let pages = pages(&printed.bytes);
    assert!(pages.len() > 1, "{} pages", pages.len());
    for page in &pages {
        assert!(bare(page).contains("Phone"), "{page}");
    }
    assert!(bare(pages.last().unwrap()).contains(&bare("Guest 120")));
}

#[test]
fn a_chapter_of_a_subject_stands_in_the_ledger_before_the_totals() {
    let mut sheet = support::ledger::sheet(2);
    sheet.chapters = vec![Chapter {
        code: "events",
        columns: vec![("day", 1), ("event", 3), ("seats", 1)],
        rows: vec![vec![
            Cell::Day("2026-11-24".parse().unwrap()),
            Cell::Text("Blood pressure".into()),
            Cell::Count(20),
        ]],
    }];
    let csv = String::from_utf8(ledger_csv(&sheet, Language::En).unwrap()).unwrap();
    let at = |words: &str| {
        csv.find(words)
            .unwrap_or_else(|| panic!("no {words}: {csv}"))
    };
    assert!(at("\"events\"") < at("Blood pressure"));
    assert!(at("Blood pressure") < at("\"totals\""));
    let pdf = ledger_pdf(&sheet, Language::En, &fixture()).unwrap();
    assert!(bare(&text(&pdf.bytes)).contains(&bare("Blood pressure")));
}
