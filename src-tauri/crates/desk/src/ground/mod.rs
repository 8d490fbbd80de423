//! What every subject stands on: the one door, errors, ids, time, money, texts. Knows no subject.

pub mod acts;
pub(crate) mod batch;
mod codes;
mod desk;
pub mod drafts;
mod error;
pub mod ids;
pub mod keeping;
pub mod language;
pub mod leaving;
pub mod lists;
pub(crate) mod marks;
mod money;
pub mod names;
pub(crate) mod operations;
pub mod refusal;
pub mod roles;
mod schema;
pub(crate) mod sequence;
pub(crate) mod subject;
pub mod text;
mod time;

use subject::Subject;

pub use desk::{Act, Actor, Desk, Reading, Writing};
pub use error::{Error, Result};
pub use money::Fen;
pub use operations::{Once, Operation};
pub use refusal::{Fact, Reason, Refusal};
pub use time::{Day, Minute, Moment, local_text};

/// What the subjects of the wing say of themselves.
pub(crate) const SUBJECTS: &[&Subject] = &[
    &drafts::SUBJECT,
    &leaving::SUBJECT,
    &operations::SUBJECT,
    &EVERYDAY,
];

/// Why any subject may say no, and the steps of the schema that several share.
const EVERYDAY: Subject = Subject {
    refusals: Reason::CODES,
    migrations: schema::SHARED,
    ..Subject::NOTHING
};
