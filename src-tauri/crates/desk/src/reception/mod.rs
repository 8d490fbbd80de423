//! From greeting to goodbye: what it is about, where it goes, who is next.

pub mod categories;
pub mod encounters;
pub mod guidance;
pub mod points;
pub mod presence;
pub mod tickets;
pub mod triage;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &categories::SUBJECT,
    &encounters::SUBJECT,
    &guidance::SUBJECT,
    &points::SUBJECT,
    &tickets::SUBJECT,
];
