//! The voucher on the screen, beside the one on paper.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use paper::{Language, Paper, VoucherSheet, voucher, voucher_pictures};
use support::picture::{FINE, Grey, look};
use support::read::{code, printed};
use support::{crowded, english, fixture};

const PAPERS: [Paper; 3] = [Paper::A4, Paper::A5, Paper::Roll80];

fn pictures(sheet: &VoucherSheet, paper: Paper, language: Language) -> Vec<String> {
    voucher_pictures(sheet, paper, language, &fixture()).unwrap()
}

fn on_screen(sheet: &VoucherSheet, paper: Paper, language: Language) -> Vec<Grey> {
    let pictures = pictures(sheet, paper, language);
    pictures.iter().map(|svg| look(svg)).collect()
}

fn on_paper(sheet: &VoucherSheet, paper: Paper, language: Language) -> Vec<Grey> {
    printed(&voucher(sheet, paper, language, &fixture()).unwrap().bytes)
}

/// How much two pages may differ in darkness anywhere: edges are drawn in grey on paper.
const NEAR: f32 = 0.12;

/// The most by which two pages differ in darkness in any square of two millimetres.
fn apart(screen: &Grey, paper: &Grey) -> f32 {
    let near = |a: usize, b: usize| a.abs_diff(b) <= 1;
    assert!(
        near(screen.width, paper.width) && near(screen.height, paper.height),
        "{}×{} on the screen, {}×{} on paper",
        screen.width,
        screen.height,
        paper.width,
        paper.height
    );
    let (screen, paper) = (screen.squares(2 * FINE), paper.squares(2 * FINE));
    let squares = screen.iter().flatten().zip(paper.iter().flatten());
    squares.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

fn ink(page: &Grey) -> f32 {
    page.squares(FINE).iter().flatten().sum()
}

fn sheets() -> [(&'static str, VoucherSheet, Language); 5] {
    let voided = VoucherSheet {
        voided: true,
        ..support::voucher()
    };
    let rare = VoucherSheet {
        visitor: "𠮷㛃 🙂".into(),
        training: true,
        prints: 2,
        ..support::voucher()
    };
    [
        ("plain", support::voucher(), Language::Zh),
        ("crowded", crowded(), Language::Zh),
        ("english", english(), Language::En),
        ("voided", voided, Language::Zh),
        ("rare", rare, Language::Zh),
    ]
}

#[test]
fn the_screen_is_dark_where_the_paper_is() {
    for (name, sheet, language) in sheets() {
        for paper in PAPERS {
            let screen = on_screen(&sheet, paper, language);
            let printed = on_paper(&sheet, paper, language);
            assert_eq!(screen.len(), printed.len(), "{name} {paper:?}");
            for (screen, printed) in screen.iter().zip(&printed) {
                let apart = apart(screen, printed);
                assert!(apart < NEAR, "{name} {paper:?}: {apart}");
                let (shown, wanted) = (ink(screen), ink(printed));
                assert!(shown > 1000.0, "{name} {paper:?} is empty: {shown}");
                let share = shown / wanted;
                assert!((0.98..1.02).contains(&share), "{name} {paper:?}: {share}");
            }
        }
    }
}

#[test]
fn one_other_character_is_seen() {
    let sheet = support::voucher();
    let other = VoucherSheet {
        visitor: "张桂王".into(),
        ..support::voucher()
    };
    for paper in PAPERS {
        let screen = on_screen(&other, paper, Language::Zh).remove(0);
        let printed = on_paper(&sheet, paper, Language::Zh).remove(0);
        let apart = apart(&screen, &printed);
        assert!(apart > NEAR, "{paper:?}: {apart}");
    }
}

#[test]
fn a_scanner_reads_the_payload_off_the_screen_unless_it_is_void() {
    for (name, sheet, language) in sheets() {
        for paper in PAPERS {
            let pages = on_screen(&sheet, paper, language);
            let read: Vec<String> = pages.iter().flat_map(code).collect();
            let wanted: &[&str] = if sheet.voided { &[] } else { &[&sheet.qr] };
            assert_eq!(read, wanted, "{name} {paper:?}");
        }
    }
}

#[test]
fn what_was_typed_is_drawn_and_never_markup() {
    let typed = r#"</svg><script>alert("1")</script><img src='x' onerror=1>&amp;]]>"#;
    let hostile = VoucherSheet {
        institution: paper::Institution {
            name: typed.into(),
            address: typed.into(),
            phone: typed.into(),
        },
        visitor: typed.into(),
        place: typed.into(),
        needs: Some(typed.into()),
        notes: Some(typed.into()),
        ..support::voucher()
    };
    for paper in PAPERS {
        for svg in pictures(&hostile, paper, Language::Zh) {
            // Looking fails at any other element; here is no text between them at all.
            assert!(ink(&look(&svg)) > 100.0, "{paper:?}");
            for part in ["script", "alert", "onerror", "href", "&", "'", "<text"] {
                assert!(!svg.contains(part), "{part} {paper:?}");
            }
            assert_eq!(svg.matches("</").count(), 1, "{paper:?}");
        }
    }
}

#[test]
fn what_is_not_printed_is_not_shown_either() {
    let sheet = VoucherSheet {
        day: "2026-02-30".into(),
        ..support::voucher()
    };
    for paper in PAPERS {
        let printed = voucher(&sheet, paper, Language::Zh, &fixture()).unwrap_err();
        let shown = voucher_pictures(&sheet, paper, Language::Zh, &fixture()).unwrap_err();
        assert_eq!(shown, printed);
    }
}
