//! Pages to draw on: text at a place, lines, boxes. Splits text into runs by font
//! and keeps account of the characters that no font has.

use std::collections::BTreeSet;

use super::{MM_PER_POINT, lines};
use crate::fonts::{Faces, Fonts, Weight, invisible};
use crate::pdf::{About, Leaf, Mark, Run, write};
use crate::svg::picture;
use crate::{PaperError, Printed};

/// Black.
const INK: f32 = 0.0;
/// For what is read second; dark enough for a worn-out toner.
const GREY: f32 = 0.36;
/// On a black ground.
pub(crate) const WHITE: f32 = 1.0;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub weight: Weight,
    /// Points.
    pub size: f32,
    /// Height of a line in em.
    pub lead: f32,
    pub ink: f32,
}

impl Style {
    pub(crate) fn regular(size: f32) -> Self {
        Self {
            weight: Weight::Regular,
            size,
            lead: 1.4,
            ink: INK,
        }
    }

    pub(crate) fn bold(size: f32) -> Self {
        Self {
            weight: Weight::Bold,
            ..Self::regular(size)
        }
    }

    pub(crate) fn grey(self) -> Self {
        Self { ink: GREY, ..self }
    }

    pub(crate) fn ink(self, ink: f32) -> Self {
        Self { ink, ..self }
    }

    pub(crate) fn lead(self, lead: f32) -> Self {
        Self { lead, ..self }
    }

    /// Height of a line in mm.
    pub(crate) fn line(&self) -> f32 {
        self.size * self.lead * MM_PER_POINT
    }

    fn em(&self) -> f32 {
        self.size * MM_PER_POINT
    }
}

/// Where a text stands towards its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// The pages of one document.
pub(crate) struct Canvas<'f> {
    faces: Faces<'f>,
    pub(crate) leaves: Vec<Leaf>,
    missing: BTreeSet<char>,
}

impl<'f> Canvas<'f> {
    pub(crate) fn new(fonts: &'f Fonts) -> Result<Self, PaperError> {
        Ok(Self {
            faces: Faces::open(fonts)?,
            leaves: Vec::new(),
            missing: BTreeSet::new(),
        })
    }

    /// Starts a page; everything is drawn on the last one until `onto` says otherwise.
    pub(crate) fn page(&mut self, width: f32, height: f32) {
        self.leaves.push(Leaf {
            width,
            height,
            marks: Vec::new(),
        });
    }

    /// Width of a text in mm.
    pub(crate) fn width(&self, text: &str, style: &Style) -> f32 {
        self.faces.width(style.weight, text) * style.em()
    }

    /// The lines of a text that has `room` mm.
    pub(crate) fn lines(&self, text: &str, style: &Style, room: f32) -> Vec<String> {
        lines::lines(&self.faces, style.weight, text, room / style.em())
    }

