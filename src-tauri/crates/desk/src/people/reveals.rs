//! Showing one hidden value in full (R 10.3): always with a reason, always in the
//! journal. The value itself belongs to its subject.

use crate::ground::acts::{Action, Object};
use crate::ground::text;
use crate::{Result, Writing};

/// From here on the reveals of one person on one day stand in the report of an
/// incident: a desk sees some sixty visitors a day and calls few of them back.
pub const MANY_A_DAY: i64 = 30;

crate::codes! {
    /// Why a hidden value is shown in full.
    RevealReason {
        /// To verify who somebody is.
        VerifyIdentity = "verify_identity",
        /// To call them back.
        CallBack = "call_back",
        /// To correct the record.
        CorrectRecord = "correct_record",
        /// Somebody is in danger.
        Emergency = "emergency",
        /// Any other; needs words.
        Other = "other",
    }
}

/// The reason a person gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because<'a> {
    /// Which.
    pub reason: RevealReason,
    /// In words; needed by `RevealReason::Other`.
    pub words: &'a str,
}

/// Notes that `what` of an object is shown in full.
///
/// # Errors
/// `ReasonNeeded`, those of the text.
pub(crate) fn note(
    w: &Writing<'_>,
    action: Action,
    object: (Object, i64),
    what: &str,
    because: Because<'_>,
) -> Result<()> {
    let words = match because.reason {
        RevealReason::Other => text::reason(because.words)?,
        _ => text::optional("reason", because.words, text::LINE)?,
    };
    let detail = format!("{what} {}", because.reason.code());
    w.note_because(action, object, &detail, &words)
}
