//! SQL of drafts as something kept of people.

use crate::ground::keeping::{Age, Days, Keeps, Kind, Table};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[Table::of_nobody("drafts").lasts(
        Kind::Drafts,
        Age::Moment("saved_at"),
        Days {
            // Somebody may be on leave while their draft waits.
            least: 7,
            ..Days::shortest(30)
        },
    )],
    goes: &[],
    stays: &[],
};
