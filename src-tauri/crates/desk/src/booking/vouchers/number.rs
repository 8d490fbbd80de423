//! The number of a voucher and what its QR code says: digits only, because a
//! scanner types through whatever input method is on. Pure.

use super::Refused;
use crate::ground::{names, text};
use crate::{Day, Reason, Refusal};
use unicode_normalization::UnicodeNormalization as _;

/// Digits of a number.
pub const DIGITS: usize = 13;
/// Digits of the seal behind it: 43 bits, never shown as text.
pub const SEAL_DIGITS: usize = 13;

/// The number of the n-th voucher of a day: `20261121`, `0042`, check digit.
///
/// # Errors
/// `OutOfRange` after 9999 of a day.
pub fn number(day: Day, running: i64) -> Result<String, Refusal> {
    if !(1..=9999).contains(&running) {
        return Err(Reason::OutOfRange { min: 1, max: 9999 }.refuse());
    }
    let body = format!("{}{running:04}", day.to_string().replace('-', ""));
    let check = check_digit(&body);
    Ok(format!("{body}{check}"))
}

/// The check digit of ISO 7064, MOD 11,10.
pub fn check_digit(body: &str) -> u32 {
    let product = body
        .bytes()
        .filter(u8::is_ascii_digit)
        .fold(10_u32, |product, digit| {
            let sum = (product + u32::from(digit - b'0')) % 10;
            (if sum == 0 { 10 } else { sum }) * 2 % 11
        });
    (11 - product) % 10
}

/// Decimal digits of a seal.
pub fn seal_digits(seal: &[u8; 32]) -> String {
    // The remainder of 64 bits by 10^13 is as good as even.
    let head = seal
        .iter()
        .take(8)
        .fold(0_u64, |n, byte| (n << 8) | u64::from(*byte));
    format!("{:013}", head % 10_000_000_000_000)
}

/// What a scan or somebody's typing holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scan {
    /// A bare number with a right check digit.
    Number(String),
    /// A number with the digits of its seal.
    Sealed(String, String),
}

/// Reads a scan: spaces and dashes are forgiven, full-width digits folded.
///
/// # Errors
/// `VoucherUnreadable` with how many digits there are, `VoucherTypo` for a wrong
/// check digit.
pub fn read(scan: &str) -> Result<Scan, Refusal> {
    let folded: String = scan
        .nfkc()
        .filter(|c| !c.is_whitespace() && !text::is_invisible(*c))
        .filter(|c| !names::is_mark(*c) && !names::is_gap(*c) && *c != '_')
        .collect();
    let digits = folded.chars().filter(char::is_ascii_digit).count();
    if digits != folded.chars().count()
        || !matches!(digits, DIGITS) && digits != DIGITS + SEAL_DIGITS
    {
        let got = i64::try_from(digits).unwrap_or(0);
        return Err(Refused::VoucherUnreadable { got }.at("scan"));
    }
    let (number, seal) = folded.split_at(DIGITS);
    let (body, check) = number.split_at(DIGITS - 1);
    if check_digit(body).to_string() != check {
        return Err(Refused::VoucherTypo {}.at("scan"));
    }
    Ok(if seal.is_empty() {
        Scan::Number(number.to_owned())
    } else {
        Scan::Sealed(number.to_owned(), seal.to_owned())
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn day() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    #[test]
    fn the_check_digit_is_that_of_the_standard() {
        // The worked example of ISO 7064 for MOD 11,10: 0794 has the check digit 5.
        assert_eq!(check_digit("0794"), 5);
        assert_eq!(number(day(), 12).unwrap().len(), DIGITS);
        assert!(number(day(), 10_000).is_err());
    }

    #[test]
    fn every_single_wrong_digit_is_found() {
        for running in (1..=9999).step_by(37) {
            let right = number(day(), running).unwrap();
            assert_eq!(read(&right), Ok(Scan::Number(right.clone())));
            for at in 0..DIGITS {
                for digit in '0'..='9' {
                    let typed: String = right
                        .chars()
                        .enumerate()
                        .map(|(i, c)| if i == at { digit } else { c })
                        .collect();
                    assert!(
                        typed == right || read(&typed).is_err(),
                        "{typed} for {right}"
                    );
                }
            }
        }
    }

    #[test]
    fn nearly_every_pair_of_swapped_digits_is_found() {
        let (mut swapped, mut missed) = (0, 0);
        for running in 1..=9999 {
            let right = number(day(), running).unwrap();
            for at in 0..DIGITS - 1 {
                let mut digits: Vec<char> = right.chars().collect();
                digits.swap(at, at + 1);
                let typed: String = digits.into_iter().collect();
                if typed != right {
                    swapped += 1;
                    missed += i32::from(read(&typed).is_ok());
                }
            }
        }
        assert!(missed * 40 < swapped, "{missed} of {swapped} swaps pass");
    }

    #[test]
    fn spaces_dashes_and_full_width_digits_are_forgiven() {
        let right = number(day(), 42).unwrap();
        let wide: String = right
            .chars()
            .filter_map(|c| char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')))
            .collect();
        let dashed = format!(" {}-{} {}\n", &right[..4], &right[4..8], &right[8..]);
        assert_eq!(read(&wide), Ok(Scan::Number(right.clone())));
        assert_eq!(read(&dashed), Ok(Scan::Number(right.clone())));
        let copied = format!(
            "\u{feff}\u{202d}{}\u{200b}{}\u{202c}",
            &right[..5],
            &right[5..]
        );
        assert_eq!(read(&copied), Ok(Scan::Number(right.clone())));
        let sealed = format!("{right}0358847120956");
        assert_eq!(
            read(&sealed),
            Ok(Scan::Sealed(right, "0358847120956".into()))
        );
        assert_eq!(
            read("张桂兰 138").unwrap_err(),
            Refused::VoucherUnreadable { got: 3 }.at("scan")
        );
    }

    #[test]
    fn a_seal_is_always_thirteen_digits() {
        assert_eq!(seal_digits(&[0; 32]), "0000000000000");
        assert_eq!(seal_digits(&[0xff; 32]).len(), SEAL_DIGITS);
    }
}
