//! What stands on a voucher, read back from the finished file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use paper::{Fen, Language, Paper, PaperError, Printed, VoucherSheet, grouped, voucher};
use support::read::{about, bare, codes, pages, text};
use support::{crowded, english, fixture, strings};

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
fn pages_after_the_first_say_whose_voucher_it_is_and_are_numbered() {
    let sheet = VoucherSheet {
        prepare: strings(&["早上空腹来，先抽血。"; 60]),
        ..support::voucher()
    };
    let pages = pages(&print(&sheet, Paper::A5, Language::Zh).bytes);
    assert!(pages.len() > 1);
    for (at, page) in pages.iter().enumerate() {
        assert_holds(
            page,
            &[
                &format!("第 {} 页，共 {} 页", at + 1, pages.len()),
                "2026 1121 0012 7",
                "张桂兰",
            ],
        );
    }
}

#[test]
fn a_scanner_reads_the_payload_off_every_paper() {
    for paper in PAPERS {
        for sheet in [
            support::voucher(),
            VoucherSheet {
                training: true,
                prints: 2,
                ..crowded()
            },
        ] {
            assert_eq!(
                codes(&print(&sheet, paper, Language::Zh).bytes),
                [sheet.qr.as_str()],
                "{paper:?}"
            );
        }
    }
}

#[test]
fn a_voided_voucher_says_so_and_has_no_code() {
    let sheet = VoucherSheet {
        voided: true,
        ..support::voucher()
    };
    for paper in PAPERS {
        let printed = print(&sheet, paper, Language::Zh);
        for page in pages(&printed.bytes) {
            assert_holds(&page, &["作废 VOID"]);
        }
        assert_holds(&text(&printed.bytes), &["此凭证已作废", "2026 1121 0012 7"]);
        assert!(codes(&printed.bytes).is_empty());
    }
    assert!(!text(&print(&support::voucher(), Paper::A4, Language::Zh).bytes).contains("作废"));
}

#[test]
fn only_a_reprint_is_marked_and_counted() {
    for paper in PAPERS {
        let at = |prints| {
            text(
                &print(
                    &VoucherSheet {
                        prints,
                        ..support::voucher()
                    },
                    paper,
                    Language::Zh,
                )
                .bytes,
            )
        };
        assert!(!at(1).contains("REPRINT") && !at(0).contains("REPRINT"));
        assert_holds(&at(2), &["补打 第 1 次 REPRINT 1"]);
        assert_holds(&at(4), &["补打 第 3 次 REPRINT 3"]);
    }
}

#[test]
fn a_training_voucher_says_so_on_every_page() {
    let long = VoucherSheet {
        training: true,
        prepare: strings(&["早上空腹来，先抽血。"; 60]),
        ..support::voucher()
    };
    for paper in PAPERS {
        for page in pages(&print(&long, paper, Language::En).bytes) {
            assert_holds(&page, &["训练数据，不作凭证 · TRAINING, NOT VALID"]);
        }
        assert!(!text(&print(&support::voucher(), paper, Language::Zh).bytes).contains("训练"));
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

#[test]
fn the_same_sheet_is_the_same_bytes() {
    for paper in PAPERS {
        let sheet = crowded();
        assert_eq!(
            print(&sheet, paper, Language::Zh).bytes,
            print(&sheet, paper, Language::Zh).bytes
        );
    }
    let other = VoucherSheet {
        visitor: "张桂".into(),
        ..support::voucher()
    };
    assert_ne!(
        print(&other, Paper::A5, Language::Zh).bytes,
        print(&support::voucher(), Paper::A5, Language::Zh).bytes
    );
}

#[test]
fn fonts_are_embedded_as_subsets_and_names_stay_out_of_the_properties() {
    let printed = print(&support::voucher(), Paper::A5, Language::Zh);
    let fonts = about("pdffonts", &printed.bytes);
    for font in ["SHWREG+Sheet-Regular", "SHWBLD+Sheet-Bold"] {
        let line = fonts
            .lines()
            .find(|line| line.starts_with(font))
            .expect(font);
        assert_eq!(
            line.split_whitespace()
                .filter(|word| *word == "yes")
                .count(),
            3,
            "embedded, subset, unicode: {line}"
        );
    }
    let properties = about("pdfinfo", &printed.bytes);
    assert!(
        properties.contains("2026 1121 0012 7")
            && !properties.contains("张桂兰")
            && !properties.contains("PDF/X"),
        "{properties}"
    );
    assert!(
        printed.bytes.len() < 100_000,
        "{} bytes",
        printed.bytes.len()
    );
}

#[test]
fn the_roll_is_as_long_as_its_content() {
    let height = |sheet: &VoucherSheet| {
        let info = about("pdfinfo", &print(sheet, Paper::Roll80, Language::Zh).bytes);
        let size = info
            .lines()
            .find(|line| line.starts_with("Page size"))
            .unwrap()
            .to_owned();
        let words: Vec<&str> = size.split_whitespace().collect();
        assert_eq!(
            words[2].parse::<f32>().unwrap().round(),
            (80.0_f32 / 25.4 * 72.0).round()
        );
        words[4].parse::<f32>().unwrap()
    };
    let (short, long) = (
        height(&VoucherSheet {
            prepare: Vec::new(),
            ..support::voucher()
        }),
        height(&crowded()),
    );
    assert!(short < 800.0 && long > short + 200.0, "{short} {long}");
}

#[test]
fn what_must_not_be_handed_out_is_refused() {
    let refused =
        |sheet: VoucherSheet| voucher(&sheet, Paper::A5, Language::Zh, &fixture()).unwrap_err();
    for number in [
        "",
        "202611210012",
        "20261121001270",
        "2026112100l27",
        "２０２６１１２１００１２７",
    ] {
        assert_eq!(
            refused(VoucherSheet {
                number: number.into(),
                ..support::voucher()
            }),
            PaperError::Number
        );
    }
    for qr in ["", "12 34", "A1", "-1"] {
        assert_eq!(
            refused(VoucherSheet {
                qr: qr.into(),
                ..support::voucher()
            }),
            PaperError::Qr
        );
    }
    assert_eq!(
        refused(VoucherSheet {
            qr: "1".repeat(8_000),
            ..support::voucher()
        }),
        PaperError::Qr
    );
    assert_eq!(
        refused(VoucherSheet {
            day: "2026-02-30".into(),
            ..support::voucher()
        }),
        PaperError::Day
    );
    assert_eq!(
        refused(VoucherSheet {
            starts: 1_441,
            ..support::voucher()
        }),
        PaperError::Minute
    );
    assert_eq!(grouped("2026112100127").unwrap(), "2026 1121 0012 7");
}
