//! The disk itself: what each file holds for good, and what waits for a flush.

use super::{Event, Loss};
use crate::scene::{Files, lasts};
use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _};
use std::collections::BTreeMap;

/// A sector: what is written of a page when the power fails inside it.
const SECTOR: usize = 512;

/// One change of content that no flush has made last yet.
#[derive(Debug, Clone)]
enum Change {
    Write(u64, Vec<u8>),
    Length(u64),
}

#[derive(Debug, Clone, Default)]
struct Node {
    lasting: Vec<u8>,
    pending: Vec<Change>,
}

pub struct Disk {
    nodes: Vec<Node>,
    names: BTreeMap<String, usize>,
    names_lasting: BTreeMap<String, usize>,
    names_pending: Vec<Event>,
    made: BTreeMap<String, Vec<usize>>,
}

impl Disk {
    pub fn new(base: &Files) -> Self {
        let node = |bytes: &Vec<u8>| Node {
            lasting: bytes.clone(),
            pending: Vec::new(),
        };
        let names: BTreeMap<String, usize> = base.0.keys().cloned().zip(0..).collect();
        Self {
            nodes: base.0.values().map(node).collect(),
            names_lasting: names.clone(),
            names,
            names_pending: Vec::new(),
            made: BTreeMap::new(),
        }
    }

    fn node(&mut self, name: &str) -> Option<&mut Node> {
        let number = *self.names.get(name)?;
        self.nodes.get_mut(number)
    }

    pub fn apply(&mut self, event: &Event, counts: bool) {
        match event {
            Event::Write { name, at, bytes } => {
                if let Some(node) = self.node(name) {
                    node.pending.push(Change::Write(*at, bytes.clone()));
                }
            }
            Event::Truncate { name, length } => {
                if let Some(node) = self.node(name) {
                    node.pending.push(Change::Length(*length));
                }
            }
            Event::Sync { name } if counts => {
                if let Some(node) = self.node(name) {
                    node.settle();
                }
            }
            Event::SyncFolder if counts => self.keep_names(usize::MAX),
            Event::Make { name } => {
                let number = self.nodes.len();
                self.nodes.push(Node::default());
                self.made.entry(name.clone()).or_default().push(number);
                self.names.insert(name.clone(), number);
                self.names_pending.push(event.clone());
            }
            Event::Rename { from, to } => {
                if let Some(number) = self.names.remove(from) {
                    self.names.insert(to.clone(), number);
                }
                self.names_pending.push(event.clone());
            }
            Event::Remove { name } => {
                self.names.remove(name);
                self.names_pending.push(event.clone());
            }
            Event::Sync { .. } | Event::SyncFolder | Event::Acknowledged(_) => {}
        }
    }

    /// How many changes of names wait for a flush of the folder.
    pub fn names_waiting(&self) -> usize {
        self.names_pending.len()
    }

    /// Makes the first of the pending names last; forgets the others when the power is gone.
    pub fn keep_names(&mut self, first: usize) {
        let first = first.min(self.names_pending.len());
        for event in self.names_pending.drain(..first) {
            match event {
                Event::Make { name } => {
                    let made = self.made.get_mut(&name).map(|made| made.remove(0));
                    if let Some(number) = made {
                        self.names_lasting.insert(name, number);
                    }
                }
                Event::Rename { from, to } => {
                    if let Some(number) = self.names_lasting.remove(&from) {
                        self.names_lasting.insert(to, number);
                    }
                }
                Event::Remove { name } => {
                    self.names_lasting.remove(&name);
                }
                _ => {}
            }
        }
    }

    pub fn settle(&mut self) {
        self.nodes.iter_mut().for_each(Node::settle);
        self.keep_names(usize::MAX);
    }

    pub fn lose(&mut self, loss: Loss, dice: &mut StdRng) {
        for node in &mut self.nodes {
            node.lose(loss, dice);
        }
    }

    pub fn found(&self) -> Files {
        let bytes = |number: &usize| self.nodes.get(*number).map(|node| node.lasting.clone());
        let files = self.names_lasting.iter().filter(|(name, _)| lasts(name));
        Files(
            files
                .filter_map(|(name, number)| Some((name.clone(), bytes(number)?)))
                .collect(),
        )
    }
}

impl Node {
    fn settle(&mut self) {
        for change in std::mem::take(&mut self.pending) {
            self.make(&change);
        }
    }

    fn make(&mut self, change: &Change) {
        let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        match change {
            Change::Length(length) => self.lasting.resize(size(*length), 0),
            Change::Write(at, bytes) => {
                let (from, to) = (size(*at), size(*at) + bytes.len());
                if self.lasting.len() < to {
                    self.lasting.resize(to, 0);
                }
                self.lasting[from..to].copy_from_slice(bytes);
            }
        }
    }

    fn lose(&mut self, loss: Loss, dice: &mut StdRng) {
        let pending = std::mem::take(&mut self.pending);
        let point = dice.random_range(0..=pending.len());
        for (number, change) in pending.iter().enumerate() {
            match loss {
                Loss::Drop => {}
                Loss::Some => {
                    if dice.next_u32() & 1 == 0 {
                        self.make(change);
                    }
                }
                Loss::Tear if number < point => self.make(change),
                Loss::Tear if number > point => {}
                Loss::Tear => {
                    if let Change::Write(at, bytes) = change {
                        let sectors = bytes.len() / SECTOR;
                        let length = SECTOR * dice.random_range(0..=sectors);
                        self.make(&Change::Write(*at, bytes[..length].to_vec()));
                    }
                }
            }
        }
    }
}
