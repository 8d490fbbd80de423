//! Who comes: visitors, what they agreed to, what of them is shown.

pub mod mask;
pub mod notices;
pub mod openings;
pub mod reveals;
pub mod visitors;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] =
    &[&notices::SUBJECT, &openings::SUBJECT, &visitors::SUBJECT];
