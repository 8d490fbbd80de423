//! What the vault promises: only the right secret opens it, nothing changes
//! without a journal entry, and what was changed behind its back shows.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod backups;
mod copies;
mod heads;
mod in_force;
mod keys;
mod manifest;
mod place;
mod rotation;
mod set_up;
mod swaps;
mod together;

use place::{Place, STEPS, add, change_keys, checked, count, entry, give};
use vault::{Administrator, Error, Folder, KeyFile, Migration, Vault, Verdict, args};

#[test]
fn only_the_right_secret_opens_and_the_rows_are_still_there() {
    let place = Place::new("open");
    let (vault, codes) = place.create();
    add(&vault, "王芳 13812345678").unwrap();
    drop(vault);
    assert!(matches!(
        place.unlock("1001", "梧桐 3 棵"),
        Err(Error::WrongSecret)
    ));
    assert!(matches!(
        place.unlock("1002", "梧桐 2 棵"),
        Err(Error::WrongSecret)
    ));
    assert_eq!(count(&place.unlock("1001", "梧桐 2 棵").unwrap()), 1);
    let by_code = Vault::recover(&place.folder, &codes[1], STEPS, 3).unwrap();
    assert_eq!(count(&by_code), 1);
}

#[test]
fn no_file_holds_a_planted_name_in_clear() {
    let place = Place::new("clear");
    let (vault, _) = place.create();
    add(&vault, "planted-needle-7391").unwrap();
    vault.checkpoint().unwrap();
    drop(vault);
    for file in std::fs::read_dir(&place.path).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        assert!(!bytes.windows(19).any(|w| w == b"planted-needle-7391"));
    }
}

#[test]
fn a_change_without_a_journal_entry_is_rolled_back() {
    let place = Place::new("unjournaled");
    let (vault, _) = place.create();
    let refused = vault.write(|tx| {
        tx.insert(
            "INSERT INTO notes (text) VALUES ('x') RETURNING id",
            args![],
        )
        .map(drop)
    });
    assert!(matches!(refused, Err(Error::Unjournaled)));
    assert_eq!(count(&vault), 0);
}

#[test]
fn an_error_in_the_middle_leaves_nothing_behind() {
    let place = Place::new("rollback");
    let (vault, _) = place.create();
    add(&vault, "one").unwrap();
    let head = vault.read::<_, Error>(|tx| tx.journal_head()).unwrap();
    let refused = vault.write(|tx| {
        tx.insert(
            "INSERT INTO notes (text) VALUES ('two') RETURNING id",
            args![],
        )?;
        tx.note(&entry("notes.add"))?;
        tx.insert(
            "INSERT INTO notes (text) VALUES ('one') RETURNING id",
            args![],
        )
        .map(drop)
    });
    assert!(matches!(refused, Err(Error::Conflict)));
    assert_eq!(count(&vault), 1);
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.journal_head()).unwrap(),
        head
    );
}

#[test]
fn journal_rows_cannot_be_changed_and_the_chain_is_whole() {
    let place = Place::new("chain");
    let (vault, _) = place.create();
    for text in ["a", "b", "c"] {
        add(&vault, text).unwrap();
    }
    for sql in [
        "UPDATE journal SET detail = 'x' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 3",
    ] {
        let refused = vault.write(|tx| {
            tx.note(&entry("notes.tamper"))?;
            tx.execute(sql, args![])
        });
        assert!(refused.is_err(), "{sql}");
    }
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(3)
    );
}

#[test]
fn whoever_gets_past_the_trigger_is_still_found() {
    let place = Place::new("tamper");
    let (vault, _) = place.create();
    for text in ["a", "b", "c", "d"] {
        add(&vault, text).unwrap();
    }
    vault
        .write::<_, Error>(|tx| {
            tx.execute("DROP TRIGGER journal_is_not_changed", args![])?;
            tx.execute("UPDATE journal SET actor = 9 WHERE seq = 2", args![])?;
            tx.note(&entry("notes.tamper"))
        })
        .unwrap();
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Broken(2)
    );
}

#[test]
fn a_reader_cannot_change_anything() {
    let place = Place::new("reader");
    let (vault, _) = place.create();
    let refused = vault.read::<_, Error>(|tx| {
        tx.one(
            "INSERT INTO notes (text) VALUES ('x') RETURNING id",
            args![],
            |_| Ok(()),
        )
    });
    assert!(refused.is_err());
    assert_eq!(count(&vault), 0);
}

#[test]
fn sixteen_writers_leave_a_whole_chain_and_every_row() {
    let place = Place::new("writers");
    let (vault, _) = place.create();
    std::thread::scope(|scope| {
        for writer in 0..16 {
            let vault = &vault;
            scope.spawn(move || {
                for n in 0..10 {
                    add(vault, &format!("{writer}-{n}")).unwrap();
                }
            });
        }
    });
    assert_eq!(count(&vault), 160);
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(160)
    );
}

#[test]
fn a_second_owner_of_the_folder_is_refused() {
    let place = Place::new("owner");
    assert!(matches!(Folder::own(&place.path), Err(Error::InUse)));
}

