#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;

struct Root(PathBuf);

impl Root {
    /// A folder with an old set, and a new one that waits to be put in its place.
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("swap-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join(STAGING)).unwrap();
        for name in ["desk.db", "desk.db-wal", "keys.json", "head.json"] {
            fs::write(path.join(name), format!("old {name}")).unwrap();
        }
        for name in STAGED {
            fs::write(path.join(STAGING).join(name), format!("new {name}")).unwrap();
        }
        fs::write(path.join(MARK), "before-restore-1").unwrap();
        Self(path)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What cannot be moved over: a folder with something in it, in the place for the old file.
fn hold(root: &Root, name: &str) {
    fs::create_dir_all(root.0.join("before-restore-1").join(name).join("x")).unwrap();
}

#[test]
fn a_swap_that_fails_before_the_database_is_replaced_is_taken_back_whole() {
    for name in ["desk.db-wal", "desk.db"] {
        let root = Root::new("held");
        hold(&root, name);
        assert!(move_in(&root.0, "before-restore-1").is_err(), "{name}");
        withdraw(&root.0, "before-restore-1").unwrap();
        for name in ["desk.db", "desk.db-wal", "keys.json", "head.json"] {
            assert_eq!(root.text(name), format!("old {name}"));
        }
        assert!(!root.0.join(MARK).exists() && !root.0.join(STAGING).exists());
        assert!(finish_swap(&root.0).unwrap().is_none());
        assert_eq!(root.text("desk.db"), "old desk.db", "nor at the next start");
    }
}

#[test]
fn a_swap_that_fails_after_it_is_not_taken_back_and_goes_on_later() {
    let root = Root::new("later");
    hold(&root, "keys.json");
    assert!(move_in(&root.0, "before-restore-1").is_err());
    let refused = withdraw(&root.0, "before-restore-1");
    assert!(matches!(refused, Err(Error::RestoreUnfinished)));
    assert!(finish_swap(&root.0).is_err(), "the file is still held");
    fs::remove_dir_all(root.0.join("before-restore-1/keys.json")).unwrap();
    assert!(finish_swap(&root.0).unwrap().is_some());
    for name in STAGED {
        assert_eq!(root.text(name), format!("new {name}"));
    }
}

#[test]
fn a_set_that_is_none_of_ours_takes_nothing_s_place() {
    let root = Root::new("planted");
    assert!(finish_swap(&root.0).unwrap().is_none());
    for name in ["desk.db", "desk.db-wal", "keys.json", "head.json"] {
        assert_eq!(root.text(name), format!("old {name}"));
    }
    assert!(root.0.join("refused-restore-1").exists() && !root.0.join(MARK).exists());
    // A mark alone moves nothing.
    fs::write(root.0.join(MARK), "before-restore-1").unwrap();
    fs::write(root.0.join("keys.prev.json"), "copy").unwrap();
    assert!(finish_swap(&root.0).unwrap().is_none());
    assert_eq!(root.text("keys.prev.json"), "copy");
}
