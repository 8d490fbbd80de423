//! Which key file a restore leaves: the one in place where it is of the same vault, settled
//! and not older than the backup; else the one inside.

use crate::backups::{NOTE, QUIETLY, filled};
use crate::place::{PASSWORD, Place, count};
use crate::rotation::rotated;
use vault::{Archive, KeyFile, Made, Unsealed, Vault, restore};

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
