//! What the process does to keep memory and messages to itself.

use std::io::{IsTerminal, stderr};
use tracing_subscriber::EnvFilter;

/// No memory image on disk, logs to stderr only, and panics that name a place and never
/// a value: a message may hold a visitor's name.
pub fn harden() {
    no_core_dump();
    let filter = EnvFilter::try_from_env("SHOUWEN_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(stderr().is_terminal())
        .with_writer(stderr)
        .init();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(
            file = place.file(),
            line = place.line(),
            "stopped unexpectedly"
        ),
        None => tracing::error!("stopped unexpectedly"),
    }));
}

#[cfg(unix)]
fn no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Refused only where an administrator has set less already.
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
}

#[cfg(not(unix))]
const fn no_core_dump() {}
