//! What fits a person: the catalogue, what was asked, what is proposed.

pub mod assessments;
pub mod catalogue;
pub mod proposals;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &assessments::SUBJECT,
    &catalogue::SUBJECT,
    &proposals::SUBJECT,
];
