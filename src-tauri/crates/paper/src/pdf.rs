//! Drawn marks → a PDF file, the same bytes for the same sheet.
//! Knows nothing of what the marks mean.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, CustomPdfConformance, FontId, Greyscale, LinePoint, Mm, OffsetDateTime, Op, PaintMode,
    PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, TextItem, TextMatrix, WindingOrder,
};

use crate::PaperError;
use crate::fonts::Faces;

const POINTS_PER_MM: f32 = 72.0 / 25.4;

/// A piece of text drawn by one font.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub slot: usize,
    pub text: String,
}

/// Something drawn. Places are millimetres from the top left corner of the page,
/// type sizes and line widths are points, ink is 0 (black) to 1 (white).
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    Text {
        x: f32,
        y: f32,
        size: f32,
        ink: f32,
        degrees: f32,
        runs: Vec<Run>,
    },
    Bar {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        ink: f32,
    },
    Frame {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        thick: f32,
        ink: f32,
    },
    Line {
        from: (f32, f32),
        to: (f32, f32),
        thick: f32,
        ink: f32,
    },
    /// Black squares of one size: `(x, y, w)` in modules from the place; all one path,
    /// so that no hairline shows between neighbours.
    Modules {
        x: f32,
        y: f32,
        module: f32,
        bars: Vec<(u16, u16, u16)>,
    },
}

/// A page of marks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Leaf {
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
}

/// What the file says about itself.
pub(crate) struct About {
    pub title: String,
    pub author: String,
    /// UTC milliseconds.
    pub at: i64,
}

/// Writes the file.
pub(crate) fn write(
    leaves: &[Leaf],
    faces: &Faces<'_>,
    about: About,
) -> Result<Vec<u8>, PaperError> {
    let mut doc = PdfDocument::new(&about.title);
    let at = OffsetDateTime::from_unix_timestamp(about.at.div_euclid(1000))
        .map_err(|_| PaperError::Moment)?;
    let info = &mut doc.metadata.info;
    (
        info.creation_date,
        info.modification_date,
        info.metadata_date,
    ) = (at, at, at);
    info.author = about.author;
    info.creator = "Shouwen".into();
    info.producer = "Shouwen".into();
    info.conformance = PdfConformance::Custom(CustomPdfConformance {
        identifier: "1".into(),
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..Default::default()
    });
    let mut used: BTreeMap<usize, BTreeSet<char>> = BTreeMap::new();
    for mark in leaves.iter().flat_map(|leaf| &leaf.marks) {
        if let Mark::Text { runs, .. } = mark {
            for run in runs {
                used.entry(run.slot).or_default().extend(run.text.chars());
            }
        }
    }
    for (slot, chars) in &used {
        doc.resources
            .fonts
            .map
            .insert(font_id(*slot), PdfFont::new(faces.subset(*slot, chars)?));
    }
    let pages = leaves
        .iter()
        .map(|leaf| PdfPage::new(Mm(leaf.width), Mm(leaf.height), ops(leaf)))
        .collect();
    let mut bytes = doc
        .with_pages(pages)
        .save(&PdfSaveOptions::default(), &mut Vec::new());
    // The library swallows write errors, so look at what came out.
    if !bytes.starts_with(b"%PDF") || !bytes.ends_with(b"%%EOF") && !bytes.ends_with(b"%%EOF\n") {
        return Err(PaperError::Pdf);
    }
    settle(&mut bytes)?;
    Ok(bytes)
}

fn font_id(slot: usize) -> FontId {
    FontId(format!("S{slot}"))
}

fn ops(leaf: &Leaf) -> Vec<Op> {
    let mut pen = Pen {
        height: leaf.height,
        ops: Vec::new(),
        fill: None,
        stroke: None,
        font: None,
        writing: false,
    };
    for mark in &leaf.marks {
        pen.draw(mark);
    }
    pen.write(false);
    pen.ops
}

/// Remembers the state of the page, so that only changes are written.
struct Pen {
    height: f32,
    ops: Vec<Op>,
    fill: Option<f32>,
    stroke: Option<(f32, f32)>,
    font: Option<(usize, f32)>,
    writing: bool,
}

