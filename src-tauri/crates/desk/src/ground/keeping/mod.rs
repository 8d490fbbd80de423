//! What a subject keeps of people, said by the subject itself: in which tables, whose a
//! row is, what of it is shown, how a person is taken out, how long it lasts. The law's
//! subjects iterate over that and know no table of others.

mod held;
mod lasts;
mod table;

pub use held::{Field, HealthFact, Held, Part};
pub use lasts::{Age, Days, Kind, Lasts, Source, Why};
pub use table::{Erased, Table};

/// What one subject keeps of people.
#[derive(Debug, Clone, Copy)]
pub struct Keeps {
    /// Its tables in which something of a person stands, or which hang on such a one;
    /// what hangs on another comes after it.
    pub tables: &'static [Table],
    /// What the person is shown, and nothing of them is left of when they are erased.
    pub goes: &'static [Held],
    /// What the person is shown, and is kept without their words.
    pub stays: &'static [Held],
}
