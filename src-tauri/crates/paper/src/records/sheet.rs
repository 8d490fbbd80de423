//! The common look: A4, a head with the house, facts in two columns, tables.

use crate::fonts::Fonts;
use crate::layout::{Align, Column, Edges, Flow, Shade, Sheet, Style, Table};
use crate::pdf::About;
use crate::words::Language;
use crate::{Institution, PaperError, Printed, Stamp};

/// What every one of these papers says of itself.
pub(super) struct Head<'a> {
    pub institution: &'a Institution,
    pub title: String,
    pub made_at: &'a Stamp,
    pub foot: String,
    pub training: bool,
}

pub(super) struct Page<'f> {
    pub flow: Flow<'f>,
    about: About,
}

impl<'f> Page<'f> {
    pub(super) fn new(
        head: Head<'_>,
        language: Language,
        fonts: &'f Fonts,
    ) -> Result<Self, PaperError> {
        let mut flow = Flow::new(
            fonts,
            Sheet {
                width: 210.0,
                height: Some(297.0),
                edges: Edges {
                    side: 16.0,
                    top: 14.0,
                    bottom: 10.0,
                },
                language,
                training: head.training,
                voided: false,
                running: format!("{} · {}", head.institution.name, head.title),
                foot: head.foot,
                small: 8.5,
            },
        )?;
        let (left, room) = (flow.left(), flow.room());
        flow.paragraph(left, room, &head.institution.name, &Style::regular(11.0));
        flow.paragraph(left, room, &head.title, &Style::bold(18.0));
        flow.rule(1.4, 0.0, 1.5);
        Ok(Self {
            flow,
            about: About {
                title: head.title,
                author: head.institution.name.clone(),
                at: head.made_at.at,
            },
        })
    }

    pub(super) fn heading(&mut self, text: &str) {
        let style = Style::bold(12.0);
        self.flow.skip(3.0);
        self.flow.ensure(style.line() + 12.0);
        let (left, room) = (self.flow.left(), self.flow.room());
        self.flow.paragraph(left, room, text, &style);
        self.flow.skip(0.8);
    }

    pub(super) fn text(&mut self, text: &str) {
        let (left, room) = (self.flow.left(), self.flow.room());
        self.flow
            .paragraph(left, room, text, &Style::regular(10.5).lead(1.45));
    }

    pub(super) fn small(&mut self, text: &str) {
        let (left, room) = (self.flow.left(), self.flow.room());
        self.flow
            .paragraph(left, room, text, &Style::regular(8.5).grey());
    }

    /// A label and its value, the value beside it and as long as it likes.
    pub(super) fn fact(&mut self, label: &str, value: &str) {
        const LABEL: f32 = 38.0;
        let (name, text) = (
            Style::regular(9.5).grey().lead(1.4),
            Style::regular(10.0).lead(1.4),
        );
        self.flow.ensure(text.line());
        let (left, room) = (self.flow.left(), self.flow.room());
        let first = self.flow.canvas.first_lines(label, &name, LABEL - 2.0, 1);
        let y = self.flow.y;
        self.flow
            .canvas
            .text(left, y, &first.concat(), &name, Align::Left);
        self.flow
            .paragraph(left + LABEL, room - LABEL, value, &text);
    }

    pub(super) fn table(&mut self, heads: &[(&str, f32, Align)], rows: &[Vec<String>]) {
        let room = self.flow.room();
        let all: f32 = heads.iter().map(|head| head.1).sum();
        let columns = heads.iter().map(|(head, share, align)| Column {
            head: (*head).to_owned(),
            width: room * share / all,
            align: *align,
        });
        let table = Table {
            columns: columns.collect(),
            head: Style::bold(9.0).lead(1.35),
            cell: Style::regular(9.0).lead(1.35),
        };
        table.begin(&mut self.flow);
        for (at, cells) in rows.iter().enumerate() {
            let shade = if at % 2 == 1 { Shade::On } else { Shade::Off };
            table.row(&mut self.flow, cells, shade);
        }
    }

    /// Lines to sign on.
    pub(super) fn signatures(&mut self, labels: &[&str]) {
        let style = Style::regular(10.5);
        self.flow.skip(8.0);
        self.flow.ensure(12.0);
        let (left, width) = (
            self.flow.left(),
            self.flow.room() / f32::from(u8::try_from(labels.len().max(1)).unwrap_or(1)),
        );
        let mut x = left;
        let y = self.flow.y;
        for label in labels {
            self.flow.canvas.text(x, y, label, &style, Align::Left);
            let taken = self.flow.canvas.width(label, &style) + 2.0;
            self.flow.canvas.rule(
                x + taken,
                y + 5.0,
                (width - taken - 6.0).max(10.0),
                0.6,
                0.0,
            );
            x += width;
        }
        self.flow.skip(9.0);
    }

    pub(super) fn print(self) -> Result<Printed, PaperError> {
        self.flow.print(self.about)
    }
}
