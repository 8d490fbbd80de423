//! Versions of the privacy notice, the basis of a record, the yearly count of minors.

use crate::codes::{Basis, PaperLanguage};
use crate::commands::people::visitors::{VisitorView, opened};
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read, write};
use crate::wire::Nothing;
use desk::ground::roles::Right;
use desk::house::institution;
use desk::people::notices::{self, Version};
use desk::people::visitors::basis;
use desk::{Reading, VisitorId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::NOTICES, Topic::VISITORS];
const TOUCHES: &[Topic] = &[Topic::NOTICES, Topic::VISITORS];
const MINORS: &[Topic] = &[Topic::VISITORS, Topic::REQUESTS];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("notices.list", Right::Administer, SHOWS, list),
        read("notices.minors", Right::Administer, MINORS, minors),
        write("notices.publish", Right::Administer, TOUCHES, publish),
        gate("notices.print", Right::Receive, &[], print),
        write(
            "visitors.set_basis",
            Right::Receive,
            &[Topic::VISITORS],
            set_basis,
        ),
    ]
}

fn list(r: &Reading<'_>, _: Nothing) -> Result<NoticeVersions, Fault> {
    let rows = notices::list(r)?.into_iter().map(NoticeVersion::from);
    Ok(NoticeVersions {
        rows: rows.collect(),
    })
}

fn minors(r: &Reading<'_>, input: AskMinors) -> Result<MinorsReport, Fault> {
    let found = notices::minors(r, input.year)?;
    Ok(MinorsReport {
        year: input.year,
        visitors: found.visitors,
        guarded: found.guarded,
        requests: found.requests,
    })
}

fn publish(w: &Writing<'_>, input: PublishNotice) -> Result<NoticeVersions, Fault> {
    notices::publish(w, &input.text_zh, &input.text_en)?;
    list(&w.reading(), Nothing {})
}

/// Prints the bare notice: it tells nothing of anybody, so nothing is recorded.
fn print(c: &Context<'_>, input: PrintNotice) -> Result<PrintedNotice, Fault> {
    let (version, house) =
        c.read(|r| Ok((notices::of(r, &input.version)?, institution::read(r)?)))?;
    let (text, language) = match input.language {
        PaperLanguage::Zh => (version.notice.text_zh, paper::Language::Zh),
        PaperLanguage::En => (version.notice.text_en, paper::Language::En),
    };
    let sheet = paper::NoticeSheet {
        institution: letterhead(&house),
        version: version.notice.version,
        since: version.since.day().to_string(),
        text,
        made_at: stamp(c.now),
        training: house.training,
    };
    let parcel = Parcel {
        printed: paper::notice_pdf(&sheet, language, &c.keeper.fonts)?,
        way: Way::printer(&format!("首问 {}", sheet.version), Media::A4),
    };
    Ok(PrintedNotice {
        job: parcel.hand_over(c)?,
        missing: parcel.missing(),
    })
}

fn set_basis(w: &Writing<'_>, input: SetBasis) -> Result<VisitorView, Fault> {
    basis::set_basis(w, VisitorId(input.id), input.basis.0, &input.reason)?;
    opened(w, VisitorId(input.id))
}

/// All versions, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct NoticeVersions {
    /// The first is in force.
    pub rows: Vec<NoticeVersion>,
}

/// A version and what came of it.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeVersion {
    /// `v1`, `v2`, …
    pub version: String,
    /// Chinese text.
    pub text_zh: String,
    /// English text.
    pub text_en: String,
    /// Since when.
    pub since: i64,
    /// How many consents were given to it.
    pub given: i64,
    /// How many of them stand.
    pub standing: i64,
}

impl From<Version> for NoticeVersion {
    fn from(v: Version) -> Self {
        Self {
            version: v.notice.version,
            text_zh: v.notice.text_zh,
            text_en: v.notice.text_en,
            since: v.since.0,
            given: v.given,
            standing: v.standing,
        }
    }
}

/// A year to report on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskMinors {
    /// Which.
    pub year: i32,
}

/// What there is to report about minors.
#[derive(Debug, Serialize, TS)]
pub struct MinorsReport {
    /// The year.
    pub year: i32,
    /// Visitors under fourteen on its last day.
    pub visitors: i64,
    /// Of them, with a guardian's consent that stands.
    pub guarded: i64,
    /// Requests about them in the year.
    pub requests: i64,
}

/// The texts of a new version.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishNotice {
    /// Chinese.
    pub text_zh: String,
    /// English.
    pub text_en: String,
}

/// A version to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintNotice {
    /// Which.
    pub version: String,
    /// In which language.
    pub language: PaperLanguage,
}

/// The notice is with the printer.
#[derive(Debug, Serialize, TS)]
pub struct PrintedNotice {
    /// Name of the print job.
    pub job: String,
    /// Characters that could not be drawn.
    pub missing: String,
}

/// A basis to set.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetBasis {
    /// Whose record.
    pub id: i64,
    /// On what it rests.
    pub basis: Basis,
    /// Why; needed for anything but the consent.
    #[serde(default)]
    pub reason: String,
}
