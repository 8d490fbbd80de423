//! Exporting the ledger as a file (R 12.2). The journal knows of it before
//! anything leaves; what did not become a file is noted too.

use super::{period, print};
use crate::codes::{Purpose, Receiver};
use crate::keeper::Context;
use crate::problem::Fault;
use desk::ground::roles::Right;
use desk::record::disclosures::{self, Detail, Format, Kind, NewDisclosure};
use desk::record::ledger::{self, Period, Wanted};
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
    let kept = c.keeper.machine.keep_file(&name, &bytes);
    if kept.is_err() {
        let (desk, act) = c.desk()?;
        desk.write(&act, |w| disclosures::lost(w, seq))?;
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
    if input.detail == LedgerDetail::Full && !c.staff()?.role.may(Right::LedgerFull) {
        let right = Right::LedgerFull.code();
        return Err(Fault::Gate(
            "no_right",
            vec![("right", json!(right))],
            Some("detail".to_owned()),
        ));
    }
    let (desk, act) = c.desk()?;
    let (ledger, institution) = desk.read(&act, |r| {
        Ok((
            ledger::read(r, period, Wanted::All)?,
            desk::house::institution::read(r)?,
        ))
    })?;
    let rows = ledger.rows();
    let file_name = name(input, period);
    let new = NewDisclosure {
        kind: Kind::Ledger,
        detail: input.detail.code(),
        format: input.format.kind(),
        period: Some(period),
        rows,
        visitor: None,
        purpose: input.purpose.map(|p| p.0),
        purpose_note: &input.reason,
        receiver: input.receiver.map(|r| r.0),
        receiver_name: &input.receiver_name,
        file_name: &file_name,
    };
    let (head, line) = desk.write(&act, |w| {
        let head = disclosures::record(w, &new)?.head;
        Ok((
            head,
            desk::record::journal::paper::line(&w.reading())?.to_string(),
        ))
    })?;
    let full = input.detail == LedgerDetail::Full;
    let ledger = if full { ledger } else { ledger.masked() };
    let because = full.then(|| print::Because {
        purpose: input.purpose.map(|p| p.0),
        words: input.reason.clone(),
        receiver: input.receiver.map(|r| r.0),
        name: input.receiver_name.clone(),
    });
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
            paper::ledger_pdf(&sheet, language, &c.keeper.fonts).map(|p| (p.bytes, p.missing))
        }
    };
    let Ok((bytes, missing)) = printed else {
        desk.write(&act, |w| disclosures::lost(w, head.seq))?;
        return Err(Fault::gate("paper_failed"));
    };
    Ok(LedgerFile {
        name: file_name,
        bytes,
        rows,
        seq: head.seq,
        missing: missing.into_iter().collect(),
    })
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
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskLedger {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Kind of file.
    pub format: LedgerFormat,
    /// Masked, or full with a reason and the right.
    pub detail: LedgerDetail,
    /// What for; needed in full.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// The purpose in words; needed for any other purpose.
    #[serde(default)]
    pub reason: String,
    /// Who receives it; needed in full.
    #[serde(default)]
    pub receiver: Option<Receiver>,
    /// Their name; needed where the kind does not say who.
    #[serde(default)]
    pub receiver_name: String,
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
    const fn kind(self) -> Format {
        match self {
            Self::Csv => Format::Csv,
            Self::Xlsx => Format::Xlsx,
            Self::Pdf => Format::Pdf,
        }
    }

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

impl LedgerDetail {
    const fn code(self) -> Detail {
        match self {
            Self::Masked => Detail::Masked,
            Self::Full => Detail::Full,
        }
    }
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
    pub(super) const fn paper(self) -> paper::Language {
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
