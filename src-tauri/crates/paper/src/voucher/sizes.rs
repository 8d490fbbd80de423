//! How large everything is on each paper. An old person reads time, place and what
//! to bring at arm's length; the rest at reading distance.

use super::Paper;
use crate::layout::{Edges, Style};

/// Type sizes in points, the rest in mm.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub width: f32,
    pub height: Option<f32>,
    pub edges: Edges,
    pub house: f32,
    pub title: f32,
    pub day: f32,
    pub time: f32,
    pub place: f32,
    pub name: f32,
    pub bring: f32,
    pub body: f32,
    pub label: f32,
    pub small: f32,
    pub qr: f32,
    pub gap: f32,
}

impl Sizes {
    #[allow(clippy::too_many_lines, reason = "a table of measures")]
    pub(super) fn of(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self {
                width: 210.0,
                height: Some(297.0),
                edges: Edges {
                    side: 16.0,
                    top: 13.0,
                    bottom: 11.0,
                },
                house: 17.0,
                title: 22.0,
                day: 25.0,
                time: 50.0,
                place: 24.0,
                name: 22.0,
                bring: 19.0,
                body: 15.0,
                label: 12.5,
                small: 10.5,
                qr: 46.0,
                gap: 3.6,
            },
            Paper::A5 => Self {
                width: 148.0,
                height: Some(210.0),
                edges: Edges {
                    side: 10.0,
                    top: 9.0,
                    bottom: 8.0,
                },
                house: 13.0,
                title: 16.0,
                day: 18.0,
                time: 37.0,
                place: 17.0,
                name: 15.0,
                bring: 14.5,
                body: 11.5,
                label: 9.5,
                small: 8.5,
                qr: 36.0,
                gap: 2.4,
            },
            Paper::Roll80 => Self {
                width: 80.0,
                height: None,
                edges: Edges {
                    side: 4.0,
                    top: 4.0,
                    bottom: 6.0,
                },
                house: 13.0,
                title: 15.0,
                day: 17.0,
                time: 40.0,
                place: 17.0,
                name: 15.0,
                bring: 14.5,
                body: 12.0,
                label: 10.0,
                small: 9.0,
                qr: 42.0,
                gap: 2.2,
            },
        }
    }

    /// The same paper with everything below the head a little smaller.
    pub(super) fn scaled(self, scale: f32) -> Self {
        Self {
            day: self.day * scale,
            time: self.time * scale,
            place: self.place * scale,
            name: self.name * scale,
            bring: self.bring * scale,
            body: self.body * scale,
            qr: self.qr * scale,
            gap: self.gap * scale,
            ..self
        }
    }

    /// Thermal printers have no grey.
    pub(super) fn label(&self) -> Style {
        let style = Style::regular(self.label);
        if self.height.is_none() {
            style
        } else {
            style.grey()
        }
    }
}
