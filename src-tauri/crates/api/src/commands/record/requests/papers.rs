//! The copy a person takes along, and the slip with the answer.

use super::views::HeldGroupView;
use crate::codes::PaperLanguage;
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use desk::house::institution::{self, Institution};
use desk::house::staff;
use desk::record::requests::{self, Copied, Request, StepTaken};
use desk::{Reading, RequestId, local_text};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Keeps a readable PDF and a JSON of everything that is held, for the person.
pub(super) fn copy(c: &Context<'_>, input: CopyForPerson) -> Result<CopiedForPerson, Fault> {
    let id = RequestId(input.id);
    let sent = outward::send(
        c,
        |w| {
            let no = requests::of(&w.reading(), id)?.no;
            // Named by the request, never by the person.
            let stem = match input.language {
                PaperLanguage::Zh => format!("个人信息副本_{no}"),
                PaperLanguage::En => format!("personal_copy_{no}"),
            };
            let (recorded, copied) = requests::copied(w, id, &format!("{stem}.pdf"))?;
            Ok((recorded, (stem, copied, institution::read(&w.reading())?)))
        },
        |(stem, copied, house)| files(c, &stem, copied, &house, input.language),
    )?;
    let [pdf, json] = sent.places;
    Ok(CopiedForPerson {
        pdf,
        json,
        missing: sent.missing,
        seq: sent.recorded.head.seq,
    })
}

fn files(
    c: &Context<'_>,
    stem: &str,
    copied: Copied,
    house: &Institution,
    language: PaperLanguage,
) -> Result<[Parcel; 2], Fault> {
    let groups = copied.groups.iter().map(|group| paper::HeldGroup {
        part: group.part.0.to_owned(),
        items: group
            .items
            .iter()
            .map(|item| paper::HeldItem {
                at: item.at.map(local_text).unwrap_or_default(),
                no: item.no.clone(),
                facts: item
                    .facts
                    .iter()
                    .map(|fact| paper::HeldFact {
                        field: fact.field.code().to_owned(),
                        value: fact.value.clone(),
                        says: fact.set.and_then(paper::vocabulary::set),
                    })
                    .collect(),
            })
            .collect(),
    });
    let sheet = paper::HeldSheet {
        request: copied.request.no.clone(),
        made_at: stamp(c.now),
        made_by: c.staff()?.no.clone(),
        groups: groups.collect(),
        training: house.training,
        institution: letterhead(house),
    };
    let printed = paper::held_pdf(&sheet, language.paper(), &c.keeper.fonts)?;
    let views: Vec<HeldGroupView> = copied.groups.into_iter().map(HeldGroupView::from).collect();
    let text = serde_json::to_vec_pretty(&json!({
        "request": sheet.request,
        "institution": sheet.institution.name,
        "madeAt": sheet.made_at.text,
        "parts": views,
    }))
    .map_err(|_| Fault::gate("paper_failed"))?;
    let way = Way::File(format!("{stem}.pdf"));
    Ok([
        Parcel { printed, way },
        Parcel::file(format!("{stem}.json"), text),
    ])
}

/// Prints the answer, or keeps it as a PDF.
pub(super) fn print(c: &Context<'_>, input: PrintAnswer) -> Result<PrintedAnswer, Fault> {
    let id = RequestId(input.id);
    let way = match input.way {
        AnswerWay::Printer => "printer",
        AnswerWay::File => "file",
    };
    let sent = outward::send(
        c,
        |w| {
            let r = &w.reading();
            // As they were before this print.
            let steps = requests::steps_of(r, id)?
                .iter()
                .map(|taken| step(r, taken))
                .collect::<Result<_, Fault>>()?;
            let (noted, request) = requests::printed(w, id, way)?;
            Ok((noted, sheet(c, request, &institution::read(r)?, steps)?))
        },
        |sheet| {
            let printed = paper::answer_pdf(&sheet, input.language.paper(), &c.keeper.fonts)?;
            let way = match (input.way, input.language) {
                (AnswerWay::Printer, _) => Way::Printer {
                    title: sheet.no,
                    printer: input.printer,
                    media: Media::A4,
                },
                (AnswerWay::File, PaperLanguage::Zh) => {
                    Way::File(format!("权利请求答复_{}.pdf", sheet.no))
                }
                (AnswerWay::File, PaperLanguage::En) => {
                    Way::File(format!("request_answer_{}.pdf", sheet.no))
                }
            };
            Ok([Parcel { printed, way }])
        },
    )?;
    let [place] = sent.places;
    Ok(PrintedAnswer {
        place,
        missing: sent.missing,
    })
}

fn step(r: &Reading<'_>, taken: &StepTaken) -> Result<paper::AnswerStep, Fault> {
    Ok(paper::AnswerStep {
        at: local_text(taken.at),
        step: taken.step.code().to_owned(),
        by: staff::of(r, taken.by)?.no,
    })
}

fn sheet(
    c: &Context<'_>,
    request: Request,
    house: &Institution,
    steps: Vec<paper::AnswerStep>,
) -> Result<paper::AnswerSheet, Fault> {
    Ok(paper::AnswerSheet {
        no: request.no,
        wish: request.wish.code().to_owned(),
        received: local_text(request.received_at),
        due: request.due_on.to_string(),
        outcome: request.outcome.map_or("", |o| o.code()).to_owned(),
        answer: request.answer,
        steps,
        made_at: stamp(c.now),
        by: c.staff()?.no.clone(),
        training: house.training,
        institution: letterhead(house),
    })
}

/// A copy for the person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyForPerson {
    /// Which request.
    pub id: i64,
    /// Language of the sheet.
    #[serde(default)]
    pub language: PaperLanguage,
}

/// Where the copy is.
#[derive(Debug, Serialize, TS)]
pub struct CopiedForPerson {
    /// The readable one.
    pub pdf: String,
    /// The one for programs.
    pub json: String,
    /// Characters the print has no font for; empty: none.
    pub missing: String,
    /// The journal's entry about it.
    pub seq: i64,
}

/// The answer on paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintAnswer {
    /// Which request.
    pub id: i64,
    /// To the printer or into a file.
    pub way: AnswerWay,
    /// Which printer; the system's own when null.
    #[serde(default)]
    pub printer: Option<String>,
    /// Language of the sheet.
    #[serde(default)]
    pub language: PaperLanguage,
}

/// How the answer leaves.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerWay {
    /// On paper.
    Printer,
    /// As a PDF.
    File,
}

/// Where the answer is.
#[derive(Debug, Serialize, TS)]
pub struct PrintedAnswer {
    /// The print job or the full path.
    pub place: String,
    /// Characters the print has no font for; empty: none.
    pub missing: String,
}
