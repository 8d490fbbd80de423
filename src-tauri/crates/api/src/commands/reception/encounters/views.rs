//! What encounters look like on the wire.

use crate::codes::{Channel, Complexity, Nature, Outcome, PromiseTime, Urgency};
use crate::commands::people::visitors::VisitorView;
use desk::reception::encounters::Promise;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A new encounter.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartEncounter {
    /// How they reached us.
    pub channel: Channel,
    /// Who, when known already.
    pub visitor_id: Option<i64>,
}

/// Who an encounter is with.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdentifyVisitor {
    /// The encounter.
    pub id: i64,
    /// The visitor.
    pub visitor_id: i64,
}

/// Whom an encounter is really with.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectWhom {
    /// The encounter.
    pub id: i64,
    /// Who it is.
    pub visitor_id: i64,
    /// Why it was said otherwise.
    pub reason: String,
}

/// What became of an encounter that was with somebody else.
#[derive(Debug, Serialize, TS)]
pub struct CorrectedVisitor {
    /// The encounter.
    pub encounter: EncounterView,
    /// Numbers of the vouchers that are void now: book again.
    pub cancelled: Vec<String>,
    /// Numbers of the vouchers whose visit is begun or over.
    pub left: Vec<String>,
}

/// The matter as it is known now.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DescribeMatter {
    /// The encounter.
    pub id: i64,
    /// The matter as told.
    pub matter: String,
    /// For whom, when it is not the visitor.
    pub on_behalf: String,
    /// Its class.
    pub category_id: Option<i64>,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// The note that travels with the ticket.
    pub handoff: String,
}

/// A question with its answer.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerQuestion {
    /// The encounter.
    pub id: i64,
    /// The question.
    pub question: String,
    /// Its nature.
    pub nature: Nature,
    /// The analysis.
    pub analysis: String,
    /// The answer.
    pub answer: String,
}

/// A promise to make.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MakePromise {
    /// The encounter.
    pub id: i64,
    /// What.
    pub what: String,
    /// By when, UTC milliseconds.
    pub due_at: i64,
}

/// What is offered for a promise now.
#[derive(Debug, Serialize, TS)]
pub struct PromiseTimes {
    /// In their order.
    pub rows: Vec<OfferedTime>,
}

/// A moment at which the institution works.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedTime {
    /// Which it is.
    pub time: PromiseTime,
    /// The moment, UTC milliseconds.
    pub due_at: i64,
}

/// A promise that was kept.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepPromise {
    /// The promise.
    pub id: i64,
    /// What the person was told.
    pub result: String,
}

/// An encounter on its page.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EncounterView {
    /// Id.
    pub id: i64,
    /// Day and running number.
    pub no: String,
    /// The local day.
    pub day: String,
    /// How they reached us.
    pub channel: Channel,
    /// Who; none is anonymous.
    pub visitor: Option<VisitorView>,
    /// For whom.
    pub on_behalf: String,
    /// The matter.
    pub matter: String,
    /// Its class.
    pub category_id: Option<i64>,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// When name and phone were confirmed.
    pub read_back_at: Option<i64>,
    /// The handoff note.
    pub handoff: String,
    /// Staff number of the first person asked.
    pub first_asked: String,
    /// Start.
    pub started_at: i64,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// A word on it.
    pub outcome_note: String,
    /// End; none while open.
    pub ended_at: Option<i64>,
    /// Satisfaction.
    pub rating: Option<u8>,
    /// When an escort was asked for.
    pub escort_asked_at: Option<i64>,
    /// When somebody had gone along.
    pub escort_done_at: Option<i64>,
    /// Questions and answers.
    pub consultations: Vec<ConsultationView>,
    /// Promises.
    pub promises: Vec<PromiseView>,
}

impl EncounterView {
    /// Where it stands, without whom it is with and what was said.
    pub(crate) fn without_words(self) -> Self {
        Self {
            visitor: None,
            on_behalf: String::new(),
            matter: String::new(),
            handoff: String::new(),
            outcome_note: String::new(),
            consultations: Vec::new(),
            promises: Vec::new(),
            ..self
        }
    }
}

/// A question and its answer.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsultationView {
    /// Id.
    pub id: i64,
    /// The question.
    pub question: String,
    /// Its nature.
    pub nature: Nature,
    /// The analysis.
    pub analysis: String,
    /// The answer.
    pub answer: String,
    /// Staff number of who answered.
    pub answered_by: String,
    /// When.
    pub answered_at: i64,
}

/// A promise.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Id.
    pub id: i64,
    /// Where it was made.
    pub encounter_id: i64,
    /// What.
    pub what: String,
    /// By when.
    pub due_at: i64,
    /// When it was made.
    pub made_at: i64,
    /// When it was kept.
    pub kept_at: Option<i64>,
    /// What the person was told.
    pub result: String,
}

impl From<Promise> for PromiseView {
    fn from(promise: Promise) -> Self {
        let Promise {
            id,
            encounter,
            what,
            due_at,
            owner: _,
            made_at,
            kept_at,
            result,
        } = promise;
        Self {
            id: id.0,
            encounter_id: encounter.0,
            what,
            due_at: due_at.0,
            made_at: made_at.0,
            kept_at: kept_at.map(|at| at.0),
            result,
        }
    }
}

/// Encounters in a list, masked.
#[derive(Debug, Serialize, TS)]
pub struct EncounterList {
    /// The rows.
    pub rows: Vec<EncounterLine>,
}

/// One line.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EncounterLine {
    /// Id.
    pub id: i64,
    /// Day and running number.
    pub no: String,
    /// The local day.
    pub day: String,
    /// How they reached us.
    pub channel: Channel,
    /// Masked name; none is anonymous.
    pub name: Option<String>,
    /// The matter.
    pub matter: String,
    /// Urgency.
    pub urgency: Urgency,
    /// Staff number of the first person asked.
    pub first_asked: String,
    /// Start.
    pub started_at: i64,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// End.
    pub ended_at: Option<i64>,
}

/// Open promises.
#[derive(Debug, Serialize, TS)]
pub struct PromiseList {
    /// The most urgent first.
    pub rows: Vec<PromiseLine>,
}

/// An open promise on the board.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromiseLine {
    /// The promise.
    pub promise: PromiseView,
    /// Masked name.
    pub name: Option<String>,
    /// Masked phone.
    pub phone: Option<String>,
    /// The matter of its encounter.
    pub matter: String,
    /// Staff number of its owner.
    pub owner_no: String,
    /// Whole minutes until it is due; negative when late.
    pub minutes_left: i64,
}
