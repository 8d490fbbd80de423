//! The copy a person takes along, and the slip with the answer.

use super::views::HeldGroupView;
use crate::commands::record::retention::RecordLanguage;
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{self, Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use desk::house::institution::{self, Institution};
use desk::house::staff;
use desk::record::requests::{self, Copied, Field, Request, Shape, StepTaken};
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
                RecordLanguage::Zh => format!("个人信息副本_{no}"),
                RecordLanguage::En => format!("personal_copy_{no}"),
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
    language: RecordLanguage,
) -> Result<[Parcel; 2], Fault> {
    let groups = copied.groups.iter().map(|group| paper::HeldGroup {
        part: group.part.code().to_owned(),
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
                        says: glossary(fact.field),
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
    let printed = paper::held_pdf(&sheet, words(language), &c.keeper.fonts)?;
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

/// Which glossary says the value of a field.
fn glossary(field: Field) -> Option<paper::Glossary> {
    match field {
        Field::Action => Some(paper::Glossary::Action),
        other => (other.shape() == Shape::Code).then_some(paper::Glossary::Value),
    }
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
            let printed = paper::answer_pdf(&sheet, words(input.language), &c.keeper.fonts)?;
            let way = match (input.way, input.language) {
                (AnswerWay::Printer, _) => Way::Printer {
                    title: sheet.no,
                    printer: input.printer,
                    media: Media::A4,
                },
                (AnswerWay::File, RecordLanguage::Zh) => {
                    Way::File(format!("权利请求答复_{}.pdf", sheet.no))
                }
                (AnswerWay::File, RecordLanguage::En) => {
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

const fn words(language: RecordLanguage) -> paper::Language {
    match language {
        RecordLanguage::Zh => paper::Language::Zh,
        RecordLanguage::En => paper::Language::En,
    }
}

/// A copy for the person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyForPerson {
    /// Which request.
    pub id: i64,
    /// Language of the sheet.
    #[serde(default)]
    pub language: RecordLanguage,
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
    pub language: RecordLanguage,
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use desk::record::requests::{Part, RequestOutcome, Step, Wish};
    use desk::record::retention::Kind;
    use paper::{Glossary, Language, term};

    #[test]
    fn paper_has_a_word_for_every_code() {
        let known = |glossary, code: &str| term(glossary, code, Language::Zh).is_some();
        assert!(Kind::ALL.iter().all(|k| known(Glossary::Kind, k.code())));
        assert!(Part::ALL.iter().all(|p| known(Glossary::Part, p.code())));
        assert!(Field::ALL.iter().all(|f| known(Glossary::Field, f.code())));
        assert!(Wish::ALL.iter().all(|w| known(Glossary::Wish, w.code())));
        assert!(Step::ALL.iter().all(|s| known(Glossary::Step, s.code())));
        let outcomes = RequestOutcome::ALL;
        assert!(outcomes.iter().all(|o| known(Glossary::Outcome, o.code())));
    }

    #[test]
    fn paper_has_a_word_for_every_value_of_a_closed_set() {
        let sets: Vec<Vec<&str>> = vec![
            codes(desk::people::visitors::Sex::ALL, |c| c.code()),
            codes(desk::people::visitors::IdKind::ALL, |c| c.code()),
            codes(desk::people::visitors::Standing::ALL, |c| c.code()),
            codes(desk::people::visitors::Hold::ALL, |c| c.code()),
            codes(desk::people::visitors::Scope::ALL, |c| c.code()),
            codes(desk::people::visitors::Manner::ALL, |c| c.code()),
            codes(desk::reception::encounters::Channel::ALL, |c| c.code()),
            codes(desk::reception::categories::Urgency::ALL, |c| c.code()),
            codes(desk::reception::encounters::Outcome::ALL, |c| c.code()),
            codes(desk::reception::tickets::State::ALL, |c| c.code()),
            codes(desk::advice::proposals::Choice::ALL, |c| c.code()),
            codes(desk::booking::bookings::BookingState::ALL, |c| c.code()),
            codes(desk::quality::feedback::Kind::ALL, |c| c.code()),
            codes(desk::quality::feedback::State::ALL, |c| c.code()),
            codes(desk::record::disclosures::Kind::ALL, |c| c.code()),
            codes(desk::record::disclosures::Receiver::ALL, |c| c.code()),
            codes(Wish::ALL, |c| c.code()),
            codes(RequestOutcome::ALL, |c| c.code()),
        ];
        for code in sets.concat() {
            let said = term(Glossary::Value, code, Language::En);
            assert!(said.is_some(), "{code}");
        }
    }

    fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|one| code(*one)).collect()
    }
}
