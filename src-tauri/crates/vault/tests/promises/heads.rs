//! What is noted outside the database: lost operations are counted, not passed over.

use crate::place::{Place, add, entry};
use std::path::Path;
use vault::{Alarm, Error, Vault};

fn snapshot(place: &Place) -> Vec<(String, Vec<u8>)> {
    let read = |name: &str| std::fs::read(place.path.join(name)).map(|b| (name.to_owned(), b));
    ["desk.db", "desk.db-wal", "head.json"]
        .iter()
        .filter_map(|n| read(n).ok())
        .collect()
}

fn put_back(place: &Place, files: &[(String, Vec<u8>)], names: &[&str]) {
    for name in ["desk.db", "desk.db-wal", "desk.db-shm"] {
        let _ = std::fs::remove_file(place.path.join(name));
    }
    for (name, bytes) in files.iter().filter(|(n, _)| names.contains(&n.as_str())) {
        std::fs::write(place.path.join(name), bytes).unwrap();
    }
}

#[test]
fn an_older_database_put_back_says_how_many_operations_are_missing() {
    let place = Place::new("older");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    vault.checkpoint().unwrap();
    let old = snapshot(&place);
    for text in ["b", "c", "d"] {
        add(&vault, text).unwrap();
    }
    vault.checkpoint().unwrap();
    assert_eq!(vault.alarm(), None);
    drop(vault);
    put_back(&place, &old, &["desk.db"]);
    let vault = place.open();
    assert_eq!(
        vault.alarm(),
        Some(Alarm::Missing {
            operations: 3,
            last: 1
        })
    );
    // What is done meanwhile does not wipe the evidence away.
    add(&vault, "e").unwrap();
    drop(vault);
    assert_eq!(
        place.open().alarm(),
        Some(Alarm::Missing {
            operations: 2,
            last: 2
        })
    );
}

#[test]
fn a_history_that_went_another_way_is_told() {
    let place = Place::new("other");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    vault.checkpoint().unwrap();
    let old = snapshot(&place);
    add(&vault, "b").unwrap();
    let head = std::fs::read(place.path.join("head.json")).unwrap();
    drop(vault);
    put_back(&place, &old, &["desk.db", "head.json"]);
    let vault = place.open();
    assert_eq!(
        vault.alarm(),
        None,
        "both put back: only paper and other places know"
    );
    add(&vault, "another").unwrap();
    add(&vault, "y").unwrap();
    drop(vault);
    std::fs::write(place.path.join("head.json"), head).unwrap();
    assert_eq!(place.open().alarm(), Some(Alarm::Different { at: 2 }));
}

#[test]
fn a_deleted_log_is_counted() {
    let place = Place::new("log");
    let (vault, _) = place.create();
    vault.checkpoint().unwrap();
    for text in ["a", "b"] {
        add(&vault, text).unwrap();
    }
    // As a killed process leaves it: closing in order would fold the log in.
    let killed = snapshot(&place);
    drop(vault);
    put_back(&place, &killed, &["desk.db", "head.json"]);
    assert_eq!(
        place.open().alarm(),
        Some(Alarm::Missing {
            operations: 2,
            last: 0
        })
    );
    put_back(&place, &killed, &["desk.db", "desk.db-wal", "head.json"]);
    assert_eq!(place.open().alarm(), None);
}

#[test]
fn a_missing_foreign_or_edited_head_is_an_alarm_of_its_own() {
    let place = Place::new("nohead");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    drop(vault);
    let path = place.path.join("head.json");
    let good = std::fs::read_to_string(&path).unwrap();
    let other = Place::new("nohead-other");
    drop(other.create());
    let foreign = std::fs::read_to_string(other.path.join("head.json")).unwrap();
    for bad in [
        good.replacen("\"seq\":1", "\"seq\":0", 1),
        good.replacen("\"branch\":\"\"", "\"branch\":\"x\"", 1),
        good.replacen("\"keys\":1", "\"keys\":0", 1),
        good.replacen("\"left\":[]", "\"left\":[\"x\"]", 1),
        good.replacen("\"at\":5", "\"at\":6", 1),
        good[..good.len() / 2].to_owned(),
        foreign,
        String::new(),
    ] {
        assert_ne!(bad, good);
        std::fs::write(&path, &bad).unwrap();
        assert_eq!(place.open().alarm(), Some(Alarm::NoHead), "{bad}");
    }
    std::fs::remove_file(&path).unwrap();
    assert_eq!(place.open().alarm(), Some(Alarm::NoHead));
    std::fs::write(&path, &good).unwrap();
    assert_eq!(place.open().alarm(), None);
}

