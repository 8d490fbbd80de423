//! On Linux the libraries under the window take their memory from the C library, which
//! leaves what was freed as it is: names, notes and passwords on their way between the
//! page and the desk. What Rust frees is wiped by its own allocator; for the rest the C
//! library has a switch, read when a program starts: so the program starts itself once more.

use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// What is freed is overwritten at once: no cache of freed pieces that are left as they are.
const TUNABLES: [(&str, &str); 2] = [
    ("glibc.malloc.perturb", "85"),
    ("glibc.malloc.tcache_count", "0"),
];
/// Where the C library reads them.
const TUNABLES_ARE_IN: &str = "GLIBC_TUNABLES";
/// WebKit's own allocator knows no such switch; with this it leaves the work to the C library.
const WEBKIT: (&str, &str) = ("Malloc", "1");

/// Says that the program was started anew: never twice.
const DONE: &str = "SHOUWEN_WIPES";

/// Starts the program anew, in its place, where that has not happened yet.
pub fn with_wiped_memory() {
    if std::env::var_os(DONE).is_some() {
        // Both libraries have read them. The page's process ends at every lock, and software
        // drawing in it does not bear them: it reads what it has freed.
        for name in [TUNABLES_ARE_IN, WEBKIT.0] {
            webkit2gtk::glib::unsetenv(name);
        }
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let set = std::env::var_os(TUNABLES_ARE_IN).unwrap_or_default();
    let error = Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(TUNABLES_ARE_IN, with_ours(&set))
        .env(WEBKIT.0, WEBKIT.1)
        .env(DONE, "1")
        .exec();
    // Only reached when it failed: the desk works, and wipes less.
    eprintln!("memory is not wiped: {error}");
}

/// What is set already, and ours.
fn with_ours(set: &OsStr) -> OsString {
    let words = set.to_string_lossy();
    let ours = |word: &str| {
        TUNABLES
            .iter()
            .any(|(name, _)| word.split('=').next() == Some(name))
    };
    let others = words
        .split(':')
        .filter(|word| !word.is_empty() && !ours(word));
    let all = others
        .map(str::to_owned)
        .chain(TUNABLES.map(|(name, value)| format!("{name}={value}")));
    all.collect::<Vec<_>>().join(":").into()
}

#[cfg(test)]
mod tests {
    use super::with_ours;
    use std::ffi::OsStr;

    #[test]
    fn what_is_set_stays_and_ours_is_there_once() {
        let ours = "glibc.malloc.perturb=85:glibc.malloc.tcache_count=0";
        assert_eq!(with_ours(OsStr::new("")), ours);
        assert_eq!(with_ours(OsStr::new(ours)), ours);
        let theirs = OsStr::new("glibc.rtld.nns=2:glibc.malloc.perturb=1");
        assert_eq!(
            with_ours(theirs).to_string_lossy(),
            format!("glibc.rtld.nns=2:{ours}")
        );
    }
}
