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

use std::path::{Path, PathBuf};

use paper::{
    Detail, Fonts, Language, LedgerSheet, Paper, VoucherSheet, ledger_csv, ledger_pdf, ledger_xlsx,
    recovery, ticket, voucher, voucher_pictures,
};

/// Where the sheets go, and what they are printed with.
struct Press {
    out: PathBuf,
    fonts: Fonts,
}

impl Press {
    fn keep(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.out.join(name), bytes).unwrap();
    }
}

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
    let out = out.into();
    let press = Press { out, fonts };
    vouchers(&press);
    slips(&press);
    ledgers(&press);
}

fn vouchers(press: &Press) {
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
            let name = format!("voucher-{name}-{paper_name}");
            let printed = voucher(&sheet, paper, language, &press.fonts).unwrap();
            let (bytes, missing) = (printed.bytes, printed.missing);
            println!("{name}: {} bytes, missing {missing:?}", bytes.len());
            press.keep(&format!("{name}.pdf"), &bytes);
            let pictures = voucher_pictures(&sheet, paper, language, &press.fonts).unwrap();
            for (page, picture) in pictures.iter().enumerate() {
                press.keep(&format!("{name}-{}.svg", page + 1), picture.as_bytes());
            }
        }
    }
}

fn slips(press: &Press) {
    let (mut slip, mut codes) = (support::ticket(), support::recovery());
    for (name, language, training) in [
        ("zh", Language::Zh, false),
        ("en-training", Language::En, true),
    ] {
        (slip.training, codes.training) = (training, training);
        let printed = ticket(&slip, language, &press.fonts).unwrap();
        press.keep(&format!("ticket-{name}.pdf"), &printed.bytes);
        let printed = recovery(&codes, language, &press.fonts).unwrap();
        press.keep(&format!("recovery-{name}.pdf"), &printed.bytes);
    }
}

fn ledgers(press: &Press) {
    let mut ledger = support::ledger::sheet(60);
    let print =
        |ledger: &LedgerSheet, language| ledger_pdf(ledger, language, &press.fonts).unwrap().bytes;
    press.keep("ledger-zh.pdf", &print(&ledger, Language::Zh));
    press.keep(
        "ledger-zh.xlsx",
        &ledger_xlsx(&ledger, Language::Zh).unwrap(),
    );
    press.keep("ledger-zh.csv", &ledger_csv(&ledger, Language::Zh).unwrap());
    ledger.training = true;
    ledger.detail = Detail::Full {
        purpose: paper::Purpose::Inspection,
        words: "年度检查，抽查十一月二十一日全部首问事项".into(),
        receiver: paper::Receiver::Superior,
        name: "市卫生健康委员会".into(),
    };
    press.keep("ledger-en-training.pdf", &print(&ledger, Language::En));
    press.keep(
        "ledger-en-training.xlsx",
        &ledger_xlsx(&ledger, Language::En).unwrap(),
    );
    let started = std::time::Instant::now();
    let long = print(&support::ledger::sheet(10_000), Language::Zh);
    let (bytes, time) = (long.len(), started.elapsed());
    println!("10,000 encounters: {bytes} bytes in {time:?}");
    press.keep("ledger-10000.pdf", &long);
}
