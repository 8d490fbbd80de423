//! Ledgers read back: on paper, from the workbook, from the CSV.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx};
use paper::{
    Detail, EncounterRow, Fen, Language, LedgerSheet, PaperError, Purpose, Receiver, ledger_csv,
    ledger_pdf, ledger_xlsx,
};
use support::fixture;
use support::ledger::{encounter, sheet};
use support::read::{bare, pages, text};

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

#[test]
fn formulas_are_defused_in_the_csv() {
    let bytes = ledger_csv(&hostile(), Language::Zh).unwrap();
    let records = records(&bytes);
    for payload in PAYLOADS {
        assert!(
            records
                .iter()
                .any(|record| record[6] == format!("'{payload}")),
            "{payload:?}"
        );
    }
    for record in &records {
        for field in record {
            assert!(
                !field
                    .trim_start()
                    .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                "{field:?}"
            );
        }
    }
}

#[test]
fn the_csv_is_quoted_throughout_and_keeps_amounts_as_numbers() {
    let mut sheet = sheet(6);
    sheet.bookings[0].price = Fen(-12_050);
    let bytes = ledger_csv(&sheet, Language::Zh).unwrap();
    let body = std::str::from_utf8(&bytes[3..]).unwrap();
    for line in body.split_terminator("\r\n") {
        assert!(
            line.starts_with('"') && line.ends_with('"') && !line.contains('\n'),
            "{line}"
        );
    }
    let records = records(&bytes);
    let price = |row: &str| {
        records
            .iter()
            .find(|record| &record[0] == "bookings" && &record[1] == row)
            .unwrap()[9]
            .to_owned()
    };
    assert_eq!(
        [price("key"), price("1"), price("2")],
        ["price", "-120.50", "120.50"]
    );
}

#[test]
fn a_program_finds_every_row_of_the_csv_by_its_table() {
    let sheet = sheet(9);
    let records = records(&ledger_csv(&sheet, Language::En).unwrap());
    let rows = |table: &str| {
        records
            .iter()
            .filter(|record| &record[0] == table && record[1].parse::<u32>().is_ok())
            .count()
    };
    assert_eq!(
        [
            rows("encounters"),
            rows("bookings"),
            rows("feedback"),
            rows("promises")
        ],
        [9, 3, 2, 1]
    );
    let first = records
        .iter()
        .find(|record| &record[0] == "encounters" && &record[1] == "1")
        .unwrap();
    let keys = records
        .iter()
        .find(|record| &record[0] == "encounters" && &record[1] == "key")
        .unwrap();
    let cell = |key: &str| &first[keys.iter().position(|field| field == key).unwrap()];
    assert_eq!(
        [cell("no"), cell("day"), cell("started"), cell("answer")],
        [
            "E00001",
            "2026-11-21",
            "08:00",
            sheet.encounters[0].answer.as_str()
        ]
    );
}

#[test]
fn the_workbook_holds_the_same_cells_and_not_one_formula() {
    let sheet = hostile();
    let bytes = ledger_xlsx(&sheet, Language::Zh).unwrap();
    let mut book = workbook(bytes);
    assert_eq!(book.sheet_names(), ["接待", "预约", "反馈", "承诺", "合计"]);
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(
            formulas.used_cells().all(|cell| cell.2.is_empty()),
            "{name}"
        );
    }
    let range = book.worksheet_range("接待").unwrap();
    for (at, row) in (4..).zip(&sheet.encounters) {
        // XML reads a lone carriage return back as a line feed unless it is escaped.
        let shown = range
            .get_value((at, 4))
            .unwrap()
            .to_string()
            .replace("_x000D_", "\r");
        assert_eq!(shown.replace('\r', "\n"), row.visitor.replace('\r', "\n"));
        assert_eq!(
            range.get_value((at, 12)),
            Some(&Data::String(row.answer.clone()))
        );
        assert_eq!(
            range.get_value((at, 0)),
            Some(&Data::String(row.no.clone()))
        );
    }
}

#[test]
fn days_times_counts_and_amounts_are_real_in_the_workbook() {
    let mut book = workbook(ledger_xlsx(&sheet(6), Language::Zh).unwrap());
    let encounters = book.worksheet_range("接待").unwrap();
    let Some(Data::DateTime(day)) = encounters.get_value((4, 1)) else {
        panic!("{:?}", encounters.get_value((4, 1)))
    };
    assert_eq!(day.as_datetime().unwrap().date().to_string(), "2026-11-21");
    assert!(matches!(
        encounters.get_value((5, 2)),
        Some(Data::DateTime(_))
    ));
    let bookings = book.worksheet_range("预约").unwrap();
    assert_eq!(bookings.get_value((4, 7)), Some(&Data::Float(768.0)));
    assert_eq!(
        bookings.get_value((4, 0)),
        Some(&Data::String("2026 1121 0000 0".into()))
    );
    let totals = book.worksheet_range("合计").unwrap();
    assert_eq!(totals.get_value((4, 2)), Some(&Data::Float(6.0)));
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

#[test]
fn a_text_no_cell_can_hold_is_refused_not_cut() {
    let row = EncounterRow {
        answer: "长".repeat(32_768),
        ..encounter(0)
    };
    let sheet = LedgerSheet {
        encounters: vec![row],
        ..sheet(0)
    };
    assert_eq!(
        ledger_xlsx(&sheet, Language::Zh).unwrap_err(),
        PaperError::Spreadsheet
    );
}
