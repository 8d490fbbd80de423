//! The ledger on paper: A4 landscape, dense, the head of each table on every page.

use super::LedgerSheet;
use super::above::{as_of, detail, made, title};
use super::tables::{Cell, Table, tables};
use crate::fonts::Fonts;
use crate::layout::{Align, Column, Edges, Flow, Shade, Sheet, Style};
use crate::pdf::About;
use crate::words::{Language, Word};
use crate::{PaperError, Printed};

/// Prints a ledger on A4 landscape.
///
/// # Errors
/// [`PaperError::Moment`], [`PaperError::Font`], [`PaperError::Pdf`] when the file cannot be made.
pub fn ledger_pdf(
    sheet: &LedgerSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let (title, detail) = (title(sheet, language), detail(sheet, language));
    let mut flow = Flow::new(
        fonts,
        Sheet {
            width: 297.0,
            height: Some(210.0),
            edges: Edges {
                side: 10.0,
                top: 9.0,
                bottom: 8.0,
            },
            language,
            training: sheet.training,
            voided: false,
            running: format!("{} · {title}", sheet.institution.name),
            // What must be on every page comes first: a long reason may run out of room.
            foot: format!(
                "{}\n{} · {detail}",
                sheet.journal_line,
                made(sheet, language)
            ),
            small: 7.5,
        },
    )?;
    let (left, room) = (flow.left(), flow.room());
    flow.paragraph(left, room, &title, &Style::bold(16.0));
    flow.paragraph(left, room, &sheet.institution.name, &Style::regular(11.0));
    flow.paragraph(left, room, &detail, &Style::bold(10.0));
    flow.paragraph(left, room, &as_of(sheet, language), &Style::regular(9.5));
    flow.rule(1.4, 0.0, 1.5);
    for (at, table) in tables(sheet, language).iter().enumerate() {
        if at > 0 {
            flow.skip(5.0);
        }
        if table.key != "totals" || !totals(&mut flow, table) {
            draw(&mut flow, table, language);
        }
    }
    signature(&mut flow, sheet, language);
    flow.print(About {
        title,
        author: sheet.institution.name.clone(),
        at: sheet.made_at.at,
    })
}

/// The journal's line once more, to be signed by the shift leader: paper that the
/// desk cannot change afterwards.
fn signature(flow: &mut Flow<'_>, sheet: &LedgerSheet, language: Language) {
    let style = Style::regular(9.5);
    flow.ensure(style.line() * 2.0 + 12.0);
    flow.skip(4.0);
    let (left, room) = (flow.left(), flow.room());
    flow.paragraph(left, room, &sheet.journal_line, &style);
    flow.skip(6.0);
    let y = flow.y;
    for (word, x, line) in [
        (Word::LeaderSigns, 0.0, 60.0),
        (Word::SignedOn, 100.0, 40.0),
    ] {
        flow.canvas
            .text(left + x, y, word.say(language), &style, Align::Left);
        flow.canvas
            .rule(left + x + 26.0, y + style.line(), line, 0.6, 0.0);
    }
    flow.skip(style.line() + 1.0);
}

fn draw(flow: &mut Flow<'_>, table: &Table, language: Language) {
    let (left, room) = (flow.left(), flow.room());
    let heading = Style::bold(11.5);
    flow.ensure(heading.line() + 16.0);
    let title = format!("{} · {}", table.title, table.rows.len());
    flow.paragraph(left, room, &title, &heading);
    flow.skip(0.6);
    if table.rows.is_empty() {
        flow.paragraph(
            left,
            room,
            language.pick("无", "None"),
            &Style::regular(9.0).grey(),
        );
        return;
    }
    let columns = table.heads.iter().enumerate().map(|(at, head)| Column {
        head: head.title.into(),
        width: room * head.share,
        align: match table.rows.first().and_then(|row| row.get(at)) {
            Some(Cell::Money(_) | Cell::Count(_)) => Align::Right,
            _ => Align::Left,
        },
    });
    let drawn = crate::layout::Table {
        columns: columns.collect(),
        head: Style::bold(7.6).lead(1.3),
        cell: Style::regular(7.6).lead(1.3),
    };
    drawn.begin(flow);
    for (at, row) in table.rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        drawn.row(
            flow,
            &cells,
            if at % 2 == 1 { Shade::On } else { Shade::Off },
        );
    }
}

/// Columns the totals are set in.
const COLUMNS: usize = 4;
/// Their type size.
const SIZE: f32 = 8.5;

/// What was counted of one thing.
type List<'t> = &'t [Vec<Cell>];

/// The lines a list takes, with its head and a blank.
fn lines(list: List<'_>) -> usize {
    list.len() + 2
}

/// The totals as short lists side by side. Answers false when they are too many for a page.
#[allow(clippy::cast_precision_loss, reason = "a page of lines")]
fn totals(flow: &mut Flow<'_>, table: &Table) -> bool {
    let columns = columns(&table.rows);
    let longest = columns
        .iter()
        .map(|column| column.iter().map(|list| lines(list)).sum::<usize>())
        .max();
    let title = Style::bold(11.5);
    let height = longest.unwrap_or(0) as f32 * Style::regular(SIZE).line() + title.line();
    if height > flow.floor() - flow.sheet.edges.top - 25.0 {
        return false;
    }
    flow.ensure(height);
    let (left, room) = (flow.left(), flow.room());
    flow.paragraph(left, room, table.title, &title);
    let (top, width) = (flow.y, room / COLUMNS as f32);
    for (at, column) in columns.iter().enumerate() {
        flow.y = top + 1.0;
        for list in column {
            draw_list(flow, list, left + at as f32 * width, width - 8.0);
        }
    }
    flow.y = top + height;
    true
}

/// The lists of the totals, spread over columns of about the same length.
fn columns(rows: &[Vec<Cell>]) -> Vec<Vec<List<'_>>> {
    let lists: Vec<List<'_>> = rows
        .chunk_by(|one, next| one.first() == next.first())
        .collect();
    let all: usize = lists.iter().map(|list| lines(list)).sum();
    let target = all.div_ceil(COLUMNS);
    let mut columns = vec![Vec::new()];
    let mut filled = 0;
    for list in lists {
        if filled > 0 && filled + lines(list) > target + 2 && columns.len() < COLUMNS {
            columns.push(Vec::new());
            filled = 0;
        }
        filled += lines(list);
        if let Some(column) = columns.last_mut() {
            column.push(list);
        }
    }
    columns
}

fn draw_list(flow: &mut Flow<'_>, list: List<'_>, x: f32, room: f32) {
    let (head, line) = (Style::bold(SIZE), Style::regular(SIZE));
    let cell = |row: &[Cell], at: usize| row.get(at).map(Cell::text).unwrap_or_default();
    let of = list.first().map(|row| cell(row, 0)).unwrap_or_default();
    flow.canvas.text(x, flow.y, &of, &head, Align::Left);
    flow.skip(head.line());
    flow.canvas.rule(x, flow.y, room, 0.8, 0.0);
    for row in list {
        let (what, count) = (cell(row, 1), cell(row, 2));
        let first = flow.canvas.first_lines(&what, &line, room - 14.0, 1);
        flow.canvas
            .text(x, flow.y, &first.concat(), &line, Align::Left);
        flow.canvas
            .text(x + room, flow.y, &count, &line, Align::Right);
        flow.skip(line.line());
    }
    flow.skip(line.line());
}
