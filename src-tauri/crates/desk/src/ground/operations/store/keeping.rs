//! SQL of what kept answers say of people. What they say goes with anybody who goes.

use crate::ground::keeping::{Age, Days, Keeps, Kind, Source, Table};

/// What is kept of people here.
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
