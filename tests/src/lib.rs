//! What the proofs share. Each file below `tests/` proves one thing about the whole house.

pub mod canaries;
pub mod desk;
#[cfg(target_os = "linux")]
pub mod window;
