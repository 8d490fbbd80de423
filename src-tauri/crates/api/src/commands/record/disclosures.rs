//! The register of what left the desk: the list, and the list as a file.

use crate::codes::{
    DisclosureDetail, DisclosureFormat, DisclosureKind, PaperLanguage, Purpose, Receiver,
};
use crate::keeper::Context;
use crate::outward::{self, Parcel, stamp};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read};
use crate::wire::day;
use desk::ground::roles::Right;
use desk::record::disclosures::{
    self, Detail, Disclosure, Format, Kind, NewDisclosure, Purpose as For, Receiver as To, Search,
};
use desk::record::ledger::Period;
use desk::{DisclosureId, Reading};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::DISCLOSURES];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("disclosures.list", Right::Journal, SHOWS, list),
        gate(
            "disclosures.export",
            Right::Journal,
            &[Topic::DISCLOSURES, Topic::JOURNAL],
            export,
        ),
    ]
}

fn list(r: &Reading<'_>, input: ListDisclosures) -> Result<DisclosurePage, Fault> {
    let search = Search {
        period: Period::new(day("from", &input.from)?, day("to", &input.to)?)?,
        kind: input.kind.map(|k| k.0),
        before: input.before.map(DisclosureId),
    };
    let (rows, more) = disclosures::list(r, &search)?;
    Ok(DisclosurePage {
        rows: rows.into_iter().map(DisclosureLine::from).collect(),
        more,
        kept_years: disclosures::KEPT_YEARS,
    })
}

fn export(c: &Context<'_>, input: ExportDisclosures) -> Result<ExportedDisclosures, Fault> {
    let period = Period::new(day("from", &input.from)?, day("to", &input.to)?)?;
    let search = Search {
        period,
        kind: input.kind.map(|k| k.0),
        before: None,
    };
    let rows = c.read(|r| Ok(disclosures::all(r, &search)?))?;
    let count = rows.len();
    let (what, language) = match input.language {
        PaperLanguage::Zh => ("导出登记", paper::Language::Zh),
        PaperLanguage::En => ("register", paper::Language::En),
    };
    let file_name = format!("{what}_{}_{}.csv", period.from, period.to);
    let sent = outward::send(
        c,
        |w| {
            let new = NewDisclosure {
                kind: Kind::DisclosureLog,
                detail: Detail::Masked,
                format: Format::Csv,
                period: Some(period),
                rows: count,
                visitor: None,
                purpose: None,
                purpose_note: "",
                receiver: None,
                receiver_name: "",
                file_name: &file_name,
            };
            Ok((disclosures::record(w, &new)?, ()))
        },
        |()| {
            let rows: Vec<paper::DisclosureRow> = rows.into_iter().map(sheet_row).collect();
            let bytes = paper::disclosures_csv(&rows, language)?;
            Ok([Parcel::file(file_name.clone(), bytes)])
        },
    )?;
    let [path] = sent.places;
    Ok(ExportedDisclosures {
        path,
        rows: count,
        seq: sent.recorded.head.seq,
    })
}

fn sheet_row(row: Disclosure) -> paper::DisclosureRow {
    let (from, to) = match row.period {
        Some((from, to)) => (from.to_string(), to.to_string()),
        None => (String::new(), String::new()),
    };
    paper::DisclosureRow {
        at: stamp(row.at),
        staff: row.staff_no,
        kind: match row.kind {
            Kind::Ledger => paper::DisclosureKind::Ledger,
            Kind::PersonCopy => paper::DisclosureKind::PersonCopy,
            Kind::DisclosureLog => paper::DisclosureKind::DisclosureLog,
            Kind::IncidentReport => paper::DisclosureKind::IncidentReport,
        },
        full: row.detail == Detail::Full,
        format: row.format.code().to_owned(),
        from,
        to,
        rows: row.rows,
        purpose: row.purpose.map(purpose_on_paper),
        words: row.purpose_note,
        receiver: row.receiver.map(receiver_on_paper),
        name: row.receiver_name,
        file: row.file_name,
        seq: row.seq,
        lost: row.lost_at.is_some(),
    }
}

/// The same purpose as paper says it.
pub(crate) const fn purpose_on_paper(purpose: For) -> paper::Purpose {
    match purpose {
        For::Complaint => paper::Purpose::Complaint,
        For::Statistics => paper::Purpose::Statistics,
        For::Inspection => paper::Purpose::Inspection,
        For::Handover => paper::Purpose::Handover,
        For::PersonRequest => paper::Purpose::PersonRequest,
        For::Other => paper::Purpose::Other,
    }
}

/// The same receiver as paper says it.
pub(crate) const fn receiver_on_paper(receiver: To) -> paper::Receiver {
    match receiver {
        To::OwnUse => paper::Receiver::OwnUse,
        To::Superior => paper::Receiver::Superior,
        To::Department => paper::Receiver::Department,
        To::Person => paper::Receiver::Person,
        To::Other => paper::Receiver::Other,
    }
}

/// Which part of the register.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListDisclosures {
    /// First day it left on.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Only this kind; null: all.
    pub kind: Option<DisclosureKind>,
    /// Rows before this id; null: the newest.
    pub before: Option<i64>,
}

/// A page of the register, the newest first.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DisclosurePage {
    /// At most a hundred.
    pub rows: Vec<DisclosureLine>,
    /// Whether there are older ones.
    pub more: bool,
    /// For how many years rows are kept at least.
    pub kept_years: u32,
}

/// One row.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DisclosureLine {
    /// Id.
    pub id: i64,
    /// When.
    pub at: i64,
    /// Staff number of who let it go.
    pub staff_no: String,
    /// What left.
    pub kind: DisclosureKind,
    /// Masked or full.
    pub detail: DisclosureDetail,
    /// In which form.
    pub format: DisclosureFormat,
    /// First day of what left.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// How many rows stood in it.
    pub rows: i64,
    /// Whose data, when it is one person's.
    pub visitor_id: Option<i64>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// The purpose in words.
    pub words: String,
    /// Who received it.
    pub receiver: Option<Receiver>,
    /// Their name.
    pub receiver_name: String,
    /// Name of the file.
    pub file_name: String,
    /// The journal's entry.
    pub seq: i64,
    /// Whether it never became a file.
    pub lost: bool,
}

impl From<Disclosure> for DisclosureLine {
    fn from(row: Disclosure) -> Self {
        Self {
            id: row.id.0,
            at: row.at.0,
            staff_no: row.staff_no,
            kind: DisclosureKind(row.kind),
            detail: DisclosureDetail(row.detail),
            format: DisclosureFormat(row.format),
            from: row.period.map(|(from, _)| from.to_string()),
            to: row.period.map(|(_, to)| to.to_string()),
            rows: row.rows,
            visitor_id: row.visitor.map(|id| id.0),
            purpose: row.purpose.map(Purpose),
            words: row.purpose_note,
            receiver: row.receiver.map(Receiver),
            receiver_name: row.receiver_name,
            file_name: row.file_name,
            seq: row.seq,
            lost: row.lost_at.is_some(),
        }
    }
}

/// Which part of the register to export.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportDisclosures {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Only this kind; null: all.
    pub kind: Option<DisclosureKind>,
    /// Language of heads and codes.
    pub language: PaperLanguage,
}

/// Where the file is.
#[derive(Debug, Serialize, TS)]
pub struct ExportedDisclosures {
    /// Full path.
    pub path: String,
    /// How many rows stand in it.
    pub rows: usize,
    /// The journal's entry about it.
    pub seq: i64,
}
