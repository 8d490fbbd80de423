//! Needs assessments: one line read into needs, the question that is due, the
//! versions that are kept.

use crate::codes::{Question, Sex, TermKind};
use crate::problem::Fault;
use crate::table::{Command, Topic, read, write};
use desk::advice::assessments::{self, Asking, Assessment, Month, Needs, Person, ReadLine};
use desk::advice::catalogue;
use desk::ground::roles::Right;
use desk::reception::tickets;
use desk::{EncounterId, Fen, Reading, Reason, Refusal, ServiceId, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const SHOWS: &[Topic] = &[Topic::PROPOSALS];
const WEIGHS: &[Topic] = &[Topic::CATALOGUE];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("assessments.read", Right::Serve, SHOWS, show),
        read("assessments.read_line", Right::Receive, WEIGHS, read_line),
        read(
            "assessments.next_question",
            Right::Receive,
            WEIGHS,
            next_question,
        ),
        write("assessments.save", Right::Receive, SHOWS, save),
    ]
}

fn show(r: &Reading<'_>, input: OfEncounter) -> Result<Option<AssessmentView>, Fault> {
    tickets::refuse_elsewhere(r, EncounterId(input.encounter_id))?;
    let latest = assessments::latest(r, EncounterId(input.encounter_id))?;
    Ok(latest.map(AssessmentView::from))
}

fn read_line(r: &Reading<'_>, input: TypedLine) -> Result<LineView, Fault> {
    let vocabulary = catalogue::vocabulary(r)?;
    Ok(assessments::read_line(&input.text, &vocabulary).into())
}

fn next_question(r: &Reading<'_>, input: AskNext) -> Result<Option<AskingView>, Fault> {
    let needs = needs(&input.needs)?;
    let whole = catalogue::whole(r)?;
    Ok(assessments::next_question(&needs, &whole, r.today()).map(AskingView::from))
}

fn save(w: &Writing<'_>, input: SaveAssessment) -> Result<AssessmentView, Fault> {
    let needs = needs(&input.needs)?;
    Ok(assessments::save(w, EncounterId(input.encounter_id), &needs)?.into())
}

/// Reads needs from the wire.
pub(crate) fn needs(fields: &NeedsFields) -> Result<Needs, Refusal> {
    let mut person = Person {
        sex: fields.sex.map(|s| s.0),
        age: fields.age,
        conditions: fields.conditions.iter().cloned().collect(),
        allergies: fields.allergies.iter().cloned().collect(),
        denied_conditions: fields.denied_conditions.iter().cloned().collect(),
        denied_allergies: fields.denied_allergies.iter().cloned().collect(),
        ..Person::default()
    };
    for DoneFields { service_id, month } in &fields.done {
        let month = Month::parse(month).ok_or_else(|| Reason::NoSuchTime {}.at("done"))?;
        person.done.insert(ServiceId(*service_id), month);
    }
    let mut concerns: Vec<String> = Vec::with_capacity(fields.concerns.len());
    for concern in &fields.concerns {
        if !concerns.contains(concern) {
            concerns.push(concern.clone());
        }
    }
    Ok(Needs {
        person,
        relation: fields.relation.clone(),
        goal: fields.goal.clone(),
        concerns,
        budget: fields.budget.map(Fen),
        minutes: fields.minutes,
        days: fields.days.clone(),
        asked: fields.asked.iter().map(|q| q.0).collect(),
    })
}

/// Which encounter.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfEncounter {
    /// The encounter.
    pub encounter_id: i64,
}

/// A line as typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedLine {
    /// The line.
    pub text: String,
}

/// Needs so far.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskNext {
    /// What is known.
    pub needs: NeedsFields,
}

/// Needs to keep.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveAssessment {
    /// The encounter.
    pub encounter_id: i64,
    /// What was told.
    pub needs: NeedsFields,
}

