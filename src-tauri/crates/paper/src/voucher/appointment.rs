//! The part that matters most: when, where, how early, and the code beside it.

use super::page::Page;
use crate::PaperError;
use crate::layout::{Align, Code, MM_PER_POINT, Style, WHITE};
use crate::pdf::Mark;
use crate::words::{Word, arrive_by, clock, date, day, half};

impl Page<'_, '_> {
    /// When and where, as large as the paper allows, with the code beside it.
    pub(super) fn appointment(&mut self, code: &Code) -> Result<(), PaperError> {
        let (left, sizes, roll) = (self.flow.left(), self.sizes, self.sizes.height.is_none());
        let when = day(self.language, date(&self.sheet.day)?);
        let room = self.flow.room() - if roll { 0.0 } else { sizes.qr + sizes.gap };
        let top = self.flow.y;
        let style = Style::bold(sizes.day).lead(1.3);
        if roll {
            self.flow.paragraph(left, room, &when, &style);
        } else {
            let style = self.flow.canvas.fitted(&when, style, room);
            self.flow.paragraph(left, room, &when, &style);
        }
        self.time(room)?;
        self.flow.skip(sizes.gap * 0.3);
        self.flow
            .paragraph(left, room, Word::Where.say(self.language), &sizes.label());
        self.flow.paragraph(
            left,
            room,
            &self.sheet.place,
            &Style::bold(sizes.place).lead(1.3),
        );
        if roll {
            self.flow.skip(1.0);
            self.code(code, (sizes.width - sizes.qr) / 2.0, self.flow.y);
        } else if self.flow.canvas.leaves.len() == 1 {
            let below = self.code(code, left + self.flow.room() - sizes.qr, top);
            self.flow.y = self.flow.y.max(below);
        }
        self.flow.rule(0.8, 0.0, sizes.gap * 0.7);
        Ok(())
    }

    /// The hour in huge type; beside it, or beneath it where there is no room, how early to come.
    fn time(&mut self, room: f32) -> Result<(), PaperError> {
        let (left, sizes) = (self.flow.left(), self.sizes);
        let starts = clock(self.sheet.starts)?;
        let arrive = arrive_by(self.language, &clock(self.sheet.arrive_by)?);
        let (time, half_style) = (
            Style::bold(sizes.time).lead(1.12),
            Style::regular(sizes.label * 1.15),
        );
        let wanted = Style::bold(sizes.place * 0.86).ink(WHITE);
        let aside = left + self.flow.canvas.width(&starts, &time) + sizes.gap;
        let beside = self
            .flow
            .canvas
            .fitted(&arrive, wanted, left + room - aside - 4.0);
        let y = self.flow.y;
        self.flow.canvas.text(left, y, &starts, &time, Align::Left);
        self.flow.skip(time.line());
        if beside.size < wanted.size * 0.8 {
            let middle = y + (time.line() - half_style.line()) / 2.0;
            self.flow.canvas.text(
                aside,
                middle,
                half(self.language, self.sheet.starts),
                &half_style,
                Align::Left,
            );
            let beneath = self.flow.canvas.fitted(&arrive, wanted, room - 4.0);
            let top = self.flow.y;
            let height = self.pill(left, top, &arrive, &beneath);
            self.flow.skip(height + 1.0);
        } else {
            let stack = half_style.line() + pill_height(&beside);
            let top = y + (time.line() - stack) / 2.0;
            self.flow.canvas.text(
                aside,
                top,
                half(self.language, self.sheet.starts),
                &half_style,
                Align::Left,
            );
            self.pill(aside, top + half_style.line(), &arrive, &beside);
        }
        Ok(())
    }

    /// White on black. Answers its height.
    fn pill(&mut self, x: f32, y: f32, text: &str, style: &Style) -> f32 {
        let (w, h) = (
            self.flow.canvas.width(text, style) + 4.0,
            pill_height(style),
        );
        self.flow.canvas.draw(Mark::Bar {
            x,
            y,
            w,
            h,
            ink: 0.0,
        });
        self.flow.canvas.text(
            x + 2.0,
            y + (h - style.line()) / 2.0,
            text,
            style,
            Align::Left,
        );
        h
    }

    /// The code with its number beneath, or the word that it counts no more. Answers its lower edge.
    fn code(&mut self, code: &Code, x: f32, y: f32) -> f32 {
        let side = self.sizes.qr;
        let roll = self.sizes.height.is_none();
        if roll {
            self.flow.ensure(side + 8.0);
        }
        let y = if roll { self.flow.y } else { y };
        if self.sheet.voided {
            self.flow.canvas.draw(Mark::Frame {
                x: x + 3.0,
                y: y + 3.0,
                w: side - 6.0,
                h: side - 6.0,
                thick: 1.0,
                ink: 0.0,
            });
            let style = Style::regular(self.sizes.label);
            let lines =
                self.flow
                    .canvas
                    .lines(Word::VoidHere.say(self.language), &style, side - 10.0);
            let mut at = y + (side - lines.iter().map(|_| style.line()).sum::<f32>()) / 2.0;
            for line in lines {
                self.flow
                    .canvas
                    .text(x + side / 2.0, at, &line, &style, Align::Centre);
                at += style.line();
            }
        } else {
            self.flow.canvas.draw(code.mark(x, y, side));
        }
        let style = self
            .flow
            .canvas
            .fitted(&self.number, Style::bold(self.sizes.body), side - 2.0);
        let caption = self.sizes.label();
        self.flow.canvas.text(
            x + side / 2.0,
            y + side - 1.5,
            Word::Number.say(self.language),
            &caption,
            Align::Centre,
        );
        self.flow.canvas.text(
            x + side / 2.0,
            y + side - 1.5 + caption.line(),
            &self.number,
            &style,
            Align::Centre,
        );
        let below = y + side - 1.5 + caption.line() + style.line();
        if roll {
            self.flow.y = below;
        }
        below
    }
}

fn pill_height(style: &Style) -> f32 {
    style.size * 1.55 * MM_PER_POINT
}
