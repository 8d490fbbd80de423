//! A full disk: the room that was kept for it, and how the desk goes on with it. People can
//! sign in, look things up and lock; nothing new is written until there is room again.

use super::Keeper;
use crate::problem::Fault;
use desk::Desk;
use vault::Folder;

/// How often room is looked for, ms of the counter.
const LOOK_EVERY: i64 = 60_000;

/// Whether the disk is full, and when room was last looked for.
#[derive(Default)]
pub(crate) struct Short {
    short: bool,
    looked: Option<i64>,
}

impl Short {
    /// Whether the disk is full.
    pub(crate) fn is_short(&self) -> bool {
        self.short
    }
}

/// A failure that a full disk may be behind is called so where the disk is full.
fn named(folder: &Folder, error: vault::Error) -> vault::Error {
    if error.may_be_full() && !error.is_full() && folder.is_full() {
        vault::Error::Full
    } else {
        error
    }
}

impl Keeper {
    /// Opens the desk; where the disk is full, with the room that was kept for it.
    pub(super) fn with_reserve(
        &self,
        folder: &Folder,
        open: impl Fn() -> desk::Result<Desk>,
    ) -> desk::Result<Desk> {
        let opened = match open() {
            Err(desk::Error::Store(error)) if error.may_be_full() && folder.release_reserve() => {
                open().inspect(|_| self.space_is_short())
            }
            opened => opened,
        };
        match opened {
            Err(desk::Error::Store(error)) => Err(named(folder, error).into()),
            opened => opened,
        }
    }

    /// Writes what a sign-in leaves behind. Where the disk takes none of it, also with the
    /// room that was kept, people come in and look things up.
    pub(super) fn unless_full(
        &self,
        folder: &Folder,
        write: impl Fn() -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let is_full = |done: &Result<(), Fault>| matches!(done, Err(Fault::Desk(desk::Error::Store(error))) if error.is_full());
        let mut done = write();
        if is_full(&done) {
            self.space_is_short();
            if folder.release_reserve() {
                done = write();
            }
        }
        match done {
            done if is_full(&done) => Ok(()),
            Err(Fault::Desk(desk::Error::Store(error))) => {
                Err(Fault::Desk(named(folder, error).into()))
            }
            done => done,
        }
    }

    /// The disk took something no more.
    pub(super) fn space_is_short(&self) {
        self.state().short.short = true;
        self.tell_window();
    }

    /// Called by the tick: keeps room for a full disk, and notices that there is some again.
    pub(super) fn look_for_room(&self, ticks: i64) {
        let folder = {
            let mut state = self.state();
            let last = state.short.looked;
            if last.is_some_and(|last| (0..LOOK_EVERY).contains(&(ticks - last))) {
                return;
            }
            state.short.looked = Some(ticks);
            state.folder.clone()
        };
        let Some(folder) = folder else { return };
        let kept = folder.keep_reserve();
        let short = kept.is_err_and(|error| error.is_full());
        let was = std::mem::replace(&mut self.state().short.short, short);
        if was != short {
            self.tell_window();
        }
    }
}
