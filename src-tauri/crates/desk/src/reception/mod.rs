//! From greeting to goodbye: what it is about, where it goes, who is next.

pub mod categories;
pub mod encounters;
pub mod guidance;
pub mod points;
pub mod presence;
pub mod tickets;
