//! How long records are kept, what keeps one longer, and what goes with it.

use crate::{Day, Moment};
use vault::{Row, Value};

crate::codes! {
    /// A kind of record, in the order in which the kinds are destroyed: what
    /// refers to a record goes before it.
    Kind {
        /// What somebody was typing.
        Drafts = "drafts",
        /// Kept answers of operations, which hold what the screen showed.
        Operations = "operations",
        /// 反馈, with its steps.
        Feedback = "feedback",
        /// 预约, with their vouchers and prints.
        Bookings = "bookings",
        /// 评估与方案.
        Proposals = "proposals",
        /// 排队号, with their steps.
        Tickets = "tickets",
        /// 接待, with consultations and promises.
        Encounters = "encounters",
        /// 个人权利请求.
        Requests = "requests",
        /// 来访者 of whom nothing else is left.
        Visitors = "visitors",
        /// 操作日志: its rule is shown and raised; its rows are not destroyed.
        Journal = "journal",
    }

    /// What a rule rests on; the window owns the sentence.
    Source {
        /// PIPL 19: the shortest time that is necessary.
        Shortest = "pipl_19",
        /// Civil Code 188: three years to bring a claim.
        Claims = "civil_188",
        /// Network Security Law 23 (21 before 2026): logs for six months at least.
        Logs = "cyber_23",
        /// Our own measure.
        House = "house",
    }

    /// Why a record that is old enough is kept.
    Why {
        /// The encounter is open.
        OpenEncounter = "open_encounter",
        /// The ticket is in the queue.
        LiveTicket = "live_ticket",
        /// A promise was not kept yet.
        OpenPromise = "open_promise",
        /// The booking is not finished.
        OpenBooking = "open_booking",
        /// The feedback is not closed.
        OpenFeedback = "open_feedback",
        /// Restricted with a legal hold.
        LegalHold = "legal_hold",
        /// The person's own request is open.
        OpenRequest = "open_request",
        /// Something that refers to it is kept longer.
        PartKept = "part_kept",
    }
}

impl Kind {
    /// The kinds whose records the job destroys.
    pub const DESTROYED: &'static [Self] = match Self::ALL {
        [destroyed @ .., Self::Journal] => destroyed,
        all => all,
    };
}

/// The column from which a record's age is counted.
#[derive(Debug, Clone, Copy)]
pub enum Age {
    /// A column of local days.
    Day(&'static str),
    /// A column of moments.
    Moment(&'static str),
}

impl Age {
    /// The name of the column.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Day(column) | Self::Moment(column) => column,
        }
    }

    /// The start of `day` as a value of this column; `None`: the smallest value, so that
    /// nothing is older.
    pub(crate) fn start_of(self, day: Option<Day>) -> Value {
        match self {
            Self::Day(_) => day.map_or_else(|| String::new().into(), Value::from),
            Self::Moment(_) => day.map_or(i64::MIN, |day| day.start().0).into(),
        }
    }

    /// Reads a value of it as a local day.
    pub(crate) fn read(self, row: &Row<'_>, name: &str) -> vault::Result<Day> {
        match self {
            Self::Day(_) => row.get(name),
            Self::Moment(_) => row.get(name).map(Moment::day),
        }
    }
}

/// How many days a kind is kept, and what that rests on.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// As delivered.
    pub usual: u16,
    /// Fewer are refused.
    pub least: u16,
    /// What that rests on.
    pub source: Source,
}

/// The fewest days a rule may be set to, so that a mistyped number does not destroy the
/// records of last week.
const LEAST: u16 = 30;

impl Days {
    /// For as long as a claim may be brought.
    pub const CLAIMS: Self = Self {
        usual: 1_095,
        least: LEAST,
        source: Source::Claims,
    };

    /// As short as is necessary.
    pub const fn shortest(usual: u16) -> Self {
        Self {
            usual,
            least: LEAST,
            source: Source::Shortest,
        }
    }
}

/// Declares that the rows of a table are a kind of record with a rule of how long it is
/// kept. Rows that hang on one are destroyed with it, unless they have a rule of their own.
#[derive(Debug, Clone, Copy)]
pub struct Lasts {
    /// Which kind.
    pub kind: Kind,
    /// How old a record is.
    pub age: Age,
    /// How long it is kept.
    pub days: Days,
}
