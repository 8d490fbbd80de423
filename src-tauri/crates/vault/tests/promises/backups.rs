//! Backups: what was not read again is none; a restore is the old set or the new one.

use crate::place::{PASSWORD, Place, STEPS, add, change_keys, count, entry, give};
use vault::{
    Archive, Error, KeyFile, Migration, RestoreNote, Stage, Vault, Verdict, list, restore,
};

pub const QUIETLY: vault::Progress<'static> = &|_, _, _| {};
pub const NOTE: RestoreNote<'static> = RestoreNote {
    at: 99,
    actor: 0,
    role: "administrator",
    reason: "drill",
    over: "own",
    by: "",
};

pub fn filled(name: &str) -> (Place, Vault, [vault::Code; 2]) {
    let place = Place::new(name);
    let (vault, codes) = place.create();
    for n in 0..30 {
        add(&vault, &format!("{n} {}", "王".repeat(300))).unwrap();
    }
    (place, vault, codes)
}

#[test]
fn a_backup_is_one_file_that_says_what_it_holds() {
    let (place, vault, _) = filled("one");
    let stages = std::cell::RefCell::new(Vec::new());
    let told = |stage: Stage, done: u64, of: u64| {
        assert!(done <= of);
        let mut stages = stages.borrow_mut();
        if stages.last() != Some(&stage) {
            stages.push(stage);
        }
    };
    let made = vault.back_up("first", 7, &told).unwrap();
    assert_eq!(
        stages.into_inner(),
        [Stage::Copy, Stage::Check, Stage::Pack]
    );
    let m = &made.manifest;
    assert_eq!((m.at, m.schema, m.journal_seq, m.epoch), (7, 1, 30, 1));
    assert_eq!((m.rows["notes"], m.rows["journal"]), (30, 30));
    assert_eq!(m.label, "体检中心");
    let names: Vec<_> = std::fs::read_dir(place.path.join("backups"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["first.backup"], "nothing half made lies beside it");
    let bytes = std::fs::read(&made.path).unwrap();
    assert!(!bytes.windows(6).any(|w| w == "王王".as_bytes()));
    assert!(matches!(
        vault.back_up("first", 8, QUIETLY),
        Err(Error::Exists)
    ));
    let archive = Archive::read(&made.path).unwrap();
    archive
        .verify(&vault.unsealed(), vault.folder(), QUIETLY)
        .unwrap();
    assert!(!place.path.join("checking.db").exists());
}

#[test]
fn writing_goes_on_while_a_backup_is_made_and_the_view_is_one() {
    let (_place, vault, _) = filled("beside");
    let during = std::cell::Cell::new(0);
    let made = vault
        .back_up("b", 7, &|stage, _, _| {
            if stage == Stage::Copy && during.get() < 5 {
                during.set(during.get() + 1);
                add(&vault, &format!("during {}", during.get())).unwrap();
            }
        })
        .unwrap();
    assert!(during.get() > 0);
    assert_eq!(made.manifest.rows["notes"], 30);
    assert_eq!(count(&vault), 30 + during.get());
}

#[test]
fn a_new_machine_opens_from_backup_and_printed_code() {
    let (place, vault, codes) = filled("bare");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    drop(vault);
    let bare = Place::new("bare-new");
    let carried = bare.path.join("carried.backup");
    std::fs::copy(&made.path, &carried).unwrap();
    drop(place);
    let archive = Archive::read(&carried).unwrap();
    assert!(matches!(
        archive.unseal_with_code("AAAAA"),
        Err(Error::WrongSecret)
    ));
    let opened = archive.unseal_with_code(&codes[1]).unwrap();
    let restored = restore(&bare.folder, &archive, &opened, None, &NOTE, QUIETLY).unwrap();
    assert_eq!((restored.aside, restored.journal_seq), (None, 30));
    let vault = Vault::recover(&bare.folder, &codes[0], STEPS, 100).unwrap();
    assert_eq!((count(&vault), vault.alarm()), (30, None));
    assert_eq!(
        vault.read::<_, Error>(|tx| tx.verify_journal()).unwrap(),
        Verdict::Whole(31)
    );
    drop(vault);
    assert_eq!(count(&bare.open()), 30);
}

#[test]
fn a_restore_puts_the_old_set_aside_and_keeps_the_newer_key_file() {
    let (place, vault, _) = filled("aside");
    give(
        &place,
        &vault,
        "1002",
        vault::Administrator::No,
        "临时 的 口令",
    );
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    change_keys(&vault, |w| vault.drop_account(w, "1002")).unwrap();
    add(&vault, "after").unwrap();
    let current = vault.unsealed();
    vault.checkpoint().unwrap();
    drop(vault);
    let archive = Archive::read(&made.path).unwrap();
    let done = restore(
        &place.folder,
        &archive,
        &current,
        Some(&current),
        &NOTE,
        QUIETLY,
    )
    .unwrap();
    let aside = done.aside.unwrap();
    assert!(aside.join("desk.db").exists() && aside.join("keys.json").exists());
    let vault = place.open();
    assert_eq!((count(&vault), vault.alarm()), (30, None));
    drop(vault);
    assert!(
        matches!(
            place.unlock("1002", "临时 的 口令"),
            Err(Error::WrongSecret)
        ),
        "who left does not come back with an old backup"
    );
    // The set put aside is whole: it opens from a folder of its own.
    let other = Place::new("aside-other");
    for name in ["desk.db", "keys.json", "head.json"] {
        std::fs::copy(aside.join(name), other.path.join(name)).unwrap();
    }
    assert_eq!(count(&other.open()), 31);
}

#[test]
fn a_changed_cut_or_foreign_file_is_refused_and_nothing_changes() {
    let (place, vault, _) = filled("refused");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let opened = vault.unsealed();
    drop(vault);
    let good = std::fs::read(&made.path).unwrap();
    let bad_path = place.path.join("bad.backup");
    let refuses = |bytes: &[u8], why: &str| {
        std::fs::write(&bad_path, bytes).unwrap();
        let done = Archive::read(&bad_path)
            .and_then(|a| restore(&place.folder, &a, &opened, None, &NOTE, QUIETLY));
        assert!(done.is_err(), "{why}");
        assert!(!place.path.join("restoring").exists(), "{why}");
        assert!(!place.path.join("restoring.go").exists(), "{why}");
    };
    for position in (0..good.len()).step_by(good.len() / 60) {
        let mut bad = good.clone();
        bad[position] ^= 0x10;
        refuses(&bad, &format!("flip at {position}"));
    }
    for length in [0, 5, 17, 20, 21, 400, good.len() - 4096, good.len() - 1] {
        refuses(&good[..length], &format!("cut to {length}"));
    }
    refuses(&[good.as_slice(), b"x"].concat(), "one byte more");
    let mut huge = good.clone();
    huge[17..21].copy_from_slice(&u32::MAX.to_le_bytes());
    refuses(&huge, "a crafted length");
    let (_other, stranger, _) = filled("refused-other");
    let archive = Archive::read(&made.path).unwrap();
    assert!(
        archive
            .verify(&stranger.unsealed(), &place.folder, QUIETLY)
            .is_err()
    );
    assert_eq!(count(&place.open()), 30);
}

#[test]
fn a_newer_format_is_told_apart_from_damage() {
    let (place, vault, _) = filled("format");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let bytes = std::fs::read(&made.path).unwrap();
    let at = bytes
        .windows(11)
        .position(|w| w == b"\"format\":1,")
        .unwrap();
    let mut newer = bytes.clone();
    newer[at + 9] = b'2';
    let path = place.path.join("newer.backup");
    std::fs::write(&path, newer).unwrap();
    assert!(matches!(Archive::read(&path), Err(Error::Newer)));
    // The limit of a crafted manifest is exact.
    let mut limit = bytes[..21].to_vec();
    limit[17..21].copy_from_slice(&(1_u32 << 20).to_le_bytes());
    limit.extend(vec![b' '; 1 << 20]);
    std::fs::write(&path, limit).unwrap();
    assert!(matches!(
        Archive::read(&path),
        Err(Error::Backup("manifest"))
    ));
}

#[test]
fn an_encrypted_copy_is_made_before_an_update_and_only_then() {
    let (place, vault, _) = filled("update");
    drop(vault);
    drop(place.open());
    assert!(list(&place.folder.backups()).is_empty());
    let next = [
        STEPS[0],
        Migration {
            number: 2,
            name: "more",
            sql: "CREATE TABLE more (id INTEGER) STRICT;",
        },
    ];
    let vault = Vault::unlock(&place.folder, "1001", PASSWORD, &next, 50).unwrap();
    let copies = list(&place.folder.backups());
    assert_eq!(copies.len(), 1);
    assert_eq!(
        (copies[0].manifest.schema, copies[0].manifest.rows["notes"]),
        (1, 30)
    );
    let archive = Archive::read(&copies[0].path).unwrap();
    archive
        .verify(&vault.unsealed(), vault.folder(), QUIETLY)
        .unwrap();
}

#[test]
fn steps_run_all_or_none() {
    let (place, vault, _) = filled("steps");
    drop(vault);
    let step = |number, sql| Migration {
        number,
        name: "s",
        sql,
    };
    let broken = [
        STEPS[0],
        step(2, "CREATE TABLE second (id INTEGER) STRICT;"),
        step(3, "CREATE TABLE second (id INTEGER) STRICT;"),
    ];
    assert!(Vault::unlock(&place.folder, "1001", PASSWORD, &broken, 50).is_err());
    let vault = place.open();
    assert_eq!(count(&vault), 30, "the old program still opens it");
}

#[test]
fn the_backup_of_a_damaged_database_is_refused_with_words() {
    let (place, vault, _) = filled("sick");
    vault.checkpoint().unwrap();
    drop(vault);
    let vault = place.open();
    let path = place.path.join("desk.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let near_end = bytes.len() - 6000;
    bytes[near_end] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let refused = vault.back_up("b", 7, QUIETLY);
    assert!(refused.is_err());
    assert!(list(&place.folder.backups()).is_empty());
    assert_eq!(
        std::fs::read_dir(place.folder.backups()).unwrap().count(),
        0
    );
}

#[test]
fn restored_twice_keeps_both_old_sets() {
    let (place, vault, _) = filled("twice");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let opened = vault.unsealed();
    drop(vault);
    let archive = Archive::read(&made.path).unwrap();
    for number in 1..=2 {
        let done = restore(
            &place.folder,
            &archive,
            &opened,
            Some(&opened),
            &NOTE,
            QUIETLY,
        )
        .unwrap();
        assert!(
            done.aside
                .unwrap()
                .ends_with(format!("before-restore-{number}"))
        );
    }
    let vault = place.open();
    vault
        .write::<_, Error>(|tx| tx.note(&entry("notes.after")))
        .unwrap();
    drop(vault);
    assert_eq!(place.open().alarm(), None);
    assert_eq!(KeyFile::read(&place.path).unwrap().pending, None);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_no_backup() {
    let (place, vault, _) = filled("pipe");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let pipe = place.path.join("backups").join("pipe.backup");
    let done = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(done.unwrap().success());
    let listed = vault::list(&place.path.join("backups"));
    let paths: Vec<_> = listed.into_iter().map(|l| l.path).collect();
    assert_eq!(paths, [made.path]);
}
