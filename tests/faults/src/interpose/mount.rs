//! A small file system of our own, seen by this process only.
#![allow(unsafe_code, reason = "namespaces and mounts are the kernel's")]

use std::ffi::CString;
use std::io::{Error, Result};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

/// Mounts a file system of so many megabytes; it goes with the process.
///
/// # Errors
/// Where the kernel does not permit it.
pub fn small_disk(at: &Path, megabytes: u32) -> Result<()> {
    let at = CString::new(at.as_os_str().as_bytes())?;
    let size = CString::new(format!("size={megabytes}m"))?;
    // SAFETY: flags only.
    let alone = unsafe {
        libc::unshare(libc::CLONE_NEWNS) == 0
            || libc::unshare(libc::CLONE_NEWUSER | libc::CLONE_NEWNS) == 0
    };
    if !alone {
        return Err(Error::last_os_error());
    }
    let private = libc::MS_REC | libc::MS_PRIVATE;
    let none = std::ptr::null();
    // SAFETY: all texts end in NUL and outlive the calls.
    let mounted = unsafe {
        libc::mount(none, c"/".as_ptr(), none, private, none.cast()) == 0
            && libc::mount(
                c"tmpfs".as_ptr(),
                at.as_ptr(),
                c"tmpfs".as_ptr(),
                0,
                size.as_ptr().cast(),
            ) == 0
    };
    if mounted {
        Ok(())
    } else {
        Err(Error::last_os_error())
    }
}
