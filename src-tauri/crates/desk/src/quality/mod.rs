//! How it ended, and what people said of it.

pub mod closing;
pub mod feedback;
pub mod identity;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] =
    &[&closing::SUBJECT, &feedback::SUBJECT, &identity::SUBJECT];