#[test]
fn any_changed_parameter_of_a_slot_is_refused() {
    let place = Place::new("slot");
    drop(place.create());
    let path = place.path.join("keys.json");
    let good = std::fs::read_to_string(&path).unwrap();
    for (from, to) in [
        ("\"m\": 65536", "\"m\": 65537"),
        ("\"t\": 3", "\"t\": 4"),
        ("\"t\": 3", "\"t\": 2"),
        ("\"m\": 65536", "\"m\": 4294967295"),
        ("\"account\": \"1001\"", "\"account\": \"1002\""),
        ("\"training\": false", "\"training\": true"),
        ("\"label\": \"体检中心\"", "\"label\": \"别处\""),
    ] {
        let bad = good.replacen(from, to, 1);
        assert_ne!(bad, good, "{from}");
        std::fs::write(&path, checked(&bad)).unwrap();
        let _ = std::fs::remove_file(place.path.join("keys.prev.json"));
        let account = if to.contains("1002") { "1002" } else { "1001" };
        assert!(place.unlock(account, "梧桐 2 棵").is_err(), "{from} → {to}");
    }
    std::fs::write(&path, &good).unwrap();
    assert!(place.unlock("1001", "梧桐 2 棵").is_ok());
}

#[test]
fn a_damaged_key_file_falls_back_to_the_previous_copy() {
    let place = Place::new("previous");
    let (vault, _) = place.create();
    give(&place, &vault, "1002", Administrator::No, "另一句 很长的话");
    drop(vault);
    std::fs::write(place.path.join("keys.json"), b"{ half").unwrap();
    assert!(place.unlock("1001", "梧桐 2 棵").is_ok());
}

#[test]
fn any_flipped_bit_of_the_key_file_is_made_good_by_the_previous_copy_and_noted() {
    let place = Place::new("flipped");
    let (vault, _) = place.create();
    change_keys(&vault, |w| vault.set_confirmed(w)).unwrap();
    drop(vault);
    let path = place.path.join("keys.json");
    let good = std::fs::read(&path).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        std::fs::write(&path, &bad).unwrap();
        assert_eq!(KeyFile::read(&place.path).unwrap().seq, 2, "{at}");
        assert!(matches!(KeyFile::parse(&bad), Err(Error::Damaged(_))));
    }
    let vault = place.unlock("1001", "梧桐 2 棵").unwrap();
    assert_eq!(last_action(&vault), "keys.repair");
    drop(vault);
    let seq = |name| KeyFile::parse(&std::fs::read(place.path.join(name)).unwrap()).map(|f| f.seq);
    assert_eq!(seq("keys.json").unwrap(), 2, "a good copy again");
    assert_eq!(seq("keys.prev.json").unwrap(), 2);
    let vault = place.unlock("1001", "梧桐 2 棵").unwrap();
    let repairs = "SELECT count(*) AS value FROM journal WHERE action = 'keys.repair'";
    let noted: i64 = vault.read(|tx| tx.value(repairs, &[])).unwrap().unwrap();
    assert_eq!(noted, 1, "once");
}

fn last_action(vault: &Vault) -> String {
    let sql = "SELECT action AS value FROM journal ORDER BY seq DESC LIMIT 1";
    vault
        .read::<_, Error>(|tx| tx.value(sql, &[]))
        .unwrap()
        .unwrap()
}

#[test]
fn the_last_administrator_s_slot_cannot_go() {
    let place = Place::new("last");
    let (vault, _) = place.create();
    assert!(matches!(
        change_keys(&vault, |w| vault.drop_account(w, "1001")),
        Err(Error::Slots)
    ));
    give(
        &place,
        &vault,
        "1002",
        Administrator::Yes,
        "另一句 很长的话",
    );
    change_keys(&vault, |w| vault.drop_account(w, "1001")).unwrap();
    drop(vault);
    assert!(matches!(
        place.unlock("1001", "梧桐 2 棵"),
        Err(Error::WrongSecret)
    ));
    assert!(place.unlock("1002", "另一句 很长的话").is_ok());
    assert_eq!(KeyFile::read(&place.path).unwrap().label, "体检中心");
}

#[test]
fn a_missing_database_is_said_and_not_replaced_by_an_empty_one() {
    let place = Place::new("missing");
    drop(place.create());
    std::fs::remove_file(place.path.join("desk.db")).unwrap();
    assert!(matches!(
        place.unlock("1001", "梧桐 2 棵"),
        Err(Error::Damaged(_))
    ));
    assert!(!place.path.join("desk.db").exists());
}

#[test]
fn a_newer_file_and_an_edited_migration_are_refused() {
    let place = Place::new("newer");
    drop(place.create());
    let older: &[Migration] = &[];
    let refused = Vault::unlock(&place.folder, "1001", "梧桐 2 棵", older, 2);
    assert!(matches!(refused, Err(Error::Newer)));
    let edited = [Migration {
        sql: "CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT;",
        ..STEPS[0]
    }];
    let refused = Vault::unlock(&place.folder, "1001", "梧桐 2 棵", &edited, 2);
    assert!(matches!(refused, Err(Error::Damaged(_))));
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new("private");
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    for name in ["keys.json", "desk.db", "desk.db-wal"] {
        let mode = std::fs::metadata(place.path.join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
}
