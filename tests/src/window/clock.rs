//! When it is: every window gets a moment, and its clock runs on from there. Knows no
//! clock on a wall, so that a journey is the same at any hour.

use std::time::Instant;

/// The moment at which the windows of this run start, UTC milliseconds: a Monday at 09:07,
/// or what `SHOUWEN_AT` says in the form `2026-11-23 09:07`, in China's time.
#[must_use]
pub fn starting() -> i64 {
    let asked = std::env::var("SHOUWEN_AT").unwrap_or_default();
    crate::desk::moment(match asked.as_str() {
        "" => "2026-11-23 09:07",
        asked => asked,
    })
}

/// The clock of one window.
pub(super) struct Clock {
    at: i64,
    since: Instant,
}

impl Clock {
    pub(super) fn start() -> Self {
        Self {
            at: starting(),
            since: Instant::now(),
        }
    }

    /// What it shows now, UTC milliseconds.
    pub(super) fn now(&self) -> i64 {
        let passed = self.since.elapsed().as_millis();
        self.at + i64::try_from(passed).unwrap_or_default()
    }

    /// The arguments that hand this moment to a program which is being started.
    pub(super) fn handed(&self) -> [String; 2] {
        let shown = chrono::DateTime::from_timestamp_millis(self.now());
        ["--at".to_owned(), shown.unwrap_or_default().to_rfc3339()]
    }
}
