//! Why a step of a journey did not happen, in words a developer can act on.

use fantoccini::error::{CmdError, ErrorStatus};
use std::fmt;

/// A step that failed, with what was on the screen at that moment.
pub struct Failure {
    words: String,
    page: Page,
}

/// What a failure says about the page that was driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// It is there.
    There,
    /// The driver answers as it does when the page went away, and not then alone.
    Unsure,
    /// It went away, and another one came.
    Gone,
}

impl Failure {
    /// A failure with its reason.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            words: reason.into(),
            page: Page::There,
        }
    }

    /// Whether the page may have gone away under the hands of the driver.
    pub(super) fn may_be_lost(&self) -> bool {
        self.page == Page::Unsure
    }

    /// Whether it went away, and the driver has taken up the one that came.
    pub(super) fn is_lost(&self) -> bool {
        self.page == Page::Gone
    }

    /// The same failure, of a page that went away.
    pub(super) fn of_a_lost_page(self) -> Self {
        Self {
            page: Page::Gone,
            ..self
        }
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
        // What was under way when the page ended fails in any way, what follows names the
        // session.
        let unsure = matches!(
            said.error,
            ErrorStatus::InvalidSessionId | ErrorStatus::UnknownError
        );
        Self {
            // The driver's message is often empty.
            words: format!("{}: {}", said.error, said.message),
            page: if unsure { Page::Unsure } else { Page::There },
        }
    }
}
