//! The swap of a restore: whatever cuts it off, the next start finishes it or leaves the old
//! set; a mark that is not ours moves nothing.

use crate::place::Place;
use std::path::{Path, PathBuf};
use vault::Folder;

#[test]
fn a_swap_that_was_cut_off_anywhere_is_finished_at_the_next_start() {
    // Every prefix of the renames a restore makes, laid out by hand.
    let names = ["desk.db", "keys.json", "head.json"];
    let new = a_set("swap-set");
    for moved_aside in 0..=4 {
        for moved_in in 0..=3 {
            let root = scratch(&format!("swap-{moved_aside}-{moved_in}"));
            let staging = root.join("restoring");
            let aside = root.join("before-restore-1");
            std::fs::create_dir_all(&staging).unwrap();
            std::fs::create_dir_all(&aside).unwrap();
            let olds = ["desk.db-wal", "desk.db", "keys.json", "head.json"];
            for (index, name) in olds.iter().enumerate() {
                let there = if index < moved_aside { &aside } else { &root };
                std::fs::write(there.join(name), "old").unwrap();
            }
            for (index, name) in names.iter().enumerate() {
                // A new file is in place only once the old one of its name is aside.
                let place_is_free = index + 1 < moved_aside;
                let there = if index < moved_in && place_is_free {
                    &root
                } else {
                    &staging
                };
                std::fs::write(there.join(name), &new[index]).unwrap();
            }
            std::fs::write(root.join("restoring.go"), "before-restore-1").unwrap();
            drop(Folder::own(&root).unwrap());
            for (index, name) in names.into_iter().enumerate() {
                assert_eq!(
                    std::fs::read(root.join(name)).unwrap(),
                    new[index],
                    "{moved_aside} {moved_in} {name}"
                );
                assert_eq!(
                    read(&aside.join(name)),
                    "old",
                    "{moved_aside} {moved_in} {name}"
                );
            }
            assert!(!root.join("desk.db-wal").exists() && aside.join("desk.db-wal").exists());
            assert!(!staging.exists() && !root.join("restoring.go").exists());
            std::fs::remove_dir_all(&root).unwrap();
        }
    }
}

#[test]
fn a_restored_file_that_a_power_cut_shows_under_both_names_does_not_take_the_old_one_s_place() {
    let root = scratch("both-names");
    let (staging, aside) = (root.join("restoring"), root.join("before-restore-1"));
    for folder in [&staging, &aside] {
        std::fs::create_dir_all(folder).unwrap();
    }
    for (folder, text) in [(&root, "new"), (&staging, "new"), (&aside, "old")] {
        std::fs::write(folder.join("desk.db"), text).unwrap();
    }
    // The old log as well: it belongs to the old database and to no other.
    for folder in [&root, &aside] {
        std::fs::write(folder.join("desk.db-wal"), "old").unwrap();
    }
    std::fs::write(root.join("restoring.go"), "before-restore-1").unwrap();
    drop(Folder::own(&root).unwrap());
    assert_eq!(read(&root.join("desk.db")), "new");
    assert_eq!(read(&aside.join("desk.db")), "old");
    assert_eq!(read(&aside.join("desk.db-wal")), "old");
    assert!(!root.join("desk.db-wal").exists() && !staging.exists());
    std::fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_restore_cut_off_before_its_mark_leaves_the_old_set() {
    let root = scratch("unmarked");
    std::fs::create_dir_all(root.join("restoring")).unwrap();
    std::fs::write(root.join("restoring/desk.db"), "new").unwrap();
    std::fs::write(root.join("desk.db"), "old").unwrap();
    drop(Folder::own(&root).unwrap());
    assert_eq!(read(&root.join("desk.db")), "old");
    assert!(!root.join("restoring").exists());
    std::fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_mark_that_is_not_ours_moves_nothing_out_of_the_folder_and_stops_nobody() {
    let outside = scratch("escape-outside");
    let new = a_set("escape-set");
    let there = format!("../{}/x", outside.file_name().unwrap().to_str().unwrap());
    let marks = [
        "",
        "..",
        "/",
        "/tmp/elsewhere",
        "before-restore-",
        "before-restore-1/../x",
    ];
    for mark in marks.into_iter().chain([there.as_str()]) {
        let root = scratch("escape");
        std::fs::create_dir_all(root.join("restoring")).unwrap();
        for (name, bytes) in ["desk.db", "keys.json", "head.json"].iter().zip(&new) {
            std::fs::write(root.join("restoring").join(name), bytes).unwrap();
        }
        std::fs::write(root.join("desk.db"), "old").unwrap();
        std::fs::write(root.join("restoring.go"), mark).unwrap();
        drop(Folder::own(&root).unwrap());
        assert_eq!(
            read(&root.join("before-restore-1/desk.db")),
            "old",
            "{mark}"
        );
        assert_eq!(std::fs::read(root.join("desk.db")).unwrap(), new[0]);
        assert!(!root.join("restoring.go").exists());
        assert_eq!(std::fs::read_dir(&outside).unwrap().count(), 0);
        std::fs::remove_dir_all(&root).unwrap();
    }
    std::fs::remove_dir_all(&outside).unwrap();
}

fn scratch(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("vault-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Database, key file and head file of a vault.
fn a_set(name: &str) -> [Vec<u8>; 3] {
    let place = Place::new(name);
    let (vault, _) = place.create();
    vault.checkpoint().unwrap();
    drop(vault);
    ["desk.db", "keys.json", "head.json"].map(|name| std::fs::read(place.path.join(name)).unwrap())
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}
