//! 销毁记录 on paper and as CSV.

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::layout::Align;
use crate::ledger::defused;
use crate::vocabulary::RETENTION_KIND;
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// A destruction record: counts and days, no names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestructionSheet {
    /// The house.
    pub institution: Institution,
    /// Its number.
    pub no: String,
    /// When it was done.
    pub at: Stamp,
    /// By whom: staff number.
    pub by: String,
    /// Why.
    pub reason: String,
    /// What.
    pub lines: Vec<DestructionLine>,
    /// From a training folder.
    pub training: bool,
}

/// A kind of record that was destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestructionLine {
    /// Code of the kind.
    pub kind: String,
    /// Days they are kept.
    pub days: u16,
    /// Older than this day.
    pub cutoff: String,
    /// How many.
    pub count: u32,
    /// Day of the oldest.
    pub oldest: String,
    /// Day of the newest.
    pub newest: String,
}

fn heads(language: Language) -> [&'static str; 6] {
    let say = |zh, en| language.pick(zh, en);
    [
        say("记录种类", "Kind of record"),
        say("保存天数", "Days kept"),
        say("早于", "Older than"),
        say("最早", "Oldest"),
        say("最晚", "Newest"),
        say("销毁条数", "Destroyed"),
    ]
}

fn cells(line: &DestructionLine, language: Language) -> Vec<String> {
    vec![
        RETENTION_KIND.said(&line.kind, language),
        line.days.to_string(),
        line.cutoff.clone(),
        line.oldest.clone(),
        line.newest.clone(),
        line.count.to_string(),
    ]
}

/// Prints a destruction record on A4.
///
/// # Errors
/// Those of the file.
pub fn destruction_pdf(
    sheet: &DestructionSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let say = |zh, en| language.pick(zh, en);
    let title = format!("{} {}", say("销毁记录", "Destruction record"), sheet.no);
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title,
            made_at: &sheet.at,
            foot: format!("{} · {} · {}", sheet.no, sheet.at.text, sheet.by),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    page.fact(say("时间", "When"), &sheet.at.text);
    page.fact(say("经办人工号", "By, staff no."), &sheet.by);
    page.fact(say("原因", "Reason"), &sheet.reason);
    page.heading(say("销毁的记录", "What was destroyed"));
    let [kind, days, cutoff, oldest, newest, count] = heads(language);
    let rows: Vec<Vec<String>> = sheet.lines.iter().map(|l| cells(l, language)).collect();
    page.table(
        &[
            (kind, 5.0, Align::Left),
            (days, 2.0, Align::Right),
            (cutoff, 2.4, Align::Left),
            (oldest, 2.4, Align::Left),
            (newest, 2.4, Align::Left),
            (count, 2.0, Align::Right),
        ],
        &rows,
    );
    let all: u64 = sheet.lines.iter().map(|line| u64::from(line.count)).sum();
    page.flow.skip(2.0);
    page.fact(say("合计", "In all"), &all.to_string());
    page.small(say(
        "记录及其凭证、步骤和附属文字一并从加密数据库中覆盖删除。备份按期过期。本表不含姓名。",
        "The records with their vouchers, steps and texts were overwritten in the encrypted database. Backups run out by their own time. This sheet holds no names.",
    ));
    page.signatures(&[
        say("经办人签字", "Done by"),
        say("监督人签字", "Witnessed by"),
        say("日期", "Date"),
    ]);
    page.print()
}

/// Writes a destruction record as CSV: UTF-8 with BOM, every field quoted.
///
/// # Errors
/// [`PaperError::Csv`] when it cannot be written.
pub fn destruction_csv(
    sheet: &DestructionSheet,
    language: Language,
) -> Result<Vec<u8>, PaperError> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let mut record = |lead: [&str; 4], rest: &[String]| {
        let fields = lead.iter().map(|text| defused(text));
        let fields = fields.chain(rest.iter().map(|text| defused(text)));
        writer
            .write_record(fields.collect::<Vec<_>>())
            .map_err(|_| PaperError::Csv)
    };
    let say = |zh, en| language.pick(zh, en);
    let about = [
        say("编号", "No."),
        say("时间", "When"),
        say("经办人工号", "By, staff no."),
        say("原因", "Reason"),
    ];
    record(about, &heads(language).map(str::to_owned))?;
    for line in &sheet.lines {
        record(
            [&sheet.no, &sheet.at.text, &sheet.by, &sheet.reason],
            &cells(line, language),
        )?;
    }
    writer.into_inner().map_err(|_| PaperError::Csv)
}
