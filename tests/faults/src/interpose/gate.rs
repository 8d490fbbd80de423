//! A pause before a file is opened. Deriving a key from a password is slow by design;
//! a process that has done so stops here, before it opens the database, and is forked
//! once a run: each child goes on as if it had just signed in, with files of its own run.
#![allow(unsafe_code, reason = "the closure lives on a stack below the call")]

use super::plan::Answer;
use super::process::{Child, Pipe, fork};
use libc::c_int;
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Where the process pauses.
#[derive(Debug, Clone)]
pub enum At {
    /// Before this file is opened.
    Open(PathBuf),
    /// Before the first file is made in this folder.
    NewFile(PathBuf),
}

impl At {
    fn is(&self, path: &Path, flags: c_int) -> bool {
        match self {
            Self::Open(file) => file == path,
            Self::NewFile(folder) => {
                flags & libc::O_CREAT != 0 && path.parent() == Some(folder.as_path())
            }
        }
    }
}

struct Gate {
    place: At,
    wait: *mut dyn FnMut() -> Answer,
}

thread_local! { static GATE: RefCell<Option<Gate>> = const { RefCell::new(None) } }

/// Asked before every open; runs what waits at this path, once.
pub fn at(path: &Path, flags: c_int) -> Answer {
    let taken = GATE.try_with(|cell| {
        let mut gate = cell.try_borrow_mut().ok()?;
        if gate.as_ref().is_some_and(|gate| gate.place.is(path, flags)) {
            gate.take()
        } else {
            None
        }
    });
    match taken {
        // SAFETY: `keyed` keeps the closure alive until it has taken the gate down, and the
        // gate was taken out above, so that nobody else calls it at the same time.
        Ok(Some(gate)) => unsafe { (*gate.wait)() },
        _ => Answer::Go,
    }
}

/// Forks children of the paused process.
pub struct Fork<J> {
    job: Rc<RefCell<Option<(J, Pipe)>>>,
    is_child: Rc<Cell<bool>>,
}

impl<J> Fork<J> {
    /// Starts a child that opens the file and does this job; `None` in the child itself,
    /// which must return from the driver at once.
    pub fn run(&self, job: J) -> Option<Child> {
        match fork() {
            Ok(child) => Some(child),
            Err(pipe) => {
                self.is_child.set(true);
                self.job.replace(Some((job, pipe)));
                None
            }
        }
    }
}

/// Runs `open`, which derives a key and then comes to `place`. Just before that, `drive` is
/// given a `Fork`; every child it starts returns from `open` and does its job. When
/// `drive` has returned, the open is refused in the parent and its answer is handed back.
pub fn keyed<O, J, R>(
    place: At,
    open: impl FnOnce() -> O,
    work: impl FnOnce(O, J, &mut Pipe),
    drive: impl FnOnce(&Fork<J>) -> Option<R>,
) -> Result<R, String> {
    let shared = Fork {
        job: Rc::default(),
        is_child: Rc::default(),
    };
    let (mut drive, mut answer) = (Some(drive), None);
    let nothing = format!("nothing was driven at {place:?}");
    let mut wait = || {
        answer = drive.take().and_then(|drive| drive(&shared));
        if shared.is_child.get() {
            Answer::Go
        } else {
            Answer::Fail(libc::EACCES)
        }
    };
    let wait: &mut dyn FnMut() -> Answer = &mut wait;
    // SAFETY: only the lifetime is dropped: the gate is taken down before `wait` ends.
    let wait: *mut (dyn FnMut() -> Answer + 'static) = unsafe { std::mem::transmute(wait) };
    let gate = Gate { place, wait };
    GATE.with(|cell| cell.replace(Some(gate)));
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(open));
    GATE.with(RefCell::take);
    let job = shared.job.borrow_mut().take();
    if let Some((job, mut pipe)) = job {
        let done = result.and_then(|opened| {
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                work(opened, job, &mut pipe);
            }))
        });
        super::process::leave(if done.is_ok() { 0 } else { 101 });
    }
    answer.ok_or(nothing)
}
