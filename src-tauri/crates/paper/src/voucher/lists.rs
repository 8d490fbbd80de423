//! What to bring, how to prepare, what staff should know.

use super::page::Page;
use crate::fonts::Weight;
use crate::layout::{Align, MM_PER_POINT, Style};
use crate::pdf::Mark;
use crate::words::Word;

impl Page<'_, '_> {
    pub(super) fn lists(&mut self) {
        let (sheet, sizes) = (self.sheet, self.sizes);
        if !sheet.bring.is_empty() {
            let style = Style::bold(sizes.bring).lead(1.4);
            self.section(Word::Bring, style.line());
            self.bring(&style);
        }
        if !sheet.prepare.is_empty() {
            self.section(Word::Prepare, 2.0 * Style::regular(sizes.body).line());
            for (at, item) in sheet.prepare.iter().enumerate() {
                let (left, room) = (self.flow.left(), self.flow.room());
                self.item(
                    left,
                    room,
                    item,
                    &Style::regular(sizes.body).lead(1.42),
                    Bullet::Number(at + 1),
                );
            }
        }
        for (word, text, weight) in [
            (Word::Needs, &sheet.needs, Style::bold(sizes.body)),
            (Word::Despite, &sheet.despite, Style::bold(sizes.body)),
            (Word::Notes, &sheet.notes, Style::regular(sizes.body)),
        ] {
            if let Some(text) = text.as_ref().filter(|text| !text.trim().is_empty()) {
                self.section(word, weight.line());
                self.flow
                    .paragraph(self.flow.left(), self.flow.room(), text, &weight);
            }
        }
    }

    /// What to bring, two by two where all of it is short and the paper wide.
    fn bring(&mut self, style: &Style) {
        let (sheet, left, room) = (self.sheet, self.flow.left(), self.flow.room());
        let indent = indent(style);
        let widest = sheet
            .bring
            .iter()
            .map(|item| self.flow.canvas.width(item, style))
            .fold(0.0, f32::max);
        let columns = if self.sizes.height.is_some() && widest + indent < room / 2.0 - 3.0 {
            2
        } else {
            1
        };
        for row in sheet.bring.chunks(columns) {
            self.flow.ensure(style.line());
            let mut below = self.flow.y;
            for (item, x) in row.iter().zip([left, left + room / 2.0]) {
                let y = self.flow.y;
                self.item(x, room, item, style, Bullet::Box);
                below = self.flow.y;
                if columns == 2 {
                    self.flow.y = y;
                }
            }
            self.flow.y = below;
        }
    }

    /// A heading, which never stands alone at the foot of a page.
    fn section(&mut self, word: Word, first: f32) {
        let sizes = self.sizes;
        let style = Style::bold(sizes.label * 1.12);
        self.flow.ensure(sizes.gap * 1.1 + style.line() + first);
        if !self.flow.at_top() {
            self.flow.rule(0.5, 0.6, sizes.gap * 0.55);
        }
        self.flow.paragraph(
            self.flow.left(),
            self.flow.room(),
            word.say(self.language),
            &style,
        );
    }

    fn item(&mut self, left: f32, room: f32, text: &str, style: &Style, bullet: Bullet) {
        let indent = indent(style);
        self.flow.ensure(style.line());
        let y = self.flow.y;
        match bullet {
            Bullet::Box => {
                let side = style.size * MM_PER_POINT * 0.78;
                self.flow.canvas.draw(Mark::Frame {
                    x: left + 0.4,
                    y: y + (style.line() - side) / 2.0,
                    w: side,
                    h: side,
                    thick: 1.1,
                    ink: 0.0,
                });
            }
            Bullet::Number(number) => {
                let bold = Style {
                    weight: Weight::Bold,
                    ..*style
                };
                self.flow.canvas.text(
                    left + indent * 0.8,
                    y,
                    &number.to_string(),
                    &bold,
                    Align::Right,
                );
            }
        }
        self.flow
            .paragraph(left + indent, room - indent, text, style);
    }
}

fn indent(style: &Style) -> f32 {
    style.size * MM_PER_POINT * 1.5
}

#[derive(Clone, Copy)]
enum Bullet {
    Box,
    Number(usize),
}
