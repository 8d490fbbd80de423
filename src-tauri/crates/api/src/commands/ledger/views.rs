//! The ledger as the screen shows it: masked.

use crate::codes::{
    BookingState, Channel, Complexity, FeedbackKind, FeedbackState, Outcome, PromiseState, Urgency,
};
use desk::ledger::{
    BookingRow, EncounterRow, FeedbackRow, Ledger, Named, PromiseRow, Today, Totals,
};
use serde::Serialize;
use ts_rs::TS;

pub(super) fn masked(ledger: Ledger, page: u32, of: u32) -> LedgerView {
    let ledger = ledger.masked();
    let sum = |counts: Vec<u32>| counts.iter().sum::<u32>();
    let t = &ledger.totals;
    let counts = LedgerCounts {
        encounters: t.encounters,
        bookings: sum(t.bookings.iter().map(|c| c.1).collect()),
        feedback: sum(t.feedback.iter().map(|c| c.2).collect()),
        promises: sum(t.promises.iter().map(|c| c.1).collect()),
    };
    LedgerView {
        page,
        page_size: of,
        counts,
        encounters: ledger
            .encounters
            .into_iter()
            .map(LedgerEncounter::from)
            .collect(),
        bookings: ledger
            .bookings
            .into_iter()
            .map(LedgerBooking::from)
            .collect(),
        feedback: ledger
            .feedback
            .into_iter()
            .map(LedgerFeedback::from)
            .collect(),
        promises: ledger
            .promises
            .into_iter()
            .map(LedgerPromise::from)
            .collect(),
        totals: ledger.totals.into(),
    }
}

/// A page of each table and the totals of the whole period.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerView {
    /// Which page.
    pub page: u32,
    /// Rows of a full page.
    pub page_size: u32,
    /// Rows in all, per table.
    pub counts: LedgerCounts,
    /// Encounters, the newest first.
    pub encounters: Vec<LedgerEncounter>,
    /// Bookings by the day of the visit, the latest first.
    pub bookings: Vec<LedgerBooking>,
    /// Feedback, the newest first.
    pub feedback: Vec<LedgerFeedback>,
    /// Promises, the newest first.
    pub promises: Vec<LedgerPromise>,
    /// What the whole period adds up to.
    pub totals: LedgerTotals,
}

/// Rows in all.
#[derive(Debug, Serialize, TS)]
pub struct LedgerCounts {
    /// Encounters.
    pub encounters: u32,
    /// Bookings.
    pub bookings: u32,
    /// Feedback.
    pub feedback: u32,
    /// Promises.
    pub promises: u32,
}

/// A name in both languages; empty when there is none.
#[derive(Debug, Serialize, TS)]
pub struct LedgerName {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<Named> for LedgerName {
    fn from(Named { zh, en }: Named) -> Self {
        Self { zh, en }
    }
}

/// One encounter.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerEncounter {
    /// Id.
    pub id: i64,
    /// Number.
    pub no: String,
    /// Start.
    pub started_at: i64,
    /// Channel.
    pub channel: Channel,
    /// Masked name; empty: anonymous.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// Top category.
    pub top: LedgerName,
    /// Category below it.
    pub leaf: LedgerName,
    /// The matter as told.
    pub matter: String,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// Where it was sent.
    pub point: LedgerName,
    /// Ticket.
    pub ticket: String,
    /// How it ended; null: open.
    pub outcome: Option<Outcome>,
    /// The first answer, short.
    pub answer: String,
    /// Staff number of the first person asked.
    pub first_asked: String,
    /// End; null: open.
    pub ended_at: Option<i64>,
}

impl From<EncounterRow> for LedgerEncounter {
    fn from(row: EncounterRow) -> Self {
        Self {
            id: row.id,
            no: row.no,
            started_at: row.started_at.0,
            channel: Channel(row.channel),
            name: row.name,
            phone: row.phone,
            top: row.top.into(),
            leaf: row.leaf.into(),
            matter: row.matter,
            urgency: Urgency(row.urgency),
            complexity: Complexity(row.complexity),
            point: row.point.into(),
            ticket: row.ticket,
            outcome: row.outcome.map(Outcome),
            answer: row.answer,
            first_asked: row.first_asked,
            ended_at: row.ended_at.map(|at| at.0),
        }
    }
}

/// One booking.
#[derive(Debug, Serialize, TS)]
pub struct LedgerBooking {
    /// Id.
    pub id: i64,
    /// Masked voucher number.
    pub voucher: String,
    /// Masked name.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// What is done.
    pub title: LedgerName,
    /// Day of the visit.
    pub day: String,
    /// `HH:MM`.
    pub time: String,
    /// Where it stands.
    pub state: BookingState,
    /// Price in fen.
    pub price: i64,
}

impl From<BookingRow> for LedgerBooking {
    fn from(row: BookingRow) -> Self {
        Self {
            id: row.id,
            voucher: row.voucher,
            name: row.name,
            phone: row.phone,
            title: row.title.into(),
            day: row.day.to_string(),
            time: row.starts.to_string(),
            state: BookingState(row.state),
            price: row.price.0,
        }
    }
}

