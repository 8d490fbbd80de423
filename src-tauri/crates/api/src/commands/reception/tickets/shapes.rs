//! What tickets look like on the wire.

use crate::codes::{SpokenLanguage, TicketState, TicketStepKind, TicketWhy, Urgency};
use desk::reception::tickets::estimate::Wait;
use serde::Serialize;
use ts_rs::TS;

/// The queue of a point, or of all.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketBoard {
    /// Waiting, in the order they are to be called.
    pub rows: Vec<TicketLine>,
    /// Called or in conversation.
    pub in_hand: Vec<TicketLine>,
    /// Who waits where nobody comes, of all points, the greatest need first.
    pub alarms: Vec<TicketAlarm>,
    /// The point where the person signed in sits.
    pub mine: Option<i64>,
    /// Their last step, while it can be taken back.
    pub undo: Option<UndoableStep>,
    /// The day in numbers.
    pub today: TicketDay,
}

/// Somebody waits and no open point can help.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketAlarm {
    /// Their ticket.
    pub ticket: TicketLine,
    /// Staff number of who took care lately.
    pub taken_by: Option<String>,
    /// When.
    pub taken_at: Option<i64>,
}

/// A step that can be taken back.
#[derive(Debug, Serialize, TS)]
pub struct UndoableStep {
    /// Number of the ticket.
    pub no: String,
    /// What was done.
    pub kind: TicketStepKind,
}

/// The tickets of today in numbers.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketDay {
    /// Issued.
    pub issued: u32,
    /// Done.
    pub done: u32,
    /// Called in vain.
    pub no_show: u32,
    /// Left before their turn.
    pub left: u32,
    /// Passed to another point.
    pub transfers: u32,
    /// Of these, needlessly.
    pub needless: u32,
}

/// A ticket with its place; names are masked.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketLine {
    /// Id.
    pub id: i64,
    /// Number as it is called.
    pub no: String,
    /// The encounter.
    pub encounter_id: i64,
    /// Masked name; none is anonymous.
    pub name: Option<String>,
    /// Class of the matter.
    pub category_id: i64,
    /// Its Chinese name.
    pub category_zh: String,
    /// Its English name.
    pub category_en: String,
    /// The point.
    pub point_id: i64,
    /// Its Chinese name.
    pub point_zh: String,
    /// Its English name.
    pub point_en: String,
    /// Where it is, in Chinese.
    pub place_zh: String,
    /// Where it is, in English.
    pub place_en: String,
    /// Whether somebody sits there.
    pub point_open: bool,
    /// The open point that calls it instead, in Chinese.
    pub calls_zh: Option<String>,
    /// The open point that calls it instead, in English.
    pub calls_en: Option<String>,
    /// The language of the conversation.
    pub language: SpokenLanguage,
    /// Where it is on its way.
    pub state: TicketState,
    /// Need, lifted by special groups.
    pub need: Urgency,
    /// The special group that lifted it, in Chinese.
    pub group_zh: Option<String>,
    /// The special group that lifted it, in English.
    pub group_en: Option<String>,
    /// The handoff note.
    pub note: String,
    /// When it was issued.
    pub issued_at: i64,
    /// Whole minutes since then.
    pub waited: i64,
    /// How many stand before it; none when it does not wait.
    pub ahead: Option<u32>,
    /// Why it stands there.
    pub why: Option<TicketWhy>,
    /// The need it stands with.
    pub level: Option<Urgency>,
    /// So many minutes earlier it counts as come.
    pub lead: Option<i64>,
    /// From when on no new ticket but an immediate one stands before it; none among these.
    pub settled_at: Option<i64>,
    /// The wait that still lies before it; none when too little is known.
    pub expected: Option<WaitView>,
    /// Who moved it.
    pub moved: Option<MovedTicket>,
    /// When it was called last.
    pub called_at: Option<i64>,
    /// Staff number of who called it.
    pub called_by: Option<String>,
    /// Whether the person signed in called it.
    pub mine: bool,
    /// When the conversation began.
    pub started_at: Option<i64>,
    /// How often it was passed on.
    pub transfers: u32,
    /// How often needlessly.
    pub needless: u32,
}

/// A wait in minutes.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct WaitView {
    /// Half wait no longer.
    pub median: u32,
    /// Nine of ten wait no longer.
    pub bound: u32,
}

impl From<Wait> for WaitView {
    fn from(wait: Wait) -> Self {
        Self {
            median: wait.median,
            bound: wait.bound,
        }
    }
}

/// A move out of the order.
#[derive(Debug, Serialize, TS)]
pub struct MovedTicket {
    /// Staff number of who moved it.
    pub by: String,
    /// When.
    pub at: i64,
    /// Why; only for those who may move.
    pub reason: Option<String>,
}

/// A ticket as it was issued.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IssuedTicket {
    /// The ticket.
    pub ticket: TicketLine,
    /// Whether somebody sits at its point.
    pub point_open: bool,
    /// Whether its language is spoken there.
    pub language_spoken: bool,
    /// The wait to tell; none when too little is known.
    pub told: Option<WaitView>,
}

/// The newest ticket of an encounter.
#[derive(Debug, Serialize, TS)]
pub struct TicketOf {
    /// The ticket, if it has one.
    pub ticket: Option<TicketLine>,
}

/// A ticket and its way.
#[derive(Debug, Serialize, TS)]
pub struct TicketWay {
    /// The ticket.
    pub ticket: TicketLine,
    /// Every step, the first first.
    pub steps: Vec<TicketStepView>,
}

/// A step of a ticket.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TicketStepView {
    /// What was done.
    pub kind: TicketStepKind,
    /// When.
    pub at: i64,
    /// Staff number of who did it.
    pub by: String,
    /// The reason given; hidden where it is the supervisor's.
    pub reason: Option<String>,
    /// Where the ticket was afterwards.
    pub state: TicketState,
    /// At which point, in Chinese.
    pub point_zh: String,
    /// At which point, in English.
    pub point_en: String,
}
