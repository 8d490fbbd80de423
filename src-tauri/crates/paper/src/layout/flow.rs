//! Text flowing down a page and onto the next: where the pen is, when a page is
//! full, and what stands on every page (training band, head, foot, page number).

use super::{Align, Canvas, Style};
use crate::fonts::Fonts;
use crate::pdf::About;
use crate::words::{Language, TRAINING_MARK, page_of};
use crate::{PaperError, Printed};

/// Blank edges in mm.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edges {
    pub side: f32,
    pub top: f32,
    pub bottom: f32,
}

/// What holds for every page of a document.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub width: f32,
    /// `None`: a roll, cut where the content ends.
    pub height: Option<f32>,
    pub edges: Edges,
    pub language: Language,
    pub training: bool,
    pub voided: bool,
    /// Printed at the head of the second page and those after it.
    pub running: String,
    /// Printed at the foot of every page, beside its number; its first lines.
    pub foot: String,
    /// Size of running head and foot in points.
    pub small: f32,
}

/// The pen on its way down.
pub(crate) struct Flow<'f> {
    pub(crate) canvas: Canvas<'f>,
    pub(crate) sheet: Sheet,
    /// Upper edge of what comes next, mm from the top.
    pub(crate) y: f32,
    /// Where the content of this page began.
    top: f32,
    /// The lines at the foot of every page, broken once.
    pub(super) foot: Vec<String>,
}

/// PDF allows 5,080 mm; a roll longer than this is cut in two.
const LONGEST_ROLL: f32 = 4_800.0;
/// Lines of a foot: a page is for its content.
const MOST_FOOT: usize = 4;

impl<'f> Flow<'f> {
    pub(crate) fn new(fonts: &'f Fonts, sheet: Sheet) -> Result<Self, PaperError> {
        let canvas = Canvas::new(fonts)?;
        let style = Style::regular(sheet.small);
        let number = canvas.width(&page_of(sheet.language, 8888, 8888), &style);
        let room = sheet.width - 2.0 * sheet.edges.side - number - 4.0;
        let foot = canvas.first_lines(&sheet.foot, &style, room, MOST_FOOT);
        let mut flow = Self {
            canvas,
            sheet,
            y: 0.0,
            top: 0.0,
            foot,
        };
        flow.turn();
        Ok(flow)
    }

    /// Left edge of the text.
    pub(crate) fn left(&self) -> f32 {
        self.sheet.edges.side
    }

    /// Width of the text.
    pub(crate) fn room(&self) -> f32 {
        self.sheet.width - 2.0 * self.sheet.edges.side
    }

    /// Lower edge of the text.
    pub(crate) fn floor(&self) -> f32 {
        let lines = if self.sheet.height.is_some() {
            self.foot_height()
        } else {
            0.0
        };
        self.sheet.height.unwrap_or(LONGEST_ROLL) - self.sheet.edges.bottom - lines
    }

    pub(crate) fn skip(&mut self, mm: f32) {
        self.y += mm;
    }

    /// Turns the page unless `height` mm are left on it.
    pub(crate) fn ensure(&mut self, height: f32) {
        if self.y + height > self.floor() {
            self.turn();
        }
    }

    /// Begins the next page.
    pub(crate) fn turn(&mut self) {
        let roll_end = (self.sheet.height.is_none()).then_some(self.y + self.sheet.edges.bottom);
        if let (Some(end), Some(leaf)) = (roll_end, self.canvas.leaves.last_mut()) {
            leaf.height = end;
        }
        self.canvas
            .page(self.sheet.width, self.sheet.height.unwrap_or(LONGEST_ROLL));
        self.y = self.sheet.edges.top;
        let page = self.canvas.leaves.len() - 1;
        if self.sheet.training {
            self.y = self.band(page, self.y) + 3.0;
        }
        if page > 0 && !self.sheet.running.is_empty() {
            let style = Style::regular(self.sheet.small).grey();
            for line in self
                .canvas
                .first_lines(&self.sheet.running, &style, self.room(), 2)
            {
                self.canvas
                    .text(self.left(), self.y, &line, &style, Align::Left);
                self.y += style.line();
            }
            self.y += 1.0;
            let (left, y, room) = (self.left(), self.y, self.room());
            self.canvas.rule(left, y, room, 0.5, 0.6);
            self.y += 3.0;
        }
        self.top = self.y;
    }

    /// Nothing has been set on this page yet.
    pub(crate) fn at_top(&self) -> bool {
        self.y <= self.top
    }

    /// Lines of one style, flowing on over pages.
    pub(crate) fn paragraph(&mut self, x: f32, room: f32, text: &str, style: &Style) {
        for line in self.canvas.lines(text, style, room) {
            self.ensure(style.line());
            self.canvas.text(x, self.y, &line, style, Align::Left);
            self.y += style.line();
        }
    }

    /// One line in the middle, made smaller if it is too wide.
    pub(crate) fn centred(&mut self, text: &str, style: Style) {
        let style = self.canvas.fitted(text, style, self.room());
        self.ensure(style.line());
        self.canvas
            .text(self.sheet.width / 2.0, self.y, text, &style, Align::Centre);
        self.y += style.line();
    }

    /// A rule across, with equal space above and below.
    pub(crate) fn rule(&mut self, thick: f32, ink: f32, space: f32) {
        self.skip(space);
        let (left, y, room) = (self.left(), self.y, self.room());
        self.canvas.rule(left, y, room, thick, ink);
        self.skip(space);
    }

    /// Completes all pages and writes the file.
    pub(crate) fn print(mut self, about: About) -> Result<Printed, PaperError> {
        self.complete();
        self.canvas.print(about)
    }

    /// Completes all pages and draws them for the screen.
    pub(crate) fn pictures(mut self) -> Vec<String> {
        self.complete();
        self.canvas.pictures()
    }

    /// Puts feet, page numbers and marks on all pages.
    fn complete(&mut self) {
        let pages = self.canvas.leaves.len();
        if self.sheet.height.is_none() {
            self.roll_end(pages);
        }
        for page in 0..pages {
            if let Some(height) = self.sheet.height {
                self.foot(page, pages, height);
                if self.sheet.training {
                    let size = self.sheet.width * 0.36;
                    let style = self.canvas.fitted(
                        TRAINING_MARK,
                        Style::bold(size).ink(0.9),
                        height.hypot(self.sheet.width) * 0.66,
                    );
                    self.canvas.watermark(
                        page,
                        TRAINING_MARK,
                        &style,
                        (height / self.sheet.width).atan().to_degrees(),
                    );
                }
            }
            if self.sheet.voided {
                self.void(page);
            }
        }
    }
}
