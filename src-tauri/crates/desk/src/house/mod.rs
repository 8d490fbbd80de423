//! The house itself: the institution, its staff, its clock, its backups.

pub mod acts;
pub mod backups;
pub mod clock;
pub mod institution;
pub mod staff;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &backups::SUBJECT,
    &clock::SUBJECT,
    &institution::SUBJECT,
    &staff::SUBJECT,
    &DOOR,
];

/// What happens at the door: setting up, coming in, leaving.
const DOOR: Subject = Subject {
    acts: acts::ACTS,
    ..Subject::NOTHING
};
