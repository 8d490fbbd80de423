//! Exporting the ledger as a file (R 12.2). The journal knows of it before
//! anything leaves; what did not become a file is noted too.

use super::{period, print};
use crate::gate::Context;
use crate::problem::Fault;
use desk::ledger::{self, Export, Period, Wanted};
use desk::roles::Right;
use desk::text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

pub(super) fn export(c: &Context<'_>, input: AskLedger) -> Result<ExportedLedger, Fault> {
    let LedgerFile {
        name,
        bytes,
        rows,
        seq,
        missing,
    } = bytes(c, &input)?;
    let kept = c.gateway.machine.keep_file(&name, &bytes);
    if kept.is_err() {
        let (desk, act) = c.desk()?;
        desk.write(&act, |w| ledger::note_lost(w, seq))?;
    }
    Ok(ExportedLedger {
        path: kept?,
        rows,
        seq,
        missing,
    })
}

/// The file's bytes after the checks and the entry in the journal.
pub(crate) fn bytes(c: &Context<'_>, input: &AskLedger) -> Result<LedgerFile, Fault> {
    let period = period(&input.from, &input.to)?;
    let because = match input.detail {
        LedgerDetail::Masked => None,
        LedgerDetail::Full => {
            let role = c.staff()?.role;
            if !role.may(Right::LedgerFull) {
                let right = Right::LedgerFull.code();
                return Err(Fault::Gate(
                    "no_right",
                    vec![("right", json!(right))],
                    Some("detail".to_owned()),
                ));
            }
            Some(text::reason(&input.reason)?)
        }
    };
    let (desk, act) = c.desk()?;
    let (ledger, institution) = desk.read(&act, |r| {
        Ok((
            ledger::read(r, period, Wanted::All)?,
            desk::institution::read(r)?,
        ))
    })?;
    let rows = ledger.rows();
    let asked = Export {
        period,
        format: input.format.code(),
        full_because: because.as_deref(),
        rows,
    };
    let head = desk.write(&act, |w| ledger::note_export(w, &asked))?;
    let line = journal_line(c.now.day(), &head, rows);
    let ledger = if because.is_none() {
        ledger.masked()
    } else {
        ledger
    };
    let made = print::Made {
        by: &c.staff()?.no,
        at: c.now,
        line,
        because,
    };
    let sheet = print::sheet(ledger, institution, made, input.language);
    let language = input.language.paper();
    let printed = match input.format {
        LedgerFormat::Csv => paper::ledger_csv(&sheet, language).map(|bytes| (bytes, Vec::new())),
        LedgerFormat::Xlsx => paper::ledger_xlsx(&sheet, language).map(|bytes| (bytes, Vec::new())),
        LedgerFormat::Pdf => {
            paper::ledger_pdf(&sheet, language, &c.gateway.fonts).map(|p| (p.bytes, p.missing))
        }
    };
    let Ok((bytes, missing)) = printed else {
        desk.write(&act, |w| ledger::note_lost(w, head.seq))?;
        return Err(Fault::gate("paper_failed"));
    };
    Ok(LedgerFile {
        name: name(input, period),
        bytes,
        rows,
        seq: head.seq,
        missing: missing.into_iter().collect(),
    })
}

/// `2026-11-21 | 48213 | 0f3a… | 94`: ties the sheet to where the journal stood.
fn journal_line(today: desk::Day, head: &vault::Head, rows: usize) -> String {
    let seal: String = head
        .mac
        .iter()
        .take(10)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{today} | {} | {seal} | {rows}", head.seq)
}

fn name(input: &AskLedger, Period { from, to }: Period) -> String {
    let days = if from == to {
        from.to_string()
    } else {
        format!("{from}_{to}")
    };
    let (what, detail) = match (input.language, input.detail) {
        (LedgerLanguage::Zh, LedgerDetail::Masked) => ("台账", "脱敏"),
        (LedgerLanguage::Zh, LedgerDetail::Full) => ("台账", "完整"),
        (LedgerLanguage::En, LedgerDetail::Masked) => ("ledger", "masked"),
        (LedgerLanguage::En, LedgerDetail::Full) => ("ledger", "full"),
    };
    format!("{what}_{days}_{detail}.{}", input.format.code())
}

/// A ledger as a file that was not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFile {
    /// What it should be called.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
    /// How many rows.
    pub rows: usize,
    /// The journal's entry about it.
    pub seq: i64,
    /// Characters the print has no font for; they stand as 〓.
    pub missing: String,
}

/// What to export.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskLedger {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Kind of file.
    pub format: LedgerFormat,
    /// Masked, or full with a reason and the right.
    pub detail: LedgerDetail,
    /// Why in full.
    #[serde(default)]
    pub reason: String,
    /// Language of heads and states.
    #[serde(default)]
    pub language: LedgerLanguage,
}

/// Kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerFormat {
    /// For other programs.
    Csv,
    /// For spreadsheets.
    Xlsx,
    /// For paper.
    Pdf,
}

impl LedgerFormat {
    const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }
}

/// How much of a person is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerDetail {
    /// Names, phones and numbers masked.
    Masked,
    /// Everything.
    Full,
}

/// Language of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LedgerLanguage {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl LedgerLanguage {
    const fn paper(self) -> paper::Language {
        match self {
            Self::Zh => paper::Language::Zh,
            Self::En => paper::Language::En,
        }
    }
}

/// Where the file is.
#[derive(Debug, Serialize, TS)]
pub struct ExportedLedger {
    /// Full path.
    pub path: String,
    /// How many rows stand in it.
    pub rows: usize,
    /// The journal's entry about it.
    pub seq: i64,
    /// Characters the print has no font for; empty: none.
    pub missing: String,
}
