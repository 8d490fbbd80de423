//! 预约凭证, the booking voucher: A4 in large print, A5, and the 80 mm roll.
//! What, when, where, how early to come, what to bring, how to prepare (R 5.3).

mod appointment;
mod lists;
mod page;
mod sizes;

use page::Page;
use sizes::Sizes;

use crate::fonts::Fonts;
use crate::layout::{Code, Flow, Sheet};
use crate::words::{Language, Word};
use crate::{Fen, Institution, PaperError, Printed, Stamp};

/// The paper a voucher is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm, large print.
    A4,
    /// 148 × 210 mm.
    A5,
    /// 80 mm wide, as long as its content.
    Roll80,
}

/// One booked service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceLine {
    /// The service as the catalogue names it.
    pub name: String,
    /// Who carries it out; empty leaves it out.
    pub department: String,
}

/// What stands on a voucher. Texts are printed as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherSheet {
    /// The house.
    pub institution: Institution,
    /// 13 digits, the last a check digit; shown in groups.
    pub number: String,
    /// What the QR code says: digits only, because scanners type through input methods.
    pub qr: String,
    /// Who comes.
    pub visitor: String,
    /// Their telephone, as the desk wants it shown.
    pub phone: String,
    /// What was booked.
    pub services: Vec<ServiceLine>,
    /// Room or place.
    pub place: String,
    /// ISO day (`2026-11-23`); the weekday follows from it.
    pub day: String,
    /// Minute of the day at which it begins.
    pub starts: u16,
    /// Minute of the day by which to be there.
    pub arrive_by: u16,
    /// What it costs; `None` leaves the line out, zero says that it is free.
    pub price: Option<Fen>,
    /// What to bring.
    pub bring: Vec<String>,
    /// How to prepare, in order.
    pub prepare: Vec<String>,
    /// Allergies and special needs.
    pub needs: Option<String>,
    /// Why it was booked although it does not suit the person.
    pub despite: Option<String>,
    /// Anything else.
    pub notes: Option<String>,
    /// Staff number of who issued it.
    pub issued_by: String,
    /// When it was issued.
    pub issued_at: Stamp,
    /// How often it has been printed, this time included: from 2 on it is marked as a reprint.
    pub prints: u32,
    /// No longer valid: marked across, without QR code.
    pub voided: bool,
    /// From a training folder: marked on every page.
    pub training: bool,
}

/// Prints a voucher.
///
/// # Errors
/// [`PaperError::Number`], [`PaperError::Qr`], [`PaperError::Day`], [`PaperError::Minute`] for a sheet
/// that must not be handed out; [`PaperError::Moment`], [`PaperError::Font`] and [`PaperError::Pdf`]
/// when the file cannot be made.
pub fn voucher(
    sheet: &VoucherSheet,
    paper: Paper,
    language: Language,
    fonts: &Fonts,
) -> Result<Printed, PaperError> {
    fitted(sheet, paper, language, fonts)?.print()
}

/// The pages of a voucher as they are printed, each an SVG for the screen.
///
/// # Errors
/// As [`voucher`], but for those of the file.
pub fn voucher_pictures(
    sheet: &VoucherSheet,
    paper: Paper,
    language: Language,
    fonts: &Fonts,
) -> Result<Vec<String>, PaperError> {
    Ok(fitted(sheet, paper, language, fonts)?.flow.pictures())
}

/// One page in a hand is worth more than the last point of type size; what does not
/// fit even then is set in full size over two.
fn fitted<'s, 'f>(
    sheet: &'s VoucherSheet,
    paper: Paper,
    language: Language,
    fonts: &'f Fonts,
) -> Result<Page<'s, 'f>, PaperError> {
    let sizes = Sizes::of(paper);
    for scale in [1.0, 0.95, 0.9] {
        let page = set(sheet, sizes.scaled(scale), language, fonts)?;
        if page.flow.canvas.leaves.len() == 1 {
            return Ok(page);
        }
    }
    set(sheet, sizes, language, fonts)
}

fn set<'s, 'f>(
    sheet: &'s VoucherSheet,
    sizes: Sizes,
    language: Language,
    fonts: &'f Fonts,
) -> Result<Page<'s, 'f>, PaperError> {
    let number = grouped(&sheet.number)?;
    let code = Code::digits(&sheet.qr)?;
    let flow = Flow::new(
        fonts,
        Sheet {
            width: sizes.width,
            height: sizes.height,
            edges: sizes.edges,
            language,
            training: sheet.training,
            voided: sheet.voided,
            running: format!(
                "{} {number} · {}",
                Word::BookingVoucher.say(language),
                sheet.visitor
            ),
            foot: foot(sheet, language),
            small: sizes.small,
        },
    )?;
    let mut page = Page {
        flow,
        sizes,
        language,
        sheet,
        number,
    };
    page.head();
    page.appointment(&code)?;
    page.person();
    page.lists();
    if page.sizes.height.is_none() {
        page.flow.skip(page.sizes.gap);
    }
    Ok(page)
}

/// A voucher number as people read it: `2026112100127` → `2026 1121 0012 7`.
///
/// # Errors
/// [`PaperError::Number`] unless it is 13 digits.
pub fn grouped(number: &str) -> Result<String, PaperError> {
    if number.len() != 13 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PaperError::Number);
    }
    Ok(format!(
        "{} {} {} {}",
        &number[..4],
        &number[4..8],
        &number[8..12],
        &number[12..]
    ))
}

fn foot(sheet: &VoucherSheet, language: Language) -> String {
    let ask = Word::ShowThis.say(language);
    let issued = format!(
        "{} {} · {}",
        Word::IssuedBy.say(language),
        sheet.issued_by,
        sheet.issued_at.text
    );
    format!("{ask}\n{issued}")
}
