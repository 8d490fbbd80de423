//! What the proofs share. Each file below `tests/` proves one thing about the whole house.

#[cfg(target_os = "linux")]
pub mod window;
