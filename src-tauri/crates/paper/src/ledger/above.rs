//! What stands above the tables of a ledger: its name and days, masked or full, who made it,
//! as of when it speaks.

use super::{Detail, LedgerSheet};
use crate::words::Language;

/// The ledger's name and days: `台账 2026-11-21`, `台账 2026-11-01 – 2026-11-21`.
pub(super) fn title(sheet: &LedgerSheet, language: Language) -> String {
    let name = language.pick("台账", "Ledger");
    if sheet.from == sheet.to {
        format!("{name} {}", sheet.from)
    } else {
        format!("{name} {} – {}", sheet.from, sheet.to)
    }
}

/// Masked, or full and why.
pub(super) fn detail(sheet: &LedgerSheet, language: Language) -> String {
    match &sheet.detail {
        Detail::Masked => language.pick("已脱敏 MASKED", "MASKED 已脱敏").into(),
        Detail::Full {
            purpose,
            words,
            receiver,
            name,
        } => format!(
            "{}{}{}{}",
            language.pick("完整信息 FULL，用途：", "FULL 完整信息, purpose: "),
            named(purpose.say(language), words, language),
            language.pick("，接收方：", ", receiver: "),
            named(receiver.say(language), name, language)
        ),
    }
}

/// A term with what was typed beside it.
fn named(term: &str, typed: &str, language: Language) -> String {
    if typed.trim().is_empty() {
        return term.to_owned();
    }
    match language {
        Language::Zh => format!("{term}（{typed}）"),
        Language::En => format!("{term} ({typed})"),
    }
}

/// As of when its tables and figures speak.
pub(super) fn as_of(sheet: &LedgerSheet, language: Language) -> String {
    let to = &sheet.to;
    match (sheet.closed, language) {
        (true, Language::Zh) => format!("已截止：按 {to} 当日结束时的情况，之后的变化另列"),
        (true, Language::En) => format!("Closed: as {to} ended; what changed later stands apart"),
        (false, Language::Zh) => "未截止：按制表时的情况".to_owned(),
        (false, Language::En) => "Not closed: as it stood when it was made".to_owned(),
    }
}

/// Who made it, and when.
pub(super) fn made(sheet: &LedgerSheet, language: Language) -> String {
    format!(
        "{} {} · {}",
        language.pick("制表", "Made by"),
        sheet.made_by,
        sheet.made_at.text
    )
}
