//! The journal's line on paper: `2026-11-23 | 48213 | 0f3a77c012be5d9014aa | 94`.
//! Signed paper is what nobody at the desk can change afterwards, so a typed line
//! tells whether the journal is still the one that was printed.

use super::Refused;
use super::store;
use crate::{Day, Reading, Result};
use vault::Head;

/// Hex digits of a seal that are printed.
const DIGITS: usize = 20;

/// The line at the foot of a print that says where the journal stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// The local day it was printed on.
    pub day: Day,
    /// Number of the last entry.
    pub seq: i64,
    /// The first digits of its seal.
    pub seal: String,
    /// How many entries that day has so far.
    pub entries: i64,
}

impl std::fmt::Display for PaperLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            day,
            seq,
            seal,
            entries,
        } = self;
        write!(f, "{day} | {seq} | {seal} | {entries}")
    }
}

/// Such a line as somebody typed it from paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// Number of the entry.
    pub seq: i64,
    /// The first digits of its seal.
    pub seal: String,
}

/// How the paper stands to the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// The entry is there and has this seal.
    Matches,
    /// The entry is not the one that was printed.
    Differs,
    /// The paper is newer: so many entries are missing from the journal.
    Newer(i64),
}

/// The line as it is printed now.
///
/// # Errors
/// Of the store.
pub fn line(r: &Reading<'_>) -> Result<PaperLine> {
    let Head { seq, mac } = r.tx.journal_head()?;
    let day = r.today();
    Ok(PaperLine {
        day,
        seq,
        seal: printed(&mac),
        entries: store::count_on(r.tx, day)?,
    })
}

/// Reads a line as it was typed: blanks, separators, case and look-alikes are
/// forgiven, the day and the count may be left out.
///
/// # Errors
/// `PaperLineShape`.
pub fn read(text: &str) -> Result<Typed> {
    parse(text).ok_or_else(|| Refused::PaperLineShape {}.at("line").into())
}

/// Compares a typed line with the journal.
///
/// # Errors
/// Of the store.
pub fn compare(r: &Reading<'_>, typed: &Typed) -> Result<Compared> {
    let head = r.tx.journal_head()?.seq;
    if typed.seq > head {
        return Ok(Compared::Newer(typed.seq.saturating_sub(head)));
    }
    let seal = r.tx.journal_seal(typed.seq)?;
    Ok(match seal {
        Some(seal) if printed(&seal) == typed.seal => Compared::Matches,
        Some(_) | None => Compared::Differs,
    })
}

fn printed(seal: &[u8]) -> String {
    let digits: String = seal.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.chars().take(DIGITS).collect()
}

fn parse(text: &str) -> Option<Typed> {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let text: String = text.chars().map(narrow).collect();
    let mut words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | ';' | '\u{3001}'))
        .filter(|word| !word.is_empty())
        .peekable();
    // U+5E74 is the word for a year.
    let is_day = |word: &&str| {
        word.chars()
            .any(|c| matches!(c, '-' | '/' | '.' | '\u{5e74}'))
    };
    words.next_if(is_day);
    let seq: i64 = look_alikes(words.next()?).parse().ok()?;
    let mut seal = String::new();
    // A person types the digits in groups of their own.
    while seal.len() < DIGITS {
        seal.push_str(&look_alikes(words.next()?));
    }
    let whole = seal.len() == DIGITS && seal.bytes().all(|b| b.is_ascii_hexdigit());
    (whole && seq > 0).then_some(Typed { seq, seal })
}

fn look_alikes(word: &str) -> String {
    word.chars()
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_line_reads_back_however_it_is_typed() {
        let typed = Typed {
            seq: 48213,
            seal: "0f3a77c012be5d9014aa".into(),
        };
        for text in [
            "2026-11-23 | 48213 | 0f3a77c012be5d9014aa | 94",
            "2026-11-23|48213|0f3a77c012be5d9014aa|94",
            "48213 0f3a77c012be5d9014aa",
            " 2026/11/23 ， 48213 ｜ OF3A 77C0 l2BE 5D90 I4AA ｜ 94 ",
            "２０２６－１１－２３｜４８２１３｜０ｆ３ａ７７ｃ０１２ｂｅ５ｄ９０１４ａａ｜９４",
        ] {
            assert_eq!(parse(text), Some(typed.clone()), "{text}");
        }
    }

    #[test]
    fn half_a_line_is_refused() {
        for text in [
            "",
            "48213",
            "2026-11-23 | 48213 | 0f3a77c012be | 94",
            "0f3a77c012be5d9014aa",
            "48213 0f3a77c012be5d9014aax",
            "48213 zzzz77c012be5d9014aa",
            "-1 0f3a77c012be5d9014aa",
            "0 0f3a77c012be5d9014aa",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
