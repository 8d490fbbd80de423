//! The page a voucher is drawn on: its head, and for whom and what it is.

use super::{Sizes, VoucherSheet};
use crate::layout::{Align, Flow, MM_PER_POINT, Style};
use crate::pdf::{About, Mark};
use crate::words::{Language, Word, labelled, money, reprint};
use crate::{Institution, PaperError, Printed};

pub(super) struct Page<'s, 'f> {
    pub flow: Flow<'f>,
    pub sizes: Sizes,
    pub language: Language,
    pub sheet: &'s VoucherSheet,
    pub number: String,
}

impl Page<'_, '_> {
    pub(super) fn print(self) -> Result<Printed, PaperError> {
        self.flow.print(About {
            title: format!(
                "{} {}",
                Word::BookingVoucher.say(self.language),
                self.number
            ),
            author: self.sheet.institution.name.clone(),
            at: self.sheet.issued_at.at,
        })
    }

    /// The house on the left, what this is on the right; one under the other on a roll.
    pub(super) fn head(&mut self) {
        let again = self.sheet.prints.checked_sub(1);
        let again = again.filter(|again| *again > 0).map(reprint);
        let title = Word::BookingVoucher.say(self.language);
        let contact = contact(&self.sheet.institution, self.language);
        if self.sizes.height.is_none() {
            self.roll_head(title, again.as_deref(), &contact);
        } else {
            self.sheet_head(title, again.as_deref(), &contact);
        }
    }

    fn roll_head(&mut self, title: &str, again: Option<&str>, contact: &[String]) {
        let (house, sizes) = (&self.sheet.institution.name, self.sizes);
        self.centred(house, Style::bold(sizes.house));
        for line in contact {
            self.centred(line, Style::regular(sizes.small));
        }
        self.flow.rule(1.2, 0.0, 1.2);
        self.flow.centred(title, Style::bold(sizes.title));
        if let Some(again) = again {
            self.flow.centred(again, Style::bold(sizes.label));
        }
        self.flow.skip(1.0);
    }

    /// A text in the middle, on as many lines as it takes.
    fn centred(&mut self, text: &str, style: Style) {
        for line in self.flow.canvas.lines(text, &style, self.flow.room()) {
            self.flow.centred(&line, style);
        }
    }

    fn sheet_head(&mut self, title: &str, again: Option<&str>, contact: &[String]) {
        let (left, room, sizes) = (self.flow.left(), self.flow.room(), self.sizes);
        let (top, style) = (self.flow.y, Style::bold(sizes.title).lead(1.25));
        let right = left + room;
        self.flow
            .canvas
            .text(right, top, title, &style, Align::Right);
        let mut beside = self.flow.canvas.width(title, &style);
        let mut below = top + style.line();
        if let Some(again) = again {
            let (w, h) = self.again(again, right, below);
            beside = beside.max(w);
            below += h;
        }
        let room = room - beside - 5.0;
        let house = &self.sheet.institution.name;
        self.flow
            .paragraph(left, room, house, &Style::bold(sizes.house).lead(1.3));
        for line in contact {
            self.flow
                .paragraph(left, room, line, &Style::regular(sizes.small).grey());
        }
        self.flow.y = self.flow.y.max(below);
        self.flow.rule(1.6, 0.0, sizes.gap * 0.7);
    }

    /// Which reprint this is, in a frame that ends at `right`. Answers its width and height.
    fn again(&mut self, again: &str, right: f32, y: f32) -> (f32, f32) {
        let mark = Style::bold(self.sizes.label);
        let w = self.flow.canvas.width(again, &mark);
        self.flow.canvas.draw(Mark::Frame {
            x: right - w - 3.0,
            y: y + 0.6,
            w: w + 3.0,
            h: mark.line() + 0.4,
            thick: 1.0,
            ink: 0.0,
        });
        self.flow
            .canvas
            .text(right - 1.5, y + 0.8, again, &mark, Align::Right);
        (w + 3.0, mark.line() + 2.0)
    }

    pub(super) fn person(&mut self) {
        let (sheet, sizes) = (self.sheet, self.sizes);
        self.pair(
            Word::Name,
            &sheet.visitor,
            &Style::bold(sizes.name).lead(1.3),
        );
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
            self.pair(
                Word::Price,
                &money(self.language, price),
                &Style::bold(sizes.body),
            );
        }
    }

    fn pair(&mut self, label: Word, value: &str, style: &Style) {
        self.labelled(Some(label), value, style);
    }

    /// A label in its own column, the value beside it.
    fn labelled(&mut self, label: Option<Word>, value: &str, style: &Style) {
        let (left, sizes) = (self.flow.left(), self.sizes);
        let widest = [Word::Name, Word::Phone, Word::Services, Word::Price].map(|word| {
            self.flow
                .canvas
                .width(word.say(self.language), &sizes.label())
        });
        let column = widest.into_iter().fold(0.0, f32::max) + sizes.gap * 1.4;
        self.flow.ensure(style.line());
        if let Some(label) = label {
            let drop = (style.line() - sizes.label().line()) / 2.0
                + (style.size - sizes.label) * MM_PER_POINT * 0.3;
            let y = self.flow.y + drop.max(0.0);
            self.flow.canvas.text(
                left,
                y,
                label.say(self.language),
                &sizes.label(),
                Align::Left,
            );
        }
        self.flow
            .paragraph(left + column, self.flow.room() - column, value, style);
    }
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
