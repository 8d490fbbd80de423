//! Exporting the ledger as a file (R 12.2).

use super::{period, print};
use crate::codes::{PaperLanguage, Purpose, Receiver};
use crate::keeper::Context;
use crate::outward::{self, Parcel, Way};
use crate::problem::Fault;
use desk::Writing;
use desk::ground::roles::Right;
use desk::house::institution::{self, Institution};
use desk::record::disclosures::{self, Detail, Format, Kind, NewDisclosure, Recorded};
use desk::record::journal;
use desk::record::ledger::{self, Extent, Ledger, Period};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

pub(super) fn export(c: &Context<'_>, input: AskLedger) -> Result<ExportedLedger, Fault> {
    let plan = Plan::new(c, &input)?;
    let (rows, name) = (plan.rows, plan.name.clone());
    let sent = outward::send(
        c,
        |w| plan.record(w),
        |line| {
            let (printed, way) = (plan.print(c, line)?, Way::File(name));
            Ok([Parcel { printed, way }])
        },
    )?;
    let [path] = sent.places;
    Ok(ExportedLedger {
        path,
        rows,
        seq: sent.recorded.head.seq,
        missing: sent.missing,
    })
}

/// The file's bytes after the checks and the entry in the journal.
pub(crate) fn bytes(c: &Context<'_>, input: &AskLedger) -> Result<LedgerFile, Fault> {
    let plan = Plan::new(c, input)?;
    let (recorded, printed) = outward::ready(c, |w| plan.record(w), |line| plan.print(c, line))?;
    Ok(LedgerFile {
        name: plan.name,
        bytes: printed.bytes,
        rows: plan.rows,
        seq: recorded.head.seq,
        missing: printed.missing.into_iter().collect(),
    })
}

/// A ledger that may leave, as it was asked for.
struct Plan<'a> {
    asked: &'a AskLedger,
    period: Period,
    ledger: Ledger,
    house: Institution,
    rows: usize,
    name: String,
}

impl<'a> Plan<'a> {
    fn new(c: &Context<'_>, asked: &'a AskLedger) -> Result<Self, Fault> {
        let period = period(&asked.from, &asked.to)?;
        if asked.detail == LedgerDetail::Full && !c.staff()?.role.may(Right::LedgerFull) {
            let right = Right::LedgerFull.code();
            return Err(Fault::Gate(
                "no_right",
                vec![("right", json!(right))],
                Some("detail".to_owned()),
            ));
        }
        let (ledger, house) = c.read(|r| {
            let ledger = ledger::read(r, period, Extent::All)?;
            Ok((ledger, institution::read(r)?))
        })?;
        Ok(Self {
            asked,
            period,
            rows: ledger.rows(),
            ledger,
            house,
            name: name(asked, period),
        })
    }

    /// Enters the export in the register; answers the journal's line for the foot of the
    /// print too.
    fn record(&self, w: &Writing<'_>) -> Result<(Recorded, String), Fault> {
        let asked = self.asked;
        let new = NewDisclosure {
            kind: Kind::Ledger,
            detail: asked.detail.code(),
            format: asked.format.kind(),
            period: Some(self.period),
            rows: self.rows,
            visitor: None,
            purpose: asked.purpose.map(|p| p.0),
            purpose_note: &asked.reason,
            receiver: asked.receiver.map(|r| r.0),
            receiver_name: &asked.receiver_name,
            file_name: &self.name,
        };
        let recorded = disclosures::record(w, &new)?;
        Ok((recorded, journal::paper::line(&w.reading())?.to_string()))
    }

    fn print(&self, c: &Context<'_>, line: String) -> Result<paper::Printed, Fault> {
        let asked = self.asked;
        let full = asked.detail == LedgerDetail::Full;
        let ledger = self.ledger.clone();
        let ledger = if full { ledger } else { ledger.masked() };
        let because = full.then(|| print::Because {
            purpose: asked.purpose.map(|p| p.0),
            words: asked.reason.clone(),
            receiver: asked.receiver.map(|r| r.0),
            name: asked.receiver_name.clone(),
        });
        let made = print::Made {
            by: &c.staff()?.no,
            at: c.now,
            line,
            because,
        };
        let sheet = print::sheet(ledger, &self.house, made, asked.language);
        let language = asked.language.paper();
        Ok(match asked.format {
            LedgerFormat::Csv => outward::plain(paper::ledger_csv(&sheet, language)?),
            LedgerFormat::Xlsx => outward::plain(paper::ledger_xlsx(&sheet, language)?),
            LedgerFormat::Pdf => paper::ledger_pdf(&sheet, language, &c.keeper.fonts)?,
        })
    }
}

fn name(input: &AskLedger, Period { from, to }: Period) -> String {
    let days = if from == to {
        from.to_string()
    } else {
        format!("{from}_{to}")
    };
    let (what, detail) = match (input.language, input.detail) {
        (PaperLanguage::Zh, LedgerDetail::Masked) => ("台账", "脱敏"),
        (PaperLanguage::Zh, LedgerDetail::Full) => ("台账", "完整"),
        (PaperLanguage::En, LedgerDetail::Masked) => ("ledger", "masked"),
        (PaperLanguage::En, LedgerDetail::Full) => ("ledger", "full"),
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
    pub language: PaperLanguage,
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
