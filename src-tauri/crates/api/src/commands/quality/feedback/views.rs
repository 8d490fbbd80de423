//! What crosses about feedback: inputs and views, persons masked in lists.

use crate::codes::{
    Adoption, Asked, DueMark, FeedbackFilter, FeedbackKind, FeedbackState, FeedbackStep,
    RevealReason, ToldHow,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which feedback to list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListFeedback {
    /// Which part.
    pub filter: FeedbackFilter,
    /// Of one kind; all when null.
    pub kind: Option<FeedbackKind>,
}

/// Feedback, the most pressing first; at most 200.
#[derive(Debug, Serialize, TS)]
pub struct FeedbackList {
    /// The lines.
    pub rows: Vec<FeedbackLine>,
    /// How many there are in all.
    pub total: u32,
}

/// One line, the person masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackLine {
    /// Id.
    pub id: i64,
    /// Number.
    pub no: String,
    /// Kind.
    pub kind: FeedbackKind,
    /// Masked name; empty when anonymous.
    pub name: String,
    /// About whom or what.
    pub about: String,
    /// What happened.
    pub what: String,
    /// Where it stands.
    pub state: FeedbackState,
    /// How its limit stands.
    pub due: DueMark,
    /// When the person must have been told.
    pub due_at: i64,
    /// When it came in.
    pub received_at: i64,
    /// Staff number of who handles it.
    pub handler_no: Option<String>,
}

/// One feedback whole; the name in full, the phone masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackView {
    /// As in the list.
    pub line: FeedbackLine,
    /// The encounter it came in.
    pub encounter_id: Option<i64>,
    /// The person's record.
    pub visitor_id: Option<i64>,
    /// Name; empty when anonymous.
    pub name: String,
    /// Masked phone; empty when none was left.
    pub phone: String,
    /// When it happened.
    pub happened_on: Option<String>,
    /// Staff number of who took it down.
    pub received_by: String,
    /// Its points.
    pub points: Vec<String>,
    /// The steps that were taken.
    pub steps: Vec<FeedbackStepView>,
    /// The steps this person may take now.
    pub next: Vec<FeedbackStep>,
}

/// A step that was taken.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FeedbackStepView {
    /// Which.
    pub step: FeedbackStep,
    /// When.
    pub at: i64,
    /// Staff number of who took it.
    pub by_no: String,
    /// Note.
    pub note: String,
    /// What was told.
    pub telling: Option<TellingView>,
    /// What came of asking.
    pub asked: Option<Asked>,
    /// 1 to 5.
    pub rating: Option<u8>,
    /// What was done, in the points' order.
    pub done: Vec<String>,
}

/// What the person was told and what they said.
#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TellingView {
    /// How.
    pub how: ToldHow,
    /// What the person said; needed unless it was put up.
    #[serde(default)]
    pub reply: String,
    /// What becomes of a suggestion.
    #[serde(default)]
    pub adoption: Option<Adoption>,
    /// Why it is not, or not wholly, adopted.
    #[serde(default)]
    pub why: String,
    /// A complaint's apology.
    #[serde(default)]
    pub apology: String,
    /// A complaint's measure.
    #[serde(default)]
    pub measure: String,
    /// A complaint's result.
    #[serde(default)]
    pub result: String,
}

/// A feedback to take down.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReceiveFeedback {
    /// Kind.
    pub kind: FeedbackKind,
    /// The encounter it came in.
    pub encounter_id: Option<i64>,
    /// The person's record; null: anonymous.
    pub visitor_id: Option<i64>,
    /// How a person without a record wants to be called; may be empty.
    pub name: String,
    /// Where they can be told; may be empty.
    pub phone: String,
    /// When it happened.
    pub happened_on: Option<String>,
    /// About whom or what.
    pub about: String,
    /// What happened.
    pub what: String,
    /// Split into points; empty: the whole is one.
    pub points: Vec<String>,
}

/// A step with a note, which may be empty.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteFeedback {
    /// Id.
    pub id: i64,
    /// Note.
    pub note: String,
}

/// What was done about each point.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandleFeedback {
    /// Id.
    pub id: i64,
    /// In the points' order.
    pub done: Vec<String>,
    /// Note.
    pub note: String,
}

/// The person was told.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TellFeedback {
    /// Id.
    pub id: i64,
    /// What and how.
    pub telling: TellingView,
}

/// The person was asked how satisfied they are.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RateFeedback {
    /// Id.
    pub id: i64,
    /// What came of it.
    pub asked: Asked,
    /// 1 to 5, when they rated.
    pub rating: Option<u8>,
    /// Note.
    pub note: String,
}

/// A phone to show.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevealFeedback {
    /// Of which feedback.
    pub id: i64,
    /// Why.
    pub reason: RevealReason,
    /// Why in words; needed for any other reason.
    #[serde(default)]
    pub words: String,
}

/// The phone in full; the journal knows who asked and why.
#[derive(Debug, Serialize, TS)]
pub struct FeedbackPhone {
    /// The phone.
    pub phone: String,
}

/// What is open.
#[derive(Debug, Serialize, TS)]
pub struct FeedbackWaiting {
    /// Not closed.
    pub open: u32,
    /// Past their limit.
    pub late: u32,
}
