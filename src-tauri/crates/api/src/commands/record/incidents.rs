//! Reports of incidents: the draft from the journal, versions, and the paper.

use crate::codes::{IncidentPart, PaperLanguage};
use crate::keeper::Context;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::{Nothing, day};
use desk::ground::roles::Right;
use desk::house::institution::{self, Institution};
use desk::record::disclosures::{self, Detail, Format, Kind, NewDisclosure};
use desk::record::incidents::{self, Fact, Facts, Report, Said, Scope, Section};
use desk::record::ledger::Period;
use desk::{IncidentId, Reading, Refusal, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::INCIDENTS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("incidents.draft", Right::Journal, &[Topic::JOURNAL], draft),
        read("incidents.list", Right::Journal, SHOWS, list),
        read("incidents.read", Right::Journal, SHOWS, show),
        write("incidents.save", Right::Journal, SHOWS, save),
        gate(
            "incidents.print",
            Right::Journal,
            &[Topic::DISCLOSURES, Topic::JOURNAL],
            print,
        ),
    ]
}

fn draft(r: &Reading<'_>, input: IncidentScope) -> Result<IncidentFacts, Fault> {
    Ok(incidents::draft(r, &scope(&input)?)?.into())
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<IncidentList, Fault> {
    let rows = incidents::list(r)?.into_iter().map(|row| IncidentLine {
        id: row.id.0,
        scope: row.scope.into(),
        at: row.at.0,
        by_no: row.by_no,
        version: row.version,
        visitors: row.visitors,
    });
    Ok(IncidentList {
        rows: rows.collect(),
    })
}

fn show(r: &Reading<'_>, input: AskIncident) -> Result<IncidentReport, Fault> {
    Ok(incidents::of(r, IncidentId(input.id), input.version)?.into())
}

fn save(w: &Writing<'_>, input: SaveIncident) -> Result<IncidentReport, Fault> {
    let said = Said::from(input.said);
    let report = match input.id {
        None => incidents::begin(w, &scope(&input.scope)?, &said)?,
        Some(id) => incidents::revise(w, IncidentId(id), &said)?,
    };
    Ok(report.into())
}

/// Keeps the version as a PDF.
fn print(c: &Context<'_>, input: PrintIncident) -> Result<PrintedIncident, Fault> {
    let (what, language) = match input.language {
        PaperLanguage::Zh => ("安全事件报告", paper::Language::Zh),
        PaperLanguage::En => ("incident", paper::Language::En),
    };
    let sent = outward::send(
        c,
        |w| {
            let r = &w.reading();
            let report = incidents::of(r, IncidentId(input.id), Some(input.version))?;
            let file_name = format!("{what}_{}_v{}.pdf", report.id.0, report.version);
            let new = NewDisclosure {
                kind: Kind::IncidentReport,
                detail: Detail::Masked,
                format: Format::Pdf,
                period: Some(report.scope.period),
                rows: report.facts.lines.len(),
                visitor: None,
                purpose: None,
                purpose_note: "",
                receiver: None,
                receiver_name: "",
                file_name: &file_name,
            };
            let recorded = disclosures::record(w, &new)?;
            Ok((recorded, (sheet(report, &institution::read(r)?), file_name)))
        },
        |(sheet, file_name)| {
            let printed = paper::incident_pdf(&sheet, language, &c.keeper.fonts)?;
            let way = Way::File(file_name);
            Ok([Parcel { printed, way }])
        },
    )?;
    let [path] = sent.places;
    Ok(PrintedIncident {
        path,
        seq: sent.recorded.head.seq,
        missing: sent.missing,
    })
}

fn sheet(report: Report, house: &Institution) -> paper::IncidentSheet {
    let Report {
        id,
        scope,
        version,
        at,
        by_no,
        said,
        facts,
        ..
    } = report;
    paper::IncidentSheet {
        institution: letterhead(house),
        no: id.0.to_string(),
        version,
        from: scope.period.from.to_string(),
        to: scope.period.to.to_string(),
        staff_no: scope.staff_no,
        object: scope.object,
        entries: [facts.entries, facts.first_seq, facts.last_seq],
        visitors: facts.visitors,
        health: facts.health,
        lines: facts.lines.into_iter().map(line).collect(),
        said: [
            said.cause,
            said.harm,
            said.remedy,
            said.measures,
            said.contact,
        ],
        made_at: stamp(at),
        by: by_no,
        training: house.training,
    }
}

fn line(fact: Fact) -> paper::IncidentLine {
    paper::IncidentLine {
        section: match fact.section {
            Section::Looked => paper::IncidentSection::Looked,
            Section::Changed => paper::IncidentSection::Changed,
            Section::Exported => paper::IncidentSection::Exported,
            Section::ManyReveals => paper::IncidentSection::ManyReveals,
            Section::SignIns => paper::IncidentSection::SignIns,
            Section::FailedSignIns => paper::IncidentSection::FailedSignIns,
            Section::Alarms => paper::IncidentSection::Alarms,
            Section::Answered => paper::IncidentSection::Answered,
        },
        what: fact.what,
        staff_no: fact.staff_no,
        day: fact.day.map(|d| d.to_string()).unwrap_or_default(),
        count: fact.count,
    }
}

fn scope(input: &IncidentScope) -> Result<Scope, Refusal> {
    Ok(Scope {
        period: Period::new(day("from", &input.from)?, day("to", &input.to)?)?,
        staff_no: input.staff_no.trim().to_owned(),
        object: input.object.clone(),
    })
}

/// What a report speaks of.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IncidentScope {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Staff number of who acted; empty: everybody.
    pub staff_no: String,
    /// Kind of object; empty: all.
    pub object: String,
}

