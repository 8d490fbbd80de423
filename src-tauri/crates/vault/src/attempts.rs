//! `attempts.json`: wrong secrets in a row per account, and those the journal does
//! not know yet. It lies beside the key file, is written before a secret is tried,
//! and knows no name and nothing that somebody typed: only known staff numbers.
//!
//! It slows down whoever stands at the keyboard; who can write to the folder can
//! copy the key file as well, and meets the cost of the key derivation instead.
//! A file that cannot be read is kept as `attempts.damaged.json` and counts as four
//! failures of everybody: the right secret opens, the first wrong one pauses. So
//! does a file that is gone from a folder that is set up, and one that cannot be written.
//!
//! A pause is served while the program runs, by a counter that nobody can set; what passed
//! while it was closed counts once somebody has signed in, who vouches for the clock.
//! Nobody waits longer than a day, and whoever holds a printed code no longer than a minute.

mod rule;

use crate::keyfile::KeyFile;
use crate::replace::replace_file;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const FORMAT: u32 = 1;
const NAME: &str = "attempts.json";
const DAMAGED: &str = "attempts.damaged.json";
/// Wrong secrets in a row until an account has to wait.
const TRIES: u32 = 5;
/// A larger file is not ours.
const LARGEST: u64 = 1 << 20;

/// Whose secret is tried.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Account {
    /// A staff number that the key file or the desk knows.
    Staff(String),
    /// A printed recovery code.
    Recovery,
    /// Anything else: what was typed may be a password in the wrong field.
    Unknown,
}

impl From<Account> for String {
    fn from(account: Account) -> Self {
        match account {
            Account::Staff(no) => no,
            Account::Recovery => "#recovery".to_owned(),
            Account::Unknown => "#unknown".to_owned(),
        }
    }
}

impl TryFrom<String> for Account {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "#recovery" => Ok(Self::Recovery),
            "#unknown" => Ok(Self::Unknown),
            no if (1..=40).contains(&no.len()) && no.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                Ok(Self::Staff(text))
            }
            _ => Err("not an account"),
        }
    }
}

/// One account's failures since it last opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tally {
    /// In a row, since the last pause.
    failures: u32,
    /// How many pauses there were in a row.
    level: u32,
    /// When the last try was, UTC ms.
    from: i64,
    /// How long it still has to wait, ms; 0: no pause.
    pause: i64,
}

/// Both clocks at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The one on the wall, UTC ms.
    pub wall: i64,
    /// A counter that nobody can set, ms.
    pub ticks: i64,
}

/// What happened at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// A secret was tried and did not open.
    Failed,
    /// The count itself was lost and begun anew.
    Lost,
}

/// A line the journal does not know yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    /// Grows with every line.
    pub number: i64,
    /// What happened.
    pub what: Happened,
    /// To which account.
    pub account: Account,
    /// First time, UTC ms.
    pub first: i64,
    /// Last time, UTC ms.
    pub last: i64,
    /// How often.
    pub count: u32,
}

/// The account has to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paused {
    /// How much longer, ms; more than 0.
    pub left: i64,
}

/// A try that was counted as failed before its outcome is known, so that ending
/// the program in between gives nobody a free one.
#[derive(Debug)]
#[must_use]
pub struct Try {
    account: Account,
    number: i64,
    /// Whether this try began a pause.
    pauses: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    format: u32,
    /// Tells this run of numbers from one that was lost.
    series: i64,
    next: i64,
    accounts: BTreeMap<Account, Tally>,
    waiting: Vec<Waiting>,
    /// Numbers of staff who had an account once.
    former: Vec<Account>,
    /// Failures that everybody starts with.
    head_start: u32,
    /// What the clock on the wall showed when this was written, UTC ms.
    #[serde(default)]
    seen: i64,
}

/// The count of a data folder.
#[derive(Debug)]
pub struct Attempts {
    folder: PathBuf,
    kept: Kept,
    /// The counter when the pauses were last served, and when that was last written, ms.
    served: i64,
    written: i64,
    /// How long the program was closed by the clock on the wall, not counted yet, ms.
    closed: i64,
}

/// How often a pause that is being served is written, ms.
const WRITE_EVERY: i64 = 60_000;

impl Attempts {
    /// Begins the count of a folder that is about to be set up.
    pub fn begun(folder: &Path, at: At) -> Self {
        let attempts = Self::of(folder, Kept::new(at.wall), at);
        attempts.write();
        attempts
    }

