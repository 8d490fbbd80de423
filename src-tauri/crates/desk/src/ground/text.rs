//! Text that people type: stored exactly as typed, or refused with its field.

use crate::{Reason, Refusal};

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

/// A text that must hold more than white space.
///
/// # Errors
/// `Empty`, and those of `optional`.
pub fn required(field: &str, text: &str, max: usize) -> Result<String, Refusal> {
    let text = optional(field, text, max)?;
    if text.trim().is_empty() {
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
    if text.trim().chars().count() < 2 {
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
