//! What stands on every page: foot and page number, the training band, the mark of
//! what is void.

use super::{Align, Flow, MM_PER_POINT, Style, WHITE};
use crate::pdf::Mark;
use crate::words::{TRAINING_BAND, VOID_MARK, page_of};

/// Type size of the training band.
const BAND_POINTS: f32 = 10.0;

impl Flow<'_> {
    pub(super) fn roll_end(&mut self, pages: usize) {
        // Thermal printers have no grey.
        let style = Style::regular(self.sheet.small);
        let foot = self.sheet.foot.clone();
        let (left, room) = (self.left(), self.room());
        self.paragraph(left, room, &foot, &style);
        if self.sheet.training {
            self.y = self.band(pages - 1, self.y + 2.0);
        }
        let end = self.y + self.sheet.edges.bottom;
        if let Some(leaf) = self.canvas.leaves.last_mut() {
            leaf.height = end;
        }
    }

    pub(super) fn foot_style(&self) -> Style {
        Style::regular(self.sheet.small).grey()
    }

    #[allow(clippy::cast_precision_loss, reason = "a handful of lines")]
    pub(super) fn foot_height(&self) -> f32 {
        self.foot.len() as f32 * self.foot_style().line() + 2.5
    }

    pub(super) fn foot(&mut self, page: usize, pages: usize, height: f32) {
        let (style, lines) = (self.foot_style(), self.foot.clone());
        let mut y = height - self.sheet.edges.bottom - self.foot_height() + 1.0;
        let (left, right) = (self.left(), self.left() + self.room());
        self.canvas.mark(
            page,
            Mark::Line {
                from: (left, y),
                to: (right, y),
                thick: 0.5,
                ink: 0.6,
            },
        );
        y += 1.5;
        let number = page_of(self.sheet.language, page + 1, pages);
        self.canvas
            .text_on(page, right, y, &number, &style, Align::Right);
        for line in lines {
            self.canvas
                .text_on(page, left, y, &line, &style, Align::Left);
            y += style.line();
        }
    }

    /// White on black across the text, so that nobody takes the sheet for a real one.
    /// Answers its lower edge.
    pub(super) fn band(&mut self, page: usize, y: f32) -> f32 {
        let (left, room) = (self.left(), self.room());
        let style = self.canvas.fitted(
            TRAINING_BAND,
            Style::bold(BAND_POINTS).ink(WHITE),
            room - 4.0,
        );
        let height = BAND_POINTS * 1.7 * MM_PER_POINT;
        self.canvas.mark(
            page,
            Mark::Bar {
                x: left,
                y,
                w: room,
                h: height,
                ink: 0.0,
            },
        );
        let middle = y + (height - style.line()) / 2.0;
        self.canvas.text_on(
            page,
            self.sheet.width / 2.0,
            middle,
            TRAINING_BAND,
            &style,
            Align::Centre,
        );
        y + height
    }

    /// Two lines across the page and the word itself, over everything.
    pub(super) fn void(&mut self, page: usize) {
        let Some((w, h)) = self
            .canvas
            .leaves
            .get(page)
            .map(|leaf| (leaf.width, leaf.height))
        else {
            return;
        };
        let inset = self.sheet.edges.side;
        for (from, to) in [(inset, h - inset), (h - inset, inset)] {
            let cross = Mark::Line {
                from: (inset, from),
                to: (w - inset, to),
                thick: 2.0,
                ink: 0.3,
            };
            self.canvas.mark(page, cross);
        }
        let style = self.canvas.fitted(VOID_MARK, Style::bold(w * 0.3), w * 0.6);
        let (box_w, box_h) = (
            self.canvas.width(VOID_MARK, &style) + style.line() * 0.5,
            style.line() * 1.1,
        );
        let (x, y) = ((w - box_w) / 2.0, (h - box_h) / 2.0);
        self.canvas.mark(
            page,
            Mark::Bar {
                x,
                y,
                w: box_w,
                h: box_h,
                ink: 1.0,
            },
        );
        self.canvas.mark(
            page,
            Mark::Frame {
                x,
                y,
                w: box_w,
                h: box_h,
                thick: 3.0,
                ink: 0.0,
            },
        );
        self.canvas.text_on(
            page,
            w / 2.0,
            y + (box_h - style.line()) / 2.0,
            VOID_MARK,
            &style,
            Align::Centre,
        );
    }
}
