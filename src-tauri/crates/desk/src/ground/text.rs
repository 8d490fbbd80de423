//! Text that people type: stored exactly as typed, or refused with its field.

use crate::{Reason, Refusal};
use unicode_normalization::UnicodeNormalization as _;

/// Most characters of the name of a person or thing.
pub const NAME: usize = 100;
/// Most characters of a line: an address, a reason.
pub const LINE: usize = 300;
/// Most characters of a free text.
pub const NOTE: usize = 10_000;

/// A text that may be empty.
///
/// # Errors
/// `TooLong`, `ControlCharacter` (line breaks and tabs are welcome).
pub fn optional(field: &str, text: &str, max: usize) -> Result<String, Refusal> {
    let got = text.chars().count();
    if got > max {
        let (max, got) = (
            i64::try_from(max).unwrap_or(0),
            i64::try_from(got).unwrap_or(0),
        );
        return Err(Reason::TooLong { max, got }.at(field));
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    if let Some(index) = text.chars().position(control) {
        let position = i64::try_from(index + 1).unwrap_or(0);
        return Err(Reason::ControlCharacter { position }.at(field));
    }
    Ok(text.to_owned())
}

/// Whether a character has no look of its own: it comes along with what is copied or
/// scanned, and tells no two texts apart (Unicode: Default_Ignorable_Code_Point).
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether nothing of a text can be seen.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// What tells identifiers apart: letters and digits, full width folded, in upper case.
/// However a document's number is spaced, dashed or copied, it is the same number.
pub fn identifier(typed: &str) -> String {
    typed
        .nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The digits of a number as typed, full width folded.
pub fn digits(typed: &str) -> String {
    typed.nfkc().filter(char::is_ascii_digit).collect()
}

/// A text that must hold more than white space.
///
/// # Errors
/// `Empty`, and those of `optional`.
pub fn required(field: &str, text: &str, max: usize) -> Result<String, Refusal> {
    let text = optional(field, text, max)?;
    if is_blank(&text) {
        Err(Reason::Empty {}.at(field))
    } else {
        Ok(text)
    }
}

/// The reason a person must give.
///
/// # Errors
/// `ReasonNeeded` when fewer than two characters are left after trimming.
pub fn reason(text: &str) -> Result<String, Refusal> {
    let text = optional("reason", text, LINE)?;
    let seen = text.trim().chars().filter(|c| !is_invisible(*c));
    if seen.count() < 2 {
        return Err(Reason::ReasonNeeded {}.at("reason"));
    }
    Ok(text)
}

/// Reads a code of a closed set.
///
/// # Errors
/// `UnknownCode`.
pub fn code<T>(field: &str, text: &str, parse: fn(&str) -> Option<T>) -> Result<T, Refusal> {
    parse(text).ok_or_else(|| {
        Reason::UnknownCode {
            got: text.chars().take(40).collect(),
        }
        .at(field)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn naughty_text_is_kept_exactly() {
        for text in [
            "O'Brien \"<script>alert(1)</script>",
            "👩‍👩‍👧 𠮷㛃䶮",
            "\u{202e}abc",
            "a\nb\tc",
        ] {
            assert_eq!(required("name", text, NAME).unwrap(), text);
        }
    }

    #[test]
    fn an_identifier_is_its_letters_and_digits_however_it_is_typed() {
        for typed in [
            "E12345678",
            "e1234 5678",
            "Ｅ１２３４５６７８",
            "\u{feff}E\u{200b}1234\u{202c}5678\u{202d}",
            "E-1234.5678",
            "E\u{3000}1234\u{a0}5678",
        ] {
            assert_eq!(identifier(typed), "E12345678", "{typed}");
        }
        assert_ne!(identifier("E12345678"), identifier("E12345679"));
        assert_eq!(digits("１３８-\u{202a}1234 5678"), "13812345678");
    }

    #[test]
    fn what_nobody_sees_is_empty() {
        for text in ["\u{200b}", " \u{feff}\u{3000}", "\u{202d}\u{202c}"] {
            let refusal = required("name", text, NAME).unwrap_err();
            assert_eq!(refusal, Reason::Empty {}.at("name"), "{text:?}");
        }
        assert_eq!(
            reason("好\u{200b}").unwrap_err(),
            Reason::ReasonNeeded {}.at("reason")
        );
    }

    #[test]
    fn nul_and_length_name_the_field() {
        let refusal = required("name", "a\0b", NAME).unwrap_err();
        assert_eq!(refusal, Reason::ControlCharacter { position: 2 }.at("name"));
        let long = "字".repeat(NAME + 1);
        assert_eq!(
            optional("note", &long, NAME).unwrap_err(),
            Reason::TooLong { max: 100, got: 101 }.at("note")
        );
        assert_eq!(
            required("name", " 　", NAME).unwrap_err(),
            Reason::Empty {}.at("name")
        );
    }
}
