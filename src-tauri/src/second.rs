//! Two starts on one data folder. The folder's own lock says who was first; the second
//! asks the first to show its window with a small file, and ends when the file was taken.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Whoever finds it takes it away and shows its window. It holds nothing.
const CARD: &str = "desk.show";
/// The first looks once a second.
const PATIENCE: Duration = Duration::from_secs(3);

/// Asks whoever holds the folder to come to the front; true when somebody did.
pub fn asked_to_show(folder: &Path) -> bool {
    let card = card(folder);
    if fs::write(&card, []).is_err() {
        // Not our folder: another user of this computer holds it.
        return false;
    }
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if !card.exists() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    // Nobody may find it later and come forward without being called. Who takes it
    // between the two has come.
    fs::remove_file(&card).is_err()
}

/// Whether somebody asked for the window since the last look.
pub fn wants_to_see(folder: &Path) -> bool {
    fs::remove_file(card(folder)).is_ok()
}

fn card(folder: &Path) -> PathBuf {
    folder.join(CARD)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::{asked_to_show, card, wants_to_see};
    use std::time::{Duration, Instant};

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("shouwen-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn who_is_called_comes_once() {
        let folder = folder("show");
        assert!(!wants_to_see(&folder));
        let first = {
            let folder = folder.clone();
            std::thread::spawn(move || {
                let started = Instant::now();
                while started.elapsed() < Duration::from_secs(5) {
                    if wants_to_see(&folder) {
                        return true;
                    }
                    std::thread::sleep(Duration::from_millis(20));
                }
                false
            })
        };
        assert!(asked_to_show(&folder));
        assert!(first.join().unwrap());
        assert!(!wants_to_see(&folder));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn who_is_not_answered_takes_the_card_back() {
        let folder = folder("silent");
        assert!(!asked_to_show(&folder));
        assert!(!card(&folder).exists());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_of_somebody_else_is_not_written_to() {
        assert!(!asked_to_show(std::path::Path::new("/proc/nobody")));
    }
}
