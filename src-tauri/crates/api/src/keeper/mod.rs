//! The keeper: it holds the data folder, the session, the machine, the attempts and the
//! backups between calls. It knows no table and no command.

mod alarm;
mod backup;
mod clock;
mod door;
mod pace;
mod restored;
mod session;
mod space;

use crate::machine::Machine;
use crate::problem::Fault;
use desk::ground::roles::Role;
use desk::house::staff::{self, Staff};
use desk::{Act, Desk, Moment, Reading, Reason, Writing};
use paper::Fonts;
pub(crate) use restored::{LastRestore, name_of, rows};
pub(crate) use session::{Pending, State};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use vault::Administrator;

/// The moments a desk may stand at, 1970 to 2200: days have ten characters, and differences
/// of moments are moments.
const YEARS: std::ops::Range<i64> = 0..7_258_118_400_000;

/// Tells that the desk has just locked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

/// The keeper of one data folder.
pub(crate) struct Keeper {
    pub folder: PathBuf,
    pub fonts: Fonts,
    pub machine: Arc<dyn Machine>,
    pub backing: backup::Backing,
    state: Mutex<State>,
}

/// The kind of slot that goes with a role.
pub(crate) fn slot_kind(role: Role) -> Administrator {
    match role {
        Role::Administrator => Administrator::Yes,
        _ => Administrator::No,
    }
}

/// What a command that works around transactions may use.
pub(crate) struct Context<'a> {
    pub keeper: &'a Keeper,
    pub now: Moment,
    pub open: Option<Open>,
}

/// An open desk and who is signed in.
#[derive(Clone)]
pub(crate) struct Open {
    pub desk: Arc<Desk>,
    pub staff: Staff,
}

impl Open {
    /// Who is signed in, as the actor of what is done at a moment.
    pub(crate) fn act(&self, at: Moment) -> Act {
        Act {
            by: staff::actor(&self.staff),
            at,
        }
    }
}

impl Context<'_> {
    /// The open desk with who is signed in; fails with `locked` when nobody is.
    pub(crate) fn open(&self) -> Result<&Open, Fault> {
        self.open.as_ref().ok_or_else(|| Fault::gate("locked"))
    }

    /// The open desk and who acts on it.
    pub(crate) fn desk(&self) -> Result<(&Desk, Act), Fault> {
        let open = self.open()?;
        Ok((&open.desk, open.act(self.now)))
    }

    /// Reads one consistent view, as whoever is signed in.
    pub(crate) fn read<T>(
        &self,
        run: impl FnOnce(&Reading<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let (desk, act) = self.desk()?;
        desk.read(&act, run)
    }

    /// Changes something in one transaction, as whoever is signed in.
    pub(crate) fn write<T>(
        &self,
        run: impl FnMut(&Writing<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let (desk, act) = self.desk()?;
        desk.write(&act, run)
    }

    /// Who is signed in.
    pub(crate) fn staff(&self) -> Result<&Staff, Fault> {
        self.open().map(|open| &open.staff)
    }
}

/// The machine's randomness, for the vault.
pub(crate) struct Dice<'a>(pub &'a dyn Machine);

impl vault::Entropy for Dice<'_> {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

impl Keeper {
    /// A keeper of a data folder; nothing is opened yet.
    pub(crate) fn new(folder: PathBuf, fonts: Fonts, machine: Arc<dyn Machine>) -> Self {
        Self {
            folder,
            fonts,
            machine,
            backing: backup::Backing::default(),
            state: Mutex::new(State::default()),
        }
    }

    /// Closes the desk for good.
    pub(crate) fn close(&self) {
        let now = Moment(self.machine.now());
        // Nobody is left to be told; the next start recovers the log.
        drop(self.lock(now));
        let mut state = self.state();
        state.folder = None;
        state.attempts = None;
    }

    /// Whether the folder holds made-up data, on which time may be handed in.
    pub(crate) fn training(&self) -> bool {
        if let Some(open) = self.state().open() {
            return open.desk.vault().training();
        }
        vault::KeyFile::read(&self.folder).is_ok_and(|file| file.training)
    }

    /// Now, or the moment a replay asks for. A moment that is not the computer's own is
    /// taken on training folders only, also after a backup was restored to the folder.
    pub(crate) fn moment(&self, asked: Option<i64>) -> Result<Moment, Fault> {
        let real = asked.is_none() && !self.machine.handed_in();
        if real || self.training() {
            let at = asked.unwrap_or_else(|| self.machine.now());
            if !YEARS.contains(&at) {
                return Err(Reason::NoSuchTime {}.at("at").into());
            }
            Ok(Moment(at))
        } else {
            Err(Fault::gate("time_not_yours"))
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