    /// The first lines of a text, at most `most`; what was left out shows as `…`.
    pub(crate) fn first_lines(
        &self,
        text: &str,
        style: &Style,
        room: f32,
        most: usize,
    ) -> Vec<String> {
        let mut lines = self.lines(text, style, room);
        if lines.len() > most {
            lines = self.lines(text, style, room - style.em());
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        lines
    }

    /// The style made smaller until the text fits one line of `room` mm.
    pub(crate) fn fitted(&self, text: &str, style: Style, room: f32) -> Style {
        let width = self.width(text, &style);
        if width <= room {
            style
        } else {
            Style {
                size: style.size * room / width,
                ..style
            }
        }
    }

    /// Draws one line on the last page; `y` is its upper edge.
    pub(crate) fn text(&mut self, x: f32, y: f32, text: &str, style: &Style, align: Align) {
        let last = self.leaves.len().saturating_sub(1);
        self.text_on(last, x, y, text, style, align);
    }

    pub(crate) fn text_on(
        &mut self,
        page: usize,
        x: f32,
        y: f32,
        text: &str,
        style: &Style,
        align: Align,
    ) {
        let x = match align {
            Align::Left => x,
            Align::Centre => x - self.width(text, style) / 2.0,
            Align::Right => x - self.width(text, style),
        };
        // A Han body reaches from 0.12 em below the line to 0.88 em above it.
        let baseline = y + style.line() / 2.0 + style.em() * 0.38;
        let runs = self.runs(text, style.weight);
        if !runs.is_empty() {
            self.mark(
                page,
                Mark::Text {
                    x,
                    y: baseline,
                    size: style.size,
                    ink: style.ink,
                    degrees: 0.0,
                    runs,
                },
            );
        }
    }

    /// Draws a line rising by `degrees`, centred on a place of a page, beneath all else.
    pub(crate) fn watermark(&mut self, page: usize, text: &str, style: &Style, degrees: f32) {
        let runs = self.runs(text, style.weight);
        let half = self.width(text, style) / 2.0;
        let Some(leaf) = self.leaves.get_mut(page) else {
            return;
        };
        let (sin, cos) = degrees.to_radians().sin_cos();
        let rise = style.em() * 0.38;
        let x = leaf.width / 2.0 - half * cos + rise * sin;
        let y = leaf.height / 2.0 + half * sin + rise * cos;
        leaf.marks.insert(
            0,
            Mark::Text {
                x,
                y,
                size: style.size,
                ink: style.ink,
                degrees,
                runs,
            },
        );
    }

    /// Adds a mark to a page.
    pub(crate) fn mark(&mut self, page: usize, mark: Mark) {
        if let Some(leaf) = self.leaves.get_mut(page) {
            leaf.marks.push(mark);
        }
    }

    /// Adds a mark to the last page.
    pub(crate) fn draw(&mut self, mark: Mark) {
        let last = self.leaves.len().saturating_sub(1);
        self.mark(last, mark);
    }

    pub(crate) fn rule(&mut self, x: f32, y: f32, w: f32, thick: f32, ink: f32) {
        self.draw(Mark::Line {
            from: (x, y),
            to: (x + w, y),
            thick,
            ink,
        });
    }

    /// Finishes the document.
    pub(crate) fn print(self, about: About) -> Result<Printed, PaperError> {
        let bytes = write(&self.leaves, &self.faces, about)?;
        Ok(Printed {
            bytes,
            missing: self.missing.into_iter().collect(),
        })
    }

    /// Finishes the document for the screen, a picture a page.
    pub(crate) fn pictures(&self) -> Vec<String> {
        let leaves = self.leaves.iter();
        leaves.map(|leaf| picture(leaf, &self.faces)).collect()
    }

    fn runs(&mut self, text: &str, weight: Weight) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for c in text.chars().filter(|c| !invisible(*c)) {
            let placed = self.faces.place(weight, c);
            if placed.missing {
                self.missing.insert(c);
            }
            match runs.last_mut() {
                Some(run) if run.slot == placed.slot => run.text.push(placed.glyph),
                _ => runs.push(Run {
                    slot: placed.slot,
                    text: placed.glyph.into(),
                }),
            }
        }
        runs
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "tests"
    )]
    use super::*;

    pub(crate) fn fonts() -> Fonts {
        let regular = include_bytes!("../../fixtures/Sheet-Regular.ttf").as_slice();
        let bold = include_bytes!("../../fixtures/Sheet-Bold.ttf").as_slice();
        Fonts::new(regular.into(), bold.into(), None).unwrap()
    }

    #[test]
    fn a_character_without_font_becomes_the_mark_and_is_reported_once() {
        let fonts = fonts();
        let mut canvas = Canvas::new(&fonts).unwrap();
        canvas.page(100.0, 100.0);
        canvas.text(0.0, 0.0, "𠮷王𠮷", &Style::regular(10.0), Align::Left);
        assert_eq!(canvas.missing, BTreeSet::from(['𠮷']));
        let Mark::Text { runs, .. } = &canvas.leaves[0].marks[0] else {
            panic!()
        };
        assert_eq!(
            runs,
            &[Run {
                slot: 0,
                text: "〓王〓".into()
            }]
        );
    }

    #[test]
    fn the_fallback_font_draws_what_the_first_two_lack() {
        let regular = include_bytes!("../../fixtures/Sheet-Regular.ttf").as_slice();
        let bold = include_bytes!("../../fixtures/Sheet-Bold.ttf").as_slice();
        let rare = include_bytes!("../../fixtures/Sheet-Fallback.ttf").as_slice();
        let fonts = Fonts::new(regular.into(), bold.into(), Some(rare.into())).unwrap();
        let mut canvas = Canvas::new(&fonts).unwrap();
        canvas.page(100.0, 100.0);
        canvas.text(0.0, 0.0, "王鱻王", &Style::bold(10.0), Align::Left);
        assert!(canvas.missing.is_empty());
        let Mark::Text { runs, .. } = &canvas.leaves[0].marks[0] else {
            panic!()
        };
        assert_eq!(
            runs.iter().map(|run| run.slot).collect::<Vec<_>>(),
            [1, 2, 1]
        );
    }

    #[test]
    fn bytes_that_are_no_font_are_refused() {
        let good = include_bytes!("../../fixtures/Sheet-Regular.ttf").as_slice();
        let refused = Fonts::new(good.into(), b"not a font".as_slice().into(), None);
        assert_eq!(refused.unwrap_err(), PaperError::Font);
        let markless = include_bytes!("../../fixtures/Sheet-Fallback.ttf").as_slice();
        assert_eq!(
            Fonts::new(good.into(), markless.into(), None).unwrap_err(),
            PaperError::FontWithoutMark
        );
    }

    #[test]
    fn marks_of_reading_order_are_neither_drawn_nor_reported() {
        let fonts = fonts();
        let mut canvas = Canvas::new(&fonts).unwrap();
        canvas.page(100.0, 100.0);
        canvas.text(
            0.0,
            0.0,
            "王\u{202e}\u{200f}\u{fe0f}",
            &Style::regular(10.0),
            Align::Left,
        );
        canvas.text(0.0, 0.0, "\u{0}", &Style::regular(10.0), Align::Left);
        assert_eq!(canvas.missing, BTreeSet::from(['\u{0}']));
        let Mark::Text { runs, .. } = &canvas.leaves[0].marks[0] else {
            panic!()
        };
        assert_eq!(
            runs,
            &[Run {
                slot: 0,
                text: "王".into()
            }]
        );
    }
}
