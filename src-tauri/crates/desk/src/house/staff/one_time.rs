//! One-time codes: what an administrator hands to somebody who has no password yet
//! or forgot it. Ten symbols of Crockford's base32 in two groups: 50 random bits
//! behind the cost of the key derivation, for a day.

use crate::Moment;
use zeroize::Zeroizing;

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP: usize = 5;
const VALID_MINUTES: i64 = 24 * 60;

/// Until when a code that is made now may be used.
pub fn valid_until(now: Moment) -> Moment {
    now.plus_minutes(VALID_MINUTES)
}

/// The code that ten random bytes stand for, as it is shown and as it opens.
pub fn code(random: &[u8; 10]) -> Zeroizing<String> {
    written(random.iter().map(|byte| byte & 31))
}

/// What was meant by a code as somebody typed it; `None` when it is not the shape
/// of one. Case, blanks, dashes and look-alikes are forgiven.
pub fn meant(typed: &str) -> Option<Zeroizing<String>> {
    let values: Vec<u8> = typed
        .chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !is_dash(*c))
        .map(value)
        .collect::<Option<_>>()?;
    (values.len() == GROUP * 2).then(|| written(values.into_iter()))
}

fn written(values: impl Iterator<Item = u8>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(GROUP * 2 + 1));
    for (at, value) in values.enumerate() {
        if at == GROUP {
            text.push('-');
        }
        text.extend(SYMBOLS.get(usize::from(value)).map(|b| char::from(*b)));
    }
    text
}

/// Chinese keyboards type full-width letters and digits.
fn narrow(c: char) -> char {
    match u32::from(c) {
        wide @ 0xff01..=0xff5e => char::from_u32(wide - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value(c: char) -> Option<u8> {
    let meant = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = SYMBOLS.iter().position(|s| char::from(*s) == meant)?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_code_is_two_groups_of_five_and_reads_back_however_it_is_typed() {
        let shown = code(&[0, 1, 10, 17, 31, 255, 32, 64, 200, 5]);
        assert_eq!(*shown, *"01AHZ-Z0085");
        for typed in [
            "01ahz-z0085",
            " 01AHZ Z0085 ",
            "OIahzzoo85",
            "o1ahz—z0085",
            "０１ａｈｚ－ｚ００８５",
            "0LAHZ.Z0085",
        ] {
            assert_eq!(meant(typed).as_deref(), Some(&*shown), "{typed}");
        }
    }

    #[test]
    fn what_is_not_the_shape_of_a_code_is_left_alone() {
        for typed in [
            "",
            "01AHZ-Z008",
            "01AHZ-Z00855",
            "01AHZ-Z008U",
            "梧桐 2 棵",
            "heron-lamp-4471-quay",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
