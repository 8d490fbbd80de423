//! The system's file calls, by their own names. Defined in the program itself they
//! take the place of libc's for the linked SQLite and for std alike. Each asks the
//! layer what shall happen and else does what the kernel would do.
#![allow(
    unsafe_code,
    reason = "the names and the kernel's calls can't be had without"
)]

use super::layer;
use super::plan::Answer;
use libc::{c_char, c_int, c_long, c_void, mode_t, off64_t, size_t, ssize_t};
use std::ffi::{CStr, OsStr};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

/// Sets `errno` and answers the failure value of every call below.
fn failed(errno: c_int) -> c_int {
    // SAFETY: libc answers a valid pointer to this thread's errno.
    unsafe { *libc::__errno_location() = errno };
    -1
}

fn bytes<'a>(start: *const c_void, length: size_t) -> &'a [u8] {
    if start.is_null() || length == 0 {
        return &[];
    }
    // SAFETY: the caller of `write` vouches for `length` readable bytes; the slice is
    // not kept beyond the call.
    unsafe { std::slice::from_raw_parts(start.cast(), length) }
}

fn path<'a>(text: *const c_char) -> &'a Path {
    // SAFETY: the caller of `open`, `rename`, `unlink` vouches for a text that ends in NUL;
    // it is not kept beyond the call.
    let text = unsafe { CStr::from_ptr(text) };
    Path::new(OsStr::from_bytes(text.to_bytes()))
}

fn written(fd: c_int, start: *const c_void, length: size_t, at: Option<off64_t>) -> ssize_t {
    let raw = |length: size_t| -> ssize_t {
        let done: c_long = match at {
            // SAFETY: the arguments are the caller's own, shortened at most.
            Some(at) => unsafe { libc::syscall(libc::SYS_pwrite64, fd, start, length, at) },
            // SAFETY: as above.
            None => unsafe { libc::syscall(libc::SYS_write, fd, start, length) },
        };
        done as ssize_t
    };
    // SAFETY: asks for the position of a descriptor, valid or not.
    let here = || unsafe { libc::syscall(libc::SYS_lseek, fd, 0 as off64_t, libc::SEEK_CUR) };
    let place = || at.unwrap_or_else(here);
    match layer::write(fd, bytes(start, length), place) {
        Answer::Go => raw(length),
        Answer::Fail(errno) => failed(errno) as ssize_t,
        Answer::Half(errno) => {
            raw(length / 2);
            failed(errno) as ssize_t
        }
        Answer::HalfAndDie => {
            raw(length / 2);
            super::process::die()
        }
    }
}

fn opened(folder: c_int, text: *const c_char, flags: c_int, mode: mode_t) -> c_int {
    let place = layer::resolve(folder, path(text));
    if let Answer::Fail(errno) = layer::before_open(&place, flags) {
        return failed(errno);
    }
    // SAFETY: the arguments are the caller's own.
    let fd = unsafe { libc::syscall(libc::SYS_openat, folder, text, flags, mode) } as c_int;
    if fd >= 0 {
        layer::opened(fd, &place, flags);
    }
    fd
}

fn removed(folder: c_int, text: *const c_char, flags: c_int) -> c_int {
    let place = layer::resolve(folder, path(text));
    if let Answer::Fail(errno) = layer::before_names(&place) {
        return failed(errno);
    }
    // SAFETY: the arguments are the caller's own.
    let done = unsafe { libc::syscall(libc::SYS_unlinkat, folder, text, flags) } as c_int;
    if done == 0 {
        layer::removed(&place);
    }
    done
}

fn renamed((above, from): (c_int, *const c_char), (below, to): (c_int, *const c_char)) -> c_int {
    let (old, new) = (
        layer::resolve(above, path(from)),
        layer::resolve(below, path(to)),
    );
    if let Answer::Fail(errno) = layer::before_names(&old) {
        return failed(errno);
    }
    // SAFETY: the texts are the caller's own.
    let done = unsafe { libc::syscall(libc::SYS_renameat2, above, from, below, to, 0) } as c_int;
    if done == 0 {
        layer::renamed(&old, &new);
    }
    done
}

fn linked(
    (above, from): (c_int, *const c_char),
    (below, to): (c_int, *const c_char),
    flags: c_int,
) -> c_int {
    let (old, new) = (
        layer::resolve(above, path(from)),
        layer::resolve(below, path(to)),
    );
    if let Answer::Fail(errno) = layer::before_names(&new) {
        return failed(errno);
    }
    // SAFETY: the texts are the caller's own.
    let done = unsafe { libc::syscall(libc::SYS_linkat, above, from, below, to, flags) } as c_int;
    if done == 0 {
        layer::linked(&old, &new);
    }
    done
}

fn made_folder(folder: c_int, text: *const c_char, mode: mode_t) -> c_int {
    let place = layer::resolve(folder, path(text));
    if let Answer::Fail(errno) = layer::before_names(&place) {
        return failed(errno);
    }
    // SAFETY: the arguments are the caller's own.
    let done = unsafe { libc::syscall(libc::SYS_mkdirat, folder, text, mode) } as c_int;
    if done == 0 {
        layer::made_folder(&place);
    }
    done
}