impl Pen {
    fn draw(&mut self, mark: &Mark) {
        self.write(matches!(mark, Mark::Text { .. }));
        match mark {
            Mark::Text {
                x,
                y,
                size,
                ink,
                degrees,
                runs,
            } => {
                self.fill(*ink);
                self.place(*x, *y, *degrees);
                for run in runs {
                    self.show(run, *size);
                }
            }
            Mark::Bar { x, y, w, h, ink } => {
                self.fill(*ink);
                self.rectangle(*x, *y, *w, *h, PaintMode::Fill);
            }
            Mark::Frame {
                x,
                y,
                w,
                h,
                thick,
                ink,
            } => {
                self.stroke(*thick, *ink);
                self.rectangle(*x, *y, *w, *h, PaintMode::Stroke);
            }
            Mark::Line {
                from,
                to,
                thick,
                ink,
            } => {
                self.stroke(*thick, *ink);
                let points = [from, to].map(|at| self.point(at.0, at.1)).to_vec();
                self.ops.push(Op::DrawLine {
                    line: printpdf::Line {
                        points,
                        is_closed: false,
                    },
                });
            }
            Mark::Modules { x, y, module, bars } => {
                self.fill(0.0);
                self.modules((*x, *y), *module, bars);
            }
        }
    }

    /// Where the next text begins, and how it rises.
    fn place(&mut self, x: f32, y: f32, degrees: f32) {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let place = [cos, sin, -sin, cos, points(x), points(self.height - y)];
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw(place),
        });
    }

    fn show(&mut self, run: &Run, size: f32) {
        if self.font != Some((run.slot, size)) {
            self.font = Some((run.slot, size));
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(font_id(run.slot)),
                size: Pt(size),
            });
        }
        self.ops.push(Op::ShowText {
            items: vec![TextItem::Text(run.text.clone())],
        });
    }

    fn modules(&mut self, (x, y): (f32, f32), module: f32, bars: &[(u16, u16, u16)]) {
        let rings = bars.iter().map(|(column, row, run)| {
            let (left, top) = (
                x + f32::from(*column) * module,
                y + f32::from(*row) * module,
            );
            let (right, bottom) = (left + f32::from(*run) * module, top + module);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            PolygonRing {
                points: corners.iter().map(|at| self.point(at.0, at.1)).collect(),
            }
        });
        let polygon = Polygon {
            rings: rings.collect(),
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn write(&mut self, writing: bool) {
        if self.writing != writing {
            self.ops.push(if writing {
                Op::StartTextSection
            } else {
                Op::EndTextSection
            });
            self.writing = writing;
        }
    }

    fn fill(&mut self, ink: f32) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: grey(ink) });
        }
    }

    fn stroke(&mut self, thick: f32, ink: f32) {
        if self.stroke != Some((thick, ink)) {
            self.stroke = Some((thick, ink));
            self.ops.push(Op::SetOutlineColor { col: grey(ink) });
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thick) });
        }
    }

    fn point(&self, x: f32, y: f32) -> LinePoint {
        LinePoint {
            p: Point {
                x: Pt(points(x)),
                y: Pt(points(self.height - y)),
            },
            bezier: false,
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, w: f32, h: f32, mode: PaintMode) {
        let rectangle = Rect {
            x: Pt(points(x)),
            y: Pt(points(self.height - y - h)),
            width: Pt(points(w)),
            height: Pt(points(h)),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }
}

fn points(mm: f32) -> f32 {
    mm * POINTS_PER_MM
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale {
        percent,
        icc_profile: None,
    })
}

/// Two things the library leaves no choice about are settled in the finished bytes,
/// both without moving a byte: the file identifiers come from a counter of the
/// process, and the properties claim a print standard nobody checked.
fn settle(bytes: &mut [u8]) -> Result<(), PaperError> {
    const CLAIM: &[u8] = b"GTS_PDFXVersion";
    const PLAIN: &[u8] = b"ShouwenSheetSet";
    if let Some(at) = find_last(bytes, CLAIM) {
        bytes[at..at + CLAIM.len()].copy_from_slice(PLAIN);
    }
    let trailer = find_last(bytes, b"trailer").ok_or(PaperError::Pdf)?;
    let ids = find_last(&bytes[trailer..], b"/ID[(").ok_or(PaperError::Pdf)? + trailer + 5;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in &bytes[..trailer] {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let id = format!(
        "{hash:016x}{:016x}",
        hash.rotate_left(32) ^ bytes.len() as u64
    );
    // Two literals of 32 letters each: `(…)(…)`, perhaps with a blank between.
    let second = find_last(&bytes[ids..], b"(").ok_or(PaperError::Pdf)? + ids + 1;
    for start in [ids, second] {
        let end = start + id.len();
        if bytes.get(end) != Some(&b')') {
            return Err(PaperError::Pdf);
        }
        bytes[start..end].copy_from_slice(id.as_bytes());
    }
    Ok(())
}

fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}
