//! What the proofs share. Each file below `tests/` proves one thing about the whole house.

pub mod answers;
pub mod canaries;
pub mod clock;
pub mod desk;
pub mod inputs;
pub mod left;
pub mod made;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod rights;
pub mod shapes;
pub mod sources;
#[cfg(debug_assertions)]
pub mod statements;
#[cfg(target_os = "linux")]
pub mod window;
