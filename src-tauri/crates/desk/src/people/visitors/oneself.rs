//! Words that are recognised as meaning oneself.

/// Nobody is their own guardian.
pub(super) const ONESELF: &[&str] = &["本人", "自己", "我", "self", "me", "myself"];
