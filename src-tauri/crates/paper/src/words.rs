//! The words on paper, Chinese and English. The only place in this crate with
//! sentences for people, besides the terms of the ledger beside their enums.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::{Fen, PaperError};

/// The language a sheet is printed in. What was typed in stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文.
    Zh,
    /// English.
    En,
}

impl Language {
    pub(crate) fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Both languages: whoever reads the sheet must know that it is not a real one.
pub(crate) const TRAINING_BAND: &str = "训练数据，不作凭证 · TRAINING, NOT VALID";
pub(crate) const TRAINING_MARK: &str = "训练 TRAINING";
pub(crate) const VOID_MARK: &str = "作废 VOID";

macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)*) => {
        /// A word or a fixed sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Word { $($name),* }

        impl Word {
            pub(crate) fn say(self, language: Language) -> &'static str {
                match self { $(Self::$name => language.pick($zh, $en)),* }
            }

            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

words! {
    BookingVoucher = "预约凭证", "Booking voucher";
    Where = "地点", "Where";
    Name = "姓名", "Name";
    Phone = "电话", "Phone";
    Telephone = "电话", "Tel.";
    Number = "凭证号", "Voucher no.";
    Services = "项目", "Booked";
    Price = "费用", "Price";
    Free = "免费", "Free of charge";
    Bring = "请带来", "Please bring";
    Prepare = "请这样准备", "How to prepare";
    Needs = "过敏与特殊需要", "Allergies and special needs";
    Despite = "与本人情况不符，仍预约的理由", "Booked although it does not suit, because";
    Notes = "备注", "Notes";
    IssuedBy = "开具", "Issued by";
    ShowThis = "到了请先到前台，出示此凭证。改期或取消，请尽早告诉我们。",
        "Please show this voucher at the front desk. To change or cancel, please tell us early.";
    VoidHere = "此凭证已作废，请以新凭证为准。", "This voucher is void. Only a newer one counts.";
    QueueNumber = "排队号", "Queue number";
    YourTurn = "请留意叫号。\n有不舒服，请马上告诉工作人员。",
        "Please listen for your number. If you feel unwell, tell our staff at once.";
    NobodyAhead = "前面没有人", "Nobody ahead of you";
    RecoveryCode = "恢复码", "Recovery code";
    RecoveryWhat = "当所有管理员都无法登录，或电脑坏了要从备份恢复时，用它打开数据。丢失全部密码和恢复码，数据就再也打不开。",
        "It opens the data when no administrator can sign in, or when a backup is restored on a new computer. If all passwords and all recovery codes are lost, the data can never be opened again.";
    RecoveryKeep = "怎样保管", "How to keep it";
    RecoveryEnvelope = "单独装进一个信封，封口处签名并写上日期。", "Put this sheet alone into an envelope; sign and date it across the seal.";
    RecoveryApart = "两份恢复码分开锁好，不放在同一处，也不放在这台电脑旁边。", "Lock the codes away in different places, neither of them near this computer.";
    RecoverySecret = "不拍照，不复印，不抄进电脑或手机。谁拿到它，谁就能看到全部数据。", "Do not photograph or copy it, nor type it into a computer or phone to keep it. Whoever holds it can read everything.";
    RecoveryAgain = "拆开过信封，或怀疑有人看过，请立即换新恢复码。", "If the envelope was opened, or somebody may have seen the code, replace it at once.";
    RecoveryNoLookAlikes = "码里没有字母 I、L、O、U。", "The code has no letters I, L, O, U.";
    OneTimeCode = "一次性口令", "One-time code";
    OneTimeHow = "用它登录一次，随即设自己的密码。请当面交给本人，用后销毁。",
        "It signs in once and then asks for a password of your own. Hand it over in person; destroy it after use.";
    OneTimeUntil = "有效至", "Valid until";
    StaffNo = "工号", "Staff number";
    LeaderSigns = "值班主管签字", "Shift leader";
    SignedOn = "日期", "Date";
    MadeOn = "生成日期", "Made on";
    KeptBy = "保管人", "Kept by";
    KeptWhere = "存放处", "Kept at";
    SealedOn = "封存日期", "Sealed on";
}

/// `2026-11-23` → its date.
pub(crate) fn date(day: &str) -> Result<NaiveDate, PaperError> {
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| PaperError::Day)?;
    // chrono also takes `2026-1-3`, which no other part of the program writes.
    if date.to_string() == day {
        Ok(date)
    } else {
        Err(PaperError::Day)
    }
}

/// Minutes of a day → `08:30`.
pub(crate) fn clock(minute: u16) -> Result<String, PaperError> {
    if minute > 1440 {
        return Err(PaperError::Minute);
    }
    Ok(format!("{:02}:{:02}", minute / 60, minute % 60))
}

