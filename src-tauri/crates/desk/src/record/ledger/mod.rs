//! The ledger (台账): what happened at the desk in a stretch of days (R 12.1, 12.2).
//! It owns no table of its own; it puts together what the other subjects keep.

mod hide;
mod refusals;
mod rules;
mod store;
mod today;

pub use refusals::Refused;

use crate::booking::bookings::BookingState;
use crate::ground::lists::{Cell, List};
use crate::ground::subject::Subject;
use crate::people::visitors::Standing;
use crate::quality::feedback;
use crate::reception::categories::{Complexity, Urgency};
use crate::reception::encounters::{Channel, Outcome};
use crate::subjects;
use crate::{Day, Fen, Minute, Moment, Reading, Refusal, Result};
pub use rules::{PromiseState, TicketTotals, Totals};
pub use today::{Today, today};

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    refusals: Refused::CODES,
    ..Subject::NOTHING
};

/// How many rows of each table a page on the screen holds.
pub const PAGE: u32 = 200;
/// Longest period in days.
pub const LONGEST: i64 = 366;

/// A stretch of days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Period {
    /// A period of at least one day and at most a year.
    ///
    /// # Errors
    /// `PeriodReversed`, `PeriodLength` at `to`: how many days there may be.
    pub fn new(from: Day, to: Day) -> Result<Self, Refusal> {
        let days = to.days_since(from) + 1;
        if days < 1 {
            return Err(Refused::PeriodReversed {}.at("to"));
        }
        if (1..=LONGEST).contains(&days) {
            Ok(Self { from, to })
        } else {
            Err(Refused::PeriodLength { max: LONGEST }.at("to"))
        }
    }

    fn start(self) -> Moment {
        self.from.start()
    }

    fn end(self) -> Moment {
        self.to.plus_days(1).start()
    }
}

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
    /// Phone.
    pub phone: String,
    /// Top category; empty: not classified.
    pub top: Named,
    /// Category below it; empty when the class is a top category.
    pub leaf: Named,
    /// The matter as told.
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

/// One booking, by the day it was made: the ledger tells the desk's work of a day.
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
    /// Phone.
    pub phone: String,
    /// What was promised.
    pub what: String,
    /// Until when.
    pub due_at: Moment,
    /// When it was kept.
    pub kept_at: Option<Moment>,
    /// How it stands at the moment of the reading.
    pub state: PromiseState,
    /// What may be done with the person's record; anonymous counts as open.
    pub standing: Standing,
}

/// Rows of each table and the totals of the whole period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The period.
    pub period: Period,
    /// 接待.
    pub encounters: Vec<EncounterRow>,
    /// 预约.
    pub bookings: Vec<BookingRow>,
    /// 反馈.
    pub feedback: Vec<FeedbackRow>,
    /// 承诺.
    pub promises: Vec<PromiseRow>,
    /// What subjects add themselves, those with nothing to say left out.
    pub chapters: Vec<OwnTable>,
    /// 合计, of the whole period.
    pub totals: Totals,
}

/// A table that a subject filled itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTable {
    /// What it is called and holds.
    pub list: &'static List,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// How many there are in the whole period.
    pub count: usize,
}

/// Which rows of the ledger are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All, the oldest first.
    All,
    /// One page of each table, the newest first; 0 is the first.
    Page(u32),
}

/// The ledger of a period, in full: masks are applied where it is shown.
///
/// # Errors
/// Of the store.
pub fn read(r: &Reading<'_>, period: Period, wanted: Extent) -> Result<Ledger> {
    let mut promises = store::promises(r.tx, period, wanted)?;
    for promise in &mut promises {
        promise.state = rules::promise_state(promise.due_at, promise.kept_at, r.at);
    }
    let mut encounters = store::encounters(r.tx, period, wanted)?;
    for encounter in &mut encounters {
        encounter.answer = rules::short(&encounter.answer);
    }
    let mut bookings = store::bookings(r.tx, period, wanted)?;
    for booking in &mut bookings {
        booking.state = booking.state.seen_on(r.today(), booking.day);
    }
    let ledger = Ledger {
        period,
        encounters,
        bookings,
        feedback: store::feedback(r.tx, period, wanted)?,
        promises,
        chapters: chapters(r, period, wanted)?,
        totals: rules::totals(store::counted(r.tx, period, r.at)?),
    };
    Ok(ledger.without_restricted())
}

fn chapters(r: &Reading<'_>, period: Period, wanted: Extent) -> Result<Vec<OwnTable>> {
    let mut filled = Vec::new();
    for chapter in subjects::chapters() {
        let mut rows = (chapter.rows)(r, period.from, period.to)?;
        let count = rows.len();
        if let Extent::Page(n) = wanted {
            let (page, size) = (n as usize, PAGE as usize);
            rows = rows
                .into_iter()
                .rev()
                .skip(page * size)
                .take(size)
                .collect();
        }
        if count > 0 {
            let list = &chapter.list;
            filled.push(OwnTable { list, rows, count });
        }
    }
    Ok(filled)
}

impl Ledger {
    /// How many rows stand in it.
    pub fn rows(&self) -> usize {
        self.encounters.len()
            + self.bookings.len()
            + self.feedback.len()
            + self.promises.len()
            + self.chapters.iter().map(|c| c.rows.len()).sum::<usize>()
    }

    /// The same with persons masked, also inside free text.
    #[must_use]
    pub fn masked(self) -> Self {
        Self {
            encounters: self
                .encounters
                .into_iter()
                .map(EncounterRow::masked)
                .collect(),
            bookings: self.bookings.into_iter().map(BookingRow::masked).collect(),
            feedback: self.feedback.into_iter().map(FeedbackRow::masked).collect(),
            promises: self.promises.into_iter().map(PromiseRow::masked).collect(),
            ..self
        }
    }
}
