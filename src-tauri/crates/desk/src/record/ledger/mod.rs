//! The ledger (台账): what happened at the desk in a stretch of days (R 12.1, 12.2).
//! It owns no table of its own; it puts together what the other subjects keep.
//!
//! Days close by themselves: once the last day of a period is over, its tables and figures
//! stand as they stood then, and what changed afterwards is listed apart, with when, by whom,
//! and what it was. Only what the law takes out (a person who is erased or restricted, a
//! record whose time is over) goes from them.

mod corrections;
mod hide;
mod refusals;
mod rows;
mod rules;
mod store;
mod today;

pub use refusals::Refused;

use crate::ground::lists::{Cell, List};
use crate::ground::subject::Subject;
use crate::subjects;
use crate::{Day, Moment, Reading, Refusal, Result};
pub use corrections::{Change, Correction};
pub use rows::{BookingRow, EncounterRow, FeedbackRow, Named, PromiseRow};
pub use rules::{PromiseState, TicketTotals, Totals};
pub use today::{Today, today};
use vault::Migration;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    refusals: Refused::CODES,
    lists: &[corrections::LIST],
    migrations: &[Migration {
        number: 18,
        name: "closed days",
        sql: include_str!("../../../migrations/0018_closed_days.sql"),
    }],
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

    /// The last moment whose events the tables hold; `None` while the last day is not over
    /// and everything counts.
    pub fn closed(self, now: Moment) -> Option<Moment> {
        (now >= self.end()).then(|| Moment(self.end().0 - 1))
    }

    /// As a bound of statements.
    fn bound(self, now: Moment) -> Moment {
        self.closed(now).unwrap_or(Moment(i64::MAX))
    }
}

/// Rows of each table and the totals of the whole period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The period.
    pub period: Period,
    /// The last moment that counts; `None`: its last day is not over.
    pub closed: Option<Moment>,
    /// 接待.
    pub encounters: Vec<EncounterRow>,
    /// 预约, by the day they were made: the desk's work.
    pub bookings: Vec<BookingRow>,
    /// 到访, the bookings by the day of the appointment: who came and who did not. Those
    /// that were cancelled or moved are not expected and left out.
    pub visits: Vec<BookingRow>,
    /// 反馈.
    pub feedback: Vec<FeedbackRow>,
    /// 承诺.
    pub promises: Vec<PromiseRow>,
    /// What subjects add themselves, those with nothing to say left out.
    pub chapters: Vec<OwnTable>,
    /// What changed after the period was over, in order.
    pub corrections: Corrections,
    /// 合计, of the whole period.
    pub totals: Totals,
}

/// Later changes: those that were asked for, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrections {
    /// The page, or all.
    pub rows: Vec<Correction>,
    /// How many there are of the whole period.
    pub count: usize,
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
    let closed = period.closed(r.at);
    let bound = period.bound(r.at);
    let judged = closed.unwrap_or(r.at);
    let mut promises = store::promises(r.tx, period, bound, wanted)?;
    for promise in &mut promises {
        promise.state = rules::promise_state(promise.due_at, promise.kept_at, judged);
    }
    let mut encounters = store::encounters(r.tx, period, bound, wanted)?;
    for encounter in &mut encounters {
        encounter.answer = rules::short(&encounter.answer);
        encounter.matter = rules::short(&encounter.matter);
    }
    let corrections = closed.map(|closed| corrections::of(r, period, closed));
    let corrections = corrections.transpose()?.unwrap_or_default();
    // Who was expected on a day that is over and did not come is seen as such from then on.
    let seen = closed.map_or(r.today(), |closed| closed.day().plus_days(1));
    let as_seen = |mut rows: Vec<BookingRow>| {
        for row in &mut rows {
            row.state = row.state.seen_on(seen, row.day);
        }
        rows
    };
    let ledger = Ledger {
        period,
        closed,
        encounters,
        bookings: as_seen(store::bookings(r.tx, period, bound, wanted)?),
        visits: as_seen(store::visits(r.tx, period, bound, wanted)?),
        feedback: store::feedback(r.tx, period, bound, wanted)?,
        promises,
        chapters: chapters(r, period, wanted)?,
        corrections: Corrections {
            count: corrections.len(),
            rows: wanted.of(corrections),
        },
        totals: rules::totals(store::counted(r.tx, period, (bound, judged, seen))?),
    };
    Ok(ledger.without_restricted())
}

impl Extent {
    /// What is wanted of rows that come the oldest first.
    fn of<T>(self, rows: Vec<T>) -> Vec<T> {
        let Self::Page(n) = self else { return rows };
        let (page, size) = (n as usize, PAGE as usize);
        let newest = rows.into_iter().rev().skip(page * size);
        newest.take(size).collect()
    }
}

fn chapters(r: &Reading<'_>, period: Period, wanted: Extent) -> Result<Vec<OwnTable>> {
    let mut filled = Vec::new();
    for chapter in subjects::chapters() {
        let rows = (chapter.rows)(r, period.from, period.to)?;
        let count = rows.len();
        let rows = wanted.of(rows);
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
            + self.visits.len()
            + self.corrections.rows.len()
            + self.chapters.iter().map(|c| c.rows.len()).sum::<usize>()
    }

    /// The same with persons masked, also inside free text.
    #[must_use]
    pub fn masked(self) -> Self {
        fn each<T>(rows: Vec<T>, masked: fn(T) -> T) -> Vec<T> {
            rows.into_iter().map(masked).collect()
        }
        Self {
            encounters: each(self.encounters, EncounterRow::masked),
            bookings: each(self.bookings, BookingRow::masked),
            visits: each(self.visits, BookingRow::masked),
            feedback: each(self.feedback, FeedbackRow::masked),
            promises: each(self.promises, PromiseRow::masked),
            corrections: Corrections {
                rows: each(self.corrections.rows, Correction::masked),
                ..self.corrections
            },
            ..self
        }
    }

    /// The chapters, and after them what changed later where anything did.
    pub fn own_tables(&self) -> Vec<OwnTable> {
        let mut tables = self.chapters.clone();
        if self.corrections.count > 0 {
            tables.push(OwnTable {
                list: &corrections::LIST,
                rows: self.corrections.rows.iter().map(Correction::line).collect(),
                count: self.corrections.count,
            });
        }
        tables
    }
}
