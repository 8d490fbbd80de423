//! Prints of a voucher: each is a row, asked before the spooler and settled
//! after it answered, so that "printed" is never said too early.

use super::Refused;
use super::acts;
use super::store;
use crate::ground::leaving::{Leaving, Outcome};
use crate::{Moment, Reading, Result, StaffId, VoucherId, Writing};
use std::collections::BTreeSet;

crate::codes! {
    /// The paper of a voucher.
    Paper {
        /// 210 × 297 mm.
        A4 = "a4",
        /// 148 × 210 mm.
        A5 = "a5",
        /// 80 mm roll.
        Roll80 = "roll80",
    }

    /// How it left the desk.
    Way {
        /// On paper.
        Printer = "printer",
        /// As a PDF.
        File = "file",
    }

    /// What became of a print.
    PrintState {
        /// The outcome is not known: the desk stopped in between.
        Asked = "asked",
        /// The spooler took it, the file was written.
        Done = "done",
        /// It was refused; nothing came out.
        Refused = "refused",
    }
}

/// A print that was asked for and is not settled yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    voucher: VoucherId,
    row: i64,
    /// Its number, one more than the paper says: the first carries no mark.
    pub n: u32,
}

/// One print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Its number, one more than the paper says: the first carries no mark.
    pub n: u32,
    /// On what.
    pub paper: Paper,
    /// How.
    pub way: Way,
    /// What became of it.
    pub state: PrintState,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
}

/// Notes that a voucher is about to be printed; answers which print it is. A
/// print that was refused gives its number back.
///
/// # Errors
/// `VoucherVoid`, `NotFound`.
pub fn ask_print(w: &Writing<'_>, id: VoucherId, paper: Paper, way: Way) -> Result<Asked> {
    let voucher = super::of(&w.reading(), id)?;
    if let Some((_, cause)) = voucher.voided {
        let cause = cause.code().to_owned();
        return Err(Refused::VoucherVoid { cause }.refuse().into());
    }
    let n = next_print(&w.reading(), id)?;
    let row = store::insert_print(w, id, n, paper, way)?;
    let detail = format!("{} {} {n}", way.code(), paper.code());
    w.note(acts::PRINT, (acts::VOUCHER, id.0), &detail)?;
    Ok(Asked {
        voucher: id,
        row,
        n,
    })
}

impl Leaving for Asked {
    /// Every outcome is written: an unsettled print counts as unknown, not as printed.
    fn says(&self, _: Outcome<'_>) -> bool {
        false
    }

    fn settle(&self, w: &Writing<'_>, outcome: Outcome<'_>) -> Result<()> {
        let (state, job) = match outcome {
            Outcome::Left(job) => (PrintState::Done, job),
            Outcome::Stayed => (PrintState::Refused, ""),
        };
        store::settle_print(w, self.row, state, job)?;
        let object = (acts::VOUCHER, self.voucher.0);
        w.note(acts::SETTLE_PRINT, object, state.code())
    }
}

/// Which print the next one will be; those that were refused never were one.
///
/// # Errors
/// Of the store.
pub fn next_print(r: &Reading<'_>, id: VoucherId) -> Result<u32> {
    let before = store::prints(r.tx, id)?;
    let out = before
        .iter()
        .filter(|p| p.state != PrintState::Refused)
        .count();
    Ok(u32::try_from(out).unwrap_or(u32::MAX).saturating_add(1))
}

/// Which of several vouchers came out of a printer, for lists.
///
/// # Errors
/// Of the store.
pub fn printed(r: &Reading<'_>, ids: &[VoucherId]) -> Result<BTreeSet<VoucherId>> {
    store::printed(r.tx, ids)
}

/// The prints of a voucher, the first first.
///
/// # Errors
/// Of the store.
pub fn prints(r: &Reading<'_>, id: VoucherId) -> Result<Vec<Print>> {
    store::prints(r.tx, id)
}
