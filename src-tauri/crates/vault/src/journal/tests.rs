//! A forger who knows a key writes past the triggers; the walk finds what does not fit.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Entry, Head, SCHEMA, Verdict, link};
use crate::args;
use crate::engine::Db;
use crate::keyring::Keyring;
use crate::keys::MasterKey;
use crate::keys::tests::Same;

fn ring(byte: u8, epoch: u32, db: &mut Db) -> Keyring {
    Keyring::load(MasterKey::random(&Same(byte), epoch), db).unwrap()
}

fn journal() -> Db {
    let mut db = Db::in_memory().unwrap();
    db.write(|tx| tx.script(SCHEMA)).unwrap();
    db
}

fn append(db: &mut Db, keys: &Keyring) -> Head {
    db.write(|tx| super::append(tx, keys, &ENTRY)).unwrap()
}

fn verify(db: &mut Db, keys: &Keyring) -> Verdict {
    db.read(|tx| super::verify(tx, keys)).unwrap()
}

fn seal_at(db: &mut Db, seq: i64) -> Option<Vec<u8>> {
    db.read(|tx| super::seal_at(tx, seq)).unwrap()
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
fn forge(db: &mut Db, keys: &Keyring, seq: i64, sealed_over: &[u8], prev: &[u8]) {
    let epoch = keys.epoch();
    let mac = link(keys, epoch, seq, &ENTRY, sealed_over).unwrap();
    let sql = "INSERT INTO journal (seq, epoch, at, actor, role, action, object, object_id, detail, reason, prev_mac, mac)
         VALUES (?1, ?2, 5, 1, 'administrator', 'notes.add', 'note', 1, '', '', ?3, ?4)";
    let values = args![seq, epoch, prev, mac.as_slice()];
    db.write(|tx| tx.execute(sql, values)).unwrap();
}

#[test]
fn what_was_appended_is_whole_and_a_forged_entry_that_fits_is_no_different() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    assert_eq!(verify(&mut db, &keys), Verdict::Whole(0));
    let first = append(&mut db, &keys);
    forge(&mut db, &keys, 2, &first.mac, &first.mac);
    assert_eq!(verify(&mut db, &keys), Verdict::Whole(2));
    assert_eq!(seal_at(&mut db, 0), Some(vec![0; 32]));
    assert_eq!(seal_at(&mut db, 1), Some(first.mac));
    assert_eq!(seal_at(&mut db, 3), None);
}

#[test]
fn an_entry_left_out_is_found_though_every_seal_fits() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&mut db, &keys);
    forge(&mut db, &keys, 3, &first.mac, &first.mac);
    assert_eq!(verify(&mut db, &keys), Verdict::Broken(2));
}

#[test]
fn whoever_kept_the_key_of_an_earlier_epoch_can_add_nothing() {
    let mut db = journal();
    let old = ring(1, 1, &mut db);
    append(&mut db, &old);
    let keys = ring(2, 2, &mut db);
    append(&mut db, &keys);
    assert_eq!(verify(&mut db, &keys), Verdict::Whole(2));
    append(&mut db, &old);
    assert_eq!(verify(&mut db, &keys), Verdict::Broken(3));
}

#[test]
fn an_entry_that_points_elsewhere_is_found_though_its_seal_fits() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&mut db, &keys);
    forge(&mut db, &keys, 2, &first.mac, &[7; 32]);
    assert_eq!(verify(&mut db, &keys), Verdict::Broken(2));
}

#[test]
fn an_entry_of_an_epoch_that_never_was_is_found() {
    let mut db = journal();
    let keys = ring(1, 1, &mut db);
    let first = append(&mut db, &keys);
    let sql = "INSERT INTO epochs (epoch, master) VALUES (9, ?1)";
    db.write(|tx| tx.execute(sql, args![[3_u8; 32].as_slice()]))
        .unwrap();
    let never = Keyring::of(MasterKey::random(&Same(4), 9)).unwrap();
    forge(&mut db, &never, 2, &first.mac, &first.mac);
    assert_eq!(verify(&mut db, &keys), Verdict::Broken(2));
    assert_eq!(db.read(super::head).unwrap().seq, 2);
}
