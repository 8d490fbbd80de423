//! The inputs of the commands, read from the TypeScript that the table writes for the
//! window, and values that fit them. A new command is covered when it is in the table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

mod read;
mod values;

use std::collections::{BTreeMap, BTreeSet};
pub use values::{Mood, junk};

/// What a value looks like.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Any text.
    Text,
    /// Any number.
    Number,
    /// True or false.
    Truth,
    /// Nothing.
    Null,
    /// Exactly this text.
    Word(String),
    /// As many as you like.
    List(Box<Shape>),
    /// Exactly these, in their order.
    Several(Vec<Shape>),
    /// Fields by name.
    Record(Vec<(String, Shape)>),
    /// Values by any name.
    Map(Box<Shape>),
    /// One of these.
    OneOf(Vec<Shape>),
    /// What is declared under this name.
    Named(String),
}

/// Every type the table declares, and every code a command may answer.
pub struct Shapes {
    types: BTreeMap<String, Shape>,
    codes: BTreeSet<String>,
}

impl Shapes {
    /// Those of the table as it is.
    pub fn of_the_table() -> Self {
        let text = api::typescript();
        Self {
            types: read::types(&text),
            codes: read::codes(&text),
        }
    }

    /// Whether the window has a sentence for this code.
    pub fn knows(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    /// Every code a command may answer.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.iter().map(String::as_str)
    }

    /// What is declared under a name.
    pub fn named(&self, name: &str) -> &Shape {
        self.types
            .get(name)
            .unwrap_or_else(|| panic!("the table declares no {name}"))
    }
}
