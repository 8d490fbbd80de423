//! QR codes as vector shapes, with the quiet zone the standard asks for.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment};

use crate::PaperError;
use crate::pdf::Mark;

/// Blank modules around a code (ISO/IEC 18004, 6.3.8).
const QUIET: u16 = 4;

/// An encoded text.
pub(crate) struct Code {
    qr: QrCode,
}

impl Code {
    /// Encodes digits, the densest way: fewer and larger modules for a cheap scanner.
    pub(crate) fn digits(payload: &str) -> Result<Self, PaperError> {
        if payload.is_empty() || !payload.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PaperError::Qr);
        }
        Self::of(&[QrSegment::make_numeric(payload)])
    }

    /// Encodes capitals, digits and dashes.
    pub(crate) fn capitals(payload: &str) -> Result<Self, PaperError> {
        if payload.is_empty() || !QrSegment::is_alphanumeric(payload) {
            return Err(PaperError::Qr);
        }
        Self::of(&[QrSegment::make_alphanumeric(payload)])
    }

    fn of(segments: &[QrSegment]) -> Result<Self, PaperError> {
        let qr =
            QrCode::encode_segments(segments, QrCodeEcc::Medium).map_err(|_| PaperError::Qr)?;
        Ok(Self { qr })
    }

    /// The code in a square of `side` mm, quiet zone within.
    pub(crate) fn mark(&self, x: f32, y: f32, side: f32) -> Mark {
        let size = u16::try_from(self.qr.size()).unwrap_or(0);
        let module = side / f32::from(size + 2 * QUIET);
        let dark = |column: u16, row: u16| self.qr.get_module(i32::from(column), i32::from(row));
        let mut bars = Vec::new();
        for row in 0..size {
            let mut column = 0;
            while column < size {
                let run = (column..size)
                    .take_while(|column| dark(*column, row))
                    .count();
                let run = u16::try_from(run).unwrap_or(0);
                if run > 0 {
                    bars.push((column + QUIET, row + QUIET, run));
                }
                column += run + 1;
            }
        }
        Mark::Modules { x, y, module, bars }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    #[test]
    fn four_modules_around_a_code_stay_blank() {
        let code = Code::digits("20261121001270358847120956").unwrap();
        let Mark::Modules { module, bars, .. } = code.mark(0.0, 0.0, 40.0) else {
            panic!("a code is modules");
        };
        let edge = |of: fn(&(u16, u16, u16)) -> u16| {
            (bars.iter().map(of).min(), bars.iter().map(of).max())
        };
        let all = (40.0 / module).round();
        assert_eq!(edge(|bar| bar.0).0, Some(4));
        assert_eq!(edge(|bar| bar.1).0, Some(4));
        assert_eq!(edge(|bar| bar.0 + bar.2).1.map(f32::from), Some(all - 4.0));
        assert_eq!(edge(|bar| bar.1 + 1).1.map(f32::from), Some(all - 4.0));
    }

    #[test]
    fn only_digits_make_a_code_of_digits() {
        assert!(Code::digits("１２").is_err() && Code::digits("").is_err());
        assert!(Code::capitals("abc").is_err() && Code::capitals("AB-12").is_ok());
    }
}
