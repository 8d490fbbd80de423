//! One word for one thing: the words of every closed set in both languages, a table a
//! set. Papers and files take them from here, and so does the screen: they are exported
//! with the window's types. A subject has its words in `words/<wing>/<subject>.toml`;
//! a test holds each table to the codes of its set.

#[cfg(test)]
mod gather;

use crate::words::Language;

include!(concat!(env!("OUT_DIR"), "/sets.rs"));

/// A closed set with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set {
    /// What the window calls the set.
    pub name: &'static str,
    /// Code, Chinese, English.
    pub words: &'static [(&'static str, &'static str, &'static str)],
}

impl Set {
    /// The word of a code; `None`: the set doesn't know it.
    #[must_use]
    pub fn say(&self, code: &str, language: Language) -> Option<&'static str> {
        let found = self.words.iter().find(|(known, ..)| *known == code);
        found.map(|(_, zh, en)| language.pick(zh, en))
    }

    /// The word of a code; a code of another version stands as it is.
    #[must_use]
    pub fn said(&self, code: &str, language: Language) -> String {
        self.say(code, language).unwrap_or(code).to_owned()
    }
}

/// The set of a name.
#[must_use]
pub fn set(name: &str) -> Option<&'static Set> {
    SETS.iter().copied().find(|set| set.name == name)
}
