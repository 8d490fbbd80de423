//! What vouchers look like on the wire.

use super::facts::Facts;
use crate::codes::{PaperLanguage, PrintState, PrintWay, VoidCause, VoucherPaper};
use crate::problem::Fault;
use desk::Reading;
use desk::booking::vouchers::{self, Print};
use desk::house::staff;
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

/// A voucher to write as PDF, or to show as it would be.
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

/// The pages of a voucher as they are printed.
#[derive(Debug, Serialize, TS)]
pub struct VoucherPages {
    /// Each an SVG document.
    pub pages: Vec<String>,
}

/// A voucher and its prints; what else stands on it is drawn.
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
    /// Who comes, in full.
    pub name: String,
    /// Masked phone, as printed.
    pub phone: String,
    /// The package or the first service.
    pub title_zh: String,
    /// The same in English.
    pub title_en: String,
    /// How many services.
    pub services: u32,
    /// ISO day.
    pub day: String,
    /// `08:30`.
    pub starts: String,
    /// Why it is void; none while it counts.
    pub void: Option<VoidCause>,
    /// Every print, the first first.
    pub prints: Vec<PrintView>,
}

impl VoucherView {
    pub(crate) fn of(r: &Reading<'_>, facts: Facts) -> Result<Self, Fault> {
        let phone = facts.phone();
        let Facts {
            voucher,
            booking,
            qr,
            ..
        } = facts;
        let prints = vouchers::prints(r, voucher.id)?
            .into_iter()
            .map(|print| PrintView::of(r, print))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            id: voucher.id.0,
            booking_id: booking.id.0,
            number: paper::grouped(&voucher.no)?,
            no: voucher.no,
            qr,
            name: voucher.name,
            phone,
            title_zh: booking.title.zh,
            title_en: booking.title.en,
            services: u32::try_from(booking.items.len()).unwrap_or(u32::MAX),
            day: booking.day.to_string(),
            starts: booking.time.from.to_string(),
            void: voucher.voided.map(|(_, cause)| VoidCause(cause)),
            prints,
        })
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
