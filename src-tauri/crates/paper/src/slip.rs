//! 一次性口令, the slip an administrator hands to somebody in person.

use crate::fonts::Fonts;
use crate::layout::{Edges, Flow, Sheet, Style};
use crate::pdf::About;
use crate::words::{Language, Word, labelled};
use crate::{Institution, PaperError, Printed, Stamp};

/// A one-time code to be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeSlip {
    /// The house.
    pub institution: Institution,
    /// Staff number of whom it is for.
    pub staff_no: String,
    /// The code.
    pub code: String,
    /// Until when it may be used.
    pub until: String,
    /// When it was made.
    pub made_at: Stamp,
    /// From a training folder.
    pub training: bool,
}

/// A code that opens an account must not slip into a log.
impl std::fmt::Debug for CodeSlip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeSlip").finish_non_exhaustive()
    }
}

/// Prints a one-time code on A5. The code is in no property of the file.
///
/// # Errors
/// [`PaperError::Moment`], [`PaperError::Font`], [`PaperError::Pdf`] when the file cannot be made.
pub fn code_slip(
    slip: &CodeSlip,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    let mut flow = Flow::new(
        fonts,
        Sheet {
            width: 148.0,
            height: Some(210.0),
            edges: Edges {
                side: 14.0,
                top: 14.0,
                bottom: 10.0,
            },
            language,
            training: slip.training,
            voided: false,
            running: String::new(),
            foot: slip.institution.name.clone(),
            small: 9.0,
        },
    )?;
    let (left, room) = (flow.left(), flow.room());
    let title = Word::OneTimeCode.say(language);
    flow.paragraph(left, room, &slip.institution.name, &Style::bold(13.0));
    flow.rule(1.4, 0.0, 2.0);
    flow.paragraph(left, room, title, &Style::bold(22.0).lead(1.4));
    let whose = format!("{} {}", Word::StaffNo.say(language), slip.staff_no);
    flow.paragraph(left, room, &whose, &Style::regular(14.0));
    flow.skip(6.0);
    flow.centred(&slip.code, Style::bold(38.0).lead(1.3));
    flow.skip(6.0);
    let until = labelled(language, Word::OneTimeUntil, &slip.until);
    flow.paragraph(left, room, &until, &Style::bold(13.0));
    flow.paragraph(
        left,
        room,
        Word::OneTimeHow.say(language),
        &Style::regular(12.0).lead(1.5),
    );
    flow.print(About {
        title: title.to_owned(),
        author: slip.institution.name.clone(),
        at: slip.made_at.at,
    })
}
