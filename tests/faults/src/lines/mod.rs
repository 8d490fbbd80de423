//! The lines of the table, one fault a file.

pub mod ahead;
pub mod budget;
pub mod clock;
pub mod damage;
pub mod foreign;
pub mod full;
pub mod hollow;
pub mod inputs;
pub mod instances;
pub mod keyfile;
pub mod kill;
pub mod leaver;
pub mod lies;
pub mod memory;
pub mod nth;
pub mod power;
pub mod rekey;
pub mod rights;
pub mod rolled;
pub mod safe;
pub mod secrets;

use crate::base::Base;
use crate::crew::Tally;
use crate::judge::Model;

/// What every line is given.
pub struct Stage {
    /// Where runs begin.
    pub base: Base,
    /// What must be found.
    pub model: Model,
    /// Seed of all dice.
    pub seed: u64,
}

/// One line: its name, its figures and how it is run.
pub struct Line {
    /// Its name, also for `--only`.
    pub name: &'static str,
    /// Runs in `cargo xtask test`.
    pub short: u64,
    /// Runs in `cargo xtask faults`.
    pub long: u64,
    /// Runs it; some answer a control as a second line.
    pub run: fn(&Stage, u64) -> Vec<(String, Tally)>,
}

/// All lines, in the order of the table.
pub const LINES: &[Line] = &[
    power::LINE,
    lies::LINE,
    kill::LINE,
    keyfile::LINE,
    rekey::LINE,
    secrets::SET_UP,
    secrets::ENTRIES,
    secrets::FAILED,
    secrets::CUT,
    rolled::LINE,
    leaver::LINE,
    foreign::LINE,
    hollow::LINE,
    safe::KILLED,
    safe::UNPLUGGED,
    safe::FAILED,
    nth::LINE,
    full::LINE,
    damage::LINE,
    instances::LINE,
    clock::LINE,
    ahead::LINE,
    memory::LINE,
    budget::LINE,
    rights::LINE,
    inputs::LINE,
];
