//! Retention: rules, what is due, destroying it, the records of that as files.

use crate::codes::{KeptWhy, PaperLanguage, RetentionKind, RetentionSource};
use crate::keeper::Context;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::{Done, Nothing, OneId, day};
use desk::ground::leaving;
use desk::ground::roles::Right;
use desk::house::institution::{self, Institution};
use desk::house::staff;
use desk::record::retention::{self, Destruction, Kind, Previewed, acts};
use desk::{DestructionId, Reading, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::RETENTION];
const RULES: &[Topic] = &[Topic::RETENTION, Topic::JOURNAL];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("retention.rules", Right::Administer, SHOWS, rules),
        read(
            "retention.preview",
            Right::Administer,
            Topic::RECORDS,
            preview,
        ),
        read("retention.records", Right::Journal, SHOWS, records),
        read("retention.record", Right::Journal, SHOWS, record),
        write("retention.set", Right::Administer, RULES, set),
        write(
            "retention.destroy",
            Right::Administer,
            Topic::RECORDS,
            destroy,
        )
        .after_backup(),
        gate(
            "retention.export",
            Right::Journal,
            &[Topic::JOURNAL],
            export,
        ),
    ]
}

fn rules(r: &Reading<'_>, _: Nothing) -> Result<RetentionRules, Fault> {
    let rows = retention::rules(r)?
        .into_iter()
        .map(|rule| {
            Ok(RetentionRule {
                destroyed: Kind::DESTROYED.contains(&rule.kind),
                cutoff: rule.cutoff(r.today()).to_string(),
                kind: RetentionKind(rule.kind),
                days: rule.days,
                usual: rule.usual,
                least: rule.least,
                source: RetentionSource(rule.source),
                changed_at: rule.changed.as_ref().map(|c| c.at.0),
                changed_by: match &rule.changed {
                    Some(change) => staff::of(r, change.by)?.no,
                    None => String::new(),
                },
                reason: rule.changed.map(|c| c.reason).unwrap_or_default(),
            })
        })
        .collect::<Result<_, Fault>>()?;
    Ok(RetentionRules {
        rows,
        longest: retention::LONGEST_DAYS,
    })
}

fn preview(r: &Reading<'_>, input: AskPreview) -> Result<RetentionPreview, Fault> {
    let kinds: Vec<Kind> = input.kinds.iter().map(|kind| kind.0).collect();
    let rows = retention::preview(r, &kinds)?
        .into_iter()
        .map(|due| DueKind {
            kind: RetentionKind(due.kind),
            cutoff: due.cutoff.to_string(),
            count: due.count,
            oldest: due.oldest.map(|d| d.to_string()),
            newest: due.newest.map(|d| d.to_string()),
            held: due
                .held
                .into_iter()
                .map(|(why, count)| HeldBack {
                    why: KeptWhy(why),
                    count,
                })
                .collect(),
        })
        .collect();
    Ok(RetentionPreview { rows })
}

fn records(r: &Reading<'_>, _: Nothing) -> Result<DestructionList, Fault> {
    let rows = retention::destructions(r)?
        .into_iter()
        .map(|record| view(r, record))
        .collect::<Result<_, Fault>>()?;
    Ok(DestructionList { rows })
}

fn record(r: &Reading<'_>, input: OneId) -> Result<DestructionView, Fault> {
    view(r, retention::destruction(r, DestructionId(input.id))?)
}

fn set(w: &Writing<'_>, input: SetRetention) -> Result<Done, Fault> {
    retention::set(w, input.kind.0, input.days, &input.reason)?;
    Ok(Done {})
}

fn destroy(w: &Writing<'_>, input: Destroy) -> Result<DestructionView, Fault> {
    let wanted = input
        .lines
        .iter()
        .map(|line| {
            Ok(Previewed {
                kind: line.kind.0,
                cutoff: day("cutoff", &line.cutoff)?,
                count: line.count,
            })
        })
        .collect::<Result<Vec<_>, desk::Refusal>>()?;
    let record = retention::destroy(w, &wanted, &input.reason)?;
    view(&w.reading(), record)
}

fn export(c: &Context<'_>, input: ExportDestruction) -> Result<ExportedDestruction, Fault> {
    let id = DestructionId(input.id);
    let (what, language) = match input.language {
        PaperLanguage::Zh => ("销毁记录", paper::Language::Zh),
        PaperLanguage::En => ("destruction", paper::Language::En),
    };
    let end = match input.format {
        DestructionFormat::Csv => "csv",
        DestructionFormat::Pdf => "pdf",
    };
    // No names stand in it, so it needs no row in the register; the journal knows.
    let sent = outward::send(
        c,
        |w| {
            let r = &w.reading();
            let record = retention::destruction(r, id)?;
            let by = staff::of(r, record.by)?.no;
            let sheet = sheet(record, by, &institution::read(r)?);
            let noted = leaving::note(w, acts::EXPORT, (acts::DESTRUCTION, id.0), end)?;
            Ok((noted, sheet))
        },
        |sheet| {
            let printed = match input.format {
                DestructionFormat::Csv => outward::plain(paper::destruction_csv(&sheet, language)?),
                DestructionFormat::Pdf => {
                    paper::destruction_pdf(&sheet, language, &c.keeper.fonts)?
                }
            };
            let way = Way::File(format!("{what}_{}.{end}", sheet.no));
            Ok([Parcel { printed, way }])
        },
    )?;
    let [path] = sent.places;
    Ok(ExportedDestruction { path })
}

