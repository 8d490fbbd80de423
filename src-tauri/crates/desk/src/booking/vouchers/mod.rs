//! Vouchers (预约凭证): what a person holds in the hand. Issued with the booking,
//! printed and counted, voided, never changed (R 5.3).

pub mod acts;
pub mod number;
mod print;
mod refusals;
mod store;

pub use refusals::Refused;

use crate::advice::catalogue::Bilingual;
use crate::ground::sequence;
use crate::ground::subject::Subject;
use crate::people::visitors::Visitor;
use crate::{BookingId, Moment, Reading, Reason, Refusal, Result, StaffId, VoucherId, Writing};
use number::Scan;
pub use print::{Asked, Paper, Print, PrintState, Way, ask_print, next_print, printed, prints};
use std::collections::BTreeMap;

/// What this subject declares; `crate::subjects` gathers it.
pub(crate) const SUBJECT: Subject = Subject {
    acts: acts::ACTS,
    refusals: Refused::CODES,
    keeps: store::KEEPS,
    ..Subject::NOTHING
};

crate::codes! {
    /// Why a voucher is void.
    VoidCause {
        /// The booking was cancelled.
        Cancelled = "cancelled",
        /// It was moved; another voucher counts.
        Rescheduled = "rescheduled",
    }
}

/// What to bring and how to prepare.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// What to bring.
    pub bring: Vec<Bilingual>,
    /// How to prepare.
    pub prepare: Vec<Bilingual>,
}

/// A voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voucher {
    /// Id.
    pub id: VoucherId,
    /// For which booking.
    pub booking: BookingId,
    /// 13 digits.
    pub no: String,
    /// The visitor's name, as read back.
    pub name: String,
    /// Their phone, as read back.
    pub phone: String,
    /// When it was issued.
    pub issued_at: Moment,
    /// By whom.
    pub issued_by: StaffId,
    /// Since when it is void, and why.
    pub voided: Option<(Moment, VoidCause)>,
    /// What to bring and how to prepare.
    pub lines: Lines,
}

/// Issues the voucher of a booking that was just made.
///
/// # Errors
/// `OutOfRange` after 9999 on a day.
pub(crate) fn issue(
    w: &Writing<'_>,
    booking: BookingId,
    visitor: &Visitor,
    lines: &Lines,
) -> Result<VoucherId> {
    let day = w.today();
    let running = sequence::next(w, "voucher", &day.to_string())?;
    let no = number::number(day, running)?;
    let id = store::insert(w, booking, &no, visitor, lines)?;
    w.note(acts::ISSUE, (acts::VOUCHER, id.0), &no)?;
    Ok(id)
}

/// Voids the voucher of a booking; its row and its number stay.
pub(crate) fn void(w: &Writing<'_>, booking: BookingId, cause: VoidCause) -> Result<()> {
    let voucher = of_booking(&w.reading(), booking)?;
    store::set_void(w, voucher.id, cause)?;
    w.note(acts::VOID, (acts::VOUCHER, voucher.id.0), cause.code())
}

/// One voucher.
///
/// # Errors
/// `NotFound`.
pub fn of(r: &Reading<'_>, id: VoucherId) -> Result<Voucher> {
    Ok(store::by_id(r.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The voucher of a booking.
///
/// # Errors
/// `NotFound`.
pub fn of_booking(r: &Reading<'_>, booking: BookingId) -> Result<Voucher> {
    Ok(store::of_booking(r.tx, booking)?.ok_or_else(|| Reason::NotFound {}.refuse())?)
}

/// The vouchers of several bookings at once, for lists.
///
/// # Errors
/// `NotFound` when one of them has none.
pub fn of_bookings(
    r: &Reading<'_>,
    bookings: &[BookingId],
) -> Result<BTreeMap<BookingId, Voucher>> {
    let found = store::of_bookings(r.tx, bookings)?.into_iter();
    let found: BTreeMap<_, _> = found.map(|voucher| (voucher.booking, voucher)).collect();
    if bookings.iter().all(|id| found.contains_key(id)) {
        Ok(found)
    } else {
        Err(Reason::NotFound {}.refuse().into())
    }
}

/// What the QR code of a voucher says: its number and the digits of a seal that
/// only this desk can make.
///
/// # Errors
/// Of the store.
pub fn payload(r: &Reading<'_>, voucher: &Voucher) -> Result<String> {
    let seal = r.tx.seal_voucher(sealed_text(voucher).as_bytes())?;
    Ok(format!("{}{}", voucher.no, number::seal_digits(&seal)))
}

fn sealed_text(voucher: &Voucher) -> String {
    let Voucher {
        no, id, booking, ..
    } = voucher;
    format!("voucher/1|{no}|{}|{}", id.0, booking.0)
}

/// The voucher behind a scan or a typed number.
///
/// # Errors
/// `VoucherUnreadable`, `VoucherTypo`; `VoucherForged` when the seal is not ours,
/// `VoucherUnknown` when the number was never issued.
pub fn verify(r: &Reading<'_>, scan: &str) -> Result<Voucher> {
    let (no, seal) = match number::read(scan)? {
        Scan::Number(no) => (no, None),
        Scan::Sealed(no, seal) => (no, Some(seal)),
    };
    let found = store::by_no(r.tx, &no)?;
    match (found, seal) {
        (Some(voucher), None) => Ok(voucher),
        (None, None) => Err(refused(Refused::VoucherUnknown {}).into()),
        (None, Some(_)) => Err(refused(Refused::VoucherForged {}).into()),
        (Some(voucher), Some(seal)) => {
            // A voucher stays valid when the keys of the desk are replaced.
            let ours = r.tx.voucher_seals(sealed_text(&voucher).as_bytes())?;
            if ours.iter().any(|ours| number::seal_digits(ours) == seal) {
                Ok(voucher)
            } else {
                Err(refused(Refused::VoucherForged {}).into())
            }
        }
    }
}

fn refused(reason: Refused) -> Refusal {
    reason.at("scan")
}
