//! One word for one thing: the words of every closed set in both languages, a table a
//! set. Papers and files take them from here, and so does the screen: they are exported
//! with the window's types. A test holds each table to the codes of its set.

mod acts;

use crate::words::Language;

pub(crate) use acts::ACTIONS;

/// A closed set with its words.
#[derive(Debug, Clone, Copy)]
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
}

/// All of them.
pub const SETS: &[&Set] = &[&acts::ACTIONS, &acts::OBJECTS];

#[cfg(test)]
mod tests {
    use super::SETS;

    #[test]
    fn every_code_has_a_word_in_both_languages_and_stands_once() {
        for set in SETS {
            for (at, (code, zh, en)) in set.words.iter().enumerate() {
                assert!(!zh.is_empty(), "{} {code}", set.name);
                assert!(en.is_ascii() && !en.is_empty(), "{} {code}", set.name);
                let rest = set.words.get(at + 1..).unwrap_or_default();
                assert!(
                    rest.iter().all(|(other, ..)| other != code),
                    "{} {code}",
                    set.name
                );
            }
        }
    }
}
