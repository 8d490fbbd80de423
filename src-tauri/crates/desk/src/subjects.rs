//! All subjects, from the lowest to the highest: what they say in the journal, why they
//! say no, how they grew. Each says it itself; nobody else lists subjects.

use crate::ground::acts::{Action, Kind, Object};
use crate::ground::keeping::{Keeps, Part};
use crate::ground::lists::{Chapter, List};
use crate::ground::refusal::Code;
use crate::ground::subject::Subject;
use crate::{advice, booking, ground, house, people, quality, reception, record};
use std::sync::LazyLock;
use vault::Migration;

const WINGS: &[&[&Subject]] = &[
    ground::SUBJECTS,
    house::SUBJECTS,
    people::SUBJECTS,
    reception::SUBJECTS,
    advice::SUBJECTS,
    booking::SUBJECTS,
    quality::SUBJECTS,
    record::SUBJECTS,
];

/// Every subject.
pub(crate) fn all() -> impl DoubleEndedIterator<Item = &'static Subject> {
    WINGS.iter().copied().flatten().copied()
}

/// Every step of the schema, in its order.
pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    let steps = all().flat_map(|subject| subject.migrations);
    let mut steps: Vec<Migration> = steps.cloned().collect();
    steps.sort_by_key(|step| step.number);
    steps
});

/// What each subject keeps of people: what hangs on another table comes after it.
pub fn keeping() -> impl DoubleEndedIterator<Item = &'static Keeps> {
    all().map(|subject| &subject.keeps)
}

/// Every part of what is held about a person; who looked comes last.
pub fn parts() -> impl Iterator<Item = Part> {
    let held = keeping().flat_map(|keeps| keeps.goes.iter().chain(keeps.stays));
    held.map(|held| held.part).chain([Part::LOOKS])
}

/// What subjects add to the ledger.
pub fn chapters() -> impl Iterator<Item = &'static Chapter> {
    all().filter_map(|subject| subject.chapter.as_ref())
}

/// Every list, those of the ledger included.
pub fn lists() -> impl Iterator<Item = &'static List> {
    let chapters = chapters().map(|chapter| &chapter.list);
    chapters.chain(all().flat_map(|subject| subject.lists))
}

/// Every refusal of the desk: its code with its facts.
pub fn refusals() -> impl Iterator<Item = &'static Code> {
    all().flat_map(|subject| subject.refusals)
}

/// Every action of the journal.
pub fn actions() -> impl Iterator<Item = Action> {
    all().flat_map(|subject| subject.acts.actions.iter().copied())
}

/// Every kind of object of the journal.
pub fn objects() -> impl Iterator<Item = Object> {
    all().flat_map(|subject| subject.acts.objects.iter().copied())
}

/// Every action of a kind.
pub(crate) fn actions_of(kind: Kind) -> impl Iterator<Item = Action> {
    actions().filter(move |action| action.kind() == kind)
}

/// The action of a code; `None`: written by another version.
pub fn action(code: &str) -> Option<Action> {
    actions().find(|action| action.code() == code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_code_stands_once() {
        let actions: Vec<&str> = actions().map(Action::code).collect();
        let objects: Vec<&str> = objects().map(Object::code).collect();
        let refusals: Vec<&str> = refusals().map(|(code, _)| *code).collect();
        let parts: Vec<&str> = parts().map(|Part(code)| code).collect();
        for list in [actions, objects, refusals, parts] {
            assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len());
        }
    }

    #[test]
    fn every_subject_that_says_something_is_in_its_wings_list() {
        fn saying(folder: &Path) -> usize {
            let entries = std::fs::read_dir(folder).unwrap();
            entries
                .map(|entry| entry.unwrap().path())
                .map(|path| {
                    if path.is_dir() {
                        return saying(&path);
                    }
                    let text = std::fs::read_to_string(&path).unwrap();
                    let said = |line: &&str| {
                        let declared = line.strip_prefix("pub(crate) ").unwrap_or(line);
                        declared.starts_with("const ") && line.ends_with(": Subject = Subject {")
                    };
                    text.lines().filter(said).count()
                })
                .sum()
        }
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(saying(&sources), all().count());
    }

    #[test]
    fn steps_of_the_schema_are_numbered_without_a_gap() {
        let numbers: Vec<i64> = MIGRATIONS.iter().map(|step| step.number).collect();
        assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<_>>());
    }
}
