//! What people are handed on paper, and what is exported: vouchers, queue slips,
//! recovery codes, ledgers → PDF, XLSX and CSV bytes; the voucher as pictures too.
//!
//! Pure: values in, bytes out. No database, no clock, no file; the fonts are
//! handed in as bytes and every date comes with the sheet.

mod fonts;
mod layout;
mod ledger;
mod pdf;
mod records;
mod recovery;
mod register;
mod slip;
mod svg;
mod ticket;
pub mod vocabulary;
mod voucher;
mod words;

pub use fonts::Fonts;
pub use ledger::{
    BookingRow, BookingState, Cell, Channel, Chapter, Complexity, Detail, EncounterRow,
    FeedbackKind, FeedbackRow, FeedbackState, LedgerSheet, Outcome, PromiseRow, PromiseState,
    Purpose, Receiver, TicketTotals, Totals, Urgency, ledger_csv, ledger_pdf, ledger_xlsx,
};
pub use records::{
    AnswerSheet, AnswerStep, DestructionLine, DestructionSheet, HeldFact, HeldGroup, HeldItem,
    HeldSheet, IncidentLine, IncidentSection, IncidentSheet, ListSheet, NoticeSheet, answer_pdf,
    destruction_csv, destruction_pdf, erased_person, held_pdf, incident_pdf, list_pdf, notice_pdf,
    restricted_person,
};
pub use recovery::{RecoverySheet, recovery};
pub use register::{DisclosureKind, DisclosureRow, disclosures_csv};
pub use slip::{CodeSlip, code_slip};
pub use ticket::{TicketSheet, Wait, ticket};
pub use voucher::{Paper, ServiceLine, VoucherSheet, grouped, voucher, voucher_pictures};
pub use words::Language;

/// A finished print: the file, and what could not be drawn in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The whole PDF file.
    pub bytes: Vec<u8>,
    /// Characters no font has, each once, in code point order. They stand as 〓 on
    /// the sheet, and the person at the desk has to be told.
    pub missing: Vec<char>,
}

/// An amount of money in fen (1/100 yuan).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fen(pub i64);

/// A moment, once for the file's own dates and once as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// UTC milliseconds since 1970; goes into the file's properties.
    pub at: i64,
    /// As people read it, in the institution's time zone.
    pub text: String,
}

/// The house whose name stands on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// Full name.
    pub name: String,
    /// Postal address; empty leaves it out.
    pub address: String,
    /// Telephone of the front desk; empty leaves it out.
    pub phone: String,
}

/// Why a sheet could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The bytes are not a font that can be embedded.
    #[error("font cannot be read")]
    Font,
    /// The font lacks the mark 〓 that stands for missing characters.
    #[error("font lacks the replacement mark")]
    FontWithoutMark,
    /// A voucher number is not 13 digits.
    #[error("voucher number is not 13 digits")]
    Number,
    /// A QR payload is empty, too long, or not what this sheet's code may hold.
    #[error("QR payload cannot be encoded")]
    Qr,
    /// A day is not an ISO date (`2026-11-23`).
    #[error("not an ISO day")]
    Day,
    /// Minutes of a day beyond 24:00.
    #[error("not a minute of a day")]
    Minute,
    /// A recovery code is not seven groups of five, or there is no code at all.
    #[error("recovery code is not seven groups of five")]
    RecoveryCode,
    /// A moment is out of the range that files can carry.
    #[error("moment out of range")]
    Moment,
    /// The PDF could not be written.
    #[error("PDF could not be written")]
    Pdf,
    /// The spreadsheet could not be written (a text longer than a cell can hold, too many rows).
    #[error("spreadsheet could not be written")]
    Spreadsheet,
    /// The CSV could not be written.
    #[error("CSV could not be written")]
    Csv,
}
