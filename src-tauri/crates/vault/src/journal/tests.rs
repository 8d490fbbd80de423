//! A forger who knows a key writes past the triggers; the walk finds what does not fit.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Entry, SCHEMA, Verdict, append, head, link, seal_at, verify};
use crate::keyring::Keyring;
use crate::keys::MasterKey;
use crate::keys::tests::Same;
use rusqlite::{Connection, params};

fn ring(byte: u8, epoch: u32, db: &mut Connection) -> Keyring {
    Keyring::load(MasterKey::random(&Same(byte), epoch), db).unwrap()
}

fn journal() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(SCHEMA).unwrap();
    db
}

/// Somebody did something.
pub(crate) const ENTRY: Entry<'_> = Entry {
    at: 5,
    actor: 1,
    role: "administrator",
    action: "notes.add",
    object: "note",
    object_id: 1,
    detail: "",
    reason: "",
};

/// Writes an entry with a seal that fits, its number and its link as told.
fn forge(db: &Connection, keys: &Keyring, seq: i64, sealed_over: &[u8], prev: &[u8]) {
    let epoch = keys.epoch();
    let mac = link(keys, epoch, seq, &ENTRY, sealed_over).unwrap();
    db.execute(
        "INSERT INTO journal (seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac)
         VALUES (?1, ?2, 5, 1, 'administrator', 'notes.add', 'note', 1, '', '', ?3, ?4)",
        params![seq, epoch, prev, mac.as_slice()],
    )
    .unwrap();
}

#[test]
fn what_was_appended_is_whole_and_a_forged_entry_that_fits_is_no_different() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Whole(0));
    let first = append(&db, &keys, &ENTRY).unwrap();
    forge(&db, &keys, 2, &first.mac, &first.mac);
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Whole(2));
    assert_eq!(seal_at(&db, 0).unwrap(), Some(vec![0; 32]));
    assert_eq!(seal_at(&db, 1).unwrap(), Some(first.mac));
    assert_eq!(seal_at(&db, 3).unwrap(), None);
}

#[test]
fn an_entry_left_out_is_found_though_every_seal_fits() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&db, &keys, &ENTRY).unwrap();
    forge(&db, &keys, 3, &first.mac, &first.mac);
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Broken(2));
}

#[test]
fn whoever_kept_the_key_of_an_earlier_epoch_can_add_nothing() {
    let mut db = journal();
    let old = ring(1, 1, &mut db);
    append(&db, &old, &ENTRY).unwrap();
    let keys = ring(2, 2, &mut db);
    append(&db, &keys, &ENTRY).unwrap();
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Whole(2));
    append(&db, &old, &ENTRY).unwrap();
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Broken(3));
}

#[test]
fn an_entry_that_points_elsewhere_is_found_though_its_seal_fits() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&db, &keys, &ENTRY).unwrap();
    forge(&db, &keys, 2, &first.mac, &[7; 32]);
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Broken(2));
}

#[test]
fn an_entry_of_an_epoch_that_never_was_is_found() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&db, &keys, &ENTRY).unwrap();
    db.execute(
        "INSERT INTO epochs (epoch, master) VALUES (9, ?1)",
        [[3_u8; 32].as_slice()],
    )
    .unwrap();
    let never = Keyring::of(MasterKey::random(&Same(4), 9)).unwrap();
    forge(&db, &never, 2, &first.mac, &first.mac);
    assert_eq!(verify(&db, &keys).unwrap(), Verdict::Broken(2));
    assert_eq!(head(&db).unwrap().seq, 2);
}
