//! The fonts of a document: which of them draws a character, how wide it is, and
//! the small font with only the used characters that goes into the file.
//! Knows nothing of pages.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use printpdf::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;

use crate::PaperError;

/// Stands where no font has the character.
pub(crate) const MISSING: char = '〓';

/// The fonts every sheet is set in: a regular and a bold face, and one more that is
/// asked for characters the two lack. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Fonts {
    files: Vec<Arc<[u8]>>,
}

impl Fonts {
    /// No faces at all: for whoever sets up or scripts a desk without paper. Every
    /// sheet answers [`PaperError::Font`].
    #[must_use]
    pub const fn none() -> Self {
        Self { files: Vec::new() }
    }

    /// Takes whole TrueType or OpenType files.
    ///
    /// # Errors
    /// [`PaperError::Font`] for bytes that are not a font, [`PaperError::FontWithoutMark`]
    /// when a face cannot draw the mark that stands for missing characters.
    pub fn new(
        regular: Arc<[u8]>,
        bold: Arc<[u8]>,
        fallback: Option<Arc<[u8]>>,
    ) -> Result<Self, PaperError> {
        let mut files = vec![regular, bold];
        files.extend(fallback);
        let fonts = Self { files };
        let faces = Faces::open(&fonts)?;
        for weight in [Weight::Regular, Weight::Bold] {
            if faces.faces[weight.slot()].charmap.map(MISSING).is_none() {
                return Err(PaperError::FontWithoutMark);
            }
        }
        Ok(fonts)
    }
}

/// How heavy a text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    fn slot(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
        }
    }

    /// Where to look for a character, in order.
    fn order(self) -> [usize; 3] {
        match self {
            Self::Regular => [0, 1, 2],
            Self::Bold => [1, 0, 2],
        }
    }
}

/// A character as it will be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    /// Which file draws it.
    pub slot: usize,
    /// The character drawn: itself or [`MISSING`].
    pub glyph: char,
    /// Width in em.
    pub advance: f32,
    /// No font has it.
    pub missing: bool,
}

struct Face<'f> {
    bytes: &'f [u8],
    charmap: skrifa::charmap::Charmap<'f>,
    metrics: GlyphMetrics<'f>,
    font: FontRef<'f>,
    units: f32,
}

/// The fonts opened for one document.
pub(crate) struct Faces<'f> {
    faces: Vec<Face<'f>>,
    seen: RefCell<HashMap<(Weight, char), Placed>>,
}

impl<'f> Faces<'f> {
    pub(crate) fn open(fonts: &'f Fonts) -> Result<Self, PaperError> {
        if fonts.files.len() < 2 {
            return Err(PaperError::Font);
        }
        let faces = fonts
            .files
            .iter()
            .map(|file| Face::open(file))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            faces,
            seen: RefCell::default(),
        })
    }

    /// Who draws `c`, and how wide.
    pub(crate) fn place(&self, weight: Weight, c: char) -> Placed {
        *self
            .seen
            .borrow_mut()
            .entry((weight, c))
            .or_insert_with(|| {
                let found = weight.order().into_iter().find_map(|slot| {
                    let advance = self.faces.get(slot)?.advance(c)?;
                    Some(Placed {
                        slot,
                        glyph: c,
                        advance,
                        missing: false,
                    })
                });
                found.unwrap_or_else(|| {
                    let slot = weight.slot();
                    let advance = self.faces[slot].advance(MISSING).unwrap_or(1.0);
                    Placed {
                        slot,
                        glyph: MISSING,
                        advance,
                        missing: true,
                    }
                })
            })
    }

    /// Width of a text in em. Invisible characters count nothing.
    pub(crate) fn width(&self, weight: Weight, text: &str) -> f32 {
        text.chars()
            .filter(|c| !invisible(*c))
            .map(|c| self.place(weight, c).advance)
            .sum()
    }

    /// Draws a character that stands `em` high; answers how far it goes.
    pub(crate) fn outline(&self, slot: usize, c: char, em: f32, pen: &mut impl OutlinePen) -> f32 {
        let Some(face) = self.faces.get(slot) else {
            return 0.0;
        };
        let glyph = face.charmap.map(c);
        if let Some(outline) = glyph.and_then(|glyph| face.font.outline_glyphs().get(glyph)) {
            let settings = DrawSettings::unhinted(Size::new(em), LocationRef::default());
            // A character without a picture keeps its room.
            let _ = outline.draw(settings, pen);
        }
        face.advance(c).unwrap_or(0.0) * em
    }

    /// The font program for exactly these characters.
    pub(crate) fn subset(
        &self,
        slot: usize,
        used: &BTreeSet<char>,
    ) -> Result<ParsedFont, PaperError> {
        self.faces
            .get(slot)
            .ok_or(PaperError::Font)?
            .subset(slot, used)
    }
}

