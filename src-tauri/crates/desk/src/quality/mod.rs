//! How it ended, and what people said of it.

pub mod closing;
pub mod feedback;
