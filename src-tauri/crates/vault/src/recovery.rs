//! Recovery codes: 128 random bits on paper, typed back by a person.
//!
//! A code is seven groups of five symbols of Crockford's base32: four carry
//! bits, the fifth checks its group, so a typing error names its group.

use crate::keys::Entropy;
use zeroize::Zeroizing;

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 7;

/// A recovery code in its printed form, `XXXXX-XXXXX-…`.
pub type Code = Zeroizing<String>;

/// What is wrong with a typed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typo {
    /// Not seven groups of five symbols.
    Length,
    /// The group of that number (1–7) does not check.
    Group(usize),
}

/// Makes a new code.
pub fn new_code(entropy: &dyn Entropy) -> Code {
    // 28 symbols carry 140 bits: 128 random ones and 12 more random ones; each
    // group has its own check symbol, so the whole needs no further checksum.
    let mut bytes = Zeroizing::new([0_u8; 28]);
    entropy.fill(bytes.as_mut_slice());
    let mut text = Zeroizing::new(String::with_capacity(GROUPS * 6));
    for (index, group) in bytes.chunks(4).enumerate() {
        if index > 0 {
            text.push('-');
        }
        let values: Vec<u8> = group.iter().map(|b| b & 31).collect();
        for value in &values {
            text.push(symbol(*value));
        }
        text.push(symbol(check(index, &values)));
    }
    text
}

/// Reads what a person typed: case, spaces, dashes and look-alikes forgiven.
///
/// # Errors
/// The group that is wrong.
pub fn read_code(typed: &str) -> Result<Code, Typo> {
    let values: Vec<u8> = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| value(c).ok_or(Typo::Length))
        .collect::<Result<_, _>>()?;
    if values.len() != GROUPS * 5 {
        return Err(Typo::Length);
    }
    let mut text = Zeroizing::new(String::new());
    for (index, group) in values.chunks(5).enumerate() {
        let (data, last) = group.split_at(4);
        if last != [check(index, data)] {
            return Err(Typo::Group(index + 1));
        }
        if index > 0 {
            text.push('-');
        }
        text.extend(group.iter().map(|v| symbol(*v)));
    }
    Ok(text)
}

/// Whether `typed` is group number `group` (1–7) of `code`.
pub fn group_matches(code: &Code, group: usize, typed: &str) -> bool {
    let folded = |text: &str| -> Option<Vec<u8>> {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .map(value)
            .collect()
    };
    let expected = code.split('-').nth(group.wrapping_sub(1)).and_then(folded);
    expected.is_some() && expected == folded(typed)
}

fn symbol(value: u8) -> char {
    SYMBOLS
        .get(usize::from(value & 31))
        .map_or('0', |b| char::from(*b))
}

fn value(c: char) -> Option<u8> {
    let folded = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    SYMBOLS
        .iter()
        .position(|s| char::from(*s) == folded)
        .and_then(|i| u8::try_from(i).ok())
}

/// Weighted sum mod 31 (a prime): finds every swap of neighbours, every single
/// error but 0 for Z, and a group written in another group's place.
fn check(index: usize, data: &[u8]) -> u8 {
    let sum = data
        .iter()
        .enumerate()
        .fold((index + 1) * 7, |sum, (i, v)| {
            sum + (i + 2) * usize::from(*v)
        });
    u8::try_from(sum % 31).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    struct Counting;
    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for (i, b) in bytes.iter_mut().enumerate() {
                *b = (i * 37 % 251) as u8;
            }
        }
    }

    #[test]
    fn typed_code_with_look_alikes_and_spaces_reads_back() {
        let code = new_code(&Counting);
        let typed = code
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(*read_code(&typed).unwrap(), *code);
    }

    #[test]
    fn a_wrong_symbol_names_its_group() {
        let code = new_code(&Counting);
        let mut chars: Vec<char> = code.chars().collect();
        chars[13] = if chars[13] == 'A' { 'B' } else { 'A' };
        let typed: String = chars.iter().collect();
        assert_eq!(read_code(&typed), Err(Typo::Group(3)));
    }

    #[test]
    fn a_group_is_confirmed_by_typing_it() {
        let code = new_code(&Counting);
        let third: String = code.split('-').nth(2).unwrap().to_lowercase();
        assert!(group_matches(&code, 3, &third));
        assert!(!group_matches(&code, 4, &third));
        assert!(!group_matches(&code, 0, ""));
    }
}