impl<'f> Face<'f> {
    fn open(bytes: &'f [u8]) -> Result<Self, PaperError> {
        let font = FontRef::from_index(bytes, 0).map_err(|_| PaperError::Font)?;
        let size = Size::unscaled();
        let metrics = font.glyph_metrics(size, LocationRef::default());
        let units = f32::from(font.metrics(size, LocationRef::default()).units_per_em);
        if units < 16.0 || !font.charmap().has_map() {
            return Err(PaperError::Font);
        }
        Ok(Self {
            bytes,
            charmap: font.charmap(),
            metrics,
            font,
            units,
        })
    }

    fn advance(&self, c: char) -> Option<f32> {
        let glyph = self.charmap.map(c).filter(|glyph| glyph.to_u32() != 0)?;
        Some(self.metrics.advance_width(glyph).unwrap_or(0.0) / self.units)
    }

    fn subset(&self, slot: usize, used: &BTreeSet<char>) -> Result<ParsedFont, PaperError> {
        let mut remapper = GlyphRemapper::new();
        let mut codepoint_to_glyph = BTreeMap::new();
        let mut glyph_widths = BTreeMap::new();
        for c in used {
            let Some(old) = self.charmap.map(*c) else {
                continue;
            };
            let new = remapper.remap(u16::try_from(old.to_u32()).map_err(|_| PaperError::Font)?);
            codepoint_to_glyph.insert(u32::from(*c), new);
            glyph_widths.insert(
                new,
                whole(self.metrics.advance_width(old).unwrap_or(0.0)).cast_unsigned(),
            );
        }
        let bytes = subsetter::subset(self.bytes, 0, &remapper).map_err(|_| PaperError::Font)?;
        let metrics = self.font.metrics(Size::unscaled(), LocationRef::default());
        let bounds = metrics.bounds.unwrap_or_default();
        let units_per_em = metrics.units_per_em;
        // The six capitals say "subset" (ISO 32000-1, 9.6.4); printpdf writes the name as it is.
        let (tag, weight, name) = match slot {
            0 => ("SHWREG", 400, "Regular"),
            1 => ("SHWBLD", 700, "Bold"),
            _ => ("SHWFBK", 400, "Fallback"),
        };
        Ok(ParsedFont {
            original_bytes: bytes,
            font_index: 0,
            font_name: Some(format!("{tag}+Sheet-{name}")),
            codepoint_to_glyph,
            glyph_widths,
            units_per_em,
            font_metrics: FontMetrics {
                ascent: whole(metrics.ascent),
                descent: whole(metrics.descent),
            },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em,
                x_min: whole(bounds.x_min),
                y_min: whole(bounds.y_min),
                x_max: whole(bounds.x_max),
                y_max: whole(bounds.y_max),
                caret_slope_rise: 1,
                caret_slope_run: 0,
                us_weight_class: weight,
            },
        })
    }
}

/// Font units are whole numbers within 16 bits; the cast saturates.
#[allow(
    clippy::cast_possible_truncation,
    reason = "saturating by definition, font units fit"
)]
fn whole(value: f32) -> i16 {
    value.round() as i16
}

/// Marks that order or join text but have no picture: dropped, not reported. Line
/// ends and other control characters are not among them.
pub(crate) fn invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}')
}