fn flushed(fd: c_int) -> c_int {
    // Never the real flush: a killed process leaves the kernel's cache whole, and a power
    // cut is modelled, so that waiting for the disk would only cost hours.
    match layer::sync(fd) {
        Answer::Fail(errno) => failed(errno),
        Answer::Go | Answer::Half(_) | Answer::HalfAndDie => 0,
    }
}

fn cut(fd: c_int, length: off64_t) -> c_int {
    match layer::truncate(fd, length) {
        Answer::Fail(errno) => failed(errno),
        // SAFETY: the arguments are the caller's own.
        _ => unsafe { libc::syscall(libc::SYS_ftruncate, fd, length) as c_int },
    }
}

fn read_at(fd: c_int, into: *mut c_void, length: size_t, at: Option<off64_t>) -> ssize_t {
    if let Answer::Fail(errno) = layer::read(fd) {
        return failed(errno) as ssize_t;
    }
    let done: c_long = match at {
        // SAFETY: the arguments are the caller's own.
        Some(at) => unsafe { libc::syscall(libc::SYS_pread64, fd, into, length, at) },
        // SAFETY: as above.
        None => unsafe { libc::syscall(libc::SYS_read, fd, into, length) },
    };
    done as ssize_t
}

/// SAFETY of all functions below: they are called by whoever would call libc's, under
/// the same conditions. On 64-bit Linux a third argument given to the variadic `open`
/// arrives where a fixed one does.
macro_rules! stand_in {
    ($(fn $name:ident($($arg:ident: $kind:ty),*) -> $answer:ty $body:block)*) => {
        $(
            #[doc = concat!("Stands in for libc's `", stringify!($name), "`.")]
            ///
            /// # Safety
            /// As libc's.
            // SAFETY: the name is libc's on purpose; shape and meaning are kept.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $name($($arg: $kind),*) -> $answer $body
        )*
    };
}

stand_in! {
    fn write(fd: c_int, from: *const c_void, length: size_t) -> ssize_t { written(fd, from, length, None) }
    fn pwrite(fd: c_int, from: *const c_void, length: size_t, at: off64_t) -> ssize_t { written(fd, from, length, Some(at)) }
    fn pwrite64(fd: c_int, from: *const c_void, length: size_t, at: off64_t) -> ssize_t { written(fd, from, length, Some(at)) }
    fn read(fd: c_int, into: *mut c_void, length: size_t) -> ssize_t { read_at(fd, into, length, None) }
    fn pread(fd: c_int, into: *mut c_void, length: size_t, at: off64_t) -> ssize_t { read_at(fd, into, length, Some(at)) }
    fn pread64(fd: c_int, into: *mut c_void, length: size_t, at: off64_t) -> ssize_t { read_at(fd, into, length, Some(at)) }
    fn fsync(fd: c_int) -> c_int { flushed(fd) }
    fn fdatasync(fd: c_int) -> c_int { flushed(fd) }
    fn ftruncate(fd: c_int, length: off64_t) -> c_int { cut(fd, length) }
    fn ftruncate64(fd: c_int, length: off64_t) -> c_int { cut(fd, length) }
    fn open(text: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(libc::AT_FDCWD, text, flags, mode) }
    fn open64(text: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(libc::AT_FDCWD, text, flags, mode) }
    fn openat(folder: c_int, text: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(folder, text, flags, mode) }
    fn openat64(folder: c_int, text: *const c_char, flags: c_int, mode: mode_t) -> c_int { opened(folder, text, flags, mode) }
    // Pages that may not be swapped out are no matter here, and asking takes a third of the time.
    fn mlock(_start: *const c_void, _length: size_t) -> c_int { 0 }
    fn munlock(_start: *const c_void, _length: size_t) -> c_int { 0 }
    fn close(fd: c_int) -> c_int {
        layer::closed(fd);
        // SAFETY: the argument is the caller's own.
        unsafe { libc::syscall(libc::SYS_close, fd) as c_int }
    }
    fn rename(from: *const c_char, to: *const c_char) -> c_int { renamed((libc::AT_FDCWD, from), (libc::AT_FDCWD, to)) }
    fn renameat(above: c_int, from: *const c_char, below: c_int, to: *const c_char) -> c_int { renamed((above, from), (below, to)) }
    fn link(from: *const c_char, to: *const c_char) -> c_int { linked((libc::AT_FDCWD, from), (libc::AT_FDCWD, to), 0) }
    fn linkat(above: c_int, from: *const c_char, below: c_int, to: *const c_char, flags: c_int) -> c_int { linked((above, from), (below, to), flags) }
    fn mkdir(text: *const c_char, mode: mode_t) -> c_int { made_folder(libc::AT_FDCWD, text, mode) }
    fn mkdirat(folder: c_int, text: *const c_char, mode: mode_t) -> c_int { made_folder(folder, text, mode) }
    fn rmdir(text: *const c_char) -> c_int { removed(libc::AT_FDCWD, text, libc::AT_REMOVEDIR) }
    fn unlink(text: *const c_char) -> c_int { removed(libc::AT_FDCWD, text, 0) }
    fn unlinkat(folder: c_int, text: *const c_char, flags: c_int) -> c_int { removed(folder, text, flags) }
}
