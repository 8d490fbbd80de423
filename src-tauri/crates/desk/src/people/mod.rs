//! Who comes: visitors, what they agreed to, what of them is shown.

pub mod mask;
pub mod notices;
pub mod reveals;
pub mod visitors;
