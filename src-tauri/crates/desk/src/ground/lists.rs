//! Lists that a subject lays down itself: a table of the ledger, where things are counted and
//! nobody is named, or a sheet of paper to tick on.

use crate::{Day, Fen, Reading, Result};

/// A list: what it is called and what its columns hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    /// Its code; its words are those of `ListTitle`.
    pub code: &'static str,
    /// What stands above its rows, once; codes with the words of `ListColumn`.
    pub facts: &'static [&'static str],
    /// Its columns in order.
    pub columns: &'static [Column],
}

/// A table of the ledger.
#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    /// What it is called and holds.
    pub list: List,
    /// Its rows of a stretch of days, both included, the oldest first.
    pub rows: fn(&Reading<'_>, Day, Day) -> Result<Vec<Line>>,
}

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its code; its words are those of `ListColumn`.
    pub code: &'static str,
    /// Its share of the width, in whatever the shares of the others are.
    pub share: u16,
}

impl Column {
    /// A column of a width.
    pub const fn of(code: &'static str, share: u16) -> Self {
        Self { code, share }
    }
}

/// A row: a cell for each column.
pub type Line = Vec<Cell>;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The same in both languages.
    Text(String),
    /// Chinese and English.
    Both(String, String),
    /// A code of a closed set: the set and the code.
    Code(&'static str, &'static str),
    /// A day.
    Day(Day),
    /// A number.
    Count(i64),
    /// An amount.
    Money(Fen),
}

impl Cell {
    /// The same in both languages.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A name in both languages; where there is no English the Chinese stands.
    pub fn both((zh, en): (String, String)) -> Self {
        let en = if en.is_empty() { zh.clone() } else { en };
        Self::Both(zh, en)
    }
}