fn sheet(record: Destruction, by: String, house: &Institution) -> paper::DestructionSheet {
    let lines = record.kinds.iter().map(|line| paper::DestructionLine {
        kind: line.kind.code().to_owned(),
        days: line.days,
        cutoff: line.cutoff.to_string(),
        count: line.count,
        oldest: line.oldest.to_string(),
        newest: line.newest.to_string(),
    });
    paper::DestructionSheet {
        institution: letterhead(house),
        no: record.no,
        at: stamp(record.at),
        by,
        reason: record.reason,
        lines: lines.collect(),
        training: house.training,
    }
}

fn view(r: &Reading<'_>, record: Destruction) -> Result<DestructionView, Fault> {
    Ok(DestructionView {
        id: record.id.0,
        no: record.no,
        at: record.at.0,
        by: staff::of(r, record.by)?.no,
        reason: record.reason,
        total: record.kinds.iter().map(|line| line.count).sum(),
        kinds: record
            .kinds
            .into_iter()
            .map(|line| DestroyedKind {
                kind: RetentionKind(line.kind),
                days: line.days,
                cutoff: line.cutoff.to_string(),
                count: line.count,
                oldest: line.oldest.to_string(),
                newest: line.newest.to_string(),
            })
            .collect(),
    })
}

/// The rule of every kind.
#[derive(Debug, Serialize, TS)]
pub struct RetentionRules {
    /// In the order in which kinds are destroyed; the journal last.
    pub rows: Vec<RetentionRule>,
    /// The most days a rule may have.
    pub longest: u16,
}

/// How long records of a kind are kept.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RetentionRule {
    /// Which kind.
    pub kind: RetentionKind,
    /// Days.
    pub days: u16,
    /// Days as delivered.
    pub usual: u16,
    /// Fewer are refused.
    pub least: u16,
    /// What it rests on.
    pub source: RetentionSource,
    /// Older than this day is old enough today.
    pub cutoff: String,
    /// Whether the job destroys records of this kind; the journal's are never.
    pub destroyed: bool,
    /// When it was changed; null: as delivered.
    pub changed_at: Option<i64>,
    /// Staff number of who changed it.
    pub changed_by: String,
    /// Why it was changed.
    pub reason: String,
}

/// Which kinds to look at.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskPreview {
    /// The kinds; others are kept with what they refer to.
    pub kinds: Vec<RetentionKind>,
}

/// What would be destroyed now.
#[derive(Debug, Serialize, TS)]
pub struct RetentionPreview {
    /// A line a kind.
    pub rows: Vec<DueKind>,
}

/// What is due of one kind.
#[derive(Debug, Serialize, TS)]
pub struct DueKind {
    /// Which kind.
    pub kind: RetentionKind,
    /// Older than this day.
    pub cutoff: String,
    /// How many would be destroyed.
    pub count: u32,
    /// Day of the oldest of them.
    pub oldest: Option<String>,
    /// Day of the newest of them.
    pub newest: Option<String>,
    /// Old enough but kept, by reason.
    pub held: Vec<HeldBack>,
}

/// Records that are kept for a reason.
#[derive(Debug, Serialize, TS)]
pub struct HeldBack {
    /// The reason.
    pub why: KeptWhy,
    /// How many.
    pub count: u32,
}

/// A change of a rule.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRetention {
    /// Which kind.
    pub kind: RetentionKind,
    /// Days.
    pub days: u16,
    /// Why.
    pub reason: String,
}

/// What was previewed, handed back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Destroy {
    /// The lines as they were shown.
    pub lines: Vec<ShownDue>,
    /// Why.
    pub reason: String,
}

/// A line of the preview.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShownDue {
    /// Which kind.
    pub kind: RetentionKind,
    /// Its day.
    pub cutoff: String,
    /// How many were shown.
    pub count: u32,
}

/// The destruction records, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct DestructionList {
    /// The records.
    pub rows: Vec<DestructionView>,
}

/// A destruction record.
#[derive(Debug, Serialize, TS)]
pub struct DestructionView {
    /// Id.
    pub id: i64,
    /// Its number.
    pub no: String,
    /// When.
    pub at: i64,
    /// Staff number of who did it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// How many in all.
    pub total: u32,
    /// What.
    pub kinds: Vec<DestroyedKind>,
}

/// A line of a destruction record.
#[derive(Debug, Serialize, TS)]
pub struct DestroyedKind {
    /// Which kind.
    pub kind: RetentionKind,
    /// The rule in force then.
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

/// A destruction record as a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportDestruction {
    /// Which record.
    pub id: i64,
    /// Kind of file.
    pub format: DestructionFormat,
    /// Language of the sheet.
    #[serde(default)]
    pub language: PaperLanguage,
}

/// Kind of file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DestructionFormat {
    /// For paper.
    Pdf,
    /// For other programs.
    Csv,
}

/// Where the file is.
#[derive(Debug, Serialize, TS)]
pub struct ExportedDestruction {
    /// Full path.
    pub path: String,
}
