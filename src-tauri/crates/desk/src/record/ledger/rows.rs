//! The rows of the ledger's tables, as they stood when the period was over.

use super::PromiseState;
use crate::booking::bookings::BookingState;
use crate::people::visitors::Standing;
use crate::quality::feedback;
use crate::reception::categories::{Complexity, Urgency};
use crate::reception::encounters::{Channel, Outcome};
use crate::{Day, Fen, Minute, Moment};

/// A name in both languages; empty when there is none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Named {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One encounter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncounterRow {
    /// Id.
    pub id: i64,
    /// Number.
    pub no: String,
    /// Day.
    pub day: Day,
    /// Start.
    pub started_at: Moment,
    /// Channel.
    pub channel: Channel,
    /// Name; empty: anonymous.
    pub name: String,
    /// What the person is called today: a text may call them so too.
    pub now_called: String,
    /// Phone.
    pub phone: String,
    /// Top category; empty: not classified.
    pub top: Named,
    /// Category below it; empty when the class is a top category.
    pub leaf: Named,
    /// The matter as told, short.
    pub matter: String,
    /// Urgency.
    pub urgency: Urgency,
    /// Complexity.
    pub complexity: Complexity,
    /// The service point of the last ticket.
    pub point: Named,
    /// The last ticket.
    pub ticket: String,
    /// How it ended; `None`: open.
    pub outcome: Option<Outcome>,
    /// The first answer, short.
    pub answer: String,
    /// Staff number of the first person asked.
    pub first_asked: String,
    /// End; `None`: open.
    pub ended_at: Option<Moment>,
    /// What may be done with the person's record; anonymous counts as open.
    pub standing: Standing,
}

/// One booking: among those that were made in the period, or among the visits of its days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingRow {
    /// Id.
    pub id: i64,
    /// Number of its voucher.
    pub voucher: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// What is done.
    pub title: Named,
    /// Day.
    pub day: Day,
    /// Start.
    pub starts: Minute,
    /// Where it stands.
    pub state: BookingState,
    /// Price.
    pub price: Fen,
    /// What may be done with the person's record; anonymous counts as open.
    pub standing: Standing,
}

/// One feedback, by the day it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackRow {
    /// Id.
    pub id: i64,
    /// Number.
    pub no: String,
    /// Kind.
    pub kind: feedback::Kind,
    /// Name.
    pub name: String,
    /// What the person is called today: a text may call them so too.
    pub now_called: String,
    /// Phone.
    pub phone: String,
    /// The day it came in.
    pub received: Day,
    /// What happened.
    pub what: String,
    /// Where it stands.
    pub state: feedback::State,
    /// Staff number of who handles it.
    pub handler: String,
    /// When the person was told.
    pub told_at: Option<Moment>,
    /// 1 to 5, when they rated.
    pub rating: Option<u8>,
    /// What may be done with the person's record; anonymous counts as open.
    pub standing: Standing,
}

/// One promise, by the day it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// Id.
    pub id: i64,
    /// Number of the encounter it was made in.
    pub encounter: String,
    /// Name.
    pub name: String,
    /// What the person is called today: a text may call them so too.
    pub now_called: String,
    /// Phone.
    pub phone: String,
    /// What was promised.
    pub what: String,
    /// Until when.
    pub due_at: Moment,
    /// When it was kept.
    pub kept_at: Option<Moment>,
    /// How it stands: at the end of the period, or at the moment of the reading.
    pub state: PromiseState,
    /// What may be done with the person's record; anonymous counts as open.
    pub standing: Standing,
}
