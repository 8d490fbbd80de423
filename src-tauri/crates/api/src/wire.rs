//! Parts that several subjects send: nothing, an id, a day as text.

use desk::{Day, Minute, Reason, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// No input.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Done; nothing to show.
#[derive(Debug, Default, Serialize, TS)]
pub struct Done {}

/// One id.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneId {
    /// The id.
    pub id: i64,
}

/// One id and the reason for what is done to it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IdBecause {
    /// The id.
    pub id: i64,
    /// The reason.
    pub reason: String,
}

/// Reads a day, or refuses naming the field.
pub(crate) fn day(field: &str, text: &str) -> Result<Day, Refusal> {
    Day::parse(text).ok_or_else(|| Reason::NoSuchTime {}.at(field))
}

/// Reads a day that may be missing or empty.
pub(crate) fn optional_day(field: &str, text: Option<&str>) -> Result<Option<Day>, Refusal> {
    match text {
        None | Some("") => Ok(None),
        Some(text) => day(field, text).map(Some),
    }
}

/// Reads a minute of the day.
pub(crate) fn minute(field: &str, text: &str) -> Result<Minute, Refusal> {
    Minute::parse(text).ok_or_else(|| {
        let past = Minute::is_past_midnight(text);
        let reason = if past {
            Reason::PastMidnight {}
        } else {
            Reason::NoSuchTime {}
        };
        reason.at(field)
    })
}
