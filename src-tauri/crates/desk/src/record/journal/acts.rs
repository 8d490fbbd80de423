//! Every action and object of the journal, from the lowest wing to the highest.

use crate::ground::acts::{Action, Acts, Kind, Object};
use crate::{advice, booking, ground, house, people, quality, reception};

/// One line a subject; a test reads the sources for one that is missing.
const SUBJECTS: &[&Acts] = &[
    &ground::operations::acts::ACTS,
    &house::institution::acts::ACTS,
    &house::staff::acts::ACTS,
    &house::clock::acts::ACTS,
    &house::backups::acts::ACTS,
    &house::acts::ACTS,
    &people::visitors::acts::ACTS,
    &reception::categories::acts::ACTS,
    &reception::points::acts::ACTS,
    &reception::encounters::acts::ACTS,
    &reception::tickets::acts::ACTS,
    &reception::guidance::acts::ACTS,
    &advice::catalogue::acts::ACTS,
    &advice::assessments::acts::ACTS,
    &advice::proposals::acts::ACTS,
    &booking::schedules::acts::ACTS,
    &booking::bookings::acts::ACTS,
    &booking::vouchers::acts::ACTS,
    &quality::feedback::acts::ACTS,
    &super::super::disclosures::acts::ACTS,
    &super::super::incidents::acts::ACTS,
    &super::super::requests::acts::ACTS,
    &super::super::retention::acts::ACTS,
];

/// Every action.
pub fn actions() -> impl Iterator<Item = Action> {
    SUBJECTS
        .iter()
        .flat_map(|acts| acts.actions.iter().copied())
}

/// Every kind of object.
pub fn objects() -> impl Iterator<Item = Object> {
    SUBJECTS
        .iter()
        .flat_map(|acts| acts.objects.iter().copied())
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
        let codes: Vec<&str> = actions().map(Action::code).collect();
        let kinds: Vec<&str> = objects().map(Object::code).collect();
        for list in [codes, kinds] {
            assert_eq!(list.iter().collect::<BTreeSet<_>>().len(), list.len());
        }
    }

    #[test]
    fn every_subject_that_declares_acts_is_in_the_list() {
        fn declared(folder: &Path) -> usize {
            let entries = std::fs::read_dir(folder)
                .unwrap()
                .map(|e| e.unwrap().path());
            entries
                .map(|path| match path.file_name().unwrap().to_str().unwrap() {
                    _ if path.is_dir() => declared(&path),
                    "acts.rs" => std::fs::read_to_string(&path)
                        .unwrap()
                        .lines()
                        .filter(|line| *line == "crate::ground::acts::acts! {")
                        .count(),
                    _ => 0,
                })
                .sum()
        }
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(declared(&sources), SUBJECTS.len());
    }
}
