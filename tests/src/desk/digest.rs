use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Every file of a folder, names and bytes.
pub fn digest(folder: &Path) -> u64 {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in files.iter().filter(|path| path.is_file()) {
        // The index of the log changes by being read.
        if !path.to_string_lossy().ends_with("-shm") {
            path.hash(&mut hasher);
            std::fs::read(path).unwrap().hash(&mut hasher);
        }
    }
    hasher.finish()
}
