//! A list to tick on: facts above, a row a line, its words those of `ListTitle` and
//! `ListColumn`.

use super::sheet::{Head, Page};
use crate::fonts::Fonts;
use crate::layout::Align;
use crate::ledger::Cell;
use crate::vocabulary::{LIST_COLUMN, LIST_TITLE};
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// A list. Names stand in it as they may be shown; telephones come masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSheet {
    /// The house.
    pub institution: Institution,
    /// Code of the list.
    pub code: &'static str,
    /// What it is a list of.
    pub about: String,
    /// What stands above the rows: code and value; without a value it is left out.
    pub facts: Vec<(&'static str, String)>,
    /// Its columns: code and share of the width.
    pub columns: Vec<(&'static str, u16)>,
    /// Its rows; an empty text leaves room to write.
    pub rows: Vec<Vec<Cell>>,
    /// By whom it was printed: staff number.
    pub by: String,
    /// When it was printed.
    pub at: Stamp,
    /// From a training folder.
    pub training: bool,
}

/// Prints a list on A4.
///
/// # Errors
/// Those of the file.
pub fn list_pdf(
    sheet: &ListSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let column = |code| LIST_COLUMN.say(code, language).unwrap_or(code);
    let title = LIST_TITLE.said(sheet.code, language);
    let mut page = Page::new(
        Head {
            institution: &sheet.institution,
            title: format!("{title} · {}", sheet.about),
            made_at: &sheet.at,
            foot: format!("{} · {} · {}", sheet.about, sheet.at.text, sheet.by),
            training: sheet.training,
        },
        language,
        fonts,
    )?;
    for (code, value) in sheet.facts.iter().filter(|(_, value)| !value.is_empty()) {
        page.fact(column(code), value);
    }
    let counted = |at: usize| {
        let cells = sheet.rows.iter().filter_map(|row| row.get(at));
        let mut cells = cells.peekable();
        cells.peek().is_some() && cells.all(|cell| matches!(cell, Cell::Count(_) | Cell::Money(_)))
    };
    let heads = sheet.columns.iter().enumerate().map(|(at, (code, share))| {
        let align = if counted(at) {
            Align::Right
        } else {
            Align::Left
        };
        (column(code), f32::from(*share), align)
    });
    let heads: Vec<(&str, f32, Align)> = heads.collect();
    let texts = |row: &Vec<Cell>| row.iter().map(Cell::text).collect();
    let rows: Vec<Vec<String>> = sheet.rows.iter().map(texts).collect();
    page.table(&heads, &rows);
    page.print()
}