/// What is known of the needs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeedsFields {
    /// For whom, when it is not the visitor.
    pub relation: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Age.
    pub age: Option<u32>,
    /// The goal in their own words.
    pub goal: String,
    /// Codes of concerns, in the order they were told.
    pub concerns: Vec<String>,
    /// Conditions they have.
    pub conditions: Vec<String>,
    /// Allergies they have.
    pub allergies: Vec<String>,
    /// Conditions they do not have.
    pub denied_conditions: Vec<String>,
    /// Allergies they do not have.
    pub denied_allergies: Vec<String>,
    /// What was done before.
    pub done: Vec<DoneFields>,
    /// Budget in fen.
    pub budget: Option<i64>,
    /// Minutes there are.
    pub minutes: Option<u32>,
    /// When they can come, as told.
    pub days: String,
    /// Questions answered with "no limit" or "none".
    pub asked: Vec<Question>,
}

/// Something done before.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DoneFields {
    /// Which service.
    pub service_id: i64,
    /// `2026-05`.
    pub month: String,
}

/// A version of an assessment.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentView {
    /// Id.
    pub id: i64,
    /// 1, 2, … within the encounter.
    pub version: u32,
    /// What was told.
    pub needs: NeedsFields,
    /// When.
    pub made_at: i64,
    /// By whom (staff id).
    pub made_by: i64,
}

impl From<Assessment> for AssessmentView {
    fn from(a: Assessment) -> Self {
        let Assessment {
            id,
            encounter: _,
            version,
            needs,
            made_at,
            made_by,
        } = a;
        Self {
            id: id.0,
            version,
            needs: needs.into(),
            made_at: made_at.0,
            made_by: made_by.0,
        }
    }
}

impl From<Needs> for NeedsFields {
    fn from(needs: Needs) -> Self {
        let Needs {
            person,
            relation,
            goal,
            concerns,
            budget,
            minutes,
            days,
            asked,
        } = needs;
        let done = person.done.into_iter().map(|(id, month)| DoneFields {
            service_id: id.0,
            month: month.to_string(),
        });
        Self {
            relation,
            sex: person.sex.map(Sex),
            age: person.age,
            goal,
            concerns,
            conditions: person.conditions.into_iter().collect(),
            allergies: person.allergies.into_iter().collect(),
            denied_conditions: person.denied_conditions.into_iter().collect(),
            denied_allergies: person.denied_allergies.into_iter().collect(),
            done: done.collect(),
            budget: budget.map(|b| b.0),
            minutes,
            days,
            asked: asked.into_iter().map(Question).collect(),
        }
    }
}

/// A question that is due.
#[derive(Debug, Serialize, TS)]
pub struct AskingView {
    /// Which.
    pub question: Question,
    /// Codes of conditions or allergies it is about.
    pub codes: Vec<String>,
    /// Ids of services that wait for the answer.
    pub because: Vec<i64>,
}

impl From<Asking> for AskingView {
    fn from(
        Asking {
            question,
            codes,
            because,
        }: Asking,
    ) -> Self {
        let because = because.into_iter().map(|id| id.0).collect();
        Self {
            question: Question(question),
            codes,
            because,
        }
    }
}

/// What a line says.
#[derive(Debug, Serialize, TS)]
pub struct LineView {
    /// Terms, the likeliest of each word first.
    pub suggestions: Vec<SuggestionView>,
    /// Budget in fen.
    pub budget: Option<i64>,
    /// Minutes there are.
    pub minutes: Option<u32>,
    /// Days, as typed.
    pub days: String,
    /// Another person it is for.
    pub relation: String,
    /// Sex that follows.
    pub sex: Option<Sex>,
    /// Age.
    pub age: Option<u32>,
    /// Words nothing was made of.
    pub rest: Vec<String>,
}

/// A term somebody may have meant.
#[derive(Debug, Serialize, TS)]
pub struct SuggestionView {
    /// Kind.
    pub kind: TermKind,
    /// Code.
    pub code: String,
    /// The word that led to it.
    pub word: String,
    /// Said not to be so.
    pub denied: bool,
}

impl From<ReadLine> for LineView {
    fn from(line: ReadLine) -> Self {
        let ReadLine {
            suggestions,
            budget,
            minutes,
            days,
            relation,
            sex,
            age,
            rest,
        } = line;
        let suggestions = suggestions.into_iter().map(|s| SuggestionView {
            kind: TermKind(s.kind),
            code: s.code,
            word: s.word,
            denied: s.denied,
        });
        Self {
            suggestions: suggestions.collect(),
            budget: budget.map(|b| b.0),
            minutes,
            days,
            relation,
            sex: sex.map(Sex),
            age,
            rest,
        }
    }
}
