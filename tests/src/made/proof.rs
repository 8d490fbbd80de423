//! What a subject brings along for the tests that go over all of them: a day played with its
//! commands, and what its reads and its screens are looked at with.

use crate::desk::TestDesk;
use serde_json::Value;

/// Where a subject's day is played.
pub trait Stage {
    /// The desk it is played on; whoever may do anything is signed in.
    fn desk(&self) -> &TestDesk;

    /// From now on this read is asked too.
    fn watch(&mut self, read: &'static str, input: Value);

    /// Plays a command that changes something.
    fn play(&mut self, command: &'static str, input: Value) -> Value;

    /// The day on the desk's clock.
    fn today(&self) -> String {
        let at = self.desk().machine().at() + 8 * 3_600_000;
        let day = chrono::DateTime::from_timestamp_millis(at).map(|at| at.date_naive());
        day.unwrap_or_default().to_string()
    }
}

/// A read of a folder of the version before: its name, its input, what its answer contains
/// or the code it is refused with.
pub struct Before(
    pub &'static str,
    pub &'static str,
    pub Result<&'static str, &'static str>,
);

/// A screen of the tour: its name, its route as the page writes it, what is done there.
pub struct Screen(pub &'static str, pub &'static str, pub &'static [Do]);

/// The route of an encounter's page. The tour opens the encounter of its morning that has a
/// known visitor.
pub const ENCOUNTER: &str = "/reception/:id(\\\\d+)";

/// One thing done on the way to a screen; the page settles after each. A way that opens
/// nothing itself begins at the screen's route.
#[derive(Clone, Copy)]
pub enum Do {
    /// Opens another address.
    Open(&'static str),
    /// Opens the encounter of the tour's morning that nobody gave a name for.
    OpenNameless,
    /// Presses a key or a chord.
    Press(&'static str),
    /// Puts the caret into a field.
    Focus(&'static str),
    /// Types where the caret is.
    Type(&'static str),
    /// Types into a field, in place of what it held.
    Fill(&'static str, &'static str),
    /// Presses what the style sheet knows by this name.
    Tap(&'static str),
    /// Selects a row of the page's list, when it has one: 0 is the first, -1 the last.
    Row(i64),
    /// Does more where this field does not show.
    Unless(&'static str, &'static [Do]),
}

/// What proves a subject.
pub struct Proof {
    /// Plays every command that changes something, on behalf of a visitor; each read is
    /// watched as soon as it has something to answer. Nothing where `tests/house/touched`
    /// plays them, in a day that crosses subjects.
    pub play: fn(&mut dyn Stage, i64),
    /// Reads that show a person in full, each with its reason (R 10.3).
    pub in_full: &'static [(&'static str, &'static str)],
    /// What its reads answer in a folder of the version before.
    pub before: &'static [Before],
    /// Its screens.
    pub screens: &'static [Screen],
}

impl Proof {
    /// Nothing: what a subject leaves out.
    pub const NOTHING: Self = Self {
        play: |_, _| {},
        in_full: &[],
        before: &[],
        screens: &[],
    };
}

/// A stage on which nothing is watched.
pub struct Plain<'a>(pub &'a TestDesk);

impl Stage for Plain<'_> {
    fn desk(&self) -> &TestDesk {
        self.0
    }

    fn watch(&mut self, _: &'static str, _: Value) {}

    fn play(&mut self, command: &'static str, input: Value) -> Value {
        self.0.call(command, input)
    }
}
