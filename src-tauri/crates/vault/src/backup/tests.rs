//! A copy that is not what its manifest says.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::container::Part;
use super::{Manifest, assert_same, rows};
use crate::journal;
use crate::keyring::Keyring;
use crate::keys::MasterKey;
use crate::keys::tests::Same;
use crate::slots::hex;
use rusqlite::Connection;

fn manifest(db: &Connection) -> Manifest {
    let head = journal::head(db).unwrap();
    let part = || Part {
        size: 0,
        sha256: String::new(),
    };
    Manifest {
        format: 1,
        vault_id: String::new(),
        epoch: 1,
        label: String::new(),
        training: false,
        at: 0,
        schema: 0,
        journal_seq: head.seq,
        journal_mac: hex(&head.mac),
        rows: rows(db).unwrap(),
        keys: part(),
        database: part(),
        seal: String::new(),
    }
}

#[test]
fn a_copy_with_other_rows_or_another_end_of_the_journal_is_refused() {
    let mut db = Connection::open_in_memory().unwrap();
    db.execute_batch(journal::SCHEMA).unwrap();
    let keys = Keyring::load(MasterKey::random(&Same(1), 1), &mut db).unwrap();
    journal::append(&db, &keys, &journal::tests::ENTRY).unwrap();
    let good = manifest(&db);
    assert!(assert_same(&db, &good).is_ok());
    assert_eq!(good.rows.get("journal"), Some(&1));
    for harm in [
        |m: &mut Manifest| m.journal_seq += 1,
        |m: &mut Manifest| m.journal_mac = hex(&[7; 32]),
        |m: &mut Manifest| {
            m.rows.insert("journal".to_owned(), 2);
        },
        |m: &mut Manifest| {
            m.rows.remove("journal");
        },
        |m: &mut Manifest| {
            m.rows.insert("visitors".to_owned(), 0);
        },
    ] {
        let mut bad = good.clone();
        harm(&mut bad);
        assert!(assert_same(&db, &bad).is_err(), "{bad:?}");
    }
}
