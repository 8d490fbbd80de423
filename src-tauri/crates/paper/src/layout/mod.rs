//! A small page builder in millimetres: pages, text set in measured lines, rules,
//! boxes, QR codes. Knows nothing of vouchers or ledgers.

mod canvas;
mod flow;
mod lines;
mod qr;
mod stamps;
mod table;

#[cfg(test)]
pub(crate) use canvas::tests;
pub(crate) use canvas::{Align, Canvas, Style, WHITE};
pub(crate) use flow::{Edges, Flow, Sheet};
pub(crate) use qr::Code;
pub(crate) use table::{Column, Shade, Table};

/// Millimetres in a point.
pub(crate) const MM_PER_POINT: f32 = 25.4 / 72.0;
