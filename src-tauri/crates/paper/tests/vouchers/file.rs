//! A voucher as a file: its code, its fonts, its size, and which are refused.

use paper::{Language, Paper, PaperError, VoucherSheet, grouped, voucher};

use crate::support::read::{about, codes};
use crate::support::{self, crowded, fixture};
use crate::{PAPERS, print};

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
