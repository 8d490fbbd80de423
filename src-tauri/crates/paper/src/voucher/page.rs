//! Draws the parts of a voucher from the top down.

use super::{Sizes, VoucherSheet};
use crate::fonts::Weight;
use crate::layout::{Align, Code, Flow, MM_PER_POINT, Style, WHITE};
use crate::pdf::{About, Mark};
use crate::words::{Language, Word, arrive_by, clock, date, day, half, labelled, money, reprint};
use crate::{Institution, PaperError, Printed};

pub(super) struct Page<'s, 'f> {
    pub flow: Flow<'f>,
    pub sizes: Sizes,
    pub language: Language,
    pub sheet: &'s VoucherSheet,
    pub number: String,
}

impl Page<'_, '_> {
    pub(super) fn print(mut self) -> Result<Printed, PaperError> {
        if self.sizes.height.is_none() {
            self.flow.skip(self.sizes.gap);
        }
        self.flow.print(About {
            title: format!("{} {}", Word::BookingVoucher.say(self.language), self.number),
            author: self.sheet.institution.name.clone(),
            at: self.sheet.issued_at.at,
        })
    }

    /// The house on the left, what this is on the right; one under the other on a roll.
    pub(super) fn head(&mut self) {
        let (house, title) = (&self.sheet.institution, Word::BookingVoucher.say(self.language));
        let again = self.sheet.prints.checked_sub(1).filter(|again| *again > 0).map(reprint);
        let contact = contact(house, self.language);
        let (left, room, sizes) = (self.flow.left(), self.flow.room(), self.sizes);
        if sizes.height.is_none() {
            for line in self.flow.canvas.lines(&house.name, &Style::bold(sizes.house), room) {
                self.flow.centred(&line, Style::bold(sizes.house));
            }
            for line in contact.iter().flat_map(|line| self.flow.canvas.lines(line, &Style::regular(sizes.small), room)).collect::<Vec<_>>() {
                self.flow.centred(&line, Style::regular(sizes.small));
            }
            self.flow.rule(1.2, 0.0, 1.2);
            self.flow.centred(title, Style::bold(sizes.title));
            if let Some(again) = again {
                self.flow.centred(&again, Style::bold(sizes.label));
            }
            self.flow.skip(1.0);
            return;
        }
        let (top, style) = (self.flow.y, Style::bold(sizes.title).lead(1.25));
        let right = left + room;
        self.flow.canvas.text(right, top, title, &style, Align::Right);
        let mut beside = self.flow.canvas.width(title, &style);
        let mut below = top + style.line();
        if let Some(again) = again {
            let mark = Style::bold(sizes.label);
            let w = self.flow.canvas.width(&again, &mark);
            beside = beside.max(w + 3.0);
            self.flow.canvas.draw(Mark::Frame { x: right - w - 3.0, y: below + 0.6, w: w + 3.0, h: mark.line() + 0.4, thick: 1.0, ink: 0.0 });
            self.flow.canvas.text(right - 1.5, below + 0.8, &again, &mark, Align::Right);
            below += mark.line() + 2.0;
        }
        let room = room - beside - 5.0;
        self.flow.paragraph(left, room, &house.name, &Style::bold(sizes.house).lead(1.3));
        for line in contact {
            self.flow.paragraph(left, room, &line, &Style::regular(sizes.small).grey());
        }
        self.flow.y = self.flow.y.max(below);
        self.flow.rule(1.6, 0.0, sizes.gap * 0.7);
    }

