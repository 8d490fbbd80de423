//! Wrong secrets that were tried while the journal could not be written: they reach
//! it at the next opening, each once.

use super::acts;
use super::tries::{Nobody, Tries};
use crate::ground::marks;
use crate::{Moment, Result, StaffId, Writing};
use std::collections::BTreeMap;
use vault::{Account, Entry, Happened, Waiting};

/// Writes to the journal what it does not hold yet, an entry for each account;
/// answers the highest number it holds now.
///
/// # Errors
/// Of the store.
pub fn import(w: &Writing<'_>, series: i64, waiting: &[Waiting]) -> Result<i64> {
    let name = format!("attempts.{series}");
    let before = marks::read(w.tx, &name)?;
    let mut found: BTreeMap<(&Account, bool), (u32, i64, i64)> = BTreeMap::new();
    for line in waiting.iter().filter(|line| line.number > before) {
        let lost = line.what == Happened::Lost;
        let (count, first, last) = found
            .entry((&line.account, lost))
            .or_insert((0, line.first, line.last));
        *count = count.saturating_add(line.count);
        *first = (*first).min(line.first);
        *last = (*last).max(line.last);
    }
    for ((account, lost), (count, first, last)) in found {
        let (id, whose) = match account {
            Account::Staff(no) => (super::store::by_no(w.tx, no)?.map(|s| s.id), None),
            Account::Recovery => (None, Some(Nobody::RecoveryCode)),
            Account::Unknown if lost => (None, None),
            Account::Unknown => (None, Some(Nobody::UnknownAccount)),
        };
        let tries = Tries {
            whose,
            count: count.into(),
            first: Moment(first),
            last: Moment(last),
        };
        // Nobody was signed in, whoever the desk was opened for now.
        w.tx.note(&Entry {
            at: w.at.0,
            actor: 0,
            role: "",
            action: if lost {
                acts::COUNT_LOST.code()
            } else {
                acts::SIGN_IN_FAILED.code()
            },
            object: acts::STAFF.code(),
            object_id: id.map_or(0, |StaffId(id)| id),
            detail: &tries.to_string(),
            reason: "",
        })?;
    }
    let highest = waiting.iter().map(|line| line.number).max().unwrap_or(0);
    if highest > before {
        marks::set(w, &name, highest)?;
    }
    Ok(highest.max(before))
}
