//! Lists that subjects lay down themselves: their cells in words, and a list as a sheet.

use crate::codes::PaperLanguage;
use crate::keeper::Context;
use crate::machine::Media;
use crate::outward::{Parcel, Way, letterhead, stamp};
use crate::problem::Fault;
use desk::ground::lists::{Cell, List};
use desk::house::institution::Institution;
use paper::{Language, vocabulary};

/// A cell as people read it.
pub(crate) fn said(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Both(zh, en) => match language {
            Language::Zh => zh.clone(),
            Language::En => en.clone(),
        },
        Cell::Code(set, code) => {
            vocabulary::set(set).map_or_else(|| (*code).to_owned(), |set| set.said(code, language))
        }
        Cell::Day(day) => day.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Money(fen) => format!("{}.{:02}", fen.0 / 100, fen.0 % 100),
    }
}

/// A cell as the files hold it.
pub(crate) fn on_paper(cell: Cell, language: Language) -> paper::Cell {
    match cell {
        Cell::Day(day) => paper::Cell::Day(day.date()),
        Cell::Count(count) => paper::Cell::Count(count),
        Cell::Money(fen) => paper::Cell::Money(paper::Fen(fen.0)),
        words => paper::Cell::Text(said(&words, language)),
    }
}

/// The columns of a list as the files hold them.
pub(crate) fn columns(list: &List) -> Vec<(&'static str, u16)> {
    let columns = list.columns.iter();
    columns.map(|column| (column.code, column.share)).collect()
}

/// What stands on a list.
pub(crate) struct ListContents {
    /// What it is a list of.
    pub about: Cell,
    /// What stands above the rows, a cell for each fact of the list.
    pub facts: Vec<Cell>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A list on A4, for the system's own printer.
pub(crate) fn parcel(
    c: &Context<'_>,
    list: &List,
    filled: ListContents,
    house: &Institution,
    language: PaperLanguage,
) -> Result<Parcel, Fault> {
    let language = language.paper();
    let facts = filled.facts.iter().map(|cell| said(cell, language));
    let row = |row: Vec<Cell>| {
        let cells = row.into_iter().map(|cell| on_paper(cell, language));
        cells.collect()
    };
    let sheet = paper::ListSheet {
        institution: letterhead(house),
        code: list.code,
        about: said(&filled.about, language),
        facts: list.facts.iter().copied().zip(facts).collect(),
        columns: columns(list),
        rows: filled.rows.into_iter().map(row).collect(),
        by: c.staff()?.no.clone(),
        at: stamp(c.now),
        training: house.training,
    };
    let title = said(&Cell::Code("ListTitle", list.code), Language::Zh);
    Ok(Parcel {
        printed: paper::list_pdf(&sheet, language, &c.keeper.fonts)?,
        way: Way::printer(&format!("首问 {title}"), Media::A4),
    })
}
