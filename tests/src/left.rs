//! What proofs leave for those that run after them: lines, each once, in files of a folder
//! that whoever runs the proofs names.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what tests are built of"
)]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex};

/// Names the folder; without it nothing is left.
const FOLDER: &str = "SHOUWEN_LEFT";

/// What this process leaves of one kind.
pub struct Leaving<T>(Option<Mutex<Left<T>>>);

struct Left<T> {
    file: File,
    seen: BTreeSet<T>,
}

impl<T: Ord> Leaving<T> {
    /// Under the name of its kind.
    pub fn of(kind: &str) -> Self {
        let left = std::env::var_os(FOLDER).map(|folder| {
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder).expect("a folder for what is left");
            let name = format!("{}.{kind}", std::process::id());
            Mutex::new(Left {
                file: File::create(folder.join(name)).expect("a file for what is left"),
                seen: BTreeSet::new(),
            })
        });
        Self(left)
    }

    /// Whether anybody wants it.
    pub const fn is_wanted(&self) -> bool {
        self.0.is_some()
    }

    /// Leaves something, written so, unless it was left before.
    pub fn leave(&self, what: T, written: fn(&T) -> Value) {
        let Some(left) = &self.0 else { return };
        let mut left = left.lock().unwrap();
        if !left.seen.contains(&what) {
            writeln!(left.file, "{}", written(&what)).expect("a line");
            left.seen.insert(what);
        }
    }
}

/// Everything that the run before has left, or one of our own, each with its kind.
static LEFT: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return read(Path::new(&folder));
    }
    let folder = std::env::temp_dir().join(format!("shouwen-left-{}", std::process::id()));
    let run = Command::new(env!("CARGO"))
        .args(["test", "--locked", "--workspace"])
        .args(["--test", "journeys", "--test", "house"])
        .env(FOLDER, &folder)
        .status();
    assert!(run.expect("cargo").success(), "the journeys failed");
    let left = read(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    left
});

fn read(folder: &Path) -> Vec<(String, Value)> {
    let mut lines = Vec::new();
    for file in std::fs::read_dir(folder).expect("a folder of what was left") {
        let path = file.unwrap().path();
        let kind = path.extension().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(path).unwrap().lines() {
            lines.push((kind.clone(), serde_json::from_str(line).unwrap()));
        }
    }
    lines
}

/// What was left of a kind.
pub fn left(kind: &str) -> impl Iterator<Item = &'static Value> {
    LEFT.iter()
        .filter(move |(of, _)| of == kind)
        .map(|(_, line)| line)
}
