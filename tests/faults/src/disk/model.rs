//! The disk itself: what each file holds for good, and what waits for a flush.

use super::names::{Entry, Names};
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
    /// Which name each content has.
    pub names: Names,
}

impl Disk {
    pub fn new(base: &Files) -> Self {
        let mut nodes = Vec::new();
        let mut names = BTreeMap::new();
        for (name, bytes) in &base.0 {
            if let Some(folder) = name.strip_suffix('/') {
                names.insert(folder.to_owned(), Entry::Folder);
            } else {
                names.insert(name.clone(), Entry::File(nodes.len()));
                nodes.push(Node {
                    lasting: bytes.clone(),
                    pending: Vec::new(),
                });
            }
        }
        Self {
            nodes,
            names: Names::new(names),
        }
    }

    fn node(&mut self, name: &str) -> Option<&mut Node> {
        let number = self.names.file(name)?;
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
            Event::SyncFolder { name } if counts => self.names.flush(name),
            Event::Sync { .. } | Event::SyncFolder { .. } | Event::Acknowledged(_) => {}
            Event::Make { .. } => {
                self.names.apply(event, self.nodes.len());
                self.nodes.push(Node::default());
            }
            _ => self.names.apply(event, 0),
        }
    }

    pub fn settle(&mut self) {
        self.nodes.iter_mut().for_each(Node::settle);
        self.names.keep_all();
    }

    pub fn lose(&mut self, loss: Loss, dice: &mut StdRng) {
        for node in &mut self.nodes {
            node.lose(loss, dice);
        }
    }

    pub fn found(&self) -> Files {
        let (files, folders) = self.names.found();
        let bytes = |number: usize| self.nodes.get(number).map(|node| node.lasting.clone());
        let files = files.into_iter().filter(|(name, _)| lasts(name));
        let mut found: BTreeMap<String, Vec<u8>> = files
            .filter_map(|(name, number)| Some((name.to_owned(), bytes(number)?)))
            .collect();
        for folder in folders {
            let inside = format!("{folder}/");
            let holds = |name: &String| name.starts_with(&inside);
            if !found.keys().any(holds) {
                found.insert(inside, Vec::new());
            }
        }
        Files(found)
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
