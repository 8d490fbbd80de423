//! What the process does to keep memory and messages to itself.

use std::io::{IsTerminal, stderr};
use tracing_subscriber::EnvFilter;

/// Memory that stays its own, logs to stderr only, and panics that name a place and never
/// a value: a message may hold a visitor's name.
pub fn harden() {
    api::keep_memory_private();
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
