//! What stands on a voucher, read back from the finished file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod file;
mod marks;
#[path = "../support/mod.rs"]
mod support;

use paper::{Fen, Language, Paper, Printed, VoucherSheet, voucher};
use support::read::{bare, pages, text};
use support::{crowded, english, fixture};

const PAPERS: [Paper; 3] = [Paper::A4, Paper::A5, Paper::Roll80];

fn print(sheet: &VoucherSheet, paper: Paper, language: Language) -> Printed {
    voucher(sheet, paper, language, &fixture()).unwrap()
}

fn assert_holds(text: &str, lines: &[&str]) {
    for line in lines {
        assert!(text.contains(&bare(line)), "{line:?} is not in {text}");
    }
}

/// Everything handed in that has to be found again.
fn content(sheet: &VoucherSheet) -> Vec<&str> {
    let mut lines = vec![
        sheet.institution.name.as_str(),
        &sheet.institution.address,
        &sheet.institution.phone,
    ];
    lines.extend([
        sheet.visitor.as_str(),
        &sheet.phone,
        &sheet.place,
        &sheet.issued_by,
        &sheet.issued_at.text,
    ]);
    lines.extend(
        sheet
            .services
            .iter()
            .flat_map(|service| [service.name.as_str(), &service.department]),
    );
    lines.extend(sheet.bring.iter().chain(&sheet.prepare).map(String::as_str));
    lines.extend(
        sheet
            .needs
            .as_deref()
            .into_iter()
            .chain(sheet.notes.as_deref()),
    );
    lines
}

#[test]
fn every_line_of_a_voucher_is_on_every_paper() {
    for paper in PAPERS {
        let sheet = support::voucher();
        let text = text(&print(&sheet, paper, Language::Zh).bytes);
        assert_holds(&text, &content(&sheet));
        assert_holds(
            &text,
            &[
                "预约凭证",
                "2026年11月28日 星期六",
                "08:30",
                "上午",
                "请 08:10 前到",
                "凭证号",
                "2026 1121 0012 7",
                "¥768.00",
            ],
        );
        assert_holds(
            &text,
            &[
                "姓名",
                "电话",
                "项目",
                "费用",
                "地点",
                "请带来",
                "请这样准备",
                "过敏与特殊需要",
                "备注",
                "出示此凭证",
            ],
        );
    }
}

#[test]
fn every_line_of_an_english_voucher_is_on_every_paper() {
    for paper in PAPERS {
        let sheet = english();
        let text = text(&print(&sheet, paper, Language::En).bytes);
        assert_holds(&text, &content(&sheet));
        assert_holds(
            &text,
            &[
                "Booking voucher",
                "Saturday 28 November 2026",
                "08:30",
                "morning",
                "Please come by 08:10",
                "Voucher no.",
            ],
        );
        assert_holds(
            &text,
            &[
                "Name",
                "Phone",
                "Booked",
                "Price",
                "Where",
                "Please bring",
                "How to prepare",
                "Allergies and special needs",
            ],
        );
        assert!(!text.contains("凭证"), "{text}");
    }
}

#[test]
fn a_crowded_voucher_loses_no_line() {
    for paper in PAPERS {
        let sheet = crowded();
        let printed = print(&sheet, paper, Language::Zh);
        assert_holds(&text(&printed.bytes), &content(&sheet));
        assert_eq!(printed.missing, []);
    }
}

#[test]
fn a_plain_voucher_is_one_page() {
    for paper in PAPERS {
        assert_eq!(
            pages(&print(&support::voucher(), paper, Language::Zh).bytes).len(),
            1,
            "{paper:?}"
        );
        assert_eq!(
            pages(&print(&english(), paper, Language::En).bytes).len(),
            1,
            "{paper:?}"
        );
    }
}

#[test]
fn a_rare_character_is_marked_on_paper_and_reported() {
    let sheet = VoucherSheet {
        visitor: "𠮷㛃䶮".into(),
        notes: Some("🙂\u{0}".into()),
        ..support::voucher()
    };
    for paper in PAPERS {
        let printed = print(&sheet, paper, Language::Zh);
        assert_eq!(printed.missing, ['\u{0}', '🙂', '𠮷']);
        assert_holds(&text(&printed.bytes), &["〓㛃䶮"]);
    }
}

#[test]
fn ten_thousand_characters_in_each_field_are_printed_whole() {
    let long = "请先告诉前台。".repeat(1_430);
    let sheet = VoucherSheet {
        visitor: "王".repeat(10_000),
        place: long.clone(),
        notes: Some(long.clone()),
        needs: Some("<script>&'\"".repeat(1_000)),
        bring: vec![long.clone()],
        ..support::voucher()
    };
    for paper in PAPERS {
        let printed = print(&sheet, paper, Language::Zh);
        let text = text(&printed.bytes);
        assert!(
            text.matches("请先告诉前台。").count() > 1_400 * 3,
            "{paper:?}"
        );
        assert!(text.matches('王').count() >= 10_000, "{paper:?}");
    }
}

#[test]
fn a_free_booking_says_so_and_an_unknown_price_is_left_out() {
    let at = |price| {
        text(
            &print(
                &VoucherSheet {
                    price,
                    ..support::voucher()
                },
                Paper::A5,
                Language::Zh,
            )
            .bytes,
        )
    };
    assert_holds(&at(Some(Fen(0))), &["费用免费"]);
    assert!(!at(None).contains("费用"));
}
