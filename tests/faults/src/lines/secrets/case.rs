//! An operation, done once without any fault: where it may be struck, what is written
//! down of it, and how the desk looks from outside before and after.

use super::ops::{Op, Start};
use super::probe::{Probe, Seen, differ, look};
use crate::base::{Base, gateway_with};
use crate::checker::PATIENCE;
use crate::disk::{Event, Timeline};
use crate::interpose::layer;
use crate::interpose::process::spawn;
use crate::scene::Files;

/// Dice of their own, so that no code is thrown twice.
const LOOKED: u64 = 13;
const BEGUN: usize = 0;
/// The step of a timeline whose answer is that of the operation.
pub const DONE: usize = 1;

/// One operation and what is known of it.
pub struct Case {
    /// Which.
    pub op: Op,
    /// Where it begins.
    pub start: Start,
    /// The secrets before and after.
    pub probes: Vec<Probe>,
    /// How the desk looks before.
    pub old: Seen,
    /// How it looks after.
    pub new: Seen,
    /// The calls that change a file, in order.
    pub places: Vec<String>,
    /// Everything that was done to the files, and from which event on.
    pub timeline: Timeline,
    /// The first event of the operation itself.
    pub first: usize,
}

impl Case {
    /// Does it in this process, so that whatever was stretched of the secrets is known to
    /// all that are forked later.
    ///
    /// # Errors
    /// What went wrong in the harness.
    pub fn make(base: &Base, op: Op) -> Result<Self, String> {
        let start = Start::make(base, op)?;
        let folder = base.folder("secrets-whole")?;
        let words = |error: std::io::Error| error.to_string();
        start.files.lay_out(&folder).map_err(words)?;
        layer::record(&folder, Timeline::new(start.files.clone()));
        let desk = op.begin(&folder)?;
        layer::acknowledge(BEGUN);
        layer::trace();
        let handed = op
            .act(&desk, &start)
            .map_err(|code| format!("{op:?} without any fault: {code}"))?;
        let places = layer::traced();
        layer::acknowledge(DONE);
        let timeline = layer::leave().ok_or("nothing was recorded")?;
        let files = Files::read(&folder).map_err(words)?;
        if let Some(name) = timeline.whole(timeline.events.len()).differs(&files) {
            return Err(format!("{op:?}: the recorder missed a change of {name}"));
        }
        desk.close();
        let probes = op.probes(&start, &handed);
        let before = look_here(base, &start.files, &probes)?;
        let after = look_here(base, &files, &probes)?;
        let begun = |event: &Event| matches!(event, Event::Acknowledged(BEGUN));
        let first = timeline.events.iter().position(begun).unwrap_or(0);
        if before == after {
            return Err(format!("{op:?} changes nothing that is seen"));
        }
        Ok(Self {
            op,
            start,
            probes,
            old: before,
            new: after,
            places,
            timeline,
            first,
        })
    }

    /// How these files look after a start, in a process of its own.
    pub fn look(&self, base: &Base, files: &Files) -> Seen {
        let child = spawn(|pipe| pipe.say(&look_here(base, files, &self.probes)));
        let (lines, end) = child.hear(PATIENCE);
        let said: Option<Result<Seen, String>> = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        match said {
            Some(Ok(seen)) => seen,
            Some(Err(words)) => Seen::from([("harness broken".to_owned(), words)]),
            None => Seen::from([("the program".to_owned(), format!("ended with {end:?}"))]),
        }
    }

    /// What a look is: before, after, or in which words neither.
    pub fn judge(&self, seen: &Seen) -> Which {
        if *seen == self.old {
            Which::Old
        } else if *seen == self.new {
            Which::New
        } else {
            let (old, new) = (differ(seen, &self.old), differ(seen, &self.new));
            Which::Neither(if old.len() < new.len() {
                format!("is / was: {old}")
            } else {
                format!("is / becomes: {new}")
            })
        }
    }
}

/// What a look is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The state before.
    Old,
    /// The state after.
    New,
    /// Something else.
    Neither(String),
}

fn look_here(base: &Base, files: &Files, probes: &[Probe]) -> Result<Seen, String> {
    let folder = base.folder("secrets-seen")?;
    files.lay_out(&folder).map_err(|error| error.to_string())?;
    let desk = gateway_with(&folder, LOOKED);
    let seen = look(&desk, probes);
    desk.close();
    Ok(seen)
}
