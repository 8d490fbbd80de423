//! Which call fails, and how: the nth of its kind, once or for good.

use libc::c_int;

/// What a call is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Do what was asked.
    Go,
    /// Do nothing and fail with this `errno`.
    Fail(c_int),
    /// Write the first half, then fail.
    Half(c_int),
    /// Write the first half, then end the process.
    HalfAndDie,
}

/// Which calls a plan counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `write` and `pwrite`.
    Write,
    /// `fsync` and `fdatasync`.
    Sync,
    /// `read` and `pread`.
    Read,
    /// Any call that changes something.
    Change,
}

/// The nth call of a kind, and what it is told.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Which calls are counted.
    pub kind: Kind,
    /// Which one is hit, from 0.
    pub nth: u64,
    /// What it is told.
    pub answer: Answer,
    /// Whether every later one is told the same.
    pub for_good: bool,
    /// A part of the file's name that must match; empty: any file.
    pub file: &'static str,
}

impl Plan {
    /// Whether a call on this file is among those that are counted.
    pub fn counts(&self, kind: Kind, file: &str) -> bool {
        let meant = self.kind == kind || (self.kind == Kind::Change && kind != Kind::Read);
        meant && file.contains(self.file)
    }
}

/// How many calls there were.
#[derive(Debug, Clone, Copy, Default, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// `write` and `pwrite`.
    pub writes: u64,
    /// `fsync` and `fdatasync`.
    pub syncs: u64,
    /// `read` and `pread`.
    pub reads: u64,
    /// Everything that changes something.
    pub changes: u64,
}

impl Counts {
    /// Counts one call.
    pub fn count(&mut self, kind: Kind) {
        match kind {
            Kind::Write => self.writes += 1,
            Kind::Sync => self.syncs += 1,
            Kind::Read => self.reads += 1,
            Kind::Change => {}
        }
        if kind != Kind::Read {
            self.changes += 1;
        }
    }

    /// How many there were after an earlier count.
    pub fn since(self, before: Self) -> Self {
        Self {
            writes: self.writes - before.writes,
            syncs: self.syncs - before.syncs,
            reads: self.reads - before.reads,
            changes: self.changes - before.changes,
        }
    }
}
