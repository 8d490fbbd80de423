//! The tables of a ledger, described once: keys, heads, widths and cells. Knows
//! no file format.

mod heads;
mod rows;
mod totals;

use chrono::{NaiveDate, NaiveTime};

use super::{Chapter, LedgerSheet};
use crate::Fen;
use crate::vocabulary::{LIST_COLUMN, LIST_TITLE};
use crate::words::Language;
use heads::{BOOKINGS, ENCOUNTERS, FEEDBACK, PROMISES, TOTALS, VISITS};
use rows::{booking, encounter, feedback, promise, visit};
use totals::totals;

/// What a cell holds, so that each format can write it as what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Count(i64),
    /// An amount.
    Money(Fen),
    /// A day.
    Day(NaiveDate),
    /// A time of the day.
    Time(NaiveTime),
}

impl Cell {
    /// As it is read.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Money(fen) => yuan(*fen),
            Self::Day(day) => day.to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
        }
    }
}

/// `120.00`, without sign or grouping, as spreadsheets read it.
fn yuan(fen: Fen) -> String {
    let sign = if fen.0 < 0 { "-" } else { "" };
    format!(
        "{sign}{}.{:02}",
        fen.0.unsigned_abs() / 100,
        fen.0.unsigned_abs() % 100
    )
}

/// One column.
pub(super) struct Head {
    /// For machines, the same in every language.
    pub key: &'static str,
    pub title: &'static str,
    /// Share of the page's width.
    pub share: f32,
    /// Characters in a workbook.
    pub chars: f64,
}

/// One table.
pub(super) struct Table {
    pub key: &'static str,
    pub title: &'static str,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Cell>>,
}

/// The tables in the order they are printed.
pub(super) fn tables(sheet: &LedgerSheet, language: Language) -> Vec<Table> {
    let mut tables = vec![
        ENCOUNTERS.with(cells(&sheet.encounters, encounter, language), language),
        BOOKINGS.with(cells(&sheet.bookings, booking, language), language),
        VISITS.with(cells(&sheet.visits, visit, language), language),
        FEEDBACK.with(cells(&sheet.feedback, feedback, language), language),
        PROMISES.with(cells(&sheet.promises, promise, language), language),
    ];
    tables.extend(sheet.chapters.iter().map(|one| chapter(one, language)));
    tables.push(TOTALS.with(totals(sheet, language), language));
    tables
}

fn cells<R>(rows: &[R], of: fn(&R, Language) -> Vec<Cell>, language: Language) -> Vec<Vec<Cell>> {
    rows.iter().map(|row| of(row, language)).collect()
}

fn chapter(chapter: &Chapter, language: Language) -> Table {
    let all: f32 = chapter
        .columns
        .iter()
        .map(|(_, share)| f32::from(*share))
        .sum();
    let heads = chapter.columns.iter().map(|(key, share)| Head {
        key,
        title: LIST_COLUMN.say(key, language).unwrap_or(key),
        share: f32::from(*share) / all,
        chars: f64::from(*share) * 0.62,
    });
    Table {
        key: chapter.code,
        title: LIST_TITLE
            .say(chapter.code, language)
            .unwrap_or(chapter.code),
        heads: heads.collect(),
        rows: chapter.rows.clone(),
    }
}
