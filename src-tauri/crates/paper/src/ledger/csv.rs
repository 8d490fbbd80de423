//! The ledger as one CSV file.
//!
//! UTF-8 with BOM, CRLF, every field quoted, every record equally long. The first
//! column, `table`, says what a record belongs to: `ledger` (two columns: key and
//! value), `encounters`, `bookings`, `visits`, `feedback`, `promises`, the chapters of the
//! subjects (`corrections` is what changed after the days were over), `totals`. The second,
//! `row`, is `key` (names of the columns, the same in every language), `head`
//! (the same for people) or the number of the row. Filter by the first column and
//! a spreadsheet shows one table; a program splits by it. The last record is of
//! `ledger` again, its row `last`: the journal's line, to be found like on paper.
//!
//! A text that a spreadsheet might take for a formula, or for a number of which it would drop
//! the first or the last digits, begins with an apostrophe. One mark for both: a program that
//! strips a leading apostrophe has every text as it was, and a person sees it.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::above::{as_of, detail, made};
use super::tables::{Cell, Table, tables};
use super::{Detail, LedgerSheet};
use crate::PaperError;
use crate::words::Language;

/// Writes a ledger as CSV.
///
/// # Errors
/// [`PaperError::Csv`] when it cannot be written.
pub fn ledger_csv(sheet: &LedgerSheet, language: Language) -> Result<Vec<u8>, PaperError> {
    let tables = tables(sheet, language);
    let width = tables
        .iter()
        .map(|table| table.heads.len())
        .max()
        .unwrap_or(2)
        + 2;
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let mut record = |table: &str, row: &str, cells: Vec<String>| {
        let blanks = width.saturating_sub(2 + cells.len());
        let fields = [table.to_owned(), row.to_owned()].into_iter().chain(cells);
        let fields = fields.chain(std::iter::repeat_n(String::new(), blanks));
        writer.write_record(fields).map_err(|_| PaperError::Csv)
    };
    for (at, (key, value)) in about(sheet, language).into_iter().enumerate() {
        record(
            "ledger",
            &(at + 1).to_string(),
            vec![key.to_owned(), defused(&value)],
        )?;
    }
    for Table {
        key, heads, rows, ..
    } in &tables
    {
        record(
            key,
            "key",
            heads.iter().map(|head| head.key.to_owned()).collect(),
        )?;
        record(
            key,
            "head",
            heads.iter().map(|head| head.title.to_owned()).collect(),
        )?;
        for (at, row) in rows.iter().enumerate() {
            record(key, &(at + 1).to_string(), row.iter().map(field).collect())?;
        }
    }
    record(
        "ledger",
        "last",
        vec!["journal".to_owned(), defused(&sheet.journal_line)],
    )?;
    writer.into_inner().map_err(|_| PaperError::Csv)
}

fn about(sheet: &LedgerSheet, language: Language) -> Vec<(&'static str, String)> {
    let mut about = vec![
        ("institution", sheet.institution.name.clone()),
        ("from", sheet.from.clone()),
        ("to", sheet.to.clone()),
        ("detail", detail(sheet, language)),
        ("made", made(sheet, language)),
        ("as_of", as_of(sheet, language)),
        ("closed", if sheet.closed { "yes" } else { "no" }.into()),
        ("journal", sheet.journal_line.clone()),
        (
            "masked",
            if sheet.detail == Detail::Masked {
                "yes"
            } else {
                "no"
            }
            .into(),
        ),
        ("training", if sheet.training { "yes" } else { "no" }.into()),
    ];
    if sheet.training {
        about.push(("warning", crate::words::TRAINING_BAND.into()));
    }
    about
}

/// Numbers and days are ours and stay what they are; texts are other people's.
fn field(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => defused(text),
        _ => cell.text(),
    }
}

/// Spreadsheets also look behind blanks and marks nobody sees, and take the
/// full-width signs of a Chinese keyboard for the narrow ones. NUL ends a cell in
/// some of them, so it is left out.
pub(crate) fn defused(text: &str) -> String {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || crate::fonts::invisible(c);
    let shown = text.trim_start_matches(unseen);
    let formula = shown.starts_with([
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '﹢', '﹣', '﹦', '﹫',
    ]);
    let control = text.starts_with(['\t', '\r', '\n']);
    let text = text.replace('\0', "");
    if formula || control || loses_digits(&text) {
        format!("'{text}")
    } else {
        text
    }
}

/// Digits that a spreadsheet keeps: it shows longer numbers as 2.02611E+12 and rounds those
/// of more than 15.
const SHOWN: usize = 11;

/// Whether a spreadsheet that opens the file would change a text of digits: `0071` to 71, a
/// long number to a power of ten, `12E3` to 12000.
fn loses_digits(text: &str) -> bool {
    let digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let text = text.trim();
    let power = text.split_once(['e', 'E']).is_some_and(|(number, power)| {
        let power = power.trim_start_matches(['+', '-']);
        [number, power]
            .iter()
            .all(|part| !part.is_empty() && part.chars().all(digit))
    });
    let length = text.chars().count();
    let digits = length > 0 && text.chars().all(digit);
    power || digits && (length > SHOWN || length > 1 && text.starts_with(['0', '０']))
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn numbers_that_a_spreadsheet_would_shorten_stay_texts() {
        for (text, kept) in [
            ("0071", "'0071"),
            ("00", "'00"),
            ("02888886666", "'02888886666"),
            ("００７１", "'００７１"),
            ("2026112100001", "'2026112100001"),
            ("12E3", "'12E3"),
            ("1e-5", "'1e-5"),
            ("0", "0"),
            ("71", "71"),
            ("13812345678", "13812345678"),
            ("0.5", "0.5"),
            ("A007", "A007"),
            ("E12", "E12"),
            ("20261121-0042", "20261121-0042"),
            ("138****0071", "138****0071"),
        ] {
            assert_eq!(defused(text), kept, "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_defused() {
        for payload in [
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://x\",\"y\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\ttext",
            "\rtext",
            "  =1+1",
            "\u{a0}=1",
            "\u{3000}=1",
            "\u{feff}=1",
            "\u{200b}@x",
            "\u{202e}=1",
            "\u{0}=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "−1",
            "+86 138 0000 0000",
            "-",
        ] {
            let safe = defused(payload);
            assert!(safe.starts_with('\''), "{payload:?} → {safe:?}");
            assert_eq!(
                safe[1..],
                payload.replace('\0', ""),
                "nothing else is changed"
            );
        }
    }

    #[test]
    fn plain_text_is_left_alone() {
        for text in [
            "",
            "王小明",
            "a=b",
            "138-0000-0000",
            "'quoted'",
            "3 + 4",
            "…=",
            "\"x\",y;z",
        ] {
            assert_eq!(defused(text), text);
        }
    }
}
