//! Replacing the master key: whoever is left out stays out, what was sealed stays readable.

use crate::place::{PASSWORD, Place, STEPS, add, count, entry, give};
use vault::{Administrator, Archive, Error, KeyFile, NewSlot, Vault, Verdict};

const LEAVING: &str = "沉默的 47 座灯塔";
const STAYING: &str = "ABCDE-FGHJK";

pub fn admin() -> NewSlot<'static> {
    NewSlot {
        account: "1001",
        administrator: Administrator::Yes,
        secret: PASSWORD,
    }
}

#[test]
fn whoever_left_opens_nothing_new_even_with_the_old_key_file() {
    let place = Place::new("leaver");
    let (vault, old_codes) = place.create();
    give(&place, &vault, "1002", Administrator::No, LEAVING);
    give(&place, &vault, "1003", Administrator::No, LEAVING);
    add(&vault, "a").unwrap();
    let seal = vault.read::<_, Error>(|tx| tx.seal_voucher(b"v")).unwrap();
    let kept = std::fs::read(place.path.join("keys.json")).unwrap();
    let staying = NewSlot {
        account: "1003",
        administrator: Administrator::No,
        secret: STAYING,
    };
    let ((), codes) = vault
        .rotate::<_, Error>(&[admin(), staying], &place.dice, |w| {
            w.note(&entry("keys.rotate"))
        })
        .unwrap();
    add(&vault, "b").unwrap();
    assert_eq!(count(&vault), 2);
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(5)
    );
    let seals = vault.read::<_, Error>(|tx| tx.voucher_seals(b"v")).unwrap();
    assert_eq!(
        (seals.len(), seals[1]),
        (2, seal),
        "a voucher given out before stays valid"
    );
    assert_ne!(seals[0], seal);
    assert!(!vault.confirmed());
    drop(vault);
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!((file.epoch, file.pending, file.slots.len()), (2, None, 4));
    for (account, secret, opens) in [
        ("1001", PASSWORD, true),
        ("1002", LEAVING, false),
        ("1003", LEAVING, false),
        ("1003", STAYING, true),
    ] {
        assert_eq!(place.unlock(account, secret).is_ok(), opens, "{account}");
    }
    for code in &old_codes {
        assert!(matches!(
            Vault::recover(&place.folder, code, STEPS, 3),
            Err(Error::WrongSecret)
        ));
    }
    for code in &codes {
        assert!(Vault::recover(&place.folder, code, STEPS, 3).is_ok());
    }
    // The leaver puts the old key file back and knows its password.
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    std::fs::write(place.path.join("keys.json"), kept).unwrap();
    assert!(matches!(
        place.unlock("1002", LEAVING),
        Err(Error::Damaged(_))
    ));
}

#[test]
fn a_rotation_without_an_administrator_changes_nothing() {
    let place = Place::new("no-admin");
    let (vault, codes) = place.create();
    let only = NewSlot {
        account: "1002",
        administrator: Administrator::No,
        secret: STAYING,
    };
    let refused = vault.rotate::<_, Error>(&[only], &place.dice, |w| w.note(&entry("keys.rotate")));
    assert!(matches!(refused, Err(Error::Slots)));
    add(&vault, "still open").unwrap();
    drop(vault);
    assert_eq!(KeyFile::read(&place.path).unwrap().epoch, 1);
    assert!(Vault::recover(&place.folder, &codes[0], STEPS, 3).is_ok());
}

/// Rotates; answers the key file that held both keys meanwhile.
pub fn rotated(place: &Place, vault: &Vault) -> Vec<u8> {
    cut(place, vault).remove(0).1
}

/// Rotates; answers the files as they lay once the database was encrypted anew and before
/// the entry was written.
fn cut(place: &Place, vault: &Vault) -> Vec<(&'static str, Vec<u8>)> {
    let done = vault.rotate::<_, Error>(&[admin()], &place.dice, |w| {
        w.note(&entry("keys.rotate"))?;
        let names = ["keys.json", "keys.next.json", "desk.db", "head.json"];
        let read = |name| Ok((name, std::fs::read(place.path.join(name))?));
        names.into_iter().map(read).collect()
    });
    done.unwrap().0
}

/// A vault with somebody who is left out of a rotation that was cut off.
fn leaving(name: &str) -> (Place, Vault) {
    let place = Place::new(name);
    let (vault, _) = place.create();
    give(&place, &vault, "1002", Administrator::No, LEAVING);
    add(&vault, "a").unwrap();
    vault.checkpoint().unwrap();
    (place, vault)
}

