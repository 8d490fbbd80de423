//! What must hold when the world fails: power, disks, processes, files. Each line of
//! the table is one fault, done many times to a desk that works through its real
//! commands. `cargo xtask test` runs the short figures, `cargo xtask faults` the long.
//!
//! Only Linux: the program's own `pwrite`, `fsync` and `open` stand in for the system's.

#[cfg(target_os = "linux")]
mod aloud;
#[cfg(target_os = "linux")]
mod base;
#[cfg(target_os = "linux")]
mod checker;
#[cfg(target_os = "linux")]
mod crew;
#[cfg(target_os = "linux")]
mod cutoff;
#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod interpose;
#[cfg(target_os = "linux")]
mod judge;
#[cfg(target_os = "linux")]
mod lines;
#[cfg(target_os = "linux")]
mod look;
#[cfg(target_os = "linux")]
mod scene;
#[cfg(target_os = "linux")]
mod table;
#[cfg(target_os = "linux")]
mod talk;
#[cfg(target_os = "linux")]
mod work;

/// As in the window and on the command line: memory is wiped when it is given back.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    if proofs::memory::is_child() {
        proofs::memory::work();
        return std::process::ExitCode::SUCCESS;
    }
    table::main()
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("The faults are injected below Linux's file calls: left out on this system.");
}
