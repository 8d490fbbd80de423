//! 恢复码, the sheet that goes into a sealed envelope: one code, one page.

use crate::fonts::Fonts;
use crate::layout::{Align, Code, Edges, Flow, Sheet, Style};
use crate::pdf::{About, Mark};
use crate::words::{Language, Word, code_of, labelled};
use crate::{Institution, PaperError, Printed, Stamp};

/// Symbols in a group, groups in a code.
const SYMBOLS: usize = 5;
const GROUPS: usize = 7;

/// Recovery codes to be printed, a page for each.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The house.
    pub institution: Institution,
    /// Seven groups of five symbols, joined by `-`.
    pub codes: Vec<String>,
    /// When they were made.
    pub made_at: Stamp,
    /// From a training folder.
    pub training: bool,
}

/// A code that opens everything must not slip into a log.
impl std::fmt::Debug for RecoverySheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoverySheet")
            .field("codes", &self.codes.len())
            .finish_non_exhaustive()
    }
}

/// Prints recovery codes on A4. The code is in no property of the file.
///
/// # Errors
/// [`PaperError::RecoveryCode`] unless there are codes of seven groups of five;
/// [`PaperError::Qr`] for symbols a QR code of capitals cannot hold; [`PaperError::Moment`],
/// [`PaperError::Font`], [`PaperError::Pdf`] when the file cannot be made.
pub fn recovery(
    sheet: &RecoverySheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    if sheet.codes.is_empty() {
        return Err(PaperError::RecoveryCode);
    }
    let mut flow = Flow::new(
        fonts,
        Sheet {
            width: 210.0,
            height: Some(297.0),
            edges: Edges {
                side: 18.0,
                top: 16.0,
                bottom: 12.0,
            },
            language,
            training: sheet.training,
            voided: false,
            running: String::new(),
            foot: format!(
                "{} · {}",
                sheet.institution.name,
                labelled(language, Word::MadeOn, &sheet.made_at.text)
            ),
            small: 10.0,
        },
    )?;
    for (at, code) in sheet.codes.iter().enumerate() {
        if at > 0 {
            flow.turn();
        }
        page(&mut flow, sheet, language, at, code)?;
    }
    let title = Word::RecoveryCode.say(language).to_owned();
    flow.print(About {
        title,
        author: sheet.institution.name.clone(),
        at: sheet.made_at.at,
    })
}

fn page(
    flow: &mut Flow<'_>,
    sheet: &RecoverySheet,
    language: Language,
    at: usize,
    code: &str,
) -> Result<(), PaperError> {
    let groups: Vec<&str> = code.split('-').collect();
    if groups.len() != GROUPS || groups.iter().any(|group| group.chars().count() != SYMBOLS) {
        return Err(PaperError::RecoveryCode);
    }
    let qr = Code::capitals(code)?;
    let (left, room) = (flow.left(), flow.room());
    flow.paragraph(left, room, &sheet.institution.name, &Style::bold(15.0));
    flow.rule(1.6, 0.0, 2.0);
    flow.paragraph(
        left,
        room,
        Word::RecoveryCode.say(language),
        &Style::bold(32.0).lead(1.3),
    );
    let which = code_of(language, at + 1, sheet.codes.len());
    flow.paragraph(left, room, &which, &Style::bold(17.0));
    flow.skip(2.0);
    flow.paragraph(
        left,
        room,
        Word::RecoveryWhat.say(language),
        &Style::regular(12.5).lead(1.5),
    );
    flow.skip(5.0);
    symbols(flow, &groups);
    flow.paragraph(
        left,
        room,
        Word::RecoveryNoLookAlikes.say(language),
        &Style::regular(11.0).grey(),
    );
    flow.skip(5.0);
    let (top, side) = (flow.y, 54.0);
    flow.canvas.draw(qr.mark(left + room - side, top, side));
    keeping(flow, language, room - side - 5.0);
    flow.y = flow.y.max(top + side) + 8.0;
    envelope(flow, language);
    Ok(())
}

/// How to keep the code, beside its QR code.
fn keeping(flow: &mut Flow<'_>, language: Language, room: f32) {
    let (left, style) = (flow.left(), Style::regular(12.5).lead(1.45));
    let head = Word::RecoveryKeep.say(language);
    flow.paragraph(left, room, head, &Style::bold(15.0));
    let keep = [
        Word::RecoveryEnvelope,
        Word::RecoveryApart,
        Word::RecoverySecret,
        Word::RecoveryAgain,
    ];
    for (at, word) in keep.into_iter().enumerate() {
        let (y, number) = (flow.y, format!("{}.", at + 1));
        let bold = Style::bold(12.5).lead(1.45);
        flow.canvas.text(left, y, &number, &bold, Align::Left);
        flow.paragraph(left + 7.0, room - 7.0, word.say(language), &style);
        flow.skip(1.0);
    }
}

/// What is written on by hand.
fn envelope(flow: &mut Flow<'_>, language: Language) {
    let (left, style) = (flow.left(), Style::regular(12.5));
    for word in [Word::KeptBy, Word::KeptWhere, Word::SealedOn] {
        let y = flow.y;
        flow.canvas
            .text(left, y, word.say(language), &style, Align::Left);
        flow.canvas.rule(left + 28.0, y + 6.0, 80.0, 0.6, 0.0);
        flow.skip(11.0);
    }
}

/// The groups in boxes, four and three, each symbol in a cell of its own so that
/// they stand under each other as on a typewriter.
fn symbols(flow: &mut Flow<'_>, groups: &[&str]) {
    const COLUMNS: usize = 4;
    let gap = 3.0;
    let width = (flow.room() - 3.0 * gap) / 4.0;
    let style = Style::bold(25.0).lead(1.2);
    let label = Style::regular(10.0).grey();
    let height = label.line() + style.line() + 3.5;
    for (row, groups) in groups.chunks(COLUMNS).enumerate() {
        let mut x = flow.left();
        let y = flow.y;
        for (column, group) in groups.iter().enumerate() {
            flow.canvas.draw(Mark::Frame {
                x,
                y,
                w: width,
                h: height,
                thick: 0.8,
                ink: 0.4,
            });
            flow.canvas.text(
                x + 1.5,
                y + 1.0,
                &(row * COLUMNS + column + 1).to_string(),
                &label,
                Align::Left,
            );
            let cell = (width - 4.0) / 5.0;
            let mut centre = x + 2.0 + cell / 2.0;
            for symbol in group.chars() {
                flow.canvas.text(
                    centre,
                    y + label.line() + 1.0,
                    &symbol.to_string(),
                    &style,
                    Align::Centre,
                );
                centre += cell;
            }
            x += width + gap;
        }
        flow.skip(height + gap);
    }
}
