//! Backups carried to a second place, and whose a backup is.

use crate::backups::{QUIETLY, filled};
use crate::place::add;
use crate::rotation::rotated;
use std::cell::Cell;
use std::io::{Seek as _, SeekFrom, Write as _};
use vault::{Error, Stage, copy_to, list};

#[test]
fn a_copy_in_a_second_place_is_read_there_again() {
    let (place, vault, _) = filled("second");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let second = place.path.join("stick");
    assert!(
        copy_to(&made.path, &second, QUIETLY).is_err(),
        "a stick that is not there"
    );
    std::fs::create_dir(&second).unwrap();
    let copied = copy_to(&made.path, &second, QUIETLY).unwrap();
    assert_eq!(
        std::fs::read(&copied.path).unwrap(),
        std::fs::read(&made.path).unwrap()
    );
    assert_eq!(list(&second).len(), 1);
    // What is no backup is neither copied nor listed.
    let junk = place.path.join("junk.backup");
    std::fs::write(&junk, "SHOUWEN-BACKUP-1\nand nothing more").unwrap();
    assert!(copy_to(&junk, &second, QUIETLY).is_err());
    std::fs::copy(&junk, second.join("junk.backup")).unwrap();
    assert_eq!(list(&second).len(), 1);
}

#[test]
fn a_copy_tells_how_far_it_is() {
    let (place, vault, _) = filled("far");
    for n in 0..1_500 {
        add(&vault, &format!("more {n} {}", "x".repeat(900))).unwrap();
    }
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let size = std::fs::metadata(&made.path).unwrap().len();
    let second = place.path.join("stick");
    std::fs::create_dir(&second).unwrap();
    let last = Cell::new(0);
    let calls = Cell::new(0);
    let tell = |stage: Stage, done: u64, of: u64| {
        assert_eq!((stage, of), (Stage::Pack, size));
        assert!(last.get() < done && done <= of, "{done} of {of}");
        last.set(done);
        calls.set(calls.get() + 1);
    };
    copy_to(&made.path, &second, &tell).unwrap();
    assert_eq!(last.get(), size);
    assert!(calls.get() > 2, "told more than at the end");
}

#[test]
fn a_stick_that_keeps_something_else_holds_no_copy() {
    let (place, vault, _) = filled("liar");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let second = place.path.join("stick");
    std::fs::create_dir(&second).unwrap();
    let spoil = |_: Stage, done: u64, of: u64| {
        if done == of {
            let mut file = std::fs::File::options()
                .write(true)
                .open(second.join("b.tmp"))
                .unwrap();
            file.seek(SeekFrom::End(-100)).unwrap();
            file.write_all(b"something else").unwrap();
        }
    };
    assert!(matches!(
        copy_to(&made.path, &second, &spoil),
        Err(Error::Backup(_))
    ));
    assert_eq!(std::fs::read_dir(&second).unwrap().count(), 0);
}

#[test]
fn a_backup_is_known_by_the_keys_of_its_epoch_and_by_no_others() {
    let (place, vault, _) = filled("whose");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let old = vault.unsealed();
    assert!(old.has_sealed(&made.manifest));
    let (_other, stranger, _) = filled("whose-other");
    assert!(!stranger.unsealed().has_sealed(&made.manifest));
    let mut changed = made.manifest.clone();
    changed.at = 8;
    assert!(!old.has_sealed(&changed));
    rotated(&place, &vault);
    let later = vault.back_up("c", 9, QUIETLY).unwrap();
    let now = vault.unsealed();
    assert!(now.has_sealed(&made.manifest) && now.has_sealed(&later.manifest));
    assert!(!old.has_sealed(&later.manifest));
}

#[test]
fn a_backup_that_is_spoiled_while_it_is_written_is_none() {
    let (place, vault, _) = filled("spoiled");
    for n in 0..1_500 {
        add(&vault, &format!("more {n} {}", "x".repeat(900))).unwrap();
    }
    let folder = place.folder.backups();
    // The packed file at its end, its manifest, and the copy before it is read.
    for (file, from_end, when) in [
        ("b.tmp", -100, 1.0),
        ("b.tmp", 0, 1.0),
        ("b.db.tmp", -100, 0.1),
    ] {
        let done = Cell::new(false);
        let spoil = |stage: Stage, at: u64, of: u64| {
            let due = at as f64 >= of as f64 * when;
            if stage == Stage::Pack && due && !done.replace(true) {
                let path = folder.join(file);
                let bytes = std::fs::read(&path).unwrap();
                let label = "体检中心".as_bytes();
                let to = match from_end {
                    0 => bytes.windows(label.len()).position(|w| w == label).unwrap(),
                    _ => bytes.len() - 100,
                };
                let mut spoiled = std::fs::File::options().write(true).open(&path).unwrap();
                spoiled.seek(SeekFrom::Start(to as u64)).unwrap();
                spoiled.write_all("别".as_bytes()).unwrap();
            }
        };
        let refused = vault.back_up("b", 7, &spoil);
        assert!(
            done.get() && matches!(refused, Err(Error::Backup(_))),
            "{file} {refused:?}"
        );
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "{file}");
    }
    assert!(vault.back_up("b", 7, QUIETLY).is_ok());
}
