//! What is typed about a person and can hardly be meant: it is asked back, and taken when
//! whoever typed it is sure. What can't be at all is refused whoever is sure.

use super::register::{VisitorDetails, digits};
use super::{Refused, SpecialGroup, possible};
use crate::{Day, Refusal};

crate::codes! {
    /// What is doubted of what was typed.
    Doubt {
        /// A name without any letter.
        NameWithoutLetters = "name_without_letters",
        /// A phone number of one digit again and again, or of digits in a row.
        PhoneInARow = "phone_in_a_row",
        /// A phone that begins like a mobile's and has not its eleven digits.
        PhoneLength = "phone_length",
        /// A special group, or a condition, of another age.
        OtherAge = "other_age",
    }
}

/// One doubt, at its field; about which codes, where it is about codes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Doubted {
    doubt: Doubt,
    field: &'static str,
    about: Vec<String>,
}

/// Refuses what is impossible of somebody of this sex, and asks back what is hardly meant
/// unless it is sent with its field among those that are `sure`.
///
/// # Errors
/// `NotOfSex`, `AskAgain`.
pub(super) fn refuse_unless_sure(
    d: &VisitorDetails,
    groups: &[SpecialGroup],
    sure: &[String],
    today: Day,
) -> Result<(), Refusal> {
    for (field, codes) in [("groups", &d.groups), ("conditions", &d.conditions)] {
        if let Some(code) = codes.iter().find(|code| !possible::by_sex(d.sex, code)) {
            let about = code.clone();
            return Err(Refused::NotOfSex { about }.at(field));
        }
    }
    let asked = doubts(d, groups, today)
        .into_iter()
        .find(|doubted| !sure.iter().any(|field| field == doubted.field));
    match asked {
        None => Ok(()),
        Some(doubted) => Err(Refused::AskAgain {
            doubt: doubted.doubt.code().to_owned(),
            about: doubted.about.join(" "),
        }
        .at(doubted.field)),
    }
}

/// Whether it begins like the number of a mobile and is longer or shorter by some digits.
fn is_cut_off(digits: &str) -> bool {
    let mobile = matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]);
    mobile && matches!(digits.len(), 7..=10 | 12..=13)
}

/// Everything that is doubted, a field once, in the order of the form.
fn doubts(d: &VisitorDetails, groups: &[SpecialGroup], today: Day) -> Vec<Doubted> {
    let mut found = Vec::new();
    let mut add = |doubt, field, about: Vec<String>| {
        found.push(Doubted {
            doubt,
            field,
            about,
        });
    };
    if !d.name.chars().any(char::is_alphabetic) {
        add(Doubt::NameWithoutLetters, "name", Vec::new());
    }
    for (field, phone) in [("phone", &d.phone), ("phone2", &d.phone_2)] {
        let digits = digits(phone);
        if is_in_a_row(&digits) {
            add(Doubt::PhoneInARow, field, Vec::new());
        } else if is_cut_off(&digits) {
            add(Doubt::PhoneLength, field, Vec::new());
        }
    }
    let ages = d.born_on.and_then(|born| born.ages_on(today));
    let too_young = |code: &String| {
        let group = groups.iter().find(|group| group.code == **code);
        let from = group.and_then(|group| group.min_age);
        ages.zip(from).is_some_and(|(ages, from)| ages.most < from)
    };
    let other_age = |code: &&String| too_young(code) || !possible::by_age(ages, code);
    for (field, codes) in [("groups", &d.groups), ("conditions", &d.conditions)] {
        let about: Vec<String> = codes.iter().filter(other_age).cloned().collect();
        if !about.is_empty() {
            add(Doubt::OtherAge, field, about);
        }
    }
    found
}

/// Whether every digit is the one before it, or one more, or one less: all along the same
/// way, as fingers do on keys. Nine goes on to nought.
fn is_in_a_row(digits: &str) -> bool {
    let digits = digits.as_bytes();
    let Some([first, second]) = digits.first_chunk::<2>() else {
        return false;
    };
    let step = |a: u8, b: u8| (b + 10 - a) % 10;
    let way = step(*first, *second);
    matches!(way, 0 | 1 | 9)
        && digits
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if step(*a, *b) == way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_a_row_are_no_number_that_somebody_has() {
        for doubted in [
            "11111111111",
            "00000",
            "12345678",
            "1234567890",
            "98765432",
            "789012",
        ] {
            assert!(is_in_a_row(doubted), "{doubted}");
        }
        for plain in [
            "",
            "1",
            "13800138000",
            "11111111112",
            "12345679",
            "121212",
            "95588",
        ] {
            assert!(!is_in_a_row(plain), "{plain}");
        }
    }
}
