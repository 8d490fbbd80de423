//! Promises (承诺): "we will tell you by …" instead of "cannot answer now" (R 3.3).

use super::Refused;
use super::acts;
use super::{open, store};
use crate::ground::text;
use crate::house::institution::{AHEAD, Calendar};
use crate::{Day, EncounterId, Moment, PromiseId, Reading, Reason, Result, StaffId, Writing};

/// A promise to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPromise {
    /// What is promised.
    pub what: String,
    /// By when.
    pub due_at: Moment,
}

/// A promise on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Id.
    pub id: PromiseId,
    /// Where it was made.
    pub encounter: EncounterId,
    /// What.
    pub what: String,
    /// By when.
    pub due_at: Moment,
    /// Who keeps it: the first person asked.
    pub owner: StaffId,
    /// When it was made.
    pub made_at: Moment,
    /// When it was kept.
    pub kept_at: Option<Moment>,
    /// What the person was told.
    pub result: String,
}

/// Nobody is told something for later than so many days.
pub const FURTHEST: i64 = AHEAD;

/// Makes a promise: something that can be kept, so while the institution works. Its owner is the encounter's first person asked.
///
/// # Errors
/// `EncounterClosed`, `Empty`, `PromiseInPast`, `PromiseTooFar`, `PromiseClosed`;
/// `PromiseNeedsContact` without a phone to call back.
pub fn promise(w: &Writing<'_>, id: EncounterId, new: &NewPromise) -> Result<Promise> {
    let encounter = open(w, id)?;
    let what = text::required("what", &new.what, text::NOTE)?;
    if new.due_at <= w.at {
        return Err(Refused::PromiseInPast {}.at("dueAt").into());
    }
    if new.due_at.minutes_since(w.at) > FURTHEST * 24 * 60 {
        return Err(Refused::PromiseTooFar { days: FURTHEST }.at("dueAt").into());
    }
    if !Calendar::read(&w.reading())?.can_be_due(new.due_at) {
        let day = new.due_at.day().to_string();
        return Err(Refused::PromiseClosed { day }.at("dueAt").into());
    }
    let visitor = encounter
        .visitor
        .map(|v| crate::people::visitors::of(&w.reading(), v))
        .transpose()?;
    if visitor.is_none_or(|v| v.phone.is_empty() && v.phone_2.is_empty()) {
        return Err(Refused::PromiseNeedsContact {}.at("phone").into());
    }
    let made = NewPromise {
        what,
        due_at: new.due_at,
    };
    let promise = store::insert_promise(w, id, encounter.first_asked, &made)?;
    w.note(
        acts::PROMISE,
        (acts::ENCOUNTER, id.0),
        &format!("promise {}", promise.0),
    )?;
    Ok(Promise {
        id: promise,
        encounter: id,
        what: made.what,
        due_at: made.due_at,
        owner: encounter.first_asked,
        made_at: w.at,
        kept_at: None,
        result: String::new(),
    })
}

/// Keeps a promise: what the person was told.
///
/// # Errors
/// `NotFound`, `WrongState` when it was kept before, `Empty` result.
pub fn keep(w: &Writing<'_>, id: PromiseId, result: &str) -> Result<Promise> {
    let before = store::promise_by_id(w.tx, id)?.ok_or_else(|| Reason::NotFound {}.refuse())?;
    if before.kept_at.is_some() {
        return Err(Reason::WrongState {
            state: "kept".to_owned(),
        }
        .refuse()
        .into());
    }
    let result = text::required("result", result, text::NOTE)?;
    store::set_kept(w, id, &result)?;
    let late = w.at > before.due_at;
    w.note(
        acts::KEEP_PROMISE,
        (acts::PROMISE_MADE, id.0),
        if late { "late" } else { "in time" },
    )?;
    Ok(Promise {
        kept_at: Some(w.at),
        result,
        ..before
    })
}

/// The promises of an encounter.
///
/// # Errors
/// Of the store.
pub fn promises_of(r: &Reading<'_>, id: EncounterId) -> Result<Vec<Promise>> {
    store::promises_of(r.tx, id)
}

/// The open promises of a day at moments at which something can't be due any more, after the
/// calendar was changed: whoever made them calls.
///
/// # Errors
/// Of the store.
pub fn promises_stranded(r: &Reading<'_>, day: Day) -> Result<Vec<Promise>> {
    let calendar = Calendar::read(r)?;
    let mut open = store::open_promises(r.tx)?;
    open.retain(|p| p.due_at.day() == day && p.due_at > r.at && !calendar.can_be_due(p.due_at));
    Ok(open)
}

/// All open promises, the most urgent first.
///
/// # Errors
/// Of the store.
pub fn open_promises(r: &Reading<'_>) -> Result<Vec<Promise>> {
    store::open_promises(r.tx)
}
