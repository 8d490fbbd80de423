//! A disk in memory: what was done to the files of a folder, in order, and what would
//! be found there had the power failed at some point. A flush makes a file's content
//! last; a flush of a folder makes the names in it last; nothing else does.

mod model;
mod names;

use crate::scene::Files;
use model::Disk;
use rand::RngExt as _;
use rand::rngs::StdRng;
use std::collections::BTreeSet;

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A new file.
    Make { name: String },
    /// Bytes were written.
    Write {
        name: String,
        at: u64,
        bytes: Vec<u8>,
    },
    /// A file was cut or stretched.
    Truncate { name: String, length: u64 },
    /// A file was flushed.
    Sync { name: String },
    /// A folder was flushed; the watched one has the empty name.
    SyncFolder { name: String },
    /// A new folder.
    MakeFolder { name: String },
    /// A file got another name, and whatever had that name is gone.
    Rename { from: String, to: String },
    /// A file got a second name.
    Link { from: String, to: String },
    /// A name was removed, of a file or of an empty folder.
    Remove { name: String },
    /// The answer of a step reached the caller.
    Acknowledged(usize),
}

/// What becomes of that which was not flushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Nothing of it is there.
    Drop,
    /// Each write is there or not, as chance has it: the disk reordered them.
    Some,
    /// Everything up to a point, and the write at that point torn at a sector.
    Tear,
}

/// Which flushes count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flushes {
    /// As the program asked.
    Real,
    /// As it would have asked with `synchronous=NORMAL`.
    Normal,
    /// Those of files, and none of a folder.
    NoFolders,
    /// None: the disk says yes and does nothing.
    Lies,
}

/// What happened, and what lay there before.
#[derive(Debug, Clone)]
pub struct Timeline {
    base: Files,
    names: BTreeSet<String>,
    /// In order.
    pub events: Vec<Event>,
}

impl Timeline {
    /// Before anything happens, with everything on the disk for good.
    pub fn new(base: Files) -> Self {
        let names = base.0.keys().cloned().collect();
        Self {
            base,
            names,
            events: Vec::new(),
        }
    }

    /// Whether a file of that name is there now.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Notes what happened.
    pub fn push(&mut self, event: Event) {
        match &event {
            Event::Make { name } => {
                self.names.insert(name.clone());
            }
            Event::Link { to, .. } => {
                self.names.insert(to.clone());
            }
            Event::Rename { from, to } => {
                self.names.remove(from);
                self.names.insert(to.clone());
            }
            Event::Remove { name } => {
                self.names.remove(name);
            }
            _ => {}
        }
        self.events.push(event);
    }

    /// The last step whose answer had reached the caller before `cut`.
    pub fn acknowledged(&self, cut: usize) -> Option<usize> {
        self.events[..cut]
            .iter()
            .rev()
            .find_map(|event| match event {
                Event::Acknowledged(step) => Some(*step),
                _ => None,
            })
    }

    /// A place to cut from `first` on: anywhere, beside a change of entries or a flush, or
    /// at the end. Most events are writes, and most of what can go wrong is not there.
    pub fn somewhere(&self, first: usize, dice: &mut StdRng) -> usize {
        let all = first..=self.events.len();
        match dice.random_range(0..4) {
            0 => dice.random_range(all),
            1 => self.events.len(),
            _ => {
                let writes = |event: &Event| matches!(event, Event::Write { .. });
                let beside = all
                    .clone()
                    .filter(|cut| self.events.get(*cut).is_none_or(|event| !writes(event)));
                let beside: Vec<usize> = beside.collect();
                beside[dice.random_range(0..beside.len())]
            }
        }
    }

    /// Everything that was done, flushed or not: what a disk without faults holds.
    pub fn whole(&self, cut: usize) -> Files {
        let mut disk = Disk::new(&self.base);
        for event in &self.events[..cut] {
            disk.apply(event, true);
        }
        disk.settle();
        disk.found()
    }

    /// What is found after the power failed before event number `cut`.
    pub fn after(&self, cut: usize, loss: Loss, flushes: Flushes, dice: &mut StdRng) -> Files {
        let mut disk = Disk::new(&self.base);
        for (number, event) in self.events[..cut].iter().enumerate() {
            disk.apply(event, self.counts(number, flushes));
        }
        // A disk that lies has all names, which is the harder case: new names, old content.
        if flushes == Flushes::Lies {
            disk.names.keep_all();
        } else {
            disk.names.keep(dice);
        }
        disk.lose(loss, dice);
        disk.found()
    }

    /// Whether a flush counts. With `synchronous=NORMAL` SQLite leaves out the flush of the
    /// log at each commit; those of a new log's header and before a checkpoint remain.
    fn counts(&self, number: usize, flushes: Flushes) -> bool {
        let name = match self.events.get(number) {
            Some(Event::Sync { name }) => name,
            Some(Event::SyncFolder { .. }) => {
                return !matches!(flushes, Flushes::Lies | Flushes::NoFolders);
            }
            _ => return true,
        };
        match flushes {
            Flushes::Real | Flushes::NoFolders => true,
            Flushes::Lies => false,
            Flushes::Normal if !name.ends_with("-wal") => true,
            Flushes::Normal => {
                let database = name.trim_end_matches("-wal");
                let next = self.events[number + 1..]
                    .iter()
                    .find_map(|event| match event {
                        Event::Write { name: next, .. } | Event::Sync { name: next } => Some(next),
                        _ => None,
                    });
                let header = self.events[..number]
                    .iter()
                    .rev()
                    .find_map(|event| match event {
                        Event::Write { name: last, at, .. } if last == name => Some(*at == 0),
                        _ => None,
                    });
                next.is_some_and(|next| next == database) || header == Some(true)
            }
        }
    }
}
