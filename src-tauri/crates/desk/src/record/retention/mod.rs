//! Retention (保存期限): how long each kind of record is kept, what is due, and
//! destroying it with a record of that (PIPL 19, 47; R 10.5). What it may not
//! know: names. It works by days and counts.

pub mod acts;
mod destroy;
mod refusals;
mod rules;
mod store;

pub use refusals::Refused;

use crate::ground::subject::Subject;
use crate::{Day, DestructionId, Moment, Reading, Result, StaffId};
pub use destroy::{Wanted, destroy};
pub use rules::{JOURNAL_DAYS, LONGEST_DAYS, Rule, rules, set};

/// What the house knows of it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

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
    pub const DESTROYED: &'static [Self] = &[
        Self::Drafts,
        Self::Operations,
        Self::Feedback,
        Self::Bookings,
        Self::Proposals,
        Self::Tickets,
        Self::Encounters,
        Self::Requests,
        Self::Visitors,
    ];
}

/// What is due of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which kind.
    pub kind: Kind,
    /// Older than this day is old enough.
    pub cutoff: Day,
    /// How many would be destroyed.
    pub count: u32,
    /// Day of the oldest of them.
    pub oldest: Option<Day>,
    /// Day of the newest of them.
    pub newest: Option<Day>,
    /// How many are old enough but kept, by reason.
    pub held: Vec<(Why, u32)>,
}

/// A destruction record (销毁记录).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destruction {
    /// Id.
    pub id: DestructionId,
    /// Its number.
    pub no: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Why.
    pub reason: String,
    /// What, in the order it was done.
    pub kinds: Vec<DestroyedKind>,
}

/// A line of a destruction record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestroyedKind {
    /// Which kind.
    pub kind: Kind,
    /// The rule in force then.
    pub days: u16,
    /// Older than this day.
    pub cutoff: Day,
    /// How many.
    pub count: u32,
    /// Day of the oldest.
    pub oldest: Day,
    /// Day of the newest.
    pub newest: Day,
}

/// What would be destroyed now of some kinds; changes nothing. Kinds that are
/// not asked for are kept, and so is what they refer to.
///
/// # Errors
/// Of the store.
pub fn preview(r: &Reading<'_>, kinds: &[Kind]) -> Result<Vec<Due>> {
    let rules = rules(r)?;
    let cuts = store::Cuts::new(&rules, kinds, r.today());
    Kind::DESTROYED
        .iter()
        .filter(|kind| kinds.contains(kind))
        .map(|kind| store::due(r.tx, *kind, &cuts))
        .collect()
}

/// The destruction records, the newest first.
///
/// # Errors
/// Of the store.
pub fn destructions(r: &Reading<'_>) -> Result<Vec<Destruction>> {
    store::destructions(r.tx)
}

/// One destruction record.
///
/// # Errors
/// `NotFound`.
pub fn destruction(r: &Reading<'_>, id: DestructionId) -> Result<Destruction> {
    let found = store::destruction(r.tx, id)?;
    Ok(found.ok_or_else(|| crate::Reason::NotFound {}.refuse())?)
}
