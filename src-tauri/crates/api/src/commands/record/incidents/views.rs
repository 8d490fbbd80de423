//! The wire forms of incident reports.

use crate::codes::{IncidentPart, PaperLanguage};
use desk::record::incidents::{Fact, Facts, Report, Said, Scope};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
