//! Key file and database change together: what was refused has not happened, what was cut
//! off is finished or taken back, and an earlier key file opens with a printed code only.

use crate::place::{PASSWORD, Place, STEPS, add, change_keys, count, entry, give};
use vault::{Administrator, Error, KeyFile, Vault};

const OTHER: &str = "另一句 很长的话";
const NEW: &str = "新的 9 座灯塔";

/// Somebody with a password of their own.
fn staffed(name: &str) -> (Place, Vault, [vault::Code; 2]) {
    let place = Place::new(name);
    let (vault, codes) = place.create();
    give(&place, &vault, "1002", Administrator::No, OTHER);
    (place, vault, codes)
}

fn copies(place: &Place) -> Vec<(&'static str, Vec<u8>)> {
    let names = ["keys.json", "keys.prev.json"];
    let read = |name| (name, std::fs::read(place.path.join(name)).unwrap());
    names.into_iter().map(read).collect()
}

fn lay(place: &Place, files: &[(&str, Vec<u8>)]) {
    for (name, bytes) in files {
        std::fs::write(place.path.join(name), bytes).unwrap();
    }
}

#[test]
fn a_change_that_is_refused_leaves_the_keys_as_they_were() {
    let (place, vault, codes) = staffed("refused");
    let refused = vault.write(|w| {
        vault.put_account(w, "1002", Administrator::No, NEW, &place.dice)?;
        vault.renew_codes(w, &place.dice)?;
        w.note(&entry("staff.change"))?;
        Err::<(), _>(Error::Conflict)
    });
    assert!(matches!(refused, Err(Error::Conflict)));
    drop(vault);
    assert!(place.unlock("1002", NEW).is_err());
    assert!(place.unlock("1002", OTHER).is_ok());
    assert!(Vault::recover(&place.folder, &codes[0], STEPS, 3).is_ok());
}

#[test]
fn a_change_without_an_entry_changes_no_key_either() {
    let (place, vault, _) = staffed("unjournaled-keys");
    let refused = vault
        .write::<_, Error>(|w| vault.put_account(w, "1002", Administrator::No, NEW, &place.dice));
    assert!(matches!(refused, Err(Error::Unjournaled)));
    drop(vault);
    assert!(place.unlock("1002", NEW).is_err());
}

#[test]
fn a_key_file_that_cannot_be_laid_down_takes_the_whole_change_back() {
    let (place, vault, _) = staffed("unlaid");
    std::fs::create_dir(place.path.join("keys.next.tmp")).unwrap();
    let refused = vault.write::<_, Error>(|w| {
        vault.put_account(w, "1002", Administrator::No, NEW, &place.dice)?;
        w.execute("INSERT INTO notes (text) VALUES ('with it')", &[])?;
        w.note(&entry("staff.change"))
    });
    assert!(refused.is_err());
    assert_eq!(count(&vault), 0);
    add(&vault, "the desk goes on").unwrap();
    std::fs::remove_dir(place.path.join("keys.next.tmp")).unwrap();
    give(&place, &vault, "1002", Administrator::No, NEW);
    drop(vault);
    assert!(place.unlock("1002", NEW).is_ok());
}

#[test]
fn what_was_committed_and_not_put_in_place_is_finished_at_the_next_start() {
    let (place, vault, _) = staffed("finished");
    let before = copies(&place);
    give(&place, &vault, "1002", Administrator::No, NEW);
    drop(vault);
    let next = std::fs::read(place.path.join("keys.json")).unwrap();
    lay(&place, &before);
    std::fs::write(place.path.join("keys.next.json"), &next).unwrap();
    // Whoever comes first: also the secret that opens it no more.
    assert!(matches!(
        place.unlock("1002", OTHER),
        Err(Error::WrongSecret)
    ));
    assert_eq!(std::fs::read(place.path.join("keys.json")).unwrap(), next);
    assert!(place.unlock("1002", NEW).is_ok());
    lay(&place, &before);
    std::fs::write(place.path.join("keys.next.json"), &next).unwrap();
    assert_eq!(place.open().alarm(), None);
    assert_eq!(
        std::fs::read(place.path.join("keys.prev.json")).unwrap(),
        next
    );
}

#[test]
fn what_was_laid_down_and_not_committed_is_not_in_force() {
    let (place, vault, _) = staffed("not-committed");
    vault.checkpoint().unwrap();
    let before = copies(&place);
    let (database, head) = (place.path.join("desk.db"), place.path.join("head.json"));
    let kept = (
        std::fs::read(&database).unwrap(),
        std::fs::read(&head).unwrap(),
    );
    give(&place, &vault, "1002", Administrator::No, NEW);
    vault.checkpoint().unwrap();
    drop(vault);
    let next = std::fs::read(place.path.join("keys.json")).unwrap();
    lay(&place, &before);
    std::fs::write(&database, kept.0).unwrap();
    std::fs::write(&head, kept.1).unwrap();
    std::fs::write(place.path.join("keys.next.json"), &next).unwrap();
    assert!(matches!(place.unlock("1002", NEW), Err(Error::WrongSecret)));
    assert!(place.unlock("1002", OTHER).is_ok());
    // The next change is not disturbed by what was left.
    let vault = place.open();
    give(&place, &vault, "1003", Administrator::No, NEW);
    drop(vault);
    assert!(place.unlock("1003", NEW).is_ok());
    assert!(place.unlock("1002", NEW).is_err());
}

