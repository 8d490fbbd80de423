//! A slot by itself, without the seal of the key file around it.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::{Kind, Purpose, Slot, hex, unhex_vec};
use crate::error::Error;
use crate::keys::tests::Same;
use crate::keys::{Cost, MasterKey};

const VAULT: &str = "0f0f";
const SECRET: &str = "梧桐 2 棵";

fn slot() -> Slot {
    let purpose = Purpose {
        vault_id: VAULT,
        id: 7,
        kind: Kind::Staff,
        account: "1001",
        cost: Cost::FLOOR,
    };
    Slot::wrap(&purpose, &MasterKey::random(&Same(3), 2), SECRET, &Same(3)).unwrap()
}

#[test]
fn a_slot_opens_with_its_secret_and_in_its_vault_only() {
    let slot = slot();
    let key = slot.unwrap(VAULT, SECRET).unwrap();
    assert_eq!((key.bytes(), key.epoch()), (&[3; 32], 2));
    assert!(matches!(
        slot.unwrap(VAULT, "梧桐 3 棵"),
        Err(Error::WrongSecret)
    ));
    assert!(matches!(
        slot.unwrap("0f0e", SECRET),
        Err(Error::WrongSecret)
    ));
}

#[test]
fn every_parameter_of_a_slot_is_authenticated() {
    for change in [
        |slot: &mut Slot| slot.id = 8,
        |slot: &mut Slot| slot.kind = Kind::Administrator,
        |slot: &mut Slot| slot.kind = Kind::Recovery,
        |slot: &mut Slot| slot.account = "1002".to_owned(),
        |slot: &mut Slot| slot.epoch = 1,
        |slot: &mut Slot| slot.alg.push('!'),
        |slot: &mut Slot| slot.nonce = hex(&[4; 24]),
    ] {
        let mut other = slot();
        change(&mut other);
        assert!(
            matches!(other.unwrap(VAULT, SECRET), Err(Error::WrongSecret)),
            "{other:?}"
        );
    }
}

#[test]
fn hex_reads_what_it_writes_and_nothing_else() {
    assert_eq!(hex(&[0, 15, 160, 255]), "000fa0ff");
    assert_eq!(unhex_vec("000fa0FF").unwrap(), [0, 15, 160, 255]);
    for bad in ["0", "0g", "é0", "00 "] {
        assert!(unhex_vec(bad).is_err(), "{bad}");
    }
}
