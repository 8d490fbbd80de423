//! A folder or a file of it that may not be written says so, with its place.

use super::place::{NOBODY, Place, code, hand_over, is_root, words};
use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;

fn asked(place: &Place) -> String {
    let done = place.ask_as_ordinary("call", &["session.state"]);
    assert_eq!(code(&done), 3, "{done:?}");
    words(&done)
}

#[test]
fn a_file_that_may_not_be_written_is_named() {
    for name in ["keys.json", "desk.db", "desk.lock", "head.json"] {
        let place = Place::with_desk(&[]);
        place.program();
        if is_root() {
            hand_over(&place.0, NOBODY);
        }
        let file = place.0.join("data").join(name);
        set_permissions(&file, Permissions::from_mode(0o400)).unwrap();
        let said = asked(&place);
        assert!(said.starts_with("folder_read_only: "), "{name}: {said}");
        assert!(said.contains(&file.display().to_string()), "{name}: {said}");
    }
}

#[test]
fn a_folder_of_another_user_is_named() {
    if !is_root() {
        // Nobody else can be made its owner.
        return;
    }
    let place = Place::with_desk(&[]);
    place.program();
    hand_over(&place.0.join("password"), NOBODY);
    set_permissions(place.0.join("data"), Permissions::from_mode(0o755)).unwrap();
    let said = asked(&place);
    assert!(said.starts_with("folder_read_only: "), "{said}");
    assert!(said.contains(&place.file("data")), "{said}");
}
