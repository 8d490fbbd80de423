//! Identity numbers (GB 11643) and what they say: birth date and sex.

use super::Refused;
use super::{IdKind, Sex};
use crate::ground::text::identifier;
use crate::{Day, Refusal};

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// What a resident identity number says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// 18 characters, `X` in upper case.
    pub number: String,
    /// Birth date.
    pub born_on: Day,
    /// Sex.
    pub sex: Sex,
}

/// Whether a number has the 18 characters of a resident's, whatever is between them.
pub fn is_long(typed: &str) -> bool {
    identifier(typed).chars().count() == 18
}

/// Reads the number of a residence permit, which is made like a resident's: 81 and 82 for
/// Hong Kong and Macau, 83 for Taiwan, 9 for the permanent residence card of foreigners.
///
/// # Errors
/// `IdKindDiffers` where it is of another kind; those of `resident`.
pub fn permit(field: &str, kind: IdKind, typed: &str, today: Day) -> Result<Resident, Refusal> {
    let read = resident(field, typed, today)?;
    let of = |prefixes: &[&str]| prefixes.iter().any(|p| read.number.starts_with(p));
    let fits = match kind {
        IdKind::HkMacau => of(&["81", "82"]),
        IdKind::Taiwan => of(&["83"]),
        IdKind::ForeignResident => of(&["9"]),
        _ => true,
    };
    if fits {
        Ok(read)
    } else {
        Err(Refused::IdKindDiffers {}.at("idKind"))
    }
}

/// Reads an 18-character number: full-width digits, spaces, what is invisible and a small x
/// are forgiven. Region codes are not judged: new ones appear, and residence
/// permits use 81, 82, 83 and 9.
///
/// # Errors
/// `IdShape`, `IdFirstGeneration` for 15 digits, `IdBirthDate`, `IdCheckDigit` with the digit that would be right.
pub fn resident(field: &str, typed: &str, today: Day) -> Result<Resident, Refusal> {
    let number = identifier(typed);
    let got = i64::try_from(number.chars().count()).unwrap_or(0);
    let (digits, last): (Vec<u32>, Option<char>) = (
        number
            .chars()
            .take(17)
            .filter_map(|c| c.to_digit(10))
            .collect(),
        number.chars().nth(17),
    );
    let shaped =
        got == 18 && digits.len() == 17 && last.is_some_and(|c| c.is_ascii_digit() || c == 'X');
    if got == 15 && number.chars().all(|c| c.is_ascii_digit()) {
        return Err(Refused::IdFirstGeneration {}.at(field));
    }
    if !shaped {
        return Err(Refused::IdShape { got }.at(field));
    }
    let value = |range: std::ops::Range<usize>| {
        digits
            .iter()
            .skip(range.start)
            .take(range.len())
            .fold(0, |n, d| n * 10 + d)
    };
    let year = i32::try_from(value(6..10)).unwrap_or(0);
    let born_on = Day::new(year, value(10..12), value(12..14))
        .filter(|day| *day <= today && year >= 1850)
        .ok_or_else(|| Refused::IdBirthDate {}.at(field))?;
    let expected = check_digit(&digits);
    if last != Some(expected) {
        return Err(Refused::IdCheckDigit {
            expected: expected.to_string(),
        }
        .at(field));
    }
    let sex = if value(14..17) % 2 == 1 {
        Sex::Male
    } else {
        Sex::Female
    };
    Ok(Resident {
        number,
        born_on,
        sex,
    })
}

/// The check digit of the first 17 digits (ISO 7064 MOD 11-2).
pub fn check_digit(digits: &[u32]) -> char {
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    CHECKS
        .get(usize::try_from(sum % 11).unwrap_or(0))
        .copied()
        .unwrap_or('1')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-21").unwrap()
    }

    #[test]
    fn a_number_tells_birth_date_and_sex() {
        let read = resident("idNumber", "11010519491231002x", today()).unwrap();
        assert_eq!(read.number, "11010519491231002X");
        assert_eq!(read.born_on.to_string(), "1949-12-31");
        assert_eq!(read.sex, Sex::Female);
        assert!(resident("idNumber", "１１０１０５ 19491231 002X", today()).is_ok());
    }

    #[test]
    fn a_wrong_digit_is_told_with_the_right_one() {
        let refusal = resident("idNumber", "110105194912310021", today()).unwrap_err();
        assert_eq!(
            refusal,
            Refused::IdCheckDigit {
                expected: "X".into()
            }
            .at("idNumber")
        );
    }

    #[test]
    fn impossible_dates_and_lengths_are_named() {
        for (number, refusal) in [
            ("110105194902300020", Refused::IdBirthDate {}),
            ("110105203001010020", Refused::IdBirthDate {}),
            ("11010519491231", Refused::IdShape { got: 14 }),
            ("1101051949123100AX", Refused::IdShape { got: 18 }),
        ] {
            assert_eq!(
                resident("idNumber", number, today()).unwrap_err(),
                refusal.at("idNumber")
            );
        }
    }

    #[test]
    fn every_single_wrong_digit_is_found() {
        let right = "11010519491231002X";
        for place in 0..17 {
            for digit in '0'..='9' {
                let typed: String = right
                    .chars()
                    .enumerate()
                    .map(|(i, c)| if i == place { digit } else { c })
                    .collect();
                assert_eq!(
                    resident("n", &typed, today()).is_ok(),
                    typed == right,
                    "{typed}"
                );
            }
        }
    }
}
