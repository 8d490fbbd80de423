//! What is kept, shown, exported and destroyed.

pub mod days;
pub mod disclosures;
pub mod incidents;
pub mod journal;
pub(crate) mod keeping;
pub mod ledger;
pub mod purposes;
pub mod requests;
pub mod retention;

use crate::ground::subject::Subject;

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &disclosures::SUBJECT,
    &incidents::SUBJECT,
    &journal::SUBJECT,
    &ledger::SUBJECT,
    &requests::SUBJECT,
    &retention::SUBJECT,
];
