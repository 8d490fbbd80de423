//! What marks a voucher: void, reprint, training, whose page it is.

use paper::{Language, Paper, VoucherSheet};

use crate::support::read::{codes, pages, text};
use crate::support::{self, strings};
use crate::{PAPERS, assert_holds, print};

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