impl From<Scope> for IncidentScope {
    fn from(scope: Scope) -> Self {
        Self {
            from: scope.period.from.to_string(),
            to: scope.period.to.to_string(),
            staff_no: scope.staff_no,
            object: scope.object,
        }
    }
}

/// What people add.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IncidentSaid {
    /// Cause.
    pub cause: String,
    /// Possible harm.
    pub harm: String,
    /// What the house did and will do.
    pub remedy: String,
    /// What the persons concerned can do.
    pub measures: String,
    /// Contact.
    pub contact: String,
}

impl From<IncidentSaid> for Said {
    fn from(said: IncidentSaid) -> Self {
        let IncidentSaid {
            cause,
            harm,
            remedy,
            measures,
            contact,
        } = said;
        Self {
            cause,
            harm,
            remedy,
            measures,
            contact,
        }
    }
}

/// A report to save.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveIncident {
    /// Which; null: a new one.
    pub id: Option<i64>,
    /// What a new one speaks of; one that is there keeps its own.
    pub scope: IncidentScope,
    /// What people add.
    pub said: IncidentSaid,
}

/// A version to read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskIncident {
    /// Which report.
    pub id: i64,
    /// Which version; null: the last.
    pub version: Option<i64>,
}

/// A version to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintIncident {
    /// Which report.
    pub id: i64,
    /// Which version.
    pub version: i64,
    /// In which language.
    pub language: PaperLanguage,
}

/// Where the PDF is.
#[derive(Debug, Serialize, TS)]
pub struct PrintedIncident {
    /// Full path.
    pub path: String,
    /// The journal's entry about it.
    pub seq: i64,
    /// Characters that could not be drawn.
    pub missing: String,
}

/// All reports, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct IncidentList {
    /// One line each.
    pub rows: Vec<IncidentLine>,
}

/// A report in the list.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentLine {
    /// Its number.
    pub id: i64,
    /// What it speaks of.
    pub scope: IncidentScope,
    /// When its last version was saved.
    pub at: i64,
    /// By whom.
    pub by_no: String,
    /// How many versions there are.
    pub version: i64,
    /// How many visitors are concerned.
    pub visitors: i64,
}

/// A version of a report.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentReport {
    /// Number of the report.
    pub id: i64,
    /// What it speaks of.
    pub scope: IncidentScope,
    /// Which version.
    pub version: i64,
    /// How many there are.
    pub versions: i64,
    /// When it was saved.
    pub at: i64,
    /// By whom.
    pub by_no: String,
    /// What people added.
    pub said: IncidentSaid,
    /// What the journal said then.
    pub facts: IncidentFacts,
}

impl From<Report> for IncidentReport {
    fn from(report: Report) -> Self {
        let Said {
            cause,
            harm,
            remedy,
            measures,
            contact,
        } = report.said;
        Self {
            id: report.id.0,
            scope: report.scope.into(),
            version: report.version,
            versions: report.versions,
            at: report.at.0,
            by_no: report.by_no,
            said: IncidentSaid {
                cause,
                harm,
                remedy,
                measures,
                contact,
            },
            facts: report.facts.into(),
        }
    }
}

/// What the journal says of some days.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentFacts {
    /// Counted lines, by part.
    pub lines: Vec<IncidentFact>,
    /// Number of the first entry.
    pub first_seq: i64,
    /// Number of the last.
    pub last_seq: i64,
    /// How many entries.
    pub entries: i64,
    /// How many visitors are concerned.
    pub visitors: i64,
    /// How many of them have health information on record.
    pub health: i64,
}

impl From<Facts> for IncidentFacts {
    fn from(facts: Facts) -> Self {
        let line = |fact: Fact| IncidentFact {
            part: IncidentPart(fact.section),
            what: fact.what,
            staff_no: fact.staff_no,
            day: fact.day.map(|d| d.to_string()),
            count: fact.count,
        };
        Self {
            lines: facts.lines.into_iter().map(line).collect(),
            first_seq: facts.first_seq,
            last_seq: facts.last_seq,
            entries: facts.entries,
            visitors: facts.visitors,
            health: facts.health,
        }
    }
}

/// One counted line.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentFact {
    /// Its part.
    pub part: IncidentPart,
    /// The journal's action; of what left, its kind and `full` or `masked`.
    pub what: String,
    /// Staff number; empty: nobody was signed in.
    pub staff_no: String,
    /// The day, where it matters.
    pub day: Option<String>,
    /// How often; of what left, how many rows.
    pub count: i64,
}
