//! The ledger on the screen, masked; the day in four figures; exports.

mod export;
mod print;
mod totals;
mod views;

use crate::problem::Fault;
use crate::table::{Command, Topic, gate, read};
use crate::wire::{Nothing, day};
use desk::ground::roles::Right;
use desk::record::ledger::{self, Extent, PAGE, Period};
use desk::{Reading, Refusal};
pub use export::LedgerFile;
pub(crate) use export::bytes;
use serde::Deserialize;
use totals::TodayView;
use ts_rs::TS;
use views::LedgerView;

/// The sheet names visitors, categories and points, and ends with the journal's head.
const SHEET: &[Topic] = &[
    Topic::LEDGER,
    Topic::ENCOUNTERS,
    Topic::TICKETS,
    Topic::BOOKINGS,
    Topic::FEEDBACK,
    Topic::PROMISES,
    Topic::VISITORS,
    Topic::CATEGORIES,
    Topic::POINTS,
    Topic::JOURNAL,
];
const SHOWS: &[Topic] = &[
    Topic::LEDGER,
    Topic::ENCOUNTERS,
    Topic::TICKETS,
    Topic::POINTS,
    Topic::CATEGORIES,
    Topic::BOOKINGS,
    Topic::FEEDBACK,
    Topic::PROMISES,
];

pub(crate) fn commands() -> Vec<Command> {
    vec![
        read("ledger.read", Right::Ledger, SHEET, show),
        read("ledger.today", Right::Serve, SHOWS, today),
        gate(
            "ledger.export",
            Right::Ledger,
            &[Topic::JOURNAL, Topic::DISCLOSURES],
            export::export,
        ),
    ]
}

fn show(r: &Reading<'_>, input: ReadLedger) -> Result<LedgerView, Fault> {
    let period = period(&input.from, &input.to)?;
    let ledger = ledger::read(r, period, Extent::Page(input.page))?;
    let line = desk::record::journal::paper::line(r)?.to_string();
    Ok(views::masked(ledger, input.page, PAGE, line))
}

fn today(r: &Reading<'_>, _: Nothing) -> Result<TodayView, Fault> {
    Ok(ledger::today(r)?.into())
}

fn period(from: &str, to: &str) -> Result<Period, Refusal> {
    Period::new(day("from", from)?, day("to", to)?)
}

/// A period and a page of each of its tables.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadLedger {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
    /// Page of 200 rows, the newest first; 0 is the first.
    #[serde(default)]
    pub page: u32,
}