/// The day in full, with its weekday.
pub(crate) fn day(language: Language, date: NaiveDate) -> String {
    let weekday = match date.weekday() {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    };
    match language {
        Language::Zh => format!(
            "{}年{}月{}日 星期{weekday}",
            date.year(),
            date.month(),
            date.day()
        ),
        Language::En => date.format("%A %-d %B %Y").to_string(),
    }
}

/// Morning, afternoon: an elderly visitor does not read 13:30 as half past one.
pub(crate) fn half(language: Language, minute: u16) -> &'static str {
    match minute {
        0..=719 => language.pick("上午", "morning"),
        720..=779 => language.pick("中午", "midday"),
        780..=1079 => language.pick("下午", "afternoon"),
        _ => language.pick("晚上", "evening"),
    }
}

/// An amount in yuan, as on a receipt: `¥1,280.50`.
pub(crate) fn money(language: Language, fen: Fen) -> String {
    if fen.0 == 0 {
        return Word::Free.say(language).into();
    }
    let (yuan, rest) = (fen.0.unsigned_abs() / 100, fen.0.unsigned_abs() % 100);
    let digits = yuan.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if fen.0 < 0 { "-" } else { "" };
    format!("{sign}¥{grouped}.{rest:02}")
}

pub(crate) fn arrive_by(language: Language, time: &str) -> String {
    match language {
        Language::Zh => format!("请 {time} 前到"),
        Language::En => format!("Please come by {time}"),
    }
}

/// In both languages: staff and visitor need not read the same one.
pub(crate) fn reprint(again: u32) -> String {
    format!("补打 第 {again} 次 REPRINT {again}")
}

pub(crate) fn page_of(language: Language, page: usize, pages: usize) -> String {
    match language {
        Language::Zh => format!("第 {page} 页，共 {pages} 页"),
        Language::En => format!("Page {page} of {pages}"),
    }
}

pub(crate) fn ahead(language: Language, people: u32) -> String {
    match (language, people) {
        (_, 0) => Word::NobodyAhead.say(language).into(),
        (Language::Zh, n) => format!("前面还有 {n} 人"),
        (Language::En, 1) => "1 person ahead of you".into(),
        (Language::En, n) => format!("{n} people ahead of you"),
    }
}

pub(crate) fn wait(language: Language, median: u32, bound: u32) -> String {
    match language {
        Language::Zh if median == bound => format!("约等 {median} 分钟"),
        Language::Zh => format!("约等 {median} 分钟\n多数人不超过 {bound} 分钟"),
        Language::En if median == bound => format!("About {median} min"),
        Language::En => format!("About {median} min,\nfor most people at most {bound} min"),
    }
}

pub(crate) fn code_of(language: Language, code: usize, codes: usize) -> String {
    match language {
        Language::Zh => format!("第 {code} 份，共 {codes} 份 · 放入信封 {code}"),
        Language::En => format!("Code {code} of {codes} · for envelope {code}"),
    }
}

/// Label and value with the language's own colon.
pub(crate) fn labelled(language: Language, label: Word, value: &str) -> String {
    format!(
        "{}{}{value}",
        label.say(language),
        language.pick("：", ": ")
    )
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    #[test]
    fn every_word_has_both_languages() {
        for word in Word::ALL {
            let (zh, en) = (word.say(Language::Zh), word.say(Language::En));
            assert!(zh.chars().any(|c| u32::from(c) > 0x2E80), "{zh}");
            assert!(!en.is_empty() && en.is_ascii(), "{en}");
        }
    }

    #[test]
    fn money_is_grouped_and_keeps_its_fen() {
        let zh = |fen| money(Language::Zh, Fen(fen));
        assert_eq!(
            [zh(5), zh(12_000), zh(128_050), zh(123_456_789)],
            ["¥0.05", "¥120.00", "¥1,280.50", "¥1,234,567.89"]
        );
        assert_eq!(zh(-12_000), "-¥120.00");
        assert_eq!(
            [zh(0), money(Language::En, Fen(0))],
            ["免费", "Free of charge"]
        );
    }

    #[test]
    fn the_weekday_is_worked_out_from_the_day() {
        let monday = date("2026-11-23").unwrap();
        assert_eq!(day(Language::Zh, monday), "2026年11月23日 星期一");
        assert_eq!(day(Language::En, monday), "Monday 23 November 2026");
    }

    #[test]
    fn what_is_no_day_or_minute_is_refused() {
        for wrong in [
            "",
            "2026-02-30",
            "2026-1-3",
            "23.11.2026",
            "2026-11-23T08:00",
        ] {
            assert_eq!(date(wrong), Err(PaperError::Day), "{wrong}");
        }
        assert_eq!(clock(1441), Err(PaperError::Minute));
        assert_eq!(clock(490).unwrap(), "08:10");
    }
}
