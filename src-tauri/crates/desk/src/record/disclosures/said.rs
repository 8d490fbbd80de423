//! What the journal says of something that leaves, in the form it is sealed in:
//! `2026-11-01..2026-11-30 csv full 812 rows inspection superior`.

use super::{Detail, Format, Purpose, Receiver};
use crate::Day;
use crate::record::ledger::Period;
use std::fmt;

/// The parts of such a text: codes, counts and days, but no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    /// The days it is about.
    pub(crate) period: Option<Period>,
    pub(crate) format: Format,
    pub(crate) detail: Detail,
    pub(crate) rows: usize,
    pub(crate) purpose: Option<Purpose>,
    pub(crate) receiver: Option<Receiver>,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Period { from, to }) = self.period {
            write!(f, "{from}..{to} ")?;
        }
        let (format, detail) = (self.format.code(), self.detail.code());
        write!(f, "{format} {detail} {} rows", self.rows)?;
        let purpose = self.purpose.map(Purpose::code);
        let receiver = self.receiver.map(Receiver::code);
        purpose
            .into_iter()
            .chain(receiver)
            .try_for_each(|code| write!(f, " {code}"))
    }
}

impl Said {
    /// Reads what an entry says; `None`: it was written in another form.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ').peekable();
        let period = words.peek().and_then(|word| days(word));
        if period.is_some() {
            words.next();
        }
        let format = Format::parse(words.next()?)?;
        let detail = Detail::parse(words.next()?)?;
        let rows = words.next()?.parse().ok()?;
        words.next().filter(|word| *word == "rows")?;
        let purpose = words.peek().and_then(|word| Purpose::parse(word));
        if purpose.is_some() {
            words.next();
        }
        let receiver = words.next().map(Receiver::parse);
        match (receiver, words.next()) {
            (Some(None), _) | (_, Some(_)) => None,
            (receiver, None) => Some(Self {
                period,
                format,
                detail,
                rows,
                purpose,
                receiver: receiver.flatten(),
            }),
        }
    }
}

fn days(word: &str) -> Option<Period> {
    let (from, to) = word.split_once("..")?;
    Some(Period {
        from: Day::parse(from)?,
        to: Day::parse(to)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_was_sealed_is_read_as_it_was_said() {
        for text in [
            "2026-11-01..2026-11-30 csv full 812 rows inspection superior",
            "2026-11-01..2026-11-30 xlsx masked 0 rows",
            "pdf full 3 rows person",
            "csv full 3 rows other other",
        ] {
            assert_eq!(Said::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn another_form_is_not_guessed_at() {
        for text in [
            "",
            "csv full many rows",
            "csv full 3",
            "csv full 3 rows nobody",
            "csv full 3 rows other other more",
        ] {
            assert_eq!(Said::read(text), None, "{text}");
        }
    }
}
