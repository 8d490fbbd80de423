//! One box finds anybody while typing (R 1.3): name, pinyin, initials, the end of a phone
//! or identity number, a voucher number; several words narrow. Digits match where people
//! say them, at the end or as a whole: a part from within would let a number be guessed.

use super::{Born, Visitor, register, store};
use crate::ground::{names, text};
use crate::{Reading, Result, VisitorId};

/// How many are shown; one more is asked for, to say that there are more.
pub const SHOWN: usize = 12;
/// Fewer digits of a number match nothing.
pub const FEWEST: usize = 4;
/// So many places of the end of a number are shown to everybody who finds it.
pub const ENDING: usize = FEWEST;
/// Fewer digits are no phone.
const WHOLE_PHONE: usize = 7;
/// So many digits and fewer are the end of a number; more are the whole of it.
pub const LONGEST_END: usize = 8;
/// A voucher is told apart by its running number with the check digit: fewer digits name
/// one of every day.
pub const VOUCHER_END: usize = 5;
/// Lengths of a document's number that has letters.
const DOCUMENT: std::ops::RangeInclusive<usize> = WHOLE_PHONE..=20;
/// A document's number that is typed in groups is a passport's or a permit's: no longer.
const LONGEST_IN_GROUPS: usize = 10;
/// Fewer digits beside letters are no document's number.
const FEWEST_OF_DOCUMENT: usize = 5;
/// Lengths of whole numbers that are said and typed in groups: a mobile phone with and
/// without the country code, a voucher, an identity number of either length.
const IN_GROUPS: &[usize] = &[11, 13, 15, 18];

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
    /// Digits: the end of a phone, an identity or a voucher number, or all of it.
    Digits(String),
}

/// Who fits, and what else there is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finds {
    /// Who, the last seen first; at most `SHOWN`.
    pub found: Vec<Found>,
    /// Whether there are more.
    pub more: bool,
    /// Whether too few digits were typed to look for: nobody is found by them.
    pub few_digits: bool,
}

/// Finds visitors.
///
/// # Errors
/// Of the store.
pub fn find(r: &Reading<'_>, typed: &str) -> Result<Finds> {
    let document = document(typed);
    let mut words = words(typed);
    let short = words.iter().any(is_short);
    let few_digits = short && document.is_none();
    if short {
        words.clear();
    }
    if words.is_empty() && document.is_none() {
        return Ok(Finds {
            found: Vec::new(),
            more: false,
            few_digits,
        });
    }
    let mut found = store::search(r.tx, &words, document.as_deref(), SHOWN + 1)?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let by_document =
        |visitor: &Visitor| document.as_deref() == Some(&*text::identifier(&visitor.id_number));
    let found = found.into_iter().map(|visitor| Found {
        why: if by_document(&visitor) {
            Why::IdNumber
        } else {
            why(&visitor, &words)
        },
        visitor,
    });
    Ok(Finds {
        found: found.collect(),
        more,
        few_digits,
    })
}

/// The numbers, and the ends of one, that are looked for in what is typed.
pub fn numbers(typed: &str) -> Vec<String> {
    if let Some(document) = document(typed) {
        return vec![document];
    }
    let words = words(typed);
    if words.iter().any(is_short) {
        return Vec::new();
    }
    let number = |word| match word {
        Word::Digits(digits) if digits.ends_with('X') => Some(digits),
        Word::Digits(digits) => Some(register::digits(&digits)),
        Word::Script(_) | Word::Letters(_) => None,
    };
    words.into_iter().filter_map(number).collect()
}

/// The whole numbers by which somebody may be the same person.
pub fn likely_numbers(phone: &str, id_number: &str) -> Vec<String> {
    let phone = Some(register::digits(phone)).filter(|digits| digits.len() >= WHOLE_PHONE);
    let document = Some(text::identifier(id_number));
    let document = document.filter(|number| number.is_ascii() && number.len() >= WHOLE_PHONE);
    phone.into_iter().chain(document).collect()
}

/// The whole number of a document, letters and digits, where what is typed can be one:
/// `E12345678`, `e 1234 5678`. It finds whose it is, beside what its parts find.
fn document(typed: &str) -> Option<String> {
    let number = text::identifier(typed);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.len() - digits;
    // The closing X of a resident's number is no letter among digits.
    let is_resident = letters == 1 && number.ends_with('X');
    let in_groups = typed.split_whitespace().nth(1).is_some();
    let fits = number.is_ascii()
        && letters > 0
        && !is_resident
        && digits >= FEWEST_OF_DOCUMENT
        && DOCUMENT.contains(&number.len())
        && (!in_groups || number.len() <= LONGEST_IN_GROUPS);
    fits.then_some(number)
}

fn is_short(word: &Word) -> bool {
    matches!(word, Word::Digits(digits) if digits.len() < FEWEST)
}

