//! What a subject says of itself to the rest of the house. Whoever speaks of all subjects
//! (the journal's words, the law, the window's types) goes through `crate::subjects` and
//! names none.

use crate::ground::acts::Acts;
use crate::ground::keeping::Keeps;
use crate::ground::lists::{Chapter, List};
use crate::ground::refusal::Code;
use vault::Migration;

/// One subject, as the others see it.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// What it says in the journal.
    pub acts: Acts,
    /// Why it says no.
    pub refusals: &'static [Code],
    /// What it keeps of people.
    pub keeps: Keeps,
    /// What it adds to the ledger.
    pub chapter: Option<Chapter>,
    /// What else it lists, on paper.
    pub lists: &'static [List],
    /// Its own steps of the schema.
    pub migrations: &'static [Migration],
}

impl Subject {
    /// Declares nothing; for `..Subject::NOTHING`.
    pub const NOTHING: Self = Self {
        acts: Acts {
            objects: &[],
            actions: &[],
        },
        refusals: &[],
        keeps: Keeps {
            tables: &[],
            goes: &[],
            stays: &[],
        },
        chapter: None,
        lists: &[],
        migrations: &[],
    };
}
