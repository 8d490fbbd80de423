//! Replacing the master key: whoever is left out stays out, what was sealed stays readable.

use crate::place::{PASSWORD, Place, STEPS, add, count, entry};
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
    vault
        .put_account("1002", Administrator::No, LEAVING, &place.dice)
        .unwrap();
    vault
        .put_account("1003", Administrator::No, LEAVING, &place.dice)
        .unwrap();
    add(&vault, "a").unwrap();
    let seal = vault.read::<_, Error>(|tx| tx.seal_voucher(b"v")).unwrap();
    let kept = std::fs::read(place.path.join("keys.json")).unwrap();
    let staying = NewSlot {
        account: "1003",
        administrator: Administrator::No,
        secret: STAYING,
    };
    let codes = vault
        .rotate(&[admin(), staying], &entry("keys.rotate"), &place.dice)
        .unwrap();
    add(&vault, "b").unwrap();
    assert_eq!(count(&vault), 2);
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(3)
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
    let refused = vault.rotate(&[only], &entry("keys.rotate"), &place.dice);
    assert!(matches!(refused, Err(Error::Slots)));
    add(&vault, "still open").unwrap();
    drop(vault);
    assert_eq!(KeyFile::read(&place.path).unwrap().epoch, 1);
    assert!(Vault::recover(&place.folder, &codes[0], STEPS, 3).is_ok());
}

/// The key file as a rotation leaves it before the database is encrypted anew, and the
/// database before and after.
fn cut_off(name: &str) -> (Place, Vec<u8>, Vec<u8>) {
    let place = Place::new(name);
    let (vault, _) = place.create();
    vault
        .put_account("1002", Administrator::No, LEAVING, &place.dice)
        .unwrap();
    add(&vault, "a").unwrap();
    vault.checkpoint().unwrap();
    let before = std::fs::read(place.path.join("desk.db")).unwrap();
    vault
        .rotate(&[admin()], &entry("keys.rotate"), &place.dice)
        .unwrap();
    vault.checkpoint().unwrap();
    drop(vault);
    let pending = std::fs::read(place.path.join("keys.prev.json")).unwrap();
    (place, pending, before)
}

#[test]
fn a_rotation_cut_off_before_the_database_was_changed_is_taken_back() {
    let (place, pending, before) = cut_off("cut-before");
    std::fs::write(place.path.join("keys.json"), &pending).unwrap();
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    std::fs::write(place.path.join("desk.db"), before).unwrap();
    let vault = place.open();
    assert_eq!(count(&vault), 1);
    drop(vault);
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!((file.epoch, file.pending), (1, None));
    assert!(place.unlock("1002", LEAVING).is_ok());
}

#[test]
fn a_rotation_cut_off_after_the_database_was_changed_is_finished() {
    let (place, pending, _) = cut_off("cut-after");
    std::fs::write(place.path.join("keys.json"), &pending).unwrap();
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    assert!(
        matches!(place.unlock("1002", LEAVING), Err(Error::Unfinished)),
        "an old secret is told to fetch somebody with a new one"
    );
    assert_eq!(count(&place.open()), 1);
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!((file.epoch, file.pending), (2, None));
    assert!(matches!(
        place.unlock("1002", LEAVING),
        Err(Error::WrongSecret)
    ));
    assert_eq!(
        entries(&place.open()),
        2,
        "its entry was there and is not made twice"
    );
}

#[test]
fn a_finished_rotation_without_its_entry_gets_one_at_the_next_start() {
    let place = Place::new("entry");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    let head = std::fs::read(place.path.join("head.json")).unwrap();
    vault
        .rotate(&[admin()], &entry("keys.rotate"), &place.dice)
        .unwrap();
    // As the moment between the new encryption and the entry leaves it.
    vault
        .write::<_, Error>(|tx| {
            tx.execute("DROP TRIGGER journal_is_not_deleted", vault::args![])?;
            tx.is_only_a_draft();
            tx.execute("DELETE FROM journal WHERE seq = 2", vault::args![])
        })
        .unwrap();
    vault.checkpoint().unwrap();
    drop(vault);
    let pending = std::fs::read(place.path.join("keys.prev.json")).unwrap();
    std::fs::write(place.path.join("keys.json"), pending).unwrap();
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    std::fs::write(place.path.join("head.json"), head).unwrap();
    let vault = place.open();
    assert_eq!((vault.alarm(), entries(&vault)), (None, 2));
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(2)
    );
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
    vault
        .put_account("1002", Administrator::No, LEAVING, &place.dice)
        .unwrap();
    add(&vault, "a").unwrap();
    let made = vault.back_up("before", 10, &|_, _, _| {}).unwrap();
    vault
        .rotate(&[admin()], &entry("keys.rotate"), &place.dice)
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
        Verdict::Whole(2)
    );
    assert_eq!(KeyFile::read(&place.path).unwrap().epoch, 2);
}
