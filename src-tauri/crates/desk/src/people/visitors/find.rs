//! One box finds anybody while typing (R 1.3): name, pinyin, initials, any part
//! of a phone or identity number, a voucher number; several words narrow.

use super::{Visitor, register, store};
use crate::ground::names;
use crate::{Day, Reading, Result, VisitorId};

/// How many are shown; one more is asked for, to say that there are more.
pub const SHOWN: usize = 12;

crate::codes! {
    /// Why a visitor was found.
    Why {
        /// By name.
        Name = "name",
        /// By pinyin or initials.
        Pinyin = "pinyin",
        /// By a phone number.
        Phone = "phone",
        /// By an identity number.
        IdNumber = "id_number",
        /// By the number of a voucher.
        Voucher = "voucher",
    }
}

/// A visitor who fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub visitor: Visitor,
    /// Why.
    pub why: Why,
}

/// One word of what was typed, as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Word {
    /// Chinese or other script: part of the folded name.
    Script(String),
    /// Latin letters: start of a spelling or of initials.
    Letters(String),
    /// Digits: part of a phone, an identity or a voucher number.
    Digits(String),
}

/// Finds visitors; answers at most `SHOWN` and whether there are more.
///
/// # Errors
/// Of the store.
pub fn find(r: &Reading<'_>, typed: &str) -> Result<(Vec<Found>, bool)> {
    let words = words(typed);
    if words.is_empty() {
        return Ok((Vec::new(), false));
    }
    let mut found = store::search(r.tx, &words, SHOWN + 1)?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let found = found.into_iter().map(|visitor| Found {
        why: why(&visitor, &words),
        visitor,
    });
    Ok((found.collect(), more))
}

/// Records that are likely the same person: the same identity number, or the
/// same name with the same phone or birth date; offered before creating one.
///
/// # Errors
/// Of the store.
pub fn likely_same(
    r: &Reading<'_>,
    name: &str,
    phone: &str,
    born_on: Option<Day>,
    id_number: &str,
    own: Option<VisitorId>,
) -> Result<Vec<Visitor>> {
    let digits = register::digits(phone);
    let candidates = store::alike(r.tx, &names::fold(name), id_number.trim())?;
    let folded = names::fold(name);
    Ok(candidates
        .into_iter()
        .filter(|v| Some(v.id) != own)
        .filter(|v| {
            let same_number =
                !id_number.trim().is_empty() && v.id_number.eq_ignore_ascii_case(id_number.trim());
            let same_name = !folded.is_empty() && names::fold(&v.name) == folded;
            let same_phone = digits.len() >= 7
                && (register::digits(&v.phone) == digits || register::digits(&v.phone_2) == digits);
            let same_birth = born_on.is_some() && v.born_on == born_on;
            let birth_unknown = born_on.is_none() || v.born_on.is_none();
            same_number || (same_name && (same_phone || same_birth || birth_unknown))
        })
        .collect())
}

/// Splits what was typed into words and tells their kinds; a run of Chinese
/// followed by digits (`李138`) is two words.
pub(super) fn words(typed: &str) -> Vec<Word> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut words: Vec<Word> = Vec::new();
    for part in typed.nfkc().collect::<String>().split_whitespace() {
        let mut run = String::new();
        let mut kind = None;
        for c in part
            .chars()
            .filter(|c| !matches!(c, '·' | '•' | '・' | '-' | '\'' | '.'))
        {
            let this = if c.is_ascii_digit() {
                0
            } else if c.is_ascii_alphabetic() {
                1
            } else {
                2
            };
            if kind.is_some_and(|k| k != this) {
                push(&mut words, kind, &run);
                run.clear();
            }
            kind = Some(this);
            run.push(c);
        }
        push(&mut words, kind, &run);
    }
    // 11010519491231002X: the closing X belongs to the digits before it.
    if let [.., Word::Digits(digits), Word::Letters(letter)] = words.as_mut_slice()
        && digits.len() >= 3
        && letter == "x"
    {
        digits.push('X');
        words.pop();
    }
    words.truncate(6);
    words
}

fn push(words: &mut Vec<Word>, kind: Option<i32>, run: &str) {
    if run.is_empty() {
        return;
    }
    let run: String = run.chars().take(40).collect();
    words.push(match kind {
        Some(0) => Word::Digits(run),
        Some(1) => Word::Letters(run.to_lowercase()),
        Some(_) | None => Word::Script(names::fold(&run)),
    });
}

fn why(visitor: &Visitor, words: &[Word]) -> Why {
    let reasons = words.iter().map(|word| match word {
        Word::Script(_) => Why::Name,
        Word::Letters(_) => Why::Pinyin,
        Word::Digits(digits) => {
            let in_phone = [&visitor.phone, &visitor.phone_2]
                .iter()
                .any(|p| register::digits(p).contains(digits.as_str()));
            if in_phone {
                Why::Phone
            } else if visitor.id_number.contains(digits.as_str()) {
                Why::IdNumber
            } else {
                Why::Voucher
            }
        }
    });
    // The rarer key says more.
    reasons.max().unwrap_or(Why::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixed_words_are_told_apart() {
        assert_eq!(
            words("李138 zs"),
            vec![
                Word::Script("李".into()),
                Word::Digits("138".into()),
                Word::Letters("zs".into())
            ]
        );
        assert_eq!(
            words("１１０１０５19491231002x"),
            vec![Word::Digits("11010519491231002X".into())]
        );
        assert_eq!(words("  "), vec![]);
    }
}
