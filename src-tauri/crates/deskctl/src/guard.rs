//! What the process does to keep memory and messages to itself.

/// Memory that stays its own, and panics that name a place and never a value: a message
/// may hold a visitor's name.
pub fn harden() {
    api::keep_memory_private();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("stopped unexpectedly: {}:{}", place.file(), place.line()),
        None => eprintln!("stopped unexpectedly"),
    }));
}
