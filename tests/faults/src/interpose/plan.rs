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
