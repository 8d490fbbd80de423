//! The entries of folders: which file or folder stands under which name. An entry that
//! comes or goes is there after a power cut for sure only once its folder was flushed
//! after it; until then it may be lost or there, whatever became of those before and
//! after it. A rename is one step: never is the file under no name. Nothing inside a
//! folder is found whose own entry is lost.

use super::Event;
use rand::RngExt as _;
use rand::rngs::StdRng;
use std::collections::BTreeMap;

/// What stands under a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A file; the number of its content.
    File(usize),
    /// A folder.
    Folder,
}

/// One step that no flush has made last yet: what comes, and what goes.
#[derive(Debug, Clone)]
struct Step {
    comes: Option<(String, Entry)>,
    goes: Option<(String, Entry)>,
}

/// Entries as the program sees them, as they last, and the steps between.
pub struct Names {
    seen: BTreeMap<String, Entry>,
    lasting: BTreeMap<String, Entry>,
    waiting: Vec<Step>,
}

/// The folder a name stands in; the watched folder itself is the empty name.
pub fn above(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(above, _)| above)
}

impl Names {
    /// Everything lasts; the folders are those of the names.
    pub fn new(entries: BTreeMap<String, Entry>) -> Self {
        let mut lasting = entries;
        let names: Vec<String> = lasting.keys().cloned().collect();
        for name in &names {
            let mut folder = above(name);
            while !folder.is_empty() {
                lasting.insert(folder.to_owned(), Entry::Folder);
                folder = above(folder);
            }
        }
        Self {
            seen: lasting.clone(),
            lasting,
            waiting: Vec::new(),
        }
    }

    /// The content that a file has now.
    pub fn file(&self, name: &str) -> Option<usize> {
        match self.seen.get(name) {
            Some(Entry::File(number)) => Some(*number),
            _ => None,
        }
    }

    /// Does what an event does to entries; `made` is the content of a new file.
    pub fn apply(&mut self, event: &Event, made: usize) {
        let come = |name: &String, entry| Some((name.clone(), entry));
        let (comes, goes) = match event {
            Event::Make { name } => (come(name, Entry::File(made)), None),
            Event::MakeFolder { name } => (come(name, Entry::Folder), None),
            Event::Remove { name } => (None, self.standing(name)),
            Event::Rename { from, to } => {
                let goes = self.standing(from);
                let comes = goes.as_ref().map(|(_, entry)| (to.clone(), *entry));
                (comes, goes)
            }
            Event::Link { from, to } => {
                let stands = self.standing(from);
                (stands.map(|(_, entry)| (to.clone(), entry)), None)
            }
            _ => (None, None),
        };
        let step = Step { comes, goes };
        step.make(&mut self.seen);
        self.waiting.push(step);
    }

    fn standing(&self, name: &str) -> Option<(String, Entry)> {
        Some((name.to_owned(), *self.seen.get(name)?))
    }

    /// A flush of a folder: what came into it lasts, and what went out of it. What was
    /// moved elsewhere lasts with the flush of where it went.
    pub fn flush(&mut self, folder: &str) {
        let is_in = |entry: &Option<(String, Entry)>| {
            entry
                .as_ref()
                .is_some_and(|(name, _)| above(name) == folder)
        };
        let mut still = Vec::new();
        for mut step in std::mem::take(&mut self.waiting) {
            if is_in(&step.comes) {
                let left = (!is_in(&step.goes)).then(|| step.goes.take()).flatten();
                step.make(&mut self.lasting);
                if left.is_some() {
                    still.push(Step {
                        comes: None,
                        goes: left,
                    });
                }
            } else if step.comes.is_none() && is_in(&step.goes) {
                step.make(&mut self.lasting);
            } else {
                still.push(step);
            }
        }
        self.waiting = still;
    }

    /// The power is gone: some of what waits is there, in the order it was done.
    pub fn keep(&mut self, dice: &mut StdRng) {
        let waiting = std::mem::take(&mut self.waiting);
        let one = dice.random_range(0..=waiting.len());
        let way = dice.random_range(0..6);
        for (number, step) in waiting.iter().enumerate() {
            let stays = match way {
                0 => true,
                1 => false,
                // A journalling file system keeps the order: a beginning is there.
                2 => number < one,
                3 => number != one,
                4 => number == one,
                _ => dice.random_bool(0.5),
            };
            if stays {
                step.make(&mut self.lasting);
            }
        }
    }

    /// Everything that waits is there.
    pub fn keep_all(&mut self) {
        for step in std::mem::take(&mut self.waiting) {
            step.make(&mut self.lasting);
        }
    }

    /// What is found: names with their content, and folders in which nothing is.
    pub fn found(&self) -> (Vec<(&str, usize)>, Vec<&str>) {
        let reached = |name: &str| {
            let mut folder = above(name);
            while !folder.is_empty() {
                if self.lasting.get(folder) != Some(&Entry::Folder) {
                    return false;
                }
                folder = above(folder);
            }
            true
        };
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for (name, entry) in self.lasting.iter().filter(|(name, _)| reached(name)) {
            match entry {
                Entry::File(number) => files.push((name.as_str(), *number)),
                Entry::Folder => folders.push(name.as_str()),
            }
        }
        (files, folders)
    }
}

impl Step {
    /// Whatever stands under a name by now goes only if it is what went then.
    fn make(&self, entries: &mut BTreeMap<String, Entry>) {
        if let Some((name, entry)) = &self.goes
            && entries.get(name) == Some(entry)
        {
            entries.remove(name);
        }
        if let Some((name, entry)) = &self.comes {
            entries.insert(name.clone(), *entry);
        }
    }
}
