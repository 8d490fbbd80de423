//! What a backup says of itself: sealed in every value, and bounded before it is read.

use crate::place::{Place, add};
use std::path::PathBuf;
use vault::{Archive, Error, Unsealed};

const MARK: &[u8] = b"SHOUWEN-BACKUP-1\n";
const MOST: usize = 1 << 20;

struct Made {
    place: Place,
    opened: Unsealed,
    manifest: serde_json::Value,
    /// Key file and database.
    rest: Vec<u8>,
}

fn made(name: &str) -> Made {
    let place = Place::new(name);
    let (vault, _) = place.create();
    add(&vault, "a").unwrap();
    let made = vault.back_up("b", 7, &|_, _, _| {}).unwrap();
    let bytes = std::fs::read(&made.path).unwrap();
    let size = u32::from_le_bytes(bytes[17..21].try_into().unwrap()) as usize;
    Made {
        opened: vault.unsealed(),
        manifest: serde_json::from_slice(&bytes[21..21 + size]).unwrap(),
        rest: bytes[21 + size..].to_vec(),
        place,
    }
}

impl Made {
    /// A backup with this text as its manifest.
    fn packed(&self, text: &str, rest: &[u8]) -> PathBuf {
        let size = u32::try_from(text.len()).unwrap().to_le_bytes();
        let path = self.place.path.join("packed.backup");
        std::fs::write(&path, [MARK, &size, text.as_bytes(), rest].concat()).unwrap();
        path
    }

    fn verify(&self, text: &str) -> Result<(), Error> {
        let path = self.packed(text, &self.rest);
        Archive::read(&path)?.verify(&self.opened, &self.place.folder, &|_, _, _| {})
    }
}

#[test]
fn every_value_of_the_manifest_is_sealed() {
    let made = made("sealed-manifest");
    made.verify(&made.manifest.to_string()).unwrap();
    let others = [
        ("format", serde_json::json!(0)),
        ("vault_id", "another".into()),
        ("label", "别处".into()),
        ("training", true.into()),
        ("at", 8.into()),
        ("schema", 2.into()),
        ("seal", "".into()),
        ("seal", "0".repeat(64).into()),
    ];
    for (field, value) in others {
        let mut other = made.manifest.clone();
        assert_ne!(other[field], value);
        other[field] = value;
        let refused = made.verify(&other.to_string());
        assert!(matches!(refused, Err(Error::Backup(_))), "{other}");
    }
}

#[test]
fn a_manifest_and_a_key_file_of_a_mebibyte_are_read_and_larger_ones_are_not() {
    let made = made("large-manifest");
    let padded = |length: usize, keys: usize| {
        let mut manifest = made.manifest.clone();
        manifest["keys"]["size"] = keys.into();
        manifest["database"]["size"] = 0.into();
        let text = manifest.to_string();
        let text = text.clone() + &" ".repeat(length.saturating_sub(text.len()));
        Archive::read(&made.packed(&text, &vec![b'x'; keys]))
    };
    assert!(padded(0, 0).is_ok());
    assert!(padded(MOST, 0).is_ok() && padded(0, MOST).is_ok());
    for refused in [
        padded(MOST + 1, 0),
        padded(2 * MOST, 0),
        padded(0, MOST + 1),
        padded(0, 2 * MOST),
    ] {
        assert!(matches!(refused, Err(Error::Backup(_))));
    }
}
