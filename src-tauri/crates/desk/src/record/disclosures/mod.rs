//! The register of what leaves the desk (对外提供/导出登记): every file or paper
//! with personal data leaves a row with its purpose and receiver.
//!
//! 网络数据安全管理条例 12 (records for three years), PIPL 51, 55; R 10.4, 12.2.

pub mod acts;
mod record;
pub(crate) mod said;
mod store;

use crate::ground::acts::{Action, Object};
use crate::ground::subject::Subject;
use crate::people::visitors::acts::VISITOR;
use crate::record::ledger::Period;
use crate::{Day, DisclosureId, Moment, Reading, Result, VisitorId};
pub use record::{NewDisclosure, Recorded, record};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

/// Rows are kept at least so many years (网络数据安全管理条例 12; PIPL 56).
pub const KEPT_YEARS: u32 = 3;

/// How many rows a page holds.
pub const PAGE: usize = 100;

crate::codes! {
    /// What left.
    Kind {
        /// The daily ledger (台账).
        Ledger = "ledger",
        /// A person's copy of their own data (PIPL 45).
        PersonCopy = "person_copy",
        /// This register itself.
        DisclosureLog = "disclosure_log",
        /// A report of an incident (PIPL 57).
        IncidentReport = "incident_report",
    }

    /// How much of a person was shown.
    Detail {
        /// Names, phones and numbers masked.
        Masked = "masked",
        /// Everything.
        Full = "full",
    }

    /// In which form it left.
    Format {
        /// For other programs.
        Csv = "csv",
        /// For spreadsheets.
        Xlsx = "xlsx",
        /// A document.
        Pdf = "pdf",
        /// Straight to the printer.
        Paper = "paper",
    }

    /// What it left for.
    Purpose {
        /// A complaint is looked into.
        Complaint = "complaint",
        /// Statistics, reports.
        Statistics = "statistics",
        /// An authority inspects.
        Inspection = "inspection",
        /// Handed over to a colleague or a department.
        Handover = "handover",
        /// The person asked for their own data.
        PersonRequest = "person_request",
        /// Any other; needs words.
        Other = "other",
    }

    /// Who receives it.
    Receiver {
        /// It stays at this desk.
        OwnUse = "own_use",
        /// A superior authority.
        Superior = "superior",
        /// A department of the house.
        Department = "department",
        /// The person whose data it is.
        Person = "person",
        /// Any other.
        Other = "other",
    }
}

impl Receiver {
    /// Whether a name must be given, because the kind alone does not say who.
    pub const fn needs_name(self) -> bool {
        matches!(self, Self::Superior | Self::Department | Self::Other)
    }
}

impl Kind {
    /// The journal's action for what leaves, and the one for when it never became a file.
    const fn acts(self) -> [Action; 2] {
        match self {
            Self::Ledger => [acts::EXPORT_LEDGER, acts::EXPORT_LEDGER_FAILED],
            Self::PersonCopy => [acts::COPY_PERSON, acts::COPY_PERSON_FAILED],
            Self::DisclosureLog => [acts::EXPORT_REGISTER, acts::EXPORT_REGISTER_FAILED],
            Self::IncidentReport => [acts::PRINT_INCIDENT, acts::PRINT_INCIDENT_FAILED],
        }
    }

    const fn object(self) -> Object {
        match self {
            Self::Ledger => acts::LEDGER,
            Self::PersonCopy => VISITOR,
            Self::DisclosureLog => acts::DISCLOSURE,
            Self::IncidentReport => acts::INCIDENT,
        }
    }
}

/// A row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Id.
    pub id: DisclosureId,
    /// When.
    pub at: Moment,
    /// Staff number of who let it go.
    pub staff_no: String,
    /// What left.
    pub kind: Kind,
    /// Masked or full.
    pub detail: Detail,
    /// In which form.
    pub format: Format,
    /// Which days stand in it; none: not by period.
    pub period: Option<(Day, Day)>,
    /// How many rows stand in it.
    pub rows: i64,
    /// Whose data, when it is one person's.
    pub visitor: Option<VisitorId>,
    /// What for; none only when masked.
    pub purpose: Option<Purpose>,
    /// The purpose in words.
    pub purpose_note: String,
    /// Who received it; none only when masked.
    pub receiver: Option<Receiver>,
    /// Their name.
    pub receiver_name: String,
    /// Name of the file.
    pub file_name: String,
    /// The journal's entry about it.
    pub seq: i64,
    /// When it turned out that it never became a file.
    pub lost_at: Option<Moment>,
}

/// Which rows of the register to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search {
    /// The days it left on.
    pub period: Period,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Rows before this id; the newest when `None`.
    pub before: Option<DisclosureId>,
}

/// A page of the register, the newest first, and whether there are older rows.
///
/// # Errors
/// Of the store.
pub fn list(r: &Reading<'_>, search: &Search) -> Result<(Vec<Disclosure>, bool)> {
    let mut rows = store::list(r.tx, search, Some(PAGE + 1))?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
}

/// Every row of a period, the newest first.
///
/// # Errors
/// Of the store.
pub fn all(r: &Reading<'_>, search: &Search) -> Result<Vec<Disclosure>> {
    store::list(r.tx, search, None)
}
