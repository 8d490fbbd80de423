//! What a program does before anything else so that its memory stays its own.

/// No memory image on a disk, and no look into memory for other programs of the same
/// person. What a system does not offer is left out; SECURITY.md says where.
pub fn keep_memory_private() {
    no_core_dump();
    no_foreign_look();
}

#[cfg(unix)]
fn no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Refused only where an administrator has set less already.
    let _ = setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    );
}

#[cfg(not(unix))]
const fn no_core_dump() {}

/// Neither a debugger nor `/proc/PID/mem` is given to the same user, and a crash handler
/// that the limit above does not stop gets no image either.
#[cfg(target_os = "linux")]
fn no_foreign_look() {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    // Linux has no reason to refuse it.
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

#[cfg(not(target_os = "linux"))]
const fn no_foreign_look() {}
