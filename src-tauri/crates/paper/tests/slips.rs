//! Queue slips and recovery codes, read back from the finished file.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod support;

use paper::{
    CodeSlip, Institution, Language, PaperError, RecoverySheet, Stamp, TicketSheet, Wait,
    code_slip, recovery, ticket,
};
use support::fixture;
use support::read::{about, bare, codes, pages, text};

fn slip(sheet: &TicketSheet, language: Language) -> String {
    text(&ticket(sheet, language, &fixture()).unwrap().bytes)
}

#[test]
fn every_line_of_a_queue_slip_is_printed() {
    let sheet = support::ticket();
    let zh = slip(&sheet, Language::Zh);
    for line in [
        "青溪市健康体检中心",
        "排队号",
        "A023",
        "3 号窗口",
        "服务办理 › 体检预约",
        "前面还有 4 人",
        "约等 12 分钟",
        "多数人不超过 25 分钟",
        "请在轮椅区等",
        "请留意叫号",
        "2026-11-21 10:33",
    ] {
        assert!(zh.contains(&bare(line)), "{line} is not in {zh}");
    }
    let en = slip(&sheet, Language::En);
    for line in [
        "Queue number",
        "4 people ahead of you",
        "About 12 min",
        "for most people at most 25 min",
        "tell our staff at once",
    ] {
        assert!(en.contains(&bare(line)), "{line} is not in {en}");
    }
}

#[test]
fn an_unknown_wait_is_not_invented() {
    let sheet = TicketSheet {
        wait: None,
        note: None,
        ahead: 0,
        ..support::ticket()
    };
    let slip = slip(&sheet, Language::Zh);
    assert!(
        !slip.contains("分钟") && slip.contains("前面没有人"),
        "{slip}"
    );
}

#[test]
fn a_wait_without_spread_is_said_once() {
    let sheet = TicketSheet {
        wait: Some(Wait {
            median: 5,
            bound: 5,
        }),
        ..support::ticket()
    };
    assert!(!slip(&sheet, Language::Zh).contains("不超过"));
}

#[test]
fn a_training_slip_says_so_at_both_ends() {
    let slip = slip(
        &TicketSheet {
            training: true,
            ..support::ticket()
        },
        Language::Zh,
    );
    assert_eq!(slip.matches("TRAINING,NOTVALID").count(), 2);
}

#[test]
fn a_long_queue_number_still_fits_the_paper() {
    let sheet = TicketSheet {
        number: "VIP-2026-00123".into(),
        ..support::ticket()
    };
    assert!(slip(&sheet, Language::Zh).contains("VIP-2026-00123"));
}

#[test]
fn each_recovery_code_has_its_own_page_envelope_and_qr() {
    let sheet = support::recovery();
    for language in [Language::Zh, Language::En] {
        let printed = recovery(&sheet, language, &fixture()).unwrap();
        let pages = pages(&printed.bytes);
        assert_eq!(pages.len(), 2);
        for (at, (page, code)) in pages.iter().zip(&sheet.codes).enumerate() {
            for (number, group) in code.split('-').enumerate() {
                assert!(
                    page.contains(&format!("{}{group}", number + 1)),
                    "{group} is not in {page}"
                );
            }
            let other = sheet.codes[1 - at].split('-').next().unwrap();
            assert!(!page.contains(other), "the other code is on this page");
            let envelope = match language {
                Language::Zh => format!("放入信封{}", at + 1),
                Language::En => format!("forenvelope{}", at + 1),
            };
            assert!(
                page.contains(&envelope) && page.contains("2026-11-2110:33"),
                "{page}"
            );
        }
        assert_eq!(codes(&printed.bytes), sheet.codes);
        assert!(!about("pdfinfo", &printed.bytes).contains(&sheet.codes[0][..5]));
        assert_eq!(
            printed.bytes,
            recovery(&sheet, language, &fixture()).unwrap().bytes
        );
    }
}

#[test]
fn a_recovery_code_of_another_shape_is_refused() {
    for code in [
        "",
        "7Q3KA",
        "7Q3KA-M0XZ4-9TVBH-C2NRE-6WJ8P-D5GYS",
        "7Q3KA-M0XZ4-9TVBH-C2NRE-6WJ8P-D5GYS-1FKQ",
    ] {
        let sheet = RecoverySheet {
            codes: vec![code.into()],
            ..support::recovery()
        };
        assert_eq!(
            recovery(&sheet, Language::Zh, &fixture()).unwrap_err(),
            PaperError::RecoveryCode
        );
    }
    let none = RecoverySheet {
        codes: Vec::new(),
        ..support::recovery()
    };
    assert_eq!(
        recovery(&none, Language::Zh, &fixture()).unwrap_err(),
        PaperError::RecoveryCode
    );
}

#[test]
fn a_recovery_code_is_not_in_its_debug_text() {
    assert!(!format!("{:?}", support::recovery()).contains("7Q3KA"));
}

#[test]
fn a_one_time_code_is_on_its_slip_and_in_no_property_of_the_file() {
    let slip = CodeSlip {
        institution: Institution {
            name: "青溪市健康体检中心".into(),
            address: String::new(),
            phone: String::new(),
        },
        staff_no: "1002".into(),
        code: "7K2QX-M4T9B".into(),
        until: "2026-11-24 09:00".into(),
        made_at: Stamp {
            at: 1_795_395_600_000,
            text: "2026-11-23 09:00".into(),
        },
        training: false,
    };
    for (language, words) in [
        (Language::Zh, "一次性口令"),
        (Language::En, "One-time code"),
    ] {
        let printed = code_slip(&slip, language, &fixture()).unwrap();
        assert!(printed.missing.is_empty());
        assert_eq!(pages(&printed.bytes).len(), 1);
        let said = text(&printed.bytes);
        for line in [words, "1002", "7K2QX-M4T9B", "2026-11-24 09:00"] {
            assert!(said.contains(&bare(line)), "{line} is not in {said}");
        }
        assert!(!about("pdfinfo", &printed.bytes).contains("7K2QX"));
    }
    assert!(!format!("{slip:?}").contains("7K2QX"), "nor in a log");
}
