//! Reports of incidents: the draft from the journal, versions, and the paper.

mod views;

use crate::codes::PaperLanguage;
use crate::keeper::Context;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::{Nothing, day};
use desk::ground::roles::Right;
use desk::house::institution::{self, Institution};
use desk::record::disclosures::{self, Detail, Format, Kind, NewDisclosure};
use desk::record::incidents::{self, Fact, Report, Said, Scope, Section};
use desk::record::ledger::Period;
use desk::{IncidentId, Reading, Refusal, Writing};
use views::{
    AskIncident, IncidentFacts, IncidentLine, IncidentList, IncidentReport, IncidentScope,
    PrintIncident, PrintedIncident, SaveIncident,
};

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
