//! What can be done to a folder behind the program's back.

use crate::scene::Files;
use rand::RngExt as _;
use rand::rngs::StdRng;

const DATABASE: &str = "desk.db";
const LOG: &str = "desk.db-wal";
const HEAD: &str = "head.json";
const KEYS: &str = "keys.json";
const KEYS_BEFORE: &str = "keys.prev.json";
const BACKUP: &str = super::backup::FILE;
const PAGE: usize = 4096;

/// Earlier and later states of the same folder.
pub struct Old {
    /// Before the work.
    pub before: Files,
    /// After the work, locked: the log folded back.
    pub closed: Files,
    /// Pages of the journal in it, from 1.
    pub journal_pages: Vec<i64>,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harm {
    /// One bit of a file.
    Flip(&'static str),
    /// A file ends early.
    Cut(&'static str),
    /// A file is gone.
    Gone(&'static str),
    /// A file is of another vault: nothing but chance.
    Foreign(&'static str),
    /// A file is as it was before the work.
    Older(&'static str),
    /// A page of the database holds nothing but zeros.
    Empty,
    /// Two pages of the database stand in each other's place.
    Swap,
    /// A page of the journal is as it was before the work.
    ReplayJournal,
    /// Another page of the database is as it was before the work.
    ReplayOther,
    /// The whole folder but the head file is as it was before the work.
    OlderFolder,
    /// Both key files are gone or do not read.
    NoKeys,
}

/// All of them; a run takes the next.
pub const HARMS: &[Harm] = &[
    Harm::Flip(DATABASE),
    Harm::Flip(LOG),
    Harm::Flip(HEAD),
    Harm::Flip(KEYS),
    Harm::Cut(DATABASE),
    Harm::Cut(LOG),
    Harm::Cut(HEAD),
    Harm::Cut(KEYS),
    Harm::Empty,
    Harm::Swap,
    Harm::ReplayJournal,
    Harm::ReplayOther,
    Harm::Gone(DATABASE),
    Harm::Gone(LOG),
    Harm::Gone(HEAD),
    Harm::Gone(KEYS),
    Harm::Foreign(DATABASE),
    Harm::Foreign(LOG),
    Harm::Older(DATABASE),
    Harm::OlderFolder,
    Harm::NoKeys,
    Harm::Flip(BACKUP),
    Harm::Cut(BACKUP),
    Harm::Foreign(BACKUP),
];

impl Harm {
    /// Harm to the key file: opened with the password, as a person does.
    pub fn is_of_keys(self) -> bool {
        match self {
            Self::Flip(file) | Self::Cut(file) | Self::Gone(file) => file == KEYS,
            other => other == Self::NoKeys,
        }
    }

    /// Harm to a backup: verified, not opened.
    pub fn is_of_backup(self) -> bool {
        matches!(
            self,
            Self::Flip(BACKUP) | Self::Cut(BACKUP) | Self::Foreign(BACKUP)
        )
    }

    /// Whether a desk that derived its key before the harm meets it at signing in.
    pub fn is_seen_at_the_door(self) -> bool {
        !self.is_of_keys() && self != Self::Gone(DATABASE)
    }

    /// What the copy beside it makes good.
    pub fn is_harmless(self) -> bool {
        matches!(self, Self::Flip(KEYS) | Self::Cut(KEYS) | Self::Gone(KEYS))
    }

    /// What must never pass without a word, even when all rows are there.
    pub fn must_be_told(self) -> bool {
        matches!(
            self,
            Self::Gone(DATABASE | LOG | HEAD)
                | Self::Cut(HEAD)
                | Self::Foreign(_)
                | Self::Older(_)
                | Self::ReplayJournal
                | Self::OlderFolder
                | Self::NoKeys
        )
    }

    /// What is not promised: an old page without journal rows is seen only where it
    /// contradicts another page. Counted on a line of its own.
    pub fn is_not_promised(self) -> bool {
        self == Self::ReplayOther
    }

    /// Whether it is done to a folder whose log is folded back.
    pub fn wants_closed(self) -> bool {
        matches!(
            self,
            Self::ReplayJournal | Self::ReplayOther | Self::Older(_)
        )
    }

    /// Does what needs no other state to compare with.
    pub fn inflict_alone(self, files: &mut Files, dice: &mut StdRng) -> String {
        let nothing = Old {
            before: Files::default(),
            closed: Files::default(),
            journal_pages: Vec::new(),
        };
        self.inflict(files, &nothing, dice)
    }

    /// Does it; answers where.
    pub fn inflict(self, files: &mut Files, old: &Old, dice: &mut StdRng) -> String {
        match self {
            Self::Flip(name) => with(files, name, |bytes| {
                let at = dice.random_range(0..bytes.len());
                bytes[at] ^= 1 << dice.random_range(0..8);
                format!("at {at}")
            }),
            Self::Cut(name) => with(files, name, |bytes| {
                let at = dice.random_range(0..bytes.len());
                bytes.truncate(at);
                format!("at {at}")
            }),
            Self::Gone(name) => {
                files.0.remove(name);
                String::new()
            }
            Self::Foreign(name) => with(files, name, |bytes| {
                dice.fill(bytes);
                String::new()
            }),
            Self::Older(name) => {
                if let Some(bytes) = old.before.0.get(name) {
                    files.0.insert(name.to_owned(), bytes.clone());
                }
                String::new()
            }
            Self::OlderFolder => {
                let head = files.0.remove(HEAD);
                files.clone_from(&old.before);
                files.0.extend(head.map(|head| (HEAD.to_owned(), head)));
                String::new()
            }
            Self::NoKeys => {
                for name in [KEYS, KEYS_BEFORE] {
                    if dice.random_bool(0.5) {
                        files.0.remove(name);
                    } else if let Some(bytes) = files.0.get_mut(name) {
                        bytes.truncate(bytes.len() / 2);
                    }
                }
                String::new()
            }
            Self::Empty | Self::Swap | Self::ReplayJournal | Self::ReplayOther => {
                self.inflict_pages(files, old, dice)
            }
        }
    }

    fn inflict_pages(self, files: &mut Files, old: &Old, dice: &mut StdRng) -> String {
        with(files, DATABASE, |bytes| {
            let pages = bytes.len() / PAGE;
            let range = |page: usize| page * PAGE..(page + 1) * PAGE;
            let page = dice.random_range(0..pages);
            match self {
                Self::Swap => {
                    let other = dice.random_range(0..pages);
                    let (a, b) = (bytes[range(page)].to_vec(), bytes[range(other)].to_vec());
                    bytes[range(page)].copy_from_slice(&b);
                    bytes[range(other)].copy_from_slice(&a);
                    format!("pages {page} and {other}")
                }
                Self::ReplayJournal | Self::ReplayOther => {
                    let before = old.before.0.get(DATABASE).cloned().unwrap_or_default();
                    let both = 0..pages.min(before.len() / PAGE);
                    let differ = both.filter(|page| bytes[range(*page)] != before[range(*page)]);
                    let journal = |page: &usize| {
                        let number = i64::try_from(page + 1).unwrap_or(0);
                        old.journal_pages.contains(&number)
                    };
                    let wanted = self == Self::ReplayJournal;
                    let differ: Vec<usize> = differ.filter(|p| journal(p) == wanted).collect();
                    let page = differ[dice.random_range(0..differ.len())];
                    bytes[range(page)].copy_from_slice(&before[range(page)]);
                    format!("page {page} of {} that changed", differ.len())
                }
                _ => {
                    bytes[range(page)].fill(0);
                    format!("page {page}")
                }
            }
        })
    }
}

fn with(files: &mut Files, name: &str, harm: impl FnOnce(&mut Vec<u8>) -> String) -> String {
    match files.0.get_mut(name) {
        Some(bytes) if !bytes.is_empty() => harm(bytes),
        _ => format!("({name} is not there)"),
    }
}
