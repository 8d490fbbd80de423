//! Searching by number is no way to learn one: searches in vain cost of the budget, and
//! numbers that end alike can't be tried one after the other. Of what was typed tags are
//! kept that only this desk can make.

use super::{Refused, refuse_too_many, store};
use crate::people::visitors::{self, ENDING};
use crate::{Reading, Result, Writing};
use vault::ReadTx;

/// So many different numbers with the same last four places may be searched for in vain
/// within a day: somebody mishears a number or two, but not one after the other.
pub const GUESSES: i64 = 4;

/// What is kept of a number that is searched for.
struct Tags {
    /// Of its last four places.
    tail: String,
    /// Of the tail as if it were all that was typed.
    ending: String,
    /// Of all of it.
    run: String,
}

impl Tags {
    fn of(tx: &ReadTx<'_>, digits: &str) -> Result<Self> {
        let ending = digits.get(digits.len().saturating_sub(ENDING)..);
        let ending = ending.unwrap_or(digits);
        Ok(Self {
            tail: tag(tx, "tail", ending)?,
            ending: tag(tx, "run", ending)?,
            run: tag(tx, "run", digits)?,
        })
    }
}

/// Whether something of a search is to be kept: it has a number that was not searched for
/// within the hour.
///
/// # Errors
/// Of the store.
pub fn search_is_due(r: &Reading<'_>, numbers: &[String]) -> Result<bool> {
    for digits in numbers {
        if !store::searched(r.tx, r.by.staff, &tag(r.tx, "run", digits)?, r.at)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keeps that somebody searches for what is typed, and refuses where it may not be looked
/// for any more, whether somebody would be found or not.
///
/// # Errors
/// `OpeningWait`, `OpeningReason`, `OpeningStop`, `SearchGuess`.
pub fn note_search(w: &Writing<'_>, typed: &str) -> Result<()> {
    // What is being typed is no act on anybody's record.
    w.tx.is_only_a_draft();
    let missed = visitors::find(&w.reading(), typed)?.found.is_empty();
    for digits in visitors::numbers(typed) {
        let Some((tags, before)) = anew(w, &digits)? else {
            continue;
        };
        let grows = match &before {
            Some(before) => types_on(w.tx, &digits, before)?,
            None => false,
        };
        if !grows {
            refuse_too_many(w)?;
        }
        let costs = !grows
            && match &before {
                Some(before) => missed || nearly(w.tx, &digits, before)?,
                None => missed,
            };
        store::insert(w, (&tags.tail, &tags.run), missed, costs)?;
    }
    Ok(())
}

/// The same for the numbers of somebody who is being registered: what is typed there is
/// new most of the time, so that it costs nothing; but it can't be guessed with either.
///
/// # Errors
/// `SearchGuess`.
pub fn note_likely(w: &Writing<'_>, numbers: &[String], missed: bool) -> Result<()> {
    w.tx.is_only_a_draft();
    for digits in numbers {
        if let Some((tags, _)) = anew(w, digits)? {
            store::insert(w, (&tags.tail, &tags.run), missed, false)?;
        }
    }
    Ok(())
}

/// The tags of a number that was not searched for within the hour, and that of the one
/// before it.
fn anew(w: &Writing<'_>, digits: &str) -> Result<Option<(Tags, Option<String>)>> {
    let tags = Tags::of(w.tx, digits)?;
    let staff = w.by.staff;
    if store::searched(w.tx, staff, &tags.run, w.at)? {
        return Ok(None);
    }
    let pair = (tags.tail.as_str(), tags.ending.as_str());
    let longer = digits.len() > ENDING;
    if longer && store::guesses(w.tx, staff, pair, w.at)? >= GUESSES {
        return Err(Refused::SearchGuess {}.refuse().into());
    }
    let before = store::last_run(w.tx, staff, w.at)?;
    Ok(Some((tags, before)))
}

/// Whether what was searched for before is the beginning of this: somebody types on. Of a
/// document's number only its digits were looked for until it was long enough.
fn types_on(tx: &ReadTx<'_>, number: &str, before: &str) -> Result<bool> {
    let digits = number.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    for whole in [number, digits] {
        for end in ENDING..whole.len() {
            let begun = whole.get(..end).unwrap_or_default();
            if tag(tx, "run", begun)? == before {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether what was searched for before differs by one digit.
fn nearly(tx: &ReadTx<'_>, digits: &str, before: &str) -> Result<bool> {
    for at in 0..digits.len() {
        for digit in "0123456789X".chars() {
            let other: String = digits
                .chars()
                .enumerate()
                .map(|(i, c)| if i == at { digit } else { c })
                .collect();
            if other != digits && tag(tx, "run", &other)? == before {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Sixteen places of a seal.
fn tag(tx: &ReadTx<'_>, what: &str, digits: &str) -> Result<String> {
    let seal = tx.seal_voucher(format!("search/{what}/{digits}").as_bytes())?;
    Ok(seal
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
