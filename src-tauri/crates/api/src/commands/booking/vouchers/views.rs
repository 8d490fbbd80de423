//! What vouchers look like on the wire.

use super::facts::{Facts, Stop};
use crate::codes::{PaperLanguage, PrintState, PrintWay, VoidCause, VoucherPaper};
use crate::problem::Fault;
use desk::advice::catalogue::Bilingual;
use desk::booking::vouchers::{self, Print};
use desk::house::staff;
use desk::{Reading, local_text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A voucher to print.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintVoucher {
    /// Which.
    pub id: i64,
    /// On what.
    pub paper: VoucherPaper,
    /// In which language.
    pub language: PaperLanguage,
    /// The printer; none is the system's default.
    pub printer: Option<String>,
}

/// A voucher to write as PDF.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveVoucher {
    /// Which.
    pub id: i64,
    /// On what.
    pub paper: VoucherPaper,
    /// In which language.
    pub language: PaperLanguage,
}

/// A voucher that left the desk.
#[derive(Debug, Serialize, TS)]
pub struct VoucherOut {
    /// The spooler's name for it, or the path of the file.
    pub place: String,
    /// Which print it is, as marked on it.
    pub n: u32,
    /// Characters no font has; they stand as 〓 on the paper.
    pub missing: Vec<String>,
}

/// A text in both languages.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TwoTexts {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<&Bilingual> for TwoTexts {
    fn from(text: &Bilingual) -> Self {
        Self {
            zh: text.zh.clone(),
            en: text.en.clone(),
        }
    }
}

/// One line of what was booked.
#[derive(Debug, Serialize, TS)]
pub struct VoucherLine {
    /// What, with its time where there are several.
    pub name: TwoTexts,
    /// Who does it, or where.
    pub place: TwoTexts,
}

/// Everything that stands on a voucher, and its prints.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VoucherView {
    /// Id.
    pub id: i64,
    /// For which booking.
    pub booking_id: i64,
    /// 13 digits.
    pub no: String,
    /// The same in groups.
    pub number: String,
    /// What the QR code says.
    pub qr: String,
    /// Its modules row by row, `1` for dark, without the blank edge.
    pub qr_rows: Vec<String>,
    /// The house.
    pub institution: String,
    /// Its address.
    pub address: String,
    /// Its phone.
    pub telephone: String,
    /// Who comes, in full.
    pub name: String,
    /// Masked phone, as printed.
    pub phone: String,
    /// What was booked.
    pub lines: Vec<VoucherLine>,
    /// Where to go first.
    pub place: TwoTexts,
    /// ISO day.
    pub day: String,
    /// `08:30`.
    pub starts: String,
    /// To be there by.
    pub arrive_by: String,
    /// Fen.
    pub price: i64,
    /// What to bring.
    pub bring: Vec<TwoTexts>,
    /// How to prepare.
    pub prepare: Vec<TwoTexts>,
    /// Allergies and special needs.
    pub needs: String,
    /// Anything else.
    pub note: String,
    /// Staff number.
    pub issued_by: String,
    /// When.
    pub issued_at: i64,
    /// When, as printed.
    pub issued: String,
    /// Why it is void; none while it counts.
    pub void: Option<VoidCause>,
    /// Since when.
    pub voided_at: Option<i64>,
    /// From a training folder.
    pub training: bool,
    /// Every print, the first first.
    pub prints: Vec<PrintView>,
}

impl VoucherView {
    /// What stands on a voucher, in both languages, and its prints.
    pub(crate) fn of(r: &Reading<'_>, facts: Facts) -> Result<Self, Fault> {
        let lines = facts.stops().iter().map(VoucherLine::from).collect();
        let (phone, place) = (facts.phone(), TwoTexts::from(&facts.place()));
        let Facts {
            house,
            voucher,
            booking,
            qr,
            issued_by,
        } = facts;
        let two = |lines: &[Bilingual]| lines.iter().map(TwoTexts::from).collect();
        let prints = vouchers::prints(r, voucher.id)?
            .into_iter()
            .map(|print| PrintView::of(r, print))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            id: voucher.id.0,
            booking_id: booking.id.0,
            number: paper::grouped(&voucher.no)?,
            no: voucher.no,
            qr_rows: paper::code_rows(&qr)?,
            qr,
            institution: house.name,
            address: house.address,
            telephone: house.phone,
            name: voucher.name,
            phone,
            lines,
            place,
            day: booking.day.to_string(),
            starts: booking.time.from.to_string(),
            arrive_by: booking.arrive_by.to_string(),
            price: booking.price.0,
            bring: two(&voucher.lines.bring),
            prepare: two(&voucher.lines.prepare),
            needs: booking.needs,
            note: booking.note,
            issued_by,
            issued_at: voucher.issued_at.0,
            issued: local_text(voucher.issued_at),
            void: voucher.voided.map(|(_, cause)| VoidCause(cause)),
            voided_at: voucher.voided.map(|(at, _)| at.0),
            training: house.training,
            prints,
        })
    }
}

impl From<&Stop> for VoucherLine {
    fn from(stop: &Stop) -> Self {
        Self {
            name: (&stop.name).into(),
            place: (&stop.place).into(),
        }
    }
}

/// One print.
#[derive(Debug, Serialize, TS)]
pub struct PrintView {
    /// As marked on the paper.
    pub n: u32,
    /// On what.
    pub paper: VoucherPaper,
    /// How.
    pub way: PrintWay,
    /// What became of it.
    pub state: PrintState,
    /// When.
    pub at: i64,
    /// Staff number.
    pub by: String,
}

impl PrintView {
    fn of(r: &Reading<'_>, print: Print) -> Result<Self, Fault> {
        Ok(Self {
            n: print.n,
            paper: VoucherPaper(print.paper),
            way: PrintWay(print.way),
            state: PrintState(print.state),
            at: print.at.0,
            by: staff::of(r, print.by)?.no,
        })
    }
}
