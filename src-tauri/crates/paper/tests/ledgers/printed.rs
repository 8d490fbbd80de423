//! A ledger on paper.

use std::time::{Duration, Instant};

use paper::{
    Detail, EncounterRow, Language, LedgerSheet, Purpose, Receiver, ledger_csv, ledger_pdf,
};

use crate::support::fixture;
use crate::support::ledger::{encounter, sheet};
use crate::support::read::{bare, pages, text};

#[test]
fn every_row_of_a_ledger_is_on_paper() {
    let sheet = sheet(40);
    for (language, open) in [(Language::Zh, "未结束"), (Language::En, "Open")] {
        let text = text(&ledger_pdf(&sheet, language, &fixture()).unwrap().bytes);
        for row in &sheet.encounters {
            for cell in [
                &row.no,
                &row.day,
                &row.started,
                &row.visitor,
                &row.phone,
                &row.category,
                &row.matter,
                &row.triaged_to,
                &row.answer,
            ] {
                assert!(text.contains(&bare(cell)), "{cell}");
            }
            assert!(
                text.contains(&bare(row.channel.say(language)))
                    && text.contains(&bare(row.complexity.say(language)))
            );
        }
        for row in &sheet.bookings {
            assert!(text.contains(&paper::grouped(&row.voucher).unwrap().replace(' ', "")));
        }
        for cell in [
            "抽血等候超过四十分钟",
            "核实退费进度",
            "2026-11-2317:00",
            "768.00",
            "120.50",
            open,
            "第18204条",
        ] {
            assert!(text.contains(cell), "{cell}");
        }
    }
}

#[test]
fn a_ledger_ends_with_the_journals_line_and_a_place_to_sign() {
    let sheet = sheet(3);
    let pages = pages(&ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap().bytes);
    let last = pages.last().unwrap();
    assert!(
        last.contains("值班主管签字") && last.contains("日期"),
        "{last}"
    );
    assert_eq!(
        last.matches("第18204条").count(),
        2,
        "above the signature and at the foot"
    );
    let csv = String::from_utf8(ledger_csv(&sheet, Language::Zh).unwrap()).unwrap();
    let line = format!("\"ledger\",\"last\",\"journal\",\"{}\"", sheet.journal_line);
    assert!(csv.trim_end().lines().last().unwrap().starts_with(&line));
}

#[test]
fn each_page_of_a_ledger_has_heads_number_journal_and_marks() {
    let sheet = LedgerSheet {
        training: true,
        detail: Detail::Full {
            purpose: Purpose::Inspection,
            words: "年度检查".into(),
            receiver: Receiver::Superior,
            name: String::new(),
        },
        ..sheet(200)
    };
    let pages = pages(&ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap().bytes);
    assert!(pages.len() > 5);
    for (at, page) in pages.iter().enumerate() {
        for mark in [
            format!("第{}页，共{}页", at + 1, pages.len()),
            "操作日志第18204条".into(),
            "FULL".into(),
            "上级检查（年度检查）".into(),
            "接收方：上级部门".into(),
            "TRAINING,NOTVALID".into(),
            "制表1001".into(),
        ] {
            assert!(page.contains(&mark), "{mark} is not on page {}", at + 1);
        }
        if page.contains("E00") && !page.contains("核实退费进度") {
            assert!(
                page.contains("编号日期开始渠道"),
                "page {} has rows without a head",
                at + 1
            );
        }
    }
}

#[test]
fn ten_thousand_rows_are_printed_in_reasonable_time() {
    let sheet = sheet(10_000);
    let started = Instant::now();
    let printed = ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap();
    assert!(
        started.elapsed() < Duration::from_secs(30),
        "{:?}",
        started.elapsed()
    );
    let text = text(&printed.bytes);
    assert!(text.contains("E00001") && text.contains("E05000") && text.contains("E10000"));
    assert_eq!(printed.missing, []);
}

#[test]
fn a_row_longer_than_a_page_is_printed_whole() {
    let answer = "憋尿一小时，等到有尿意再做。".repeat(600);
    let row = EncounterRow {
        answer: answer.clone(),
        ..encounter(0)
    };
    let sheet = LedgerSheet {
        encounters: vec![row, encounter(1)],
        ..sheet(0)
    };
    let text = text(&ledger_pdf(&sheet, Language::Zh, &fixture()).unwrap().bytes);
    assert_eq!(text.matches('憋').count(), 600);
    assert!(text.contains("E00002"));
}
