//! How it ended, and what people said of it.

pub mod closing;
pub mod feedback;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[&closing::SUBJECT, &feedback::SUBJECT];
