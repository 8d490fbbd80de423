//! Prints every kind of sheet, to be looked at:
//! `cargo run -p paper --example samples -- FONTS OUT`, where FONTS holds the two
//! Noto Sans SC files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a tool for eyes"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;

use paper::{
    Detail, Fonts, Language, Paper, VoucherSheet, ledger_csv, ledger_pdf, ledger_xlsx, recovery,
    ticket, voucher, voucher_pictures,
};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (from, out) = (arguments.next().unwrap(), arguments.next().unwrap());
    let font = |name: &str| std::fs::read(Path::new(&from).join(name)).unwrap().into();
    let fonts = Fonts::new(
        font("NotoSansSC_400Regular.ttf"),
        font("NotoSansSC_700Bold.ttf"),
        None,
    )
    .unwrap();
    std::fs::create_dir_all(&out).unwrap();
    let keep =
        |name: &str, bytes: &[u8]| std::fs::write(Path::new(&out).join(name), bytes).unwrap();
    let voided = VoucherSheet {
        voided: true,
        ..support::voucher()
    };
    let rare = VoucherSheet {
        visitor: "𠮷㛃䶮 🙂".into(),
        training: true,
        prints: 2,
        ..support::voucher()
    };
    for (name, sheet, language) in [
        ("zh", support::voucher(), Language::Zh),
        ("crowded", support::crowded(), Language::Zh),
        ("en", support::english(), Language::En),
        ("void", voided, Language::Zh),
        ("rare", rare, Language::Zh),
    ] {
        for (paper_name, paper) in [
            ("a4", Paper::A4),
            ("a5", Paper::A5),
            ("80mm", Paper::Roll80),
        ] {
            let printed = voucher(&sheet, paper, language, &fonts).unwrap();
            println!(
                "voucher-{name}-{paper_name}: {} bytes, missing {:?}",
                printed.bytes.len(),
                printed.missing
            );
            keep(&format!("voucher-{name}-{paper_name}.pdf"), &printed.bytes);
            let pictures = voucher_pictures(&sheet, paper, language, &fonts).unwrap();
            for (page, picture) in pictures.iter().enumerate() {
                let file = format!("voucher-{name}-{paper_name}-{}.svg", page + 1);
                keep(&file, picture.as_bytes());
            }
        }
    }
    let mut slip = support::ticket();
    keep(
        "ticket-zh.pdf",
        &ticket(&slip, Language::Zh, &fonts).unwrap().bytes,
    );
    slip.training = true;
    keep(
        "ticket-en-training.pdf",
        &ticket(&slip, Language::En, &fonts).unwrap().bytes,
    );
    let mut codes = support::recovery();
    keep(
        "recovery-zh.pdf",
        &recovery(&codes, Language::Zh, &fonts).unwrap().bytes,
    );
    codes.training = true;
    keep(
        "recovery-en-training.pdf",
        &recovery(&codes, Language::En, &fonts).unwrap().bytes,
    );
    let mut ledger = support::ledger::sheet(60);
    keep(
        "ledger-zh.pdf",
        &ledger_pdf(&ledger, Language::Zh, &fonts).unwrap().bytes,
    );
    keep(
        "ledger-zh.xlsx",
        &ledger_xlsx(&ledger, Language::Zh).unwrap(),
    );
    keep("ledger-zh.csv", &ledger_csv(&ledger, Language::Zh).unwrap());
    ledger.training = true;
    ledger.detail = Detail::Full {
        purpose: paper::Purpose::Inspection,
        words: "年度检查，抽查十一月二十一日全部首问事项".into(),
        receiver: paper::Receiver::Superior,
        name: "市卫生健康委员会".into(),
    };
    keep(
        "ledger-en-training.pdf",
        &ledger_pdf(&ledger, Language::En, &fonts).unwrap().bytes,
    );
    keep(
        "ledger-en-training.xlsx",
        &ledger_xlsx(&ledger, Language::En).unwrap(),
    );
    let started = std::time::Instant::now();
    let long = ledger_pdf(&support::ledger::sheet(10_000), Language::Zh, &fonts).unwrap();
    println!(
        "10,000 encounters: {} bytes in {:?}",
        long.bytes.len(),
        started.elapsed()
    );
    keep("ledger-10000.pdf", &long.bytes);
}
