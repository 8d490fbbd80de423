//! Setting up is all or nothing: what was cut off counts for nothing and can be begun again.

use crate::place::{PASSWORD, Place, STEPS, add, count};
use vault::{Cost, Error, Folder, KeyFile, NewVault, Vault};

const NEW: NewVault<'_> = NewVault {
    label: "体检中心",
    training: false,
    account: "1001",
    password: PASSWORD,
    cost: Cost::FLOOR,
};

fn names(place: &Place) -> Vec<String> {
    let entries = std::fs::read_dir(&place.path).unwrap();
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_was_begun_and_not_put_into_force_is_begun_again() {
    let place = Place::new("begun");
    let (vault, _) = Vault::begin(&place.folder, &NEW, STEPS, 1, &place.dice).unwrap();
    add(&vault, "王芳").unwrap();
    assert!(!KeyFile::exists(&place.path));
    // As a cut leaves it: the log is not folded in.
    std::mem::forget(vault);
    let (vault, codes) = place.create();
    assert_eq!(count(&vault), 0, "nothing of the first attempt");
    drop(vault);
    assert_eq!(count(&place.open()), 0);
    assert!(Vault::recover(&place.folder, &codes[0], STEPS, 3).is_ok());
    let left = names(&place);
    assert!(left.contains(&"desk.orphan-1.db".to_owned()), "{left:?}");
    assert!(
        left.contains(&"desk.orphan-1.db-wal".to_owned()),
        "{left:?}"
    );
}

#[test]
fn a_log_without_its_database_is_put_aside_too() {
    let place = Place::new("log-only");
    std::fs::write(place.path.join("desk.db-wal"), "of nobody").unwrap();
    drop(place.create());
    assert_eq!(count(&place.open()), 0);
    let aside = place.path.join("desk.orphan-1.db-wal");
    assert_eq!(std::fs::read(aside).unwrap(), b"of nobody");
}

#[test]
fn what_cannot_be_put_into_force_is_taken_back_whole() {
    let place = Place::new("not-in-force");
    let (vault, _) = Vault::begin(&place.folder, &NEW, STEPS, 1, &place.dice).unwrap();
    // A folder stands where the key file is written first.
    std::fs::create_dir(place.path.join("keys.next.tmp")).unwrap();
    assert!(vault.put_into_force().is_err());
    vault.abandon().unwrap();
    assert_eq!(names(&place), ["desk.lock", "keys.next.tmp"]);
}

#[test]
fn only_a_set_up_makes_a_database() {
    let place = Place::new("no-database");
    drop(place.create());
    let database = place.folder.database();
    for left in [&b""[..], b"x", &[0; 4095]] {
        std::fs::write(&database, left).unwrap();
        assert!(matches!(
            place.unlock("1001", PASSWORD),
            Err(Error::Damaged(_))
        ));
        assert_eq!(std::fs::read(&database).unwrap(), left);
    }
    std::fs::remove_file(&database).unwrap();
    assert!(matches!(
        place.unlock("1001", PASSWORD),
        Err(Error::Damaged(_))
    ));
    assert!(!database.exists());
}

#[test]
fn a_place_where_no_desk_lies_is_not_made_one() {
    let nowhere = std::env::temp_dir().join(format!("vault-nowhere-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&nowhere));
    assert!(matches!(Folder::own_existing(&nowhere), Err(Error::Absent)));
    assert!(!nowhere.exists());
    std::fs::create_dir(&nowhere).unwrap();
    std::fs::write(nowhere.join("letter.txt"), "x").unwrap();
    assert!(matches!(Folder::own_existing(&nowhere), Err(Error::Absent)));
    assert_eq!(std::fs::read_dir(&nowhere).unwrap().count(), 1);

    // What a program owned once is one, whatever is left of it: files may be put back.
    drop(Folder::own(&nowhere).unwrap());
    assert!(Folder::own_existing(&nowhere).is_ok());
    std::fs::remove_dir_all(&nowhere).unwrap();
}