/// Whether these digits are a number, or its end where so few may be.
fn fits(number: &str, digits: &str) -> bool {
    number == digits || (digits.len() <= LONGEST_END && number.ends_with(digits))
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
    born_on: Option<Born>,
    id_number: &str,
    own: Option<VisitorId>,
) -> Result<Vec<Visitor>> {
    let digits = register::digits(phone);
    let (folded, document) = (names::person(name), text::identifier(id_number));
    let candidates = store::alike(r.tx, &folded, &document)?;
    Ok(candidates
        .into_iter()
        .filter(|v| Some(v.id) != own)
        .filter(|v| {
            let same_number = !document.is_empty() && text::identifier(&v.id_number) == document;
            let same_name = !folded.is_empty() && names::person(&v.name) == folded;
            let same_phone = digits.len() >= WHOLE_PHONE
                && (register::digits(&v.phone) == digits || register::digits(&v.phone_2) == digits);
            // What they say differently of the same day is no other day.
            let may_be_same_birth = born_on
                .zip(v.born_on)
                .is_none_or(|(one, other)| one.both(other).is_some());
            same_number || (same_name && (same_phone || may_be_same_birth))
        })
        .collect())
}

/// Splits what was typed into words and tells their kinds; a run of Chinese
/// followed by digits (`李138`) is two words, and a number in groups is one.
pub(super) fn words(typed: &str) -> Vec<Word> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut words: Vec<Word> = Vec::new();
    let seen = typed.nfkc().filter(|c| !text::is_invisible(*c));
    for part in seen.collect::<String>().split_whitespace() {
        let mut own: Vec<Word> = Vec::new();
        let mut run = String::new();
        let mut kind = None;
        for c in part
            .chars()
            .filter(|c| !names::is_gap(*c) && !names::is_mark(*c) && *c != '+')
        {
            let this = if c.is_ascii_digit() {
                0
            } else if c.is_ascii_alphabetic() {
                1
            } else {
                2
            };
            if kind.is_some_and(|k| k != this) {
                push(&mut own, kind, &run);
                run.clear();
            }
            kind = Some(this);
            run.push(c);
        }
        push(&mut own, kind, &run);
        // 11010519491231002X: the closing X belongs to the digits before it.
        if let [.., Word::Digits(digits), Word::Letters(letter)] = own.as_mut_slice()
            && digits.len() >= 3
            && letter == "x"
        {
            digits.push('X');
            own.pop();
        }
        words.extend(own);
    }
    let mut words = in_one(words);
    words.truncate(6);
    words
}

/// `138 1234 5678` is one number, when all groups beside each other make a whole one.
fn in_one(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::new();
    let mut groups: Vec<String> = Vec::new();
    let close = |groups: &mut Vec<String>, joined: &mut Vec<Word>| {
        let whole = groups.concat();
        if groups.len() > 1 && IN_GROUPS.contains(&register::digits(&whole).len().max(whole.len()))
        {
            joined.push(Word::Digits(whole));
            groups.clear();
        }
        joined.extend(groups.drain(..).map(Word::Digits));
    };
    for word in words {
        match word {
            Word::Digits(digits) => groups.push(digits),
            other => {
                close(&mut groups, &mut joined);
                joined.push(other);
            }
        }
    }
    close(&mut groups, &mut joined);
    joined
}

fn push(words: &mut Vec<Word>, kind: Option<i32>, run: &str) {
    if run.is_empty() {
        return;
    }
    let run: String = run.chars().take(40).collect();
    words.push(match kind {
        Some(0) => Word::Digits(run),
        Some(1) => Word::Letters(run.to_lowercase()),
        Some(_) | None => Word::Script(names::person(&run)),
    });
}

fn why(visitor: &Visitor, words: &[Word]) -> Why {
    let reasons = words.iter().map(|word| match word {
        Word::Script(_) => Why::Name,
        Word::Letters(_) => Why::Pinyin,
        Word::Digits(digits) => {
            let called = register::digits(digits);
            let in_phone = [&visitor.phone, &visitor.phone_2]
                .iter()
                .any(|p| fits(&register::digits(p), &called) && !digits.ends_with('X'));
            if in_phone {
                Why::Phone
            } else if fits(&text::identifier(&visitor.id_number), digits) {
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

    #[test]
    fn a_whole_number_of_a_document_is_told_from_what_only_looks_like_one() {
        for typed in [
            "E12345678",
            "e 1234 5678",
            "Ｅ1234\u{200b}5678",
            "ea1234567",
            "C01X00T47",
        ] {
            let number = text::identifier(typed);
            assert_eq!(document(typed), Some(number), "{typed}");
        }
        for typed in [
            "110105 19491231 002x",
            "13812345678",
            "李138 12345678",
            "zs138",
            "zhangsan 5678",
            "zs 13812345678",
            "E1234",
        ] {
            assert_eq!(document(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_in_groups_is_one_and_two_ends_are_two() {
        let one = |typed: &str, number: &str| {
            assert_eq!(words(typed), vec![Word::Digits(number.into())], "{typed}");
        };
        one("138 1234 5678", "13812345678");
        one("138-1234-5678", "13812345678");
        one("+86 138 1234 5678", "8613812345678");
        one("110105 19491231 002x", "11010519491231002X");
        one("002X", "002X");
        assert_eq!(words("5678 002x").len(), 2);
        assert_eq!(words("李静 138 1234 5678").len(), 2);
    }
}
