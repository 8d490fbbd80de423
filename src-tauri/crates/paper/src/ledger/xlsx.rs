//! The ledger as a workbook: a sheet for each table, texts as texts (never a
//! formula, never a link), days, times, counts and amounts as what they are.

use chrono::DateTime;
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::LedgerSheet;
use super::above::{as_of, detail, made, title};
use super::tables::{Cell, Table, tables};
use crate::PaperError;
use crate::words::{Language, TRAINING_BAND, Word};

/// Rows above the head of a table: title, detail, who made it.
const ABOVE: u32 = 3;

/// Writes a ledger as an XLSX workbook.
///
/// # Errors
/// [`PaperError::Moment`] for a date no file can carry, [`PaperError::Spreadsheet`] for a text
/// longer than a cell can hold (32,767 characters) or more rows than a sheet has.
pub fn ledger_xlsx(sheet: &LedgerSheet, language: Language) -> Result<Vec<u8>, PaperError> {
    let made_at = DateTime::from_timestamp_millis(sheet.made_at.at).ok_or(PaperError::Moment)?;
    let mut book = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title(sheet, language))
        .set_author(&sheet.institution.name)
        .set_creation_datetime(&made_at);
    book.set_properties(&properties);
    for table in tables(sheet, language) {
        fill(book.add_worksheet(), &table, sheet, language).map_err(|_| PaperError::Spreadsheet)?;
    }
    book.save_to_buffer().map_err(|_| PaperError::Spreadsheet)
}

struct Formats {
    title: Format,
    note: Format,
    warning: Format,
    head: Format,
    text: Format,
    day: Format,
    time: Format,
    money: Format,
    count: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_font_size(10).set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            note: Format::new().set_font_size(10),
            warning: Format::new()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x00B3_261E)),
            head: Format::new()
                .set_bold()
                .set_font_size(10)
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E8_F0FB))
                .set_border_bottom(FormatBorder::Medium),
            text: cell.clone().set_text_wrap(),
            day: cell
                .clone()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            time: cell
                .clone()
                .set_num_format("hh:mm")
                .set_align(FormatAlign::Left),
            money: cell.clone().set_num_format("#,##0.00"),
            count: cell.set_num_format("0"),
        }
    }
}

fn fill(
    page: &mut Worksheet,
    table: &Table,
    sheet: &LedgerSheet,
    language: Language,
) -> Result<(), XlsxError> {
    let formats = Formats::new();
    page.set_name(table.title)?;
    above(page, table, sheet, language, &formats)?;
    for (column, head) in (0..).zip(&table.heads) {
        page.write_string_with_format(ABOVE, column, head.title, &formats.head)?;
        page.set_column_width(column, head.chars)?;
    }
    for (row, cells) in (ABOVE + 1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(page, row, column, cell, &formats)?;
        }
    }
    // Below the table, outside of its filter: the journal's line and who signs it.
    let below = ABOVE + 2 + u32::try_from(table.rows.len()).unwrap_or(0);
    page.write_string_with_format(below, 0, &sheet.journal_line, &formats.note)?;
    let signs = format!(
        "{}: ____________  {}: ____________",
        Word::LeaderSigns.say(language),
        Word::SignedOn.say(language)
    );
    page.write_string_with_format(below + 1, 0, signs, &formats.note)?;
    page.set_freeze_panes(ABOVE + 1, 0)?;
    let last_column = u16::try_from(table.heads.len().saturating_sub(1)).unwrap_or(0);
    let last_row = ABOVE + u32::try_from(table.rows.len()).unwrap_or(0);
    page.autofilter(ABOVE, 0, last_row, last_column)?;
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, ABOVE)?;
    page.set_footer("&L&A&R&P / &N");
    Ok(())
}

fn above(
    page: &mut Worksheet,
    table: &Table,
    sheet: &LedgerSheet,
    language: Language,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let name = format!(
        "{} · {} · {}",
        sheet.institution.name,
        title(sheet, language),
        table.title
    );
    page.write_string_with_format(0, 0, name, &formats.title)?;
    page.write_string_with_format(1, 0, detail(sheet, language), &formats.note)?;
    page.write_string_with_format(
        2,
        0,
        format!(
            "{} · {} · {}",
            as_of(sheet, language),
            made(sheet, language),
            sheet.journal_line
        ),
        &formats.note,
    )?;
    if sheet.training {
        page.set_tab_color(Color::RGB(0x00B3_261E));
        for column in 0..3 {
            page.write_blank(1, column, &formats.warning)?;
        }
        page.write_string_with_format(
            1,
            0,
            format!("{TRAINING_BAND} · {}", detail(sheet, language)),
            &formats.warning,
        )?;
    }
    Ok(())
}

fn write(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => page.write_string_with_format(row, column, text, &formats.text),
        #[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        Cell::Count(count) => {
            page.write_number_with_format(row, column, *count as f64, &formats.count)
        }
        #[allow(
            clippy::cast_precision_loss,
            reason = "amounts stay far below 2^53 fen"
        )]
        Cell::Money(fen) => {
            page.write_number_with_format(row, column, fen.0 as f64 / 100.0, &formats.money)
        }
        Cell::Day(day) => page.write_date_with_format(row, column, day, &formats.day),
        Cell::Time(time) => page.write_time_with_format(row, column, time, &formats.time),
    }?;
    Ok(())
}
