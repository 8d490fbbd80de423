//! 导出登记, the register of what left the desk, as one CSV file: one record a
//! row, heads in the reader's language, codes in words.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::ledger::{Purpose, Receiver, defused};
use crate::vocabulary::DISCLOSURE_DETAIL;
use crate::words::Language;
use crate::{PaperError, Stamp};

/// One thing that left. Texts that are not known are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureRow {
    /// When.
    pub at: Stamp,
    /// Staff number of who let it go.
    pub staff: String,
    /// What left.
    pub kind: DisclosureKind,
    /// Whether persons were readable.
    pub full: bool,
    /// `csv`, `xlsx`, `pdf`, `paper`.
    pub format: String,
    /// First day of what left, ISO.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// How many rows stood in it.
    pub rows: i64,
    /// What for; none when masked.
    pub purpose: Option<Purpose>,
    /// The purpose in words.
    pub words: String,
    /// Who received it; none when masked.
    pub receiver: Option<Receiver>,
    /// Their name.
    pub name: String,
    /// Name of the file.
    pub file: String,
    /// The journal's entry.
    pub seq: i64,
    /// It never became a file.
    pub lost: bool,
}

crate::ledger::terms! {
    /// 内容: what left the desk.
    DisclosureKind from DISCLOSURE_KIND {
        Ledger = "ledger";
        PersonCopy = "person_copy";
        DisclosureLog = "disclosure_log";
        IncidentReport = "incident_report";
    }
}

const HEADS: [(&str, &str); 14] = [
    ("时间", "When"),
    ("工号", "Staff no."),
    ("内容", "What"),
    ("个人信息", "Personal data"),
    ("格式", "Format"),
    ("从", "From"),
    ("到", "To"),
    ("条数", "Rows"),
    ("用途", "Purpose"),
    ("用途说明", "Purpose in words"),
    ("接收方", "Receiver"),
    ("接收方名称", "Name of receiver"),
    ("文件", "File"),
    ("操作日志", "Journal no."),
];

/// Writes the register as CSV: UTF-8 with BOM, CRLF, every field quoted.
///
/// # Errors
/// [`PaperError::Csv`] when it cannot be written.
pub fn disclosures_csv(rows: &[DisclosureRow], language: Language) -> Result<Vec<u8>, PaperError> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let heads = HEADS.map(|(zh, en)| language.pick(zh, en));
    writer.write_record(heads).map_err(|_| PaperError::Csv)?;
    for row in rows {
        writer
            .write_record(fields(row, language))
            .map_err(|_| PaperError::Csv)?;
    }
    writer.into_inner().map_err(|_| PaperError::Csv)
}

fn fields(row: &DisclosureRow, language: Language) -> [String; 14] {
    let detail = if row.full { "full" } else { "masked" };
    let lost = language.pick("（未成文件）", " (no file was made)");
    [
        row.at.text.clone(),
        defused(&row.staff),
        row.kind.say(language).to_owned(),
        DISCLOSURE_DETAIL.said(detail, language),
        row.format.clone(),
        row.from.clone(),
        row.to.clone(),
        row.rows.to_string(),
        row.purpose.map_or("", |p| p.say(language)).to_owned(),
        defused(&row.words),
        row.receiver.map_or("", |r| r.say(language)).to_owned(),
        defused(&row.name),
        defused(&format!("{}{}", row.file, if row.lost { lost } else { "" })),
        row.seq.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_row_of_the_register_is_one_record_and_runs_nothing() {
        let row = DisclosureRow {
            at: Stamp {
                at: 0,
                text: "2026-11-23 09:00".into(),
            },
            staff: "1004".into(),
            kind: DisclosureKind::Ledger,
            full: true,
            format: "csv".into(),
            from: "2026-11-01".into(),
            to: "2026-11-23".into(),
            rows: 812,
            purpose: Some(Purpose::Other),
            words: "=1+1".into(),
            receiver: Some(Receiver::Superior),
            name: "市卫健委".into(),
            file: "a.csv".into(),
            seq: 9,
            lost: true,
        };
        let text = String::from_utf8(disclosures_csv(&[row], Language::Zh).unwrap()).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("\"时间\",\"工号\",\"内容\""));
        assert_eq!(
            lines[1],
            "\"2026-11-23 09:00\",\"1004\",\"台账\",\"完整\",\"csv\",\"2026-11-01\",\"2026-11-23\",\"812\",\"其他\",\"'=1+1\",\"上级部门\",\"市卫健委\",\"a.csv（未成文件）\",\"9\""
        );
    }
}
