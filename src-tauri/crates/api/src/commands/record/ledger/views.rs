//! The ledger as the screen shows it: masked.

use super::totals::LedgerTotals;
use crate::codes::{
    BookingState, Channel, Complexity, FeedbackKind, FeedbackState, Outcome, PromiseState,
    Standing, Urgency,
};
use crate::listing::said;
use desk::ground::lists::{Cell, Column};
use desk::record::ledger::{
    BookingRow, EncounterRow, FeedbackRow, Ledger, Named, OwnTable, PromiseRow,
};
use paper::Language;
use serde::Serialize;
use ts_rs::TS;

pub(super) fn masked(ledger: Ledger, page: u32, of: u32, journal_line: String) -> LedgerView {
    let ledger = ledger.masked();
    let tables = ledger.own_tables();
    let sum = |counts: Vec<u32>| counts.iter().sum::<u32>();
    let t = &ledger.totals;
    let counts = LedgerCounts {
        encounters: t.encounters,
        bookings: sum(t.bookings.iter().map(|c| c.1).collect()),
        visits: sum(t.visits.iter().map(|c| c.1).collect()),
        feedback: sum(t.feedback.iter().map(|c| c.2).collect()),
        promises: sum(t.promises.iter().map(|c| c.1).collect()),
    };
    LedgerView {
        page,
        page_size: of,
        journal_line,
        closed: ledger.closed.map(|at| at.day().to_string()),
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
        visits: ledger.visits.into_iter().map(LedgerBooking::from).collect(),
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
        chapters: tables.into_iter().map(chapter).collect(),
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
    /// Where the journal stands: day, number, seal, entries of the day.
    pub journal_line: String,
    /// The last day, once it is over: everything stands as it stood then, and what changed
    /// later stands in a chapter of its own; null: it is not over.
    pub closed: Option<String>,
    /// Rows in all, per table.
    pub counts: LedgerCounts,
    /// Encounters, the newest first.
    pub encounters: Vec<LedgerEncounter>,
    /// Bookings by when they were made, the newest first.
    pub bookings: Vec<LedgerBooking>,
    /// Bookings by the day of the appointment, the latest first: who came, who did not.
    pub visits: Vec<LedgerBooking>,
    /// Feedback, the newest first.
    pub feedback: Vec<LedgerFeedback>,
    /// Promises, the newest first.
    pub promises: Vec<LedgerPromise>,
    /// What subjects add themselves and what changed later, the newest first; those with
    /// nothing to say are left out.
    pub chapters: Vec<LedgerChapter>,
    /// What the whole period adds up to.
    pub totals: LedgerTotals,
}

fn chapter(filled: OwnTable) -> LedgerChapter {
    let both = |cell: &Cell| LedgerName {
        zh: said(cell, Language::Zh),
        en: said(cell, Language::En),
    };
    let column = |column: &Column| LedgerColumn {
        code: column.code,
        share: column.share,
    };
    let row = |row: &Vec<Cell>| row.iter().map(both).collect();
    LedgerChapter {
        code: filled.list.code,
        count: filled.count,
        columns: filled.list.columns.iter().map(column).collect(),
        rows: filled.rows.iter().map(row).collect(),
    }
}

/// A table that a subject filled itself: nobody is named in it, or they are masked.
#[derive(Debug, Serialize, TS)]
pub struct LedgerChapter {
    /// What it is.
    #[ts(type = "ListTitle")]
    pub code: &'static str,
    /// Rows in all.
    pub count: usize,
    /// Its columns.
    pub columns: Vec<LedgerColumn>,
    /// Its cells, row by row.
    pub rows: Vec<Vec<LedgerName>>,
}

/// A column of such a table.
#[derive(Debug, Serialize, TS)]
pub struct LedgerColumn {
    /// What it holds.
    #[ts(type = "ListColumn")]
    pub code: &'static str,
    /// Its share of the width.
    pub share: u16,
}

/// Rows in all.
#[derive(Debug, Serialize, TS)]
pub struct LedgerCounts {
    /// Encounters.
    pub encounters: u32,
    /// Bookings.
    pub bookings: u32,
    /// Visits.
    pub visits: u32,
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
    /// The matter as told, short.
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
    /// What may be done with the person's record.
    pub standing: Standing,
}

impl From<EncounterRow> for LedgerEncounter {
    fn from(row: EncounterRow) -> Self {
        Self {
            standing: Standing(row.standing),
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
    /// What may be done with the person's record.
    pub standing: Standing,
}

impl From<BookingRow> for LedgerBooking {
    fn from(row: BookingRow) -> Self {
        Self {
            standing: Standing(row.standing),
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
    /// What may be done with the person's record.
    pub standing: Standing,
}

impl From<FeedbackRow> for LedgerFeedback {
    fn from(row: FeedbackRow) -> Self {
        Self {
            standing: Standing(row.standing),
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
    /// What may be done with the person's record.
    pub standing: Standing,
}

impl From<PromiseRow> for LedgerPromise {
    fn from(row: PromiseRow) -> Self {
        Self {
            standing: Standing(row.standing),
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
