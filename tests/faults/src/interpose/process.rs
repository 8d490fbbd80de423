//! Processes: forked, heard through a pipe, killed, waited for.
#![allow(unsafe_code, reason = "fork, kill and wait are the kernel's")]

use libc::{c_int, pid_t};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::{AsRawFd as _, FromRawFd as _};
use std::time::{Duration, Instant};

/// The child's end: one line a message.
pub struct Pipe(File);

impl Pipe {
    /// Sends one line; a parent that is gone is no concern of the child.
    pub fn say(&mut self, message: &impl serde::Serialize) {
        let mut line = serde_json::to_string(message).unwrap_or_default();
        line.push('\n');
        let _ = self.0.write_all(line.as_bytes());
    }
}

/// How a child ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By itself, with this code.
    Code(c_int),
    /// By a signal.
    Signal(c_int),
}

/// A running child and what it says.
pub struct Child {
    pid: pid_t,
    pipe: File,
    heard: Vec<u8>,
    ended: Option<End>,
}

/// Forks. `Ok` in the parent, `Err` with the pipe in the child.
pub fn fork() -> Result<Child, Pipe> {
    let mut ends = [0; 2];
    // SAFETY: two descriptors are written into an array of two; the process has one thread,
    // so that the child may go on as the parent would.
    let pid = unsafe {
        libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC);
        libc::fork()
    };
    ends.iter().for_each(|fd| super::layer::closed(*fd));
    let [from, to] = ends;
    // SAFETY: both are ours alone since `pipe2`, and each is owned by one `File` only.
    let (from, to) = unsafe { (File::from_raw_fd(from), File::from_raw_fd(to)) };
    if pid == 0 {
        // A harness that is gone leaves no children behind.
        // SAFETY: asks the kernel for a signal, no memory is involved.
        unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) };
        drop(from);
        Err(Pipe(to))
    } else {
        drop(to);
        Ok(Child {
            pid,
            pipe: from,
            heard: Vec::new(),
            ended: None,
        })
    }
}

/// Forks a child that does this and ends: with 101 when it panics.
pub fn spawn(work: impl FnOnce(&mut Pipe)) -> Child {
    match fork() {
        Ok(child) => child,
        Err(mut pipe) => {
            let worked = std::panic::AssertUnwindSafe(|| work(&mut pipe));
            let done = std::panic::catch_unwind(worked);
            leave(if done.is_ok() { 0 } else { 101 })
        }
    }
}

/// Ends this process as a loss of power to it would: no destructor runs.
pub fn die() -> ! {
    // SAFETY: a signal to ourselves that can't be caught.
    unsafe { libc::kill(libc::getpid(), libc::SIGKILL) };
    leave(102)
}

/// Ends this process without running destructors or exit handlers.
pub fn leave(code: c_int) -> ! {
    // SAFETY: never returns.
    unsafe { libc::_exit(code) }
}

impl Child {
    /// Kills it, wherever it is.
    pub fn kill(&self) {
        if self.ended.is_none() {
            // SAFETY: the child was not waited for, so the number is still its own.
            unsafe { libc::kill(self.pid, libc::SIGKILL) };
        }
    }

    /// Listens until the child closes its pipe; kills it when the time is over.
    /// Answers its complete lines and how it ended.
    pub fn hear(mut self, patience: Duration) -> (Vec<String>, End) {
        let until = Instant::now() + patience;
        while self.listen(until) {}
        self.kill();
        while self.listen(Instant::now() + Duration::from_secs(5)) {}
        let end = self.wait();
        let text = String::from_utf8_lossy(&self.heard).into_owned();
        // What follows the last line end was cut off by the kill.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        let lines = whole.lines().map(str::to_owned).collect();
        (lines, end)
    }

    /// Hears one line; `None` when none comes in time.
    pub fn hear_line(&mut self, patience: Duration) -> Option<String> {
        let until = Instant::now() + patience;
        loop {
            if let Some(end) = self.heard.iter().position(|byte| *byte == b'\n') {
                let rest = self.heard.split_off(end + 1);
                let line = std::mem::replace(&mut self.heard, rest);
                return Some(String::from_utf8_lossy(&line).trim_end().to_owned());
            }
            if !self.listen(until) {
                return None;
            }
        }
    }

    /// Hears what is there; false when the pipe is closed or the time over.
    fn listen(&mut self, until: Instant) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        let mut asked = libc::pollfd {
            fd: self.pipe.as_raw_fd(),
            events: libc::POLLIN,
            revents: 0,
        };
        let wait = libc::timespec {
            tv_sec: i64::try_from(left.as_secs()).unwrap_or(i64::MAX),
            tv_nsec: i64::from(left.subsec_nanos()),
        };
        // SAFETY: one entry is given and its count is one; the times outlive the call.
        let ready = unsafe { libc::ppoll(&raw mut asked, 1, &raw const wait, std::ptr::null()) };
        if ready <= 0 {
            return false;
        }
        let mut part = [0; 65_536];
        match self.pipe.read(&mut part) {
            Ok(0) | Err(_) => false,
            Ok(n) => {
                self.heard.extend_from_slice(part.get(..n).unwrap_or(&[]));
                true
            }
        }
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> End {
        if let Some(end) = self.ended {
            return end;
        }
        let mut status = 0;
        // SAFETY: the status is ours; the child is waited for once.
        unsafe { libc::waitpid(self.pid, &raw mut status, 0) };
        let end = if libc::WIFSIGNALED(status) {
            End::Signal(libc::WTERMSIG(status))
        } else {
            End::Code(libc::WEXITSTATUS(status))
        };
        self.ended = Some(end);
        end
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
        self.wait();
    }
}