#[test]
fn whoever_settles_an_alarm_leaves_an_entry_and_a_new_head() {
    let place = Place::new("settle");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    drop(vault);
    std::fs::remove_file(place.path.join("head.json")).unwrap();
    let vault = place.open();
    vault.settle_alarm(&entry("integrity.go_on"), &[]).unwrap();
    assert_eq!(vault.alarm(), None);
    drop(vault);
    let vault = place.open();
    assert_eq!(vault.alarm(), None);
    let actions: Vec<String> = vault
        .read::<_, Error>(|tx| {
            tx.all(
                "SELECT action FROM journal ORDER BY seq",
                vault::args![],
                |r| r.get("action"),
            )
        })
        .unwrap();
    assert_eq!(actions, ["notes.add", "integrity.go_on"]);
}

#[test]
fn the_log_is_folded_in_after_five_quiet_seconds() {
    let place = Place::new("quiet");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    let log = |place: &Place| size(&place.path.join("desk.db-wal"));
    assert!(log(&place) > 0);
    vault.tidy(100_000).unwrap();
    vault.tidy(104_999).unwrap();
    assert!(log(&place) > 0, "not yet");
    add(&vault, "b").unwrap();
    vault.tidy(105_000).unwrap();
    vault.tidy(109_999).unwrap();
    assert!(log(&place) > 0, "the quiet begins again with every commit");
    vault.tidy(110_000).unwrap();
    assert_eq!(log(&place), 0);
    // A clock that was set back folds it in as well, rather than waiting for years.
    add(&vault, "c").unwrap();
    vault.tidy(200_000).unwrap();
    vault.tidy(100_000).unwrap();
    assert_eq!(log(&place), 0);
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |m| m.len())
}

#[test]
fn a_head_that_cannot_be_written_fails_no_commit_and_is_written_later() {
    let place = Place::new("late");
    let (vault, _) = place.create();
    // A folder under the temporary name: the head file cannot be replaced.
    std::fs::create_dir(place.path.join("head.tmp")).unwrap();
    add(&vault, "a").unwrap();
    std::fs::remove_dir(place.path.join("head.tmp")).unwrap();
    let behind = std::fs::read_to_string(place.path.join("head.json")).unwrap();
    assert!(behind.contains("\"seq\":0"));
    vault.checkpoint().unwrap();
    let caught_up = std::fs::read_to_string(place.path.join("head.json")).unwrap();
    assert!(caught_up.contains("\"seq\":1"));
    drop(vault);
    std::fs::write(place.path.join("head.json"), behind).unwrap();
    assert_eq!(
        place.open().alarm(),
        None,
        "a head that is behind is no loss"
    );
}

#[test]
fn the_folder_s_own_backups_are_compared_too() {
    let place = Place::new("beside");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    vault.checkpoint().unwrap();
    let old = snapshot(&place);
    add(&vault, "b").unwrap();
    vault.back_up("later", 10, &|_, _, _| {}).unwrap();
    drop(vault);
    put_back(&place, &old, &["desk.db", "head.json"]);
    let vault = place.open();
    assert_eq!(
        vault.alarm(),
        Some(Alarm::Missing {
            operations: 1,
            last: 1
        })
    );
    let settled = vault::Entry {
        at: 11,
        ..entry("integrity.go_on")
    };
    vault.settle_alarm(&settled, &[]).unwrap();
    drop(vault);
    for text in ["c", "d"] {
        let vault = place.open();
        assert_eq!(vault.alarm(), None, "what was decided is not asked again");
        add(&vault, text).unwrap();
    }
    assert_eq!(place.open().alarm(), None, "nor after work that followed");
}

#[test]
fn a_damaged_page_is_found_when_the_program_first_opens_the_file() {
    let place = Place::new("page");
    let (vault, _) = place.create();
    for n in 0..200 {
        add(&vault, &format!("{n} {}", "x".repeat(500))).unwrap();
    }
    vault.checkpoint().unwrap();
    drop(vault);
    let path = place.path.join("desk.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let Place {
        path: root, folder, ..
    } = &place;
    drop(std::sync::Arc::clone(folder));
    let copy = Place::new("page-copy");
    for name in ["desk.db", "keys.json", "head.json"] {
        std::fs::copy(root.join(name), copy.path.join(name)).unwrap();
    }
    let refused = Vault::unlock(
        &copy.folder,
        "1001",
        crate::place::PASSWORD,
        crate::place::STEPS,
        2,
    );
    assert!(matches!(refused, Err(Error::Damaged(_))));
}