    /// Reads the count of a folder; never fails, see the head of this module.
    pub fn read(folder: &Path, at: At) -> Self {
        let path = folder.join(NAME);
        match read_kept(&path) {
            Ok(Some(kept)) => {
                let closed = at.wall.saturating_sub(kept.seen).max(0);
                let mut attempts = Self::of(folder, kept.bounded(), at);
                attempts.closed = if attempts.kept.seen > 0 { closed } else { 0 };
                // Who comes with a code may start the program for it alone.
                attempts.kept.serve_code(attempts.closed);
                attempts
            }
            Ok(None) if !KeyFile::exists(folder) => Self::of(folder, Kept::new(at.wall), at),
            Ok(None) | Err(()) => {
                let mut attempts = Self::of(folder, Kept::new(at.wall), at);
                // One copy is evidence enough; a folder that takes none is no reason to stop.
                drop(std::fs::rename(&path, folder.join(DAMAGED)));
                attempts.kept.head_start = TRIES - 1;
                attempts
                    .kept
                    .line(Happened::Lost, Account::Unknown, at.wall);
                attempts.write();
                attempts
            }
        }
    }

    fn of(folder: &Path, kept: Kept, at: At) -> Self {
        Self {
            folder: folder.to_owned(),
            kept,
            served: at.ticks,
            written: at.ticks,
            closed: 0,
        }
    }

    /// Time passes: pauses are served. To be called now and then while the program runs.
    pub fn pass(&mut self, at: At) {
        let passed = at.ticks.saturating_sub(self.served).max(0);
        self.served = at.ticks;
        self.kept.seen = at.wall;
        let (waited, ended) = self.kept.serve(passed);
        if ended || waited && at.ticks.saturating_sub(self.written) >= WRITE_EVERY {
            self.written = at.ticks;
            self.write();
        }
    }

    /// Whether it is a number that had an account once.
    pub fn knew(&self, no: &str) -> bool {
        self.kept.former.contains(&Account::Staff(no.to_owned()))
    }

    /// Counts a try as failed and puts it on the disk; after that it may be made.
    ///
    /// # Errors
    /// `Paused`: it must not be made.
    pub fn begin(&mut self, account: Account, at: At) -> Result<Try, Paused> {
        self.pass(at);
        let mut counted = self.kept.count(account, at.wall)?;
        if !self.write() {
            // Only this process knows of it: then one wrong secret is enough.
            self.kept.pause(&counted.account);
            counted.pauses = true;
        }
        Ok(counted)
    }

    /// The secret opened: the account starts afresh.
    pub fn opened(&mut self, counted: &Try) {
        self.kept.accounts.remove(&counted.account);
        self.kept.waiting.retain(|w| w.number != counted.number);
        self.kept.head_start = 0;
        self.write();
    }

    /// The secret was never judged: the try did not happen.
    pub fn take_back(&mut self, counted: &Try) {
        if let Some(tally) = self.kept.accounts.get_mut(&counted.account) {
            tally.failures = tally.failures.saturating_sub(1);
            if counted.pauses {
                tally.pause = 0;
                tally.level = tally.level.saturating_sub(1);
            }
        }
        self.kept.waiting.retain(|w| w.number != counted.number);
        self.write();
    }

    /// Somebody who may gave the account a new secret: no pause is left.
    pub fn forgive(&mut self, account: &Account) {
        if self.kept.accounts.remove(account).is_some() {
            self.write();
        }
    }

    /// What the journal does not know yet, the oldest first.
    pub fn waiting(&self) -> &[Waiting] {
        &self.kept.waiting
    }

    /// Which run of numbers the lines belong to.
    pub fn series(&self) -> i64 {
        self.kept.series
    }

    /// The journal holds all lines up to a number, and these are the staff
    /// numbers that are known now. Whoever signed in for it vouches for the clock, so what
    /// passed while the program was closed counts.
    pub fn imported(&mut self, up_to: i64, known: impl IntoIterator<Item = String>) {
        self.kept.serve(std::mem::take(&mut self.closed));
        let former: Vec<Account> = known
            .into_iter()
            .filter_map(|no| Account::try_from(no).ok())
            .collect();
        let fresh = self.kept.waiting.iter().all(|w| w.number > up_to);
        if fresh && former == self.kept.former {
            return;
        }
        self.kept.waiting.retain(|w| w.number > up_to);
        self.kept.former = former;
        self.write();
    }

    fn write(&self) -> bool {
        serde_json::to_vec_pretty(&self.kept)
            .is_ok_and(|text| replace_file(&self.folder.join(NAME), &text).is_ok())
    }
}

fn read_kept(path: &Path) -> Result<Option<Kept>, ()> {
    let length = match std::fs::metadata(path) {
        Ok(found) => found.len(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(()),
    };
    if length > LARGEST {
        return Err(());
    }
    let text = std::fs::read(path).map_err(|_| ())?;
    let kept: Kept = serde_json::from_slice(&text).map_err(|_| ())?;
    if kept.format == FORMAT {
        Ok(Some(kept))
    } else {
        Err(())
    }
}
