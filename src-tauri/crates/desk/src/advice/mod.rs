//! What fits a person: the catalogue, what was asked, what is proposed.

pub mod assessments;
pub mod catalogue;
pub mod proposals;
