//! SQL of what kept answers say of people. What they say goes with anybody who goes.

use crate::ground::keeping::{Age, Days, Keeps, Kind, Source, Table};

/// Which tables hold something of a person, for how long, and what that person is shown.
pub(in super::super) const KEEPS: Keeps = Keeps {
    tables: &[Table::of_nobody("operations").lasts(
        Kind::Operations,
        Age::Moment("at"),
        Days {
            usual: 30,
            // An operation must not be repeated while its id may still be on its way.
            least: 7,
            source: Source::House,
        },
    )],
    goes: &[],
    stays: &[],
};
