//! 排队号, the queue slip from the 80 mm printer: a number that is read across the
//! waiting room, where to go, how long it may take (R 2.6).

use crate::fonts::Fonts;
use crate::layout::{Edges, Flow, Sheet, Style};
use crate::pdf::About;
use crate::words::{Language, Word, ahead, wait};
use crate::{Institution, PaperError, Printed, Stamp};

/// How long people wait, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Half of the people wait no longer.
    pub median: u32,
    /// Nine of ten wait no longer.
    pub bound: u32,
}

/// What stands on a queue slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketSheet {
    /// The house.
    pub institution: Institution,
    /// As it is called: `A012`.
    pub number: String,
    /// What the visit is about.
    pub category: String,
    /// Window or room where the number will be called.
    pub service_point: String,
    /// When the number was taken.
    pub taken_at: Stamp,
    /// How many are called before.
    pub ahead: u32,
    /// `None` when nothing is known yet.
    pub wait: Option<Wait>,
    /// A word from the desk.
    pub note: Option<String>,
    /// From a training folder.
    pub training: bool,
}

/// Prints a queue slip on the 80 mm roll.
///
/// # Errors
/// [`PaperError::Moment`], [`PaperError::Font`], [`PaperError::Pdf`] when the file cannot be made.
pub fn ticket(
    sheet: &TicketSheet,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let mut flow = Flow::new(
        fonts,
        Sheet {
            width: 80.0,
            height: None,
            edges: Edges {
                side: 4.0,
                top: 4.0,
                bottom: 6.0,
            },
            language,
            training: sheet.training,
            voided: false,
            running: String::new(),
            foot: String::new(),
            small: 9.0,
        },
    )?;
    centred(&mut flow, &sheet.institution.name, Style::bold(12.0));
    flow.rule(1.0, 0.0, 1.2);
    flow.centred(Word::QueueNumber.say(language), Style::regular(12.0));
    flow.centred(&sheet.number, Style::bold(96.0).lead(1.05));
    flow.skip(1.0);
    centred(&mut flow, &sheet.service_point, Style::bold(21.0).lead(1.3));
    centred(&mut flow, &sheet.category, Style::regular(13.0));
    flow.rule(1.0, 0.0, 1.6);
    centred(&mut flow, &ahead(language, sheet.ahead), Style::bold(16.0));
    if let Some(Wait { median, bound }) = sheet.wait {
        centred(
            &mut flow,
            &wait(language, median, bound),
            Style::regular(13.0),
        );
    }
    if let Some(note) = sheet.note.as_ref().filter(|note| !note.trim().is_empty()) {
        flow.rule(0.5, 0.0, 1.4);
        let (left, room) = (flow.left(), flow.room());
        flow.paragraph(left, room, note, &Style::bold(13.0));
    }
    flow.rule(0.5, 0.0, 1.4);
    centred(
        &mut flow,
        Word::YourTurn.say(language),
        Style::regular(11.0),
    );
    centred(&mut flow, &sheet.taken_at.text, Style::regular(10.0));
    let title = format!("{} {}", Word::QueueNumber.say(language), sheet.number);
    flow.print(About {
        title,
        author: sheet.institution.name.clone(),
        at: sheet.taken_at.at,
    })
}

fn centred(flow: &mut Flow<'_>, text: &str, style: Style) {
    for line in flow.canvas.lines(text, &style, flow.room()) {
        flow.centred(&line, style);
    }
}
