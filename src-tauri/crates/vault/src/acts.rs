//! What the vault itself says in the journal, before or beside anybody's session.

/// The keys were changed, or a change that had begun was finished.
pub const ROTATE: &str = "keys.rotate";
/// The key file was mended from its copy.
pub const REPAIR: &str = "keys.repair";
/// The store came from a backup.
pub const RESTORE: &str = "vault.restore";
/// Somebody decided to go on with the store as it is.
pub const GO_ON: &str = "integrity.go_on";
