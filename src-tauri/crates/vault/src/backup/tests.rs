//! A copy that is not what its manifest says.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::container::Part;
use super::{Manifest, assert_same, rows};
use crate::engine::{Db, Tx};
use crate::error::Error;
use crate::journal;
use crate::keyring::Keyring;
use crate::keys::MasterKey;
use crate::keys::tests::Same;
use crate::slots::hex;

fn manifest(tx: &Tx<'_>) -> Manifest {
    let head = journal::head(tx).unwrap();
    let part = || Part {
        size: 0,
        sha256: String::new(),
    };
    Manifest {
        branch: String::new(),
        format: 1,
        vault_id: String::new(),
        epoch: 1,
        label: String::new(),
        training: false,
        at: 0,
        schema: 0,
        journal_seq: head.seq,
        journal_mac: hex(&head.mac),
        rows: rows(tx).unwrap(),
        keys: part(),
        database: part(),
        seal: String::new(),
    }
}

#[test]
fn a_copy_with_other_rows_or_another_end_of_the_journal_is_refused() {
    let mut db = Db::in_memory().unwrap();
    db.write(|tx| tx.script(journal::SCHEMA)).unwrap();
    let keys = Keyring::load(MasterKey::random(&Same(1), 1), &mut db).unwrap();
    db.write(|tx| journal::append(tx, &keys, &journal::tests::ENTRY))
        .unwrap();
    let same = |m: &Manifest, db: &mut Db| db.read(|tx| assert_same(tx, m)).is_ok();
    let good = db.read(|tx| Ok::<_, Error>(manifest(tx))).unwrap();
    assert!(same(&good, &mut db));
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
        assert!(!same(&bad, &mut db), "{bad:?}");
    }
}