    /// When and where, as large as the paper allows, with the code beside it.
    pub(super) fn appointment(&mut self, code: &Code) -> Result<(), PaperError> {
        let (left, sizes, roll) = (self.flow.left(), self.sizes, self.sizes.height.is_none());
        let when = day(self.language, date(&self.sheet.day)?);
        let (starts, arrive) = (clock(self.sheet.starts)?, arrive_by(self.language, &clock(self.sheet.arrive_by)?));
        let room = self.flow.room() - if roll { 0.0 } else { sizes.qr + sizes.gap };
        let top = self.flow.y;
        let style = Style::bold(sizes.day).lead(1.3);
        if roll {
            self.flow.paragraph(left, room, &when, &style);
        } else {
            let style = self.flow.canvas.fitted(&when, style, room);
            self.flow.paragraph(left, room, &when, &style);
        }
        let time = Style::bold(sizes.time).lead(1.12);
        let clock_width = self.flow.canvas.width(&starts, &time);
        let y = self.flow.y;
        self.flow.canvas.text(left, y, &starts, &time, Align::Left);
        let aside = left + clock_width + sizes.gap;
        let half_style = Style::regular(sizes.label * 1.15);
        let pill = self.flow.canvas.fitted(&arrive, Style::bold(sizes.place * 0.86).ink(WHITE), room - clock_width - sizes.gap - 4.0);
        let pill_height = pill.size * 1.55 * MM_PER_POINT;
        let stack = half_style.line() + pill_height;
        let aside_top = y + (time.line() - stack) / 2.0;
        self.flow.canvas.text(aside, aside_top, half(self.language, self.sheet.starts), &half_style, Align::Left);
        let w = self.flow.canvas.width(&arrive, &pill) + 4.0;
        let pill_top = aside_top + half_style.line();
        self.flow.canvas.draw(Mark::Bar { x: aside, y: pill_top, w, h: pill_height, ink: 0.0 });
        self.flow.canvas.text(aside + 2.0, pill_top + (pill_height - pill.line()) / 2.0, &arrive, &pill, Align::Left);
        self.flow.skip(time.line() + sizes.gap * 0.3);
        self.flow.paragraph(left, room, Word::Where.say(self.language), &sizes.label());
        self.flow.paragraph(left, room, &self.sheet.place, &Style::bold(sizes.place).lead(1.3));
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

    /// The code with its number beneath, or the word that it counts no more. Answers its lower edge.
    fn code(&mut self, code: &Code, x: f32, y: f32) -> f32 {
        let side = self.sizes.qr;
        let roll = self.sizes.height.is_none();
        if roll {
            self.flow.ensure(side + 8.0);
        }
        let y = if roll { self.flow.y } else { y };
        if self.sheet.voided {
            self.flow.canvas.draw(Mark::Frame { x: x + 3.0, y: y + 3.0, w: side - 6.0, h: side - 6.0, thick: 1.0, ink: 0.0 });
            let style = Style::regular(self.sizes.label);
            let lines = self.flow.canvas.lines(Word::VoidHere.say(self.language), &style, side - 10.0);
            let mut at = y + (side - lines.iter().map(|_| style.line()).sum::<f32>()) / 2.0;
            for line in lines {
                self.flow.canvas.text(x + side / 2.0, at, &line, &style, Align::Centre);
                at += style.line();
            }
        } else {
            self.flow.canvas.draw(code.mark(x, y, side));
        }
        let style = self.flow.canvas.fitted(&self.number, Style::bold(self.sizes.body), side - 2.0);
        let caption = self.sizes.label();
        self.flow.canvas.text(x + side / 2.0, y + side - 1.5, Word::Number.say(self.language), &caption, Align::Centre);
        self.flow.canvas.text(x + side / 2.0, y + side - 1.5 + caption.line(), &self.number, &style, Align::Centre);
        let below = y + side - 1.5 + caption.line() + style.line();
        if roll {
            self.flow.y = below;
        }
        below
    }

    pub(super) fn person(&mut self) {
        let (sheet, sizes) = (self.sheet, self.sizes);
        self.pair(Word::Name, &sheet.visitor, &Style::bold(sizes.name).lead(1.3));
        if !sheet.phone.is_empty() {
            self.pair(Word::Phone, &sheet.phone, &Style::regular(sizes.body));
        }
        let mut label = Some(Word::Services);
        for service in &sheet.services {
            let text = match service.department.as_str() {
                "" => service.name.clone(),
                department => format!("{} · {department}", service.name),
            };
            self.labelled(label.take(), &text, &Style::regular(sizes.body).lead(1.35));
        }
        if let Some(price) = sheet.price {
            self.pair(Word::Price, &money(self.language, price), &Style::bold(sizes.body));
        }
    }

    fn pair(&mut self, label: Word, value: &str, style: &Style) {
        self.labelled(Some(label), value, style);
    }

    /// A label in its own column, the value beside it.
    fn labelled(&mut self, label: Option<Word>, value: &str, style: &Style) {
        let (left, sizes) = (self.flow.left(), self.sizes);
        let widest = [Word::Name, Word::Phone, Word::Services, Word::Price].map(|word| self.flow.canvas.width(word.say(self.language), &sizes.label()));
        let column = widest.into_iter().fold(0.0, f32::max) + sizes.gap * 1.4;
        self.flow.ensure(style.line());
        if let Some(label) = label {
            let drop = (style.line() - sizes.label().line()) / 2.0 + (style.size - sizes.label) * MM_PER_POINT * 0.3;
            let y = self.flow.y + drop.max(0.0);
            self.flow.canvas.text(left, y, label.say(self.language), &sizes.label(), Align::Left);
        }
        self.flow.paragraph(left + column, self.flow.room() - column, value, style);
    }

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
                self.item(left, room, item, &Style::regular(sizes.body).lead(1.42), Bullet::Number(at + 1));
            }
        }
        for (word, text, weight) in [(Word::Needs, &sheet.needs, Style::bold(sizes.body)), (Word::Notes, &sheet.notes, Style::regular(sizes.body))] {
            if let Some(text) = text.as_ref().filter(|text| !text.trim().is_empty()) {
                self.section(word, weight.line());
                self.flow.paragraph(self.flow.left(), self.flow.room(), text, &weight);
            }
        }
    }

    /// What to bring, two by two where all of it is short and the paper wide.
    fn bring(&mut self, style: &Style) {
        let (sheet, left, room) = (self.sheet, self.flow.left(), self.flow.room());
        let indent = indent(style);
        let widest = sheet.bring.iter().map(|item| self.flow.canvas.width(item, style)).fold(0.0, f32::max);
        let columns = if self.sizes.height.is_some() && widest + indent < room / 2.0 - 3.0 { 2 } else { 1 };
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
        self.flow.rule(0.5, 0.6, sizes.gap * 0.55);
        self.flow.paragraph(self.flow.left(), self.flow.room(), word.say(self.language), &style);
    }

    fn item(&mut self, left: f32, room: f32, text: &str, style: &Style, bullet: Bullet) {
        let indent = indent(style);
        self.flow.ensure(style.line());
        let y = self.flow.y;
        match bullet {
            Bullet::Box => {
                let side = style.size * MM_PER_POINT * 0.78;
                self.flow.canvas.draw(Mark::Frame { x: left + 0.4, y: y + (style.line() - side) / 2.0, w: side, h: side, thick: 1.1, ink: 0.0 });
            }
            Bullet::Number(number) => {
                let bold = Style { weight: Weight::Bold, ..*style };
                self.flow.canvas.text(left + indent * 0.8, y, &number.to_string(), &bold, Align::Right);
            }
        }
        self.flow.paragraph(left + indent, room - indent, text, style);
    }
}

fn indent(style: &Style) -> f32 {
    style.size * MM_PER_POINT * 1.5
}

enum Bullet {
    Box,
    Number(usize),
}

/// Address and telephone, as far as they are known.
fn contact(house: &Institution, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if !house.address.is_empty() {
        lines.push(house.address.clone());
    }
    if !house.phone.is_empty() {
        lines.push(labelled(language, Word::Telephone, &house.phone));
    }
    lines
}