#[test]
fn earlier_key_files_open_with_a_printed_code_only_and_bring_no_slot_back() {
    let (place, vault, codes) = staffed("earlier");
    give(&place, &vault, "1004", Administrator::No, OTHER);
    let earlier = copies(&place);
    change_keys(&vault, |w| vault.drop_account(w, "1002")).unwrap();
    give(&place, &vault, "1001", Administrator::Yes, NEW);
    drop(vault);
    for deleted in ["keys.json", "keys.prev.json"] {
        std::fs::remove_file(place.path.join(deleted)).unwrap();
        assert!(place.unlock("1002", OTHER).is_err(), "{deleted}");
        assert!(place.unlock("1001", PASSWORD).is_err(), "{deleted}");
        assert!(place.unlock("1001", NEW).is_ok(), "{deleted}");
    }
    lay(&place, &earlier);
    for (account, secret) in [("1001", PASSWORD), ("1002", OTHER), ("1004", OTHER)] {
        let refused = place.unlock(account, secret);
        assert!(matches!(refused, Err(Error::OldKeys)), "{account}");
    }
    assert!(matches!(place.unlock("1001", NEW), Err(Error::WrongSecret)));
    let vault = Vault::recover(&place.folder, &codes[0], STEPS, 3).unwrap();
    let told = "SELECT detail AS value FROM journal WHERE action = 'keys.repair' ORDER BY seq DESC LIMIT 1";
    let told: Option<String> = vault.read::<_, Error>(|tx| tx.value(told, &[])).unwrap();
    assert_eq!(told.as_deref(), Some("older"));
    change_keys(&vault, |w| {
        vault.put_account(w, "1001", Administrator::Yes, NEW, &place.dice)?;
        vault.renew_codes(w, &place.dice)
    })
    .unwrap();
    drop(vault);
    assert!(place.unlock("1001", NEW).is_ok());
    assert!(
        place.unlock("1002", OTHER).is_err(),
        "whoever was removed stays so"
    );
    assert!(
        place.unlock("1004", OTHER).is_ok(),
        "whoever was not comes in"
    );
    assert!(place.unlock("1001", PASSWORD).is_err());
}

#[test]
fn a_folder_of_an_earlier_version_opens_and_is_noted_from_then_on() {
    let (place, vault, _) = staffed("upgrade");
    let earlier = copies(&place);
    vault
        .write::<_, Error>(|w| {
            w.execute("DROP TABLE key_file", &[])?;
            w.note(&entry("notes.add"))
        })
        .unwrap();
    drop(vault);
    let vault = place.open();
    change_keys(&vault, |w| vault.set_confirmed(w)).unwrap();
    drop(vault);
    lay(&place, &earlier);
    let refused = place.open_or_refused();
    assert!(matches!(refused, Err(Error::OldKeys)));
}

#[test]
fn another_program_s_change_of_the_key_file_is_not_written_over() {
    let (place, vault, _) = staffed("changed");
    vault.checkpoint().unwrap();
    // As a second program leaves it, on a copy of the folder.
    let second = Place::new("changed-second");
    for name in ["desk.db", "keys.json", "head.json"] {
        std::fs::copy(place.path.join(name), second.path.join(name)).unwrap();
    }
    give(&second, &second.open(), "1002", Administrator::No, NEW);
    let later = std::fs::read(second.path.join("keys.json")).unwrap();
    std::fs::write(place.path.join("keys.json"), &later).unwrap();
    let change =
        |w: &vault::WriteTx<'_>| vault.put_account(w, "1003", Administrator::No, NEW, &place.dice);
    let refused = change_keys(&vault, change);
    assert!(matches!(refused, Err(Error::KeysChanged)));
    assert_eq!(std::fs::read(place.path.join("keys.json")).unwrap(), later);
    // Without a seal that fits it is damage and not a change: made good.
    let mut edited = KeyFile::parse(&later).unwrap();
    edited.seq += 1;
    std::fs::write(place.path.join("keys.json"), edited.text().unwrap()).unwrap();
    change_keys(&vault, change).unwrap();
    drop(vault);
    assert!(place.unlock("1003", NEW).is_ok());
}

#[test]
fn a_second_program_is_kept_out_though_the_lock_file_was_deleted() {
    let (place, vault, _) = staffed("unlocked");
    std::fs::remove_file(place.path.join("desk.lock")).unwrap();
    let second = vault::Folder::own(&place.path);
    assert!(matches!(second, Err(Error::InUse)));
    drop(vault);
}
