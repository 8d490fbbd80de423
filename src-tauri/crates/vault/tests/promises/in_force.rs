//! Which key file a restore leaves: the one in place where it is of the same vault, settled
//! and not older than the backup; else the one inside.

use crate::backups::{NOTE, QUIETLY, filled};
use crate::place::{PASSWORD, Place, STEPS, checked, count, give};
use crate::rotation::rotated;
use vault::{Administrator, Archive, KeyFile, Made, Unsealed, Vault, restore};

fn restored(place: &Place, made: &Made, opened: &Unsealed, current: &Unsealed) -> KeyFile {
    let archive = Archive::read(&made.path).unwrap();
    restore(
        &place.folder,
        &archive,
        opened,
        Some(current),
        &NOTE,
        QUIETLY,
    )
    .unwrap();
    let file = KeyFile::read(&place.path).unwrap();
    assert_eq!(count(&place.open()), 30);
    file
}

#[test]
fn another_vault_s_backup_brings_its_own_key_file() {
    let (_other, stranger, _) = filled("force-other");
    let made = stranger.back_up("b", 7, QUIETLY).unwrap();
    let (place, vault, _) = filled("force");
    let current = vault.unsealed();
    drop(vault);
    let file = restored(&place, &made, &stranger.unsealed(), &current);
    assert_eq!(file.vault_id, made.manifest.vault_id);
}

#[test]
fn a_backup_from_after_a_rotation_brings_its_own_key_file() {
    let (place, vault, _) = filled("force-later");
    let before = vault.unsealed();
    rotated(&place, &vault);
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let opened = vault.unsealed();
    vault.checkpoint().unwrap();
    drop(vault);
    assert_eq!(restored(&place, &made, &opened, &before).epoch, 2);
}

#[test]
fn a_key_file_in_the_middle_of_a_rotation_does_not_stay() {
    let (place, vault, _) = filled("force-pending");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    let opened = vault.unsealed();
    let pending = rotated(&place, &vault);
    drop(vault);
    std::fs::remove_file(place.path.join("keys.prev.json")).unwrap();
    std::fs::write(place.path.join("keys.json"), pending).unwrap();
    let current = Vault::unseal(&place.folder, "1001", PASSWORD).unwrap();
    assert_eq!(current.key_file().pending, Some(2));
    let file = restored(&place, &made, &opened, &current);
    assert_eq!((file.epoch, file.pending), (1, None));
}

#[test]
fn a_planted_key_file_with_a_high_number_does_not_count_where_keys_were_lost() {
    let (place, vault, codes) = filled("force-planted");
    let made = vault.back_up("b", 7, QUIETLY).unwrap();
    vault.checkpoint().unwrap();
    drop(vault);
    let text = std::fs::read_to_string(place.path.join("keys.json")).unwrap();
    let seq = KeyFile::read(&place.path).unwrap().seq;
    let high = text.replacen(
        &format!("\"seq\": {seq},"),
        &format!("\"seq\": {},", u64::MAX),
        1,
    );
    assert_ne!(high, text);
    for name in ["keys.json", "keys.prev.json"] {
        std::fs::write(place.path.join(name), checked(&high)).unwrap();
    }
    let archive = Archive::read(&made.path).unwrap();
    let opened = archive.unseal_with_code(&codes[0]).unwrap();
    restore(&place.folder, &archive, &opened, None, &NOTE, QUIETLY).unwrap();
    let file = KeyFile::read(&place.path).unwrap();
    assert!(file.seq < seq + 10, "{}", file.seq);
    let vault = Vault::unlock(&place.folder, "1001", PASSWORD, STEPS, 99).unwrap();
    give(
        &place,
        &vault,
        "1002",
        Administrator::No,
        "another-9931-secret",
    );
    assert_eq!(count(&vault), 30);
}