/// One feedback.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerFeedback {
    /// Id.
    pub id: i64,
    /// Number.
    pub no: String,
    /// Kind.
    pub kind: FeedbackKind,
    /// Masked name; empty: anonymous.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// The day it came in.
    pub received: String,
    /// What happened.
    pub what: String,
    /// Where it stands.
    pub state: FeedbackState,
    /// Staff number of who handles it.
    pub handler: String,
    /// When the person was told.
    pub told_at: Option<i64>,
    /// 1 to 5.
    pub rating: Option<u8>,
}

impl From<FeedbackRow> for LedgerFeedback {
    fn from(row: FeedbackRow) -> Self {
        Self {
            id: row.id,
            no: row.no,
            kind: FeedbackKind(row.kind),
            name: row.name,
            phone: row.phone,
            received: row.received.to_string(),
            what: row.what,
            state: FeedbackState(row.state),
            handler: row.handler,
            told_at: row.told_at.map(|at| at.0),
            rating: row.rating,
        }
    }
}

/// One promise.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerPromise {
    /// Id.
    pub id: i64,
    /// Number of the encounter.
    pub encounter: String,
    /// Masked name.
    pub name: String,
    /// Masked phone.
    pub phone: String,
    /// What was promised.
    pub what: String,
    /// Until when.
    pub due_at: i64,
    /// When it was kept.
    pub kept_at: Option<i64>,
    /// How it stands.
    pub state: PromiseState,
}

impl From<PromiseRow> for LedgerPromise {
    fn from(row: PromiseRow) -> Self {
        Self {
            id: row.id,
            encounter: row.encounter,
            name: row.name,
            phone: row.phone,
            what: row.what,
            due_at: row.due_at.0,
            kept_at: row.kept_at.map(|at| at.0),
            state: PromiseState(row.state),
        }
    }
}

/// What a period adds up to.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerTotals {
    /// Encounters per channel.
    pub channels: Vec<(Channel, u32)>,
    /// Encounters per top category, the most frequent first.
    pub categories: Vec<(LedgerName, u32)>,
    /// Encounters per urgency.
    pub urgencies: Vec<(Urgency, u32)>,
    /// Encounters per outcome; null: open.
    pub outcomes: Vec<(Option<Outcome>, u32)>,
    /// Tickets served.
    pub served: u32,
    /// Tickets called in vain.
    pub no_show: u32,
    /// Half waited no longer, minutes.
    pub median_wait: Option<u32>,
    /// Nine of ten waited no longer, minutes.
    pub bound_wait: Option<u32>,
    /// Bookings per state.
    pub bookings: Vec<(BookingState, u32)>,
    /// Feedback per kind and state.
    pub feedback: Vec<(FeedbackKind, FeedbackState, u32)>,
    /// Promises per state.
    pub promises: Vec<(PromiseState, u32)>,
}

impl From<Totals> for LedgerTotals {
    fn from(t: Totals) -> Self {
        Self {
            channels: t
                .channels
                .into_iter()
                .map(|(c, n)| (Channel(c), n))
                .collect(),
            categories: t
                .categories
                .into_iter()
                .map(|(c, n)| (c.into(), n))
                .collect(),
            urgencies: t
                .urgencies
                .into_iter()
                .map(|(u, n)| (Urgency(u), n))
                .collect(),
            outcomes: t
                .outcomes
                .into_iter()
                .map(|(o, n)| (o.map(Outcome), n))
                .collect(),
            served: t.tickets.served,
            no_show: t.tickets.no_show,
            median_wait: t.tickets.median_wait,
            bound_wait: t.tickets.bound_wait,
            bookings: t
                .bookings
                .into_iter()
                .map(|(s, n)| (BookingState(s), n))
                .collect(),
            feedback: t
                .feedback
                .into_iter()
                .map(|(k, s, n)| (FeedbackKind(k), FeedbackState(s), n))
                .collect(),
            promises: t
                .promises
                .into_iter()
                .map(|(s, n)| (PromiseState(s), n))
                .collect(),
        }
    }
}

/// The day in four figures.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// Tickets that wait.
    pub waiting: u32,
    /// Minutes the longest of them has waited; null: none waits.
    pub longest: Option<u32>,
    /// Encounters of the day.
    pub encounters: u32,
    /// Per channel, the most frequent first.
    pub channels: Vec<(Channel, u32)>,
    /// Promises to keep today, with those that are late.
    pub promises_due: u32,
    /// Those that are late.
    pub promises_late: u32,
    /// Visits booked for the day.
    pub bookings: u32,
    /// Those who came.
    pub arrived: u32,
    /// Those who did not.
    pub no_show: u32,
}

impl From<Today> for TodayView {
    fn from(t: Today) -> Self {
        Self {
            waiting: t.waiting,
            longest: t.longest,
            encounters: t.channels.iter().map(|c| c.1).sum(),
            channels: t
                .channels
                .into_iter()
                .map(|(c, n)| (Channel(c), n))
                .collect(),
            promises_due: t.promises_due,
            promises_late: t.promises_late,
            bookings: t.bookings,
            arrived: t.arrived,
            no_show: t.no_show,
        }
    }
}