fn lay(place: &Place, files: &[(&str, Vec<u8>)]) {
    for name in [
        "desk.db-wal",
        "desk.db-shm",
        "keys.prev.json",
        "keys.next.json",
    ] {
        let _ = std::fs::remove_file(place.path.join(name));
    }
    for (name, bytes) in files {
        std::fs::write(place.path.join(name), bytes).unwrap();
    }
}

#[test]
fn a_rotation_cut_off_before_the_database_was_changed_is_taken_back() {
    let (place, vault) = leaving("cut-before");
    let before = std::fs::read(place.path.join("desk.db")).unwrap();
    let head = std::fs::read(place.path.join("head.json")).unwrap();
    let pending = rotated(&place, &vault);
    drop(vault);
    lay(
        &place,
        &[
            ("keys.json", pending),
            ("desk.db", before),
            ("head.json", head),
        ],
    );
    let vault = place.open();
    assert_eq!((count(&vault), vault.alarm()), (1, None));
    drop(vault);
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!((file.epoch, file.pending), (1, None));
    assert!(place.unlock("1002", LEAVING).is_ok());
}

#[test]
fn a_rotation_cut_off_before_its_entry_is_taken_back_with_all_that_belongs_to_it() {
    let (place, vault) = leaving("cut-after");
    let files = cut(&place, &vault);
    drop(vault);
    lay(&place, &files);
    assert!(
        matches!(place.unlock("1002", LEAVING), Err(Error::Unfinished)),
        "whoever has the old key only is told to fetch somebody with both"
    );
    let vault = place.open();
    assert_eq!(
        (count(&vault), vault.alarm(), entries(&vault)),
        (1, None, 2)
    );
    drop(vault);
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!((file.epoch, file.pending), (1, None));
    assert!(place.unlock("1002", LEAVING).is_ok());
    // The next one is not disturbed by it, nor are those after.
    for epoch in [2, 3] {
        rotated(&place, &place.open());
        assert_eq!(KeyFile::read(&place.path).unwrap().epoch, epoch);
    }
    let vault = place.open();
    let whole = vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap();
    assert_eq!(whole, Verdict::Whole(4));
}

#[test]
fn a_rotation_cut_off_after_its_entry_is_finished_by_the_file_that_was_laid_down() {
    let (place, vault) = leaving("cut-last");
    let pending = rotated(&place, &vault);
    vault.checkpoint().unwrap();
    let settled = std::fs::read(place.path.join("keys.json")).unwrap();
    let database = std::fs::read(place.path.join("desk.db")).unwrap();
    drop(vault);
    let files = [
        ("keys.json", pending),
        ("keys.next.json", settled.clone()),
        ("desk.db", database),
    ];
    lay(&place, &files);
    let vault = place.open();
    assert_eq!(
        (vault.alarm(), entries(&vault)),
        (None, 3),
        "its entry was there"
    );
    drop(vault);
    assert_eq!(
        std::fs::read(place.path.join("keys.json")).unwrap(),
        settled
    );
    assert!(!place.path.join("keys.next.json").exists());
}

fn entries(vault: &Vault) -> i64 {
    vault
        .read::<_, Error>(|tx| tx.value("SELECT count(*) AS value FROM journal", vault::args![]))
        .unwrap()
        .unwrap()
}

#[test]
fn a_backup_from_before_is_restored_under_the_key_in_force() {
    let place = Place::new("over");
    let (vault, _) = place.create();
    give(&place, &vault, "1002", Administrator::No, LEAVING);
    add(&vault, "a").unwrap();
    let made = vault.back_up("before", 10, &|_, _, _| {}).unwrap();
    vault
        .rotate::<_, Error>(&[admin()], &place.dice, |w| w.note(&entry("keys.rotate")))
        .unwrap();
    add(&vault, "b").unwrap();
    vault.checkpoint().unwrap();
    let current = vault.unsealed();
    drop(vault);
    let archive = Archive::read(&made.path).unwrap();
    let note = vault::RestoreNote {
        at: 20,
        actor: 1,
        role: "administrator",
        reason: "r",
        over: "own",
        by: "",
    };
    let opened = place.open().unsealed();
    vault::restore(
        &place.folder,
        &archive,
        &opened,
        Some(&current),
        &note,
        &|_, _, _| {},
    )
    .unwrap();
    assert!(matches!(
        place.unlock("1002", LEAVING),
        Err(Error::WrongSecret)
    ));
    let vault = place.open();
    assert_eq!((count(&vault), vault.alarm()), (1, None));
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(3)
    );
    assert_eq!(KeyFile::read(&place.path).unwrap().epoch, 2);
}
