//! Why a step of a journey did not happen, in words a developer can act on.

use fantoccini::error::{CmdError, ErrorStatus};
use std::fmt;

/// A step that failed, with what was on the screen at that moment.
pub struct Failure {
    words: String,
    lost: bool,
}

impl Failure {
    /// A failure with its reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            words: reason.into(),
            lost: false,
        }
    }

    /// Whether the page went away under the hands of the driver.
    pub(super) const fn is_lost(&self) -> bool {
        self.lost
    }

    /// The same failure, saying first what was being tried.
    #[must_use]
    pub fn while_trying(self, step: &str) -> Self {
        Self {
            words: format!("{step}: {}", self.words),
            ..self
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Failure {}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

impl From<CmdError> for Failure {
    fn from(error: CmdError) -> Self {
        let CmdError::Standard(said) = &error else {
            return Self::new(error.to_string());
        };
        Self {
            // The driver's message is often empty.
            words: format!("{}: {}", said.error, said.message),
            // What was under way when the page ended fails in any way, what follows names
            // the session.
            lost: said.error == ErrorStatus::InvalidSessionId
                || said.error == ErrorStatus::UnknownError,
        }
    }
}
