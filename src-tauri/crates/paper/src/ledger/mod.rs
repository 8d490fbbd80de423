//! 台账, the ledger of a stretch of days: what stands in it (R 12.1, 12.2). One
//! description of its tables (`tables`) serves the PDF, the workbook and the CSV.
//!
//! Rows come as they may be shown: whoever hands them in has masked them, or has
//! the right and a reason not to. This crate prints which of the two it is.

mod above;
mod csv;
mod pdf;
mod tables;
mod terms;
mod xlsx;

pub(crate) use csv::defused;
pub use csv::ledger_csv;
pub use pdf::ledger_pdf;
pub use tables::Cell;
pub(crate) use terms::terms;
pub use terms::{
    BookingState, Channel, Complexity, FeedbackKind, FeedbackState, Outcome, PromiseState, Purpose,
    Receiver, Urgency,
};
pub use xlsx::ledger_xlsx;

use crate::{Fen, Institution, Stamp};

/// How much of a person the rows show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Names, telephones and numbers are masked.
    Masked,
    /// Everything is readable.
    Full {
        /// What for; printed on every sheet.
        purpose: Purpose,
        /// The purpose in words; may be empty.
        words: String,
        /// Who receives it.
        receiver: Receiver,
        /// Their name; may be empty.
        name: String,
    },
}

/// A ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerSheet {
    /// The house.
    pub institution: Institution,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO, included.
    pub to: String,
    /// Masked or full.
    pub detail: Detail,
    /// Staff number of who made it.
    pub made_by: String,
    /// When it was made.
    pub made_at: Stamp,
    /// From a training folder.
    pub training: bool,
    /// The journal's line about this export, printed at the foot.
    pub journal_line: String,
    /// Its last day is over: everything stands as it stood then, and what changed later
    /// stands in a chapter of its own.
    pub closed: bool,
    /// 接待, one row each.
    pub encounters: Vec<EncounterRow>,
    /// 预约, by the day they were made.
    pub bookings: Vec<BookingRow>,
    /// 到访, by the day of the appointment.
    pub visits: Vec<BookingRow>,
    /// 反馈.
    pub feedback: Vec<FeedbackRow>,
    /// 承诺.
    pub promises: Vec<PromiseRow>,
    /// What subjects add themselves.
    pub chapters: Vec<Chapter>,
    /// 合计.
    pub totals: Totals,
}

/// A table that a subject added: its words are those of `ListTitle` and `ListColumn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its code.
    pub code: &'static str,
    /// Its columns: code and share of the width.
    pub columns: Vec<(&'static str, u16)>,
    /// Its rows, in the language of the sheet.
    pub rows: Vec<Vec<Cell>>,
}

/// One encounter. Texts that are not known are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncounterRow {
    /// Its number as staff know it.
    pub no: String,
    /// ISO day.
    pub day: String,
    /// `HH:MM`.
    pub started: String,
    /// How the visitor came.
    pub channel: Channel,
    /// Who.
    pub visitor: String,
    /// Their telephone.
    pub phone: String,
    /// The path in the category tree, as text.
    pub category: String,
    /// 事由, the matter as told.
    pub matter: String,
    /// How urgent.
    pub urgency: Urgency,
    /// How complex.
    pub complexity: Complexity,
    /// Service point or department.
    pub triaged_to: String,
    /// Queue number.
    pub ticket: String,
    /// How it ended.
    pub outcome: Outcome,
    /// The answer, short.
    pub answer: String,
    /// Staff number of who was asked first.
    pub first_asked: String,
    /// `HH:MM`; empty while it is open.
    pub ended: String,
}

/// One booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingRow {
    /// Voucher number, 13 digits (or masked).
    pub voucher: String,
    /// Who.
    pub visitor: String,
    /// Their telephone.
    pub phone: String,
    /// What.
    pub service: String,
    /// ISO day of the appointment.
    pub day: String,
    /// `HH:MM`.
    pub time: String,
    /// Where it stands.
    pub state: BookingState,
    /// What it costs.
    pub price: Fen,
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackRow {
    /// Its number.
    pub no: String,
    /// Praise, suggestion or complaint.
    pub kind: FeedbackKind,
    /// Who.
    pub visitor: String,
    /// Their telephone.
    pub phone: String,
    /// ISO day it came in.
    pub received: String,
    /// In a sentence.
    pub summary: String,
    /// Where it stands.
    pub state: FeedbackState,
    /// Staff number of who handles it.
    pub handler: String,
    /// ISO day the visitor was told; empty until then.
    pub told: String,
    /// 1 to 5, once rated.
    pub rating: Option<u8>,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// Number of the encounter it was given in.
    pub encounter: String,
    /// To whom.
    pub visitor: String,
    /// Their telephone.
    pub phone: String,
    /// What was promised.
    pub matter: String,
    /// ISO day, or ISO day and `HH:MM` with a blank between.
    pub due: String,
    /// Where it stands.
    pub state: PromiseState,
}

/// What the rows add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Encounters per channel.
    pub channels: Vec<(Channel, u32)>,
    /// Encounters per top category.
    pub categories: Vec<(String, u32)>,
    /// Encounters per urgency.
    pub urgencies: Vec<(Urgency, u32)>,
    /// Encounters per outcome.
    pub outcomes: Vec<(Outcome, u32)>,
    /// The queue.
    pub tickets: TicketTotals,
    /// Bookings per state.
    pub bookings: Vec<(BookingState, u32)>,
    /// Visits per state: who came, who did not.
    pub visits: Vec<(BookingState, u32)>,
    /// Feedback per kind and state.
    pub feedback: Vec<(FeedbackKind, FeedbackState, u32)>,
    /// Promises per state.
    pub promises: Vec<(PromiseState, u32)>,
}

/// The queue in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TicketTotals {
    /// Numbers served.
    pub served: u32,
    /// Numbers called in vain.
    pub no_show: u32,
    /// Half waited no longer, minutes.
    pub median_wait: Option<u32>,
    /// Nine of ten waited no longer, minutes.
    pub bound_wait: Option<u32>,
}
