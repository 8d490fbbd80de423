//! A table that runs over pages: the head again on each, a row never cut in two
//! unless it is longer than a page.

use super::{Align, Flow, Style};
use crate::pdf::Mark;

/// A column: its head, its width in mm, where its text stands.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub head: String,
    pub width: f32,
    pub align: Align,
}

/// The look of a table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub columns: Vec<Column>,
    pub head: Style,
    pub cell: Style,
}

const PAD: f32 = 1.0;

impl Table {
    /// Draws the head, on a new page unless a row fits beneath it.
    pub(crate) fn begin(&self, flow: &mut Flow<'_>) {
        flow.ensure(self.head_height(flow) + 2.0 * self.cell.line() + 2.0 * PAD);
        self.draw_head(flow);
    }

    /// One row; `shade` every second one.
    pub(crate) fn row(&self, flow: &mut Flow<'_>, cells: &[String], shade: Shade) {
        let mut broken: Vec<Vec<String>> = self
            .columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| {
                flow.canvas
                    .lines(cell, &self.cell, column.width - 2.0 * PAD)
            })
            .collect();
        loop {
            let lines = broken.iter().map(Vec::len).max().unwrap_or(1).max(1);
            let height = self.height(lines);
            if flow.y + height > flow.floor() {
                let page = flow.floor() - flow.sheet.edges.top - self.head_height(flow) - 20.0;
                let fits = self.fitting(flow.floor() - flow.y);
                if height <= page || fits < 3 {
                    flow.turn();
                    self.draw_head(flow);
                    if height <= page {
                        continue;
                    }
                }
                let fits = self.fitting(flow.floor() - flow.y).max(1);
                let rest: Vec<Vec<String>> = broken
                    .iter_mut()
                    .map(|cell| cell.split_off(fits.min(cell.len())))
                    .collect();
                self.draw(flow, &broken, fits.min(lines), shade);
                if rest.iter().all(Vec::is_empty) {
                    return;
                }
                broken = rest;
                continue;
            }
            self.draw(flow, &broken, lines, shade);
            return;
        }
    }

    #[allow(clippy::cast_precision_loss, reason = "lines of one page")]
    fn height(&self, lines: usize) -> f32 {
        lines as f32 * self.cell.line() + PAD
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lines of one page"
    )]
    fn fitting(&self, height: f32) -> usize {
        ((height - PAD) / self.cell.line()).floor().max(0.0) as usize
    }

    fn head_lines(&self, flow: &Flow<'_>) -> Vec<Vec<String>> {
        self.columns
            .iter()
            .map(|column| {
                flow.canvas
                    .lines(&column.head, &self.head, column.width - 2.0 * PAD)
            })
            .collect()
    }

    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    fn head_height(&self, flow: &Flow<'_>) -> f32 {
        let lines = self
            .head_lines(flow)
            .iter()
            .map(Vec::len)
            .max()
            .unwrap_or(1);
        lines as f32 * self.head.line() + 2.0 * PAD
    }

    fn draw_head(&self, flow: &mut Flow<'_>) {
        let (height, lines) = (self.head_height(flow), self.head_lines(flow));
        let (left, room, top) = (flow.left(), self.width(), flow.y);
        flow.canvas.draw(Mark::Bar {
            x: left,
            y: top,
            w: room,
            h: height,
            ink: 0.9,
        });
        flow.canvas.rule(left, top, room, 0.8, 0.0);
        flow.canvas.rule(left, top + height, room, 0.8, 0.0);
        self.cells(flow, &lines, top + PAD, &self.head);
        flow.y = top + height;
    }

    fn draw(&self, flow: &mut Flow<'_>, cells: &[Vec<String>], lines: usize, shade: Shade) {
        let (left, width, height) = (flow.left(), self.width(), self.height(lines));
        if shade == Shade::On {
            flow.canvas.draw(Mark::Bar {
                x: left,
                y: flow.y,
                w: width,
                h: height,
                ink: 0.965,
            });
        }
        self.cells(flow, cells, flow.y + PAD / 2.0, &self.cell);
        flow.y += height;
        flow.canvas.rule(left, flow.y, width, 0.25, 0.75);
    }

    fn cells(&self, flow: &mut Flow<'_>, cells: &[Vec<String>], top: f32, style: &Style) {
        let mut x = flow.left();
        for (column, cell) in self.columns.iter().zip(cells) {
            let place = match column.align {
                Align::Left => x + PAD,
                Align::Centre => x + column.width / 2.0,
                Align::Right => x + column.width - PAD,
            };
            let mut y = top;
            for line in cell {
                flow.canvas.text(place, y, line, style, column.align);
                y += style.line();
            }
            x += column.width;
        }
    }

    fn width(&self) -> f32 {
        self.columns.iter().map(|column| column.width).sum()
    }
}

/// Whether a row lies on a light ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shade {
    Off,
    On,
}
