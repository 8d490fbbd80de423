//! What the journal says of wrong secrets, in the form it is sealed in:
//! `unknown_account count 3 first 2026-11-23T08:00 last 2026-11-23T08:05`.

use crate::{Day, Minute, Moment, local_text};
use std::fmt;

crate::codes! {
    /// Whose secret it was when it was no account's.
    Nobody {
        /// A printed recovery code.
        RecoveryCode = "recovery_code",
        /// A staff number that does not exist.
        UnknownAccount = "unknown_account",
    }
}

/// Some tries at one account, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tries {
    /// `None`: the account is the entry's object.
    pub(crate) whose: Option<Nobody>,
    pub(crate) count: i64,
    pub(crate) first: Moment,
    pub(crate) last: Moment,
}

impl fmt::Display for Tries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whose) = self.whose {
            write!(f, "{} ", whose.code())?;
        }
        let [first, last] = [self.first, self.last].map(|at| local_text(at).replace(' ', "T"));
        write!(f, "count {} first {first} last {last}", self.count)
    }
}

impl Tries {
    /// Reads what an entry says; `None`: it was written in another form, for one try.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split(' ').collect();
        let (whose, rest) = match words.as_slice() {
            [code, rest @ ..] if rest.len() == 6 => (Some(Nobody::parse(code)?), rest),
            rest => (None, rest),
        };
        match rest {
            ["count", count, "first", first, "last", last] => Some(Self {
                whose,
                count: count.parse().ok()?,
                first: minute(first)?,
                last: minute(last)?,
            }),
            _ => None,
        }
    }
}

/// `2026-11-23T08:00` in local time.
fn minute(text: &str) -> Option<Moment> {
    let (day, time) = text.split_once('T')?;
    Some(Day::parse(day)?.at(Minute::parse(time)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_was_sealed_is_read_as_it_was_said() {
        for text in [
            "count 4 first 2026-11-23T08:00 last 2026-11-23T23:59",
            "recovery_code count 1 first 2026-11-23T00:07 last 2026-11-23T00:07",
            "unknown_account count 3 first 2026-11-22T08:00 last 2026-11-23T08:05",
        ] {
            assert_eq!(Tries::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_entry_in_another_form_is_not_guessed_at() {
        for text in ["", "unknown_account", "count many first a last b"] {
            assert_eq!(Tries::read(text), None, "{text}");
        }
    }
}
